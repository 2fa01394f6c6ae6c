"""Rules on keywords that have no effect beside their neighbours, or contradict them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import FORM, MULTIPART
from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_NUMERIC: Final = "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"
_KEYWORDS: Final[Mapping[str, str]] = {
    "string": "minLength maxLength pattern contentEncoding contentMediaType contentSchema",
    "integer": _NUMERIC,
    "number": _NUMERIC,
    "array": "items prefixItems minItems maxItems uniqueItems contains minContains maxContains "
    "unevaluatedItems",
    "object": "properties patternProperties additionalProperties required minProperties maxProperties "
    "propertyNames dependentRequired dependentSchemas unevaluatedProperties discriminator",
}
"""The keywords of JSON Schema that say something about values of one type only."""
_TYPES: Final[Mapping[str, list[str]]] = {
    keyword: [kind for kind, keywords in _KEYWORDS.items() if keyword in keywords.split()]
    for keyword in " ".join(_KEYWORDS.values()).split()
}
_BOUNDS: Final = (
    {
        "string": "minLength",
        "integer": "minimum",
        "number": "minimum",
        "array": "minItems",
        "object": "minProperties",
    },
    {
        "string": "maxLength",
        "integer": "maximum",
        "number": "maximum",
        "array": "maxItems",
        "object": "maxProperties",
    },
)
"""The keywords that bound values of each type from below and from above."""
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "then": ("if",),
    "else": ("if",),
    "if": ("then", "else"),
    "minContains": ("contains",),
    "maxContains": ("contains",),
    "contentSchema": ("contentMediaType",),
    "discriminator": ("oneOf", "anyOf", "allOf", "properties"),
}
"""Keywords that say nothing unless one of some others stands beside them."""
_EXCLUDED: Final[Mapping[str, str]] = {
    "minimum": "exclusiveMinimum",
    "maximum": "exclusiveMaximum",
    "enum": "const",
    "identifier": "url",
    "externalValue": "value",
}
"""Fields that are of no use, or forbidden, beside another."""
_STYLES: Final[Mapping[str, tuple[str, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""The styles by the location of a parameter, the default first (OpenAPI 3.1.1, section 4.8.12.3)."""
_STYLED_TYPES: Final[Mapping[str, frozenset[str]]] = {
    "spaceDelimited": frozenset({"array", "object"}),
    "pipeDelimited": frozenset({"array", "object"}),
    "deepObject": frozenset({"object"}),
}
"""The types of the values that some styles can write."""
_OF_SCHEME: Final[Mapping[str, tuple[str, ...]]] = {
    "apiKey": ("name", "in"),
    "http": ("scheme", "bearerFormat"),
    "mutualTLS": (),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
"""The fields of a security scheme by its type; those of the last line but `bearerFormat` are demanded."""
_OF_FLOW: Final[Mapping[str, tuple[str, ...]]] = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
}
"""The addresses of an OAuth flow."""


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: integer, minLength: 1, description: How big.}}",
    good="properties: {size: {type: integer, minimum: 1, description: How big.}}",
)
def keyword_type(schema: Node) -> Problems:
    """A keyword stands beside a type to which it applies; readers pass over others."""
    types = _types(schema)
    for keyword in schema.data:
        wanted = _TYPES.get(keyword, ())
        if types and wanted and not types & {*wanted}:
            kind = min(types)
            other = next(
                (bounds[kind] for bounds in _BOUNDS if keyword in bounds.values() and kind in bounds), ""
            )
            fix = f"write {other}" if other else "remove it"
            message = f"{keyword} says nothing about {_a(kind)}"
            yield schema.problem(message, f"{fix}, or write type: {wanted[0]}", keyword)


@rule(
    "schema",
    *SCHEMA_KINDS,
    "license",
    "example",
    bad="properties: {size: {type: integer, minimum: 1, exclusiveMinimum: 0, description: How big.}}",
    good="properties: {size: {type: integer, minimum: 1, description: How big.}}",
)
def keyword_beside(node: Node) -> Problems:
    """A keyword has the neighbours without which it says nothing, and none that says the same."""
    for keyword, needed in _NEEDED.items() if node.kind in SCHEMA_KINDS else ():
        if keyword in node.data and not any(other in node.data for other in needed):
            message = f"{keyword} says nothing without {' or '.join(needed)}"
            yield node.problem(message, f"add {needed[0]}, or remove it", keyword)
    for keyword, other in _EXCLUDED.items():
        if {keyword, other} <= node.data.keys():
            yield node.problem(f"{other} stands here as well as {keyword}", "remove one of them", keyword)
    if node.data.get("readOnly") is True and node.data.get("writeOnly") is True:
        message = "what is readOnly cannot be writeOnly: nobody may send or see it"
        yield node.problem(message, "remove one of them", "writeOnly")


@rule(
    "schema",
    bad="properties: {name: {readOnly: true}}",
    good="properties: {name: {readOnly: false}}",
)
def sent_field(schema: Node) -> Problems:
    """A field of a form is not readOnly, since forms are sent by clients alone."""
    for name, value in (
        schema.description.properties(schema).items() if schema.pointer in schema.description.forms else ()
    ):
        if value.data.get("readOnly") is True:
            yield value.problem(
                f"clients cannot send {name}, a field of this form", "remove readOnly", "readOnly"
            )


@rule("parameter", "header", bad="style: deepObject", good="style: form")
def parameter_style(parameter: Node) -> Problems:
    """A parameter is written in a style that its location and type allow; headers have the style simple."""
    location = parameter.text("in") if parameter.kind == "parameter" else "header"
    style, styles = parameter.text("style"), _STYLES.get(location, ())
    schema = parameter.under("schema")
    types = _types(schema) if schema else frozenset[str]()
    if style and styles and style not in styles:
        message = f"the style {style} does not exist in {_a(location)}"
        yield parameter.problem(message, f"write style: {' or '.join(styles)}, or remove it", "style")
    elif types and not types & _STYLED_TYPES.get(style, types):
        message = f"the style {style} cannot write {_a(min(types))}"
        yield parameter.problem(message, f"remove it, or write type: {max(_STYLED_TYPES[style])}", "style")
    if "explode" in parameter.data and types and not types & {"array", "object"}:
        message = f"explode says nothing about {_a(min(types))}"
        yield parameter.problem(message, "remove it, or write type: array", "explode")
    for key in ("allowReserved", "allowEmptyValue"):
        if key in parameter.data and location != "query":
            yield parameter.problem(f"{key} has no effect in {_a(location)}", "remove it", key)
    if {"schema", "content"} <= parameter.data.keys():
        yield parameter.problem("schema stands here as well as content", "remove content", "content")


@rule(
    "response", bad="headers: {Content-Type: {$ref: '#/components/headers/RetryAfter'}}", good="headers: null"
)
def response_header(response: Node) -> Problems:
    """A response does not describe the header Content-Type, which OpenAPI has tools ignore."""
    for name in response.map("headers"):
        if name.lower() == "content-type":
            message = f"OpenAPI has tools ignore the header {name}"
            yield response.problem(message, "remove it; the keys of content say the same", "headers", name)


@rule(
    "operation",
    bad="""
responses:
  "204": {description: Done., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
""",
    good="responses: {'204': {description: Done.}}",
)
def empty_response(operation: Node) -> Problems:
    """A response whose status has no body describes none."""
    for status in operation.map("responses"):
        response = operation.under("responses", status)
        if response and "content" in response.data and (status in {"204", "205", "304"} or status[:1] == "1"):
            fix = "remove content, or write another status"
            yield operation.problem(f"{status} has no body in HTTP", fix, "responses", status)


@rule(
    "media-type",
    bad="encoding: {name: {contentType: text/plain}}",
    good="schema: {$ref: '#/components/schemas/Error'}",
)
def body_encoding(media_type: Node) -> Problems:
    """Only forms have an encoding, and it is that of their properties."""
    schema = media_type.under("schema")
    names = media_type.description.properties(schema) if schema else {}
    if "encoding" in media_type.data and media_type.name not in {FORM, MULTIPART}:
        yield media_type.problem(f"encoding has no effect on {media_type.name}", "remove it", "encoding")
        return
    for name in media_type.map("encoding"):
        if names and name not in names:
            message = f"the encoding of {name} is that of no property"
            yield media_type.problem(message, f"write {one_of(name, names)}, or remove it", "encoding", name)


@rule(
    "server",
    bad="""
url: https://{area}.example.com
variables: {area: {enum: [eu, us], default: asia, description: Where it stands.}}
""",
    good="""
url: https://{area}.example.com
variables: {area: {enum: [eu, us], default: eu, description: Where it stands.}}
""",
)
def variable_default(server: Node) -> Problems:
    """The default of a server variable is one of its enum."""
    for variable in server.each("variables"):
        values, default = variable.data.get("enum"), variable.text("default")
        if values == []:
            yield variable.problem("the enum has no value", "list the values, or remove it", "enum")
        elif isinstance(values, list) and "default" in variable.data and default not in values:
            fix = f"write {one_of(default, map(str, values))}, or add {default} to enum"
            yield variable.problem(f"the default {default} is not in enum", fix, "default")


@rule("security-scheme", bad="{type: apiKey, scheme: null}", good="{type: http, scheme: oauth}")
def scheme_fields(scheme: Node) -> Problems:
    """A security scheme has the fields of its type, an OAuth flow its addresses, and neither has others."""
    kind = scheme.text("type")
    demanded = _OF_SCHEME.get(kind)
    if demanded is not None:
        others = {field for fields in _OF_SCHEME.values() for field in fields} - {*demanded}
        bearer = "bearerFormat" if scheme.text("scheme").lower() not in {"", "bearer"} else ""
        yield from _fields(scheme, f"type: {kind}", demanded, others | {bearer}, optional="bearerFormat")
    flows = scheme.map("flows")
    for flow in flows.keys() & _OF_FLOW.keys():
        node = scheme.under("flows", flow)
        if node is not None:
            yield from _fields(
                node, f"the flow {flow}", _OF_FLOW[flow], {"authorizationUrl", "tokenUrl"} - {*_OF_FLOW[flow]}
            )


def _fields(
    node: Node, owner: str, demanded: Collection[str], others: Collection[str], optional: str = ""
) -> Problems:
    for key in demanded:
        if key not in node.data and key != optional:
            yield node.problem(f"{owner} needs {key}", f"add {key}: …")
    for key in node.data:
        if key in others:
            yield node.problem(f"{key} has no effect beside {owner}", "remove it", key)


def _types(schema: Node) -> frozenset[str]:
    """Return the types that a schema states, through a reference; none if it states none."""
    stated: Any = schema.data.get("type")
    names = [stated] if isinstance(stated, str) else schema.list("type")
    return frozenset(name for name in names if isinstance(name, str))


def _a(noun: str) -> str:
    return "null" if noun == "null" else f"{'an' if noun[0] in 'aio' else 'a'} {noun}"
