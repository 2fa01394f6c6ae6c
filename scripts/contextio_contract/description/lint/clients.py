"""Rules on what generated clients can send and read: methods, values, errors, servers and signatures."""

from __future__ import annotations

import re
from contextlib import suppress

from contextio_contract.contract import JSON, Schema
from contextio_contract.contract.document import MALFORMED
from contextio_contract.contract.media_types import includes
from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule


@rule("path-item", bad="head: {description: Asks for the header fields.}", good="{}")
def method_described(path_item: Node) -> Problems:
    """HEAD, OPTIONS and TRACE are not described: a server answers HEAD wherever GET is."""
    for method in {"head", "options", "trace"} & path_item.data.keys():
        yield path_item.problem(f"{method.upper()} is no call of its own", "remove it", method)


@rule(
    "operation",
    bad="""
responses: {default: {$ref: null, content: {application/json: {schema: {type: string}}}}}
""",
    good="responses: {default: {$ref: '#/components/responses/Failed'}}",
)
def error_named(operation: Node) -> Problems:
    """The body of an error in JSON is an object with a name and a `value`, which says what went wrong."""
    for status in operation.map("responses"):
        response = operation.under("responses", status) if status[:1] in set("45d") else None
        schema = response.under("content", JSON, "schema") if response else None
        is_usual = schema is None or (schema.pointer[1] == "schemas" and _requires_value(schema))
        if response and not is_usual:
            fix = "refer to a component in schemas that requires value"
            yield response.problem("clients cannot read this error", fix, "content", JSON, "schema")


@rule(
    "operation",
    bad="""
responses:
  "202": {description: Later., content: {text/plain: {schema: {type: string, description: It.}, example: A}}}
""",
    good="responses: {'202': {description: Later.}}",
)
def answer_readable(operation: Node) -> Problems:
    """The successes of an operation have one media type; x-switches names what asks for another."""
    switches = [each for each in operation.map("x-switches").values() if isinstance(each, list)]
    asked = [effect.get("answers") for each in switches for effect in each if isinstance(effect, dict)]
    statuses = sorted(status for status in operation.map("responses") if status.startswith("2"))
    responses = [response for each in statuses if (response := operation.under("responses", each))]
    bodies = [[name for name in each.map("content") if name not in asked] for each in responses]
    first = next(filter(None, bodies), [JSON])
    read = JSON if JSON in first else first[0]
    for response, names in zip(responses, bodies, strict=True):
        for name in names:
            if not includes(read, name):
                fix = "remove it, or name the parameter that asks for it in x-switches"
                yield response.problem(f"clients read {read} here, and no {name}", fix, "content", name)


@rule("parameter", bad="schema: {type: object}", good="schema: {type: integer}")
def parameter_value(parameter: Node) -> Problems:
    """A parameter is a text or a number, or in a query several of one."""
    schema, style = parameter.under("schema"), parameter.text("style")
    if style in {"spaceDelimited", "pipeDelimited", "matrix", "label"}:
        fix = "remove it; explode: false puts commas between several values"
        yield parameter.problem(f"generated clients do not write {style}", fix, "style")
    elif schema and parameter.text("in") == "query":
        yield from _unsendable(schema)
    elif schema and _types(schema) not in ({"string"}, {"integer"}):
        message = "a path or header takes a text or a whole number"
        yield parameter.problem(message, "write type: string, or type: integer", "schema")


@rule(
    "schema",
    bad="properties: {where: {type: object, description: Which.}}",
    good="properties: {where: {type: string, description: Which.}}",
)
def form_value(schema: Node) -> Problems:
    """A form field is a text or a number, or several."""
    if schema.pointer in schema.description.forms:
        for field in schema.description.properties(schema).values():
            yield from _unsendable(field)


@rule(
    *SCHEMA_KINDS[:-1],
    bad="oneOf: [{required: [name]}, {properties: {key: {type: string}}}]",
    good="dependentRequired: {callback_url: [name]}",
)
def union_beside(schema: Node) -> Problems:
    """A union beside properties says which of them go together, and describes no others."""
    own = schema.map("properties")
    for part in schema.each("oneOf", "anyOf") if own else ():
        if others := sorted(schema.description.properties(part).keys() - own.keys()):
            fix = "give each member the common properties by allOf, and leave none beside the union"
            yield schema.problem(f"generated models would not have {others[0]}", fix, *part.pointer[-2:-1])


@rule(
    *SCHEMA_KINDS,
    bad="properties: {pair: {type: array, description: Both., prefixItems: [{type: string}]}}",
    good="properties: {pair: {type: array, description: Both., items: {type: string, description: One.}}}",
)
def tuple_items(schema: Node) -> Problems:
    """The elements of an array are alike: models lose prefixItems, and property tests stop at them."""
    if "prefixItems" in schema.data:
        yield schema.problem(
            "tools do not read prefixItems", "write items, with oneOf if need be", "prefixItems"
        )


@rule(
    "operation",
    "document",
    bad="security: [{oauth1: []}, {}]",
    good="security: [{oauth1: []}]",
)
def security_signed(owner: Node) -> Problems:
    """A call is signed with OAuth 1.0a alone, or nothing is asked of it; clients know nothing else."""
    schemes, stated = owner.description.root.under("components", "securitySchemes"), owner.list("security")
    named = {name: schemes.under(name) for name in schemes.data} if schemes else {}
    oauth = [name for name, scheme in named.items() if scheme and scheme.text("scheme") == "oauth"]
    if stated and not any(stated == [{name: []}] for name in oauth):
        fix = f"write [{{{oauth[0] if oauth else 'oauth1'}: []}}], or [] for calls that are not signed"
        yield owner.problem("generated clients can only sign with OAuth 1.0a", fix, "security")


@rule(
    "operation",
    "path-item",
    bad="servers: [{url: 'https://other.example.com', description: Another one.}]",
    good="servers: [{url: 'https://things.example.com', description: The same.}]",
)
def server_shared(owner: Node) -> Problems:
    """Servers of an operation or path lie at the address of the first: a client calls one deployment."""
    first, server = (next(node.each("servers"), None) for node in (owner.description.root, owner))
    origin = re.match(r"\w+://[^/]*|", first.text("url") if first else "")
    if server and origin and not f"{server.text('url')}/".startswith(f"{origin[0]}/"):
        yield server.problem("generated clients call one host", f"write {origin[0]} and a path", "url")


def _unsendable(schema: Node) -> Problems:
    """Yield what keeps a value from being sent as a text, or as several."""
    types = _types(schema)
    inner = _types(items) if (items := schema.under("items")) else set[str]()
    if "object" in types or {"object", "array"} & inner:
        yield schema.problem("generated clients send objects in JSON only", "describe each field on its own")
    elif "boolean" in types | inner:
        fix = "write type: integer and enum: [0, 1]"
        yield schema.problem("generated clients send 0 and 1 for false and true", fix)
    elif not types:
        yield schema.problem("nothing says of which type this is", "write type: string or the like")


def _requires_value(schema: Node) -> bool:
    """Return whether a schema requires the property `value`; one that is malformed may."""
    with suppress(*MALFORMED):
        return "value" in Schema(schema.data, schema.description.contract.document).required
    return True


def _types(schema: Node) -> set[str]:
    """Return the types that a value can have, but null; what is malformed counts as a text."""
    with suppress(*MALFORMED):
        return Schema(schema.data, schema.description.contract.document).all_types - {"null"}
    return {"string"}
