"""Rules on references, answers, bodies and servers."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Final

from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS, name_of
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

_SECTIONS: Final = (
    {field.child.strip("{}"): section for section, field in KINDS["components"].items()}
    | dict.fromkeys(SCHEMA_KINDS, "schemas")
    | {"callback-path-item": "pathItems"}
)
"""The section of the components that holds objects of a kind."""


@rule(
    "response",
    *KINDS,
    *FREE_KINDS,
    bad="headers: {Retry-After: {$ref: '#/components/schemas/Thing'}}",
    good="headers: {Retry-After: {$ref: '#/components/headers/RetryAfter'}}",
)
def reference_section(node: Node) -> Problems:
    """A $ref leads to a component of the kind that belongs in its place."""
    for kind, keys, value in node.children():
        reference = value.get("$ref") if isinstance(value, dict) else None
        if isinstance(reference, str):
            section = _SECTIONS.get(kind)
            target = " ".join(reference.split("/")[2:3])
            if section is None:
                message = f"a reference cannot stand in place of {name_of(kind)}"
                yield node.problem(message, "write the object itself", *keys, "$ref")
            elif target != section:
                message = f"{target} cannot stand in this place"
                yield node.problem(message, f"refer to one of {section}", *keys, "$ref")


@rule("operation", bad="responses: {default: null}", good="responses: {default: {description: It failed.}}")
def answers(operation: Node) -> Problems:
    """An operation describes success, 401 if it is secured, 429, and default for all other failures."""
    responses = operation.map("responses")
    is_secured = operation.data.get("security", operation.description.root.list("security"))
    for is_missing, subject, fix in (
        (not any(status.startswith("2") for status in responses), "success", '"200" or "201"'),
        (is_secured and "401" not in responses, "a refused signature", '"401"'),
        ("429" not in responses, "too many requests", '"429"'),
        ("default" not in responses, "all other failures", "default"),
    ):
        if is_missing:
            keys = ("responses",) if responses else ()
            yield operation.problem(f"no response stands for {subject}", f"describe {fix}", *keys)


_STATUSES: Final = frozenset(str(status.value) for status in HTTPStatus)


@rule(
    "operation",
    bad="responses: {'2000': {description: It was done.}}",
    good="responses: {2XX: {description: It was done.}}",
)
def answer_status(operation: Node) -> Problems:
    """The key of a response is a status that HTTP has, a range such as 4XX, or default."""
    for status in operation.map("responses"):
        if not re.fullmatch(r"default|[1-5]XX|x-.*", status) and status not in _STATUSES:
            near = f"{status[0]}XX" if re.fullmatch(r"[1-5]([0-9]{2}|xx)", status, re.IGNORECASE) else None
            fix = f"write {near}" if near else "write one from 100 to 599, a range such as 4XX, or default"
            is_safe = status.upper() == near and near not in operation.map("responses")
            replace = (status, near) if near and is_safe else None
            message = f"{status} is no status of HTTP"
            yield operation.problem(message, fix, "responses", status, replace=replace)


@rule("media-type", bad="schema: null", good="schema: {$ref: '#/components/schemas/Error'}")
def body_schema(media_type: Node) -> Problems:
    """A body has a schema."""
    if "schema" not in media_type.data:
        yield media_type.problem("this body has no schema", "describe it in schema")


@rule("parameter", "header", bad="schema: null", good="schema: {type: integer}")
def value_schema(value: Node) -> Problems:
    """A parameter or header has a schema."""
    if "schema" not in value.data:
        name = value.text("name") or value.name
        yield value.problem(f"the {value.kind} {name} has no schema", "write schema: {type: …}")


_REQUIRING: Final = frozenset({"required", "minProperties", "allOf", "anyOf", "oneOf", "if"})
"""The keywords by which a schema can require a field."""


@rule(
    "operation",
    bad="requestBody: {content: {application/x-www-form-urlencoded: {schema: {$ref: null, type: object}}}}",
    good="requestBody: {required: true}",
)
def required_body(operation: Node) -> Problems:
    """A form is required if one of its fields is: on the wire, an empty form is no body."""
    form, body = operation.description.form(operation), operation.under("requestBody")
    if form is None or body is None:
        return
    if body.data.get("required") is True and not _REQUIRING & form.data.keys():
        message = "the form is required, and none of its fields is"
        yield body.problem(message, "remove required, or require a field", "required")
    elif form.data.get("required") and not body.data.get("required"):
        fix = "write required: true beside content"
        yield body.problem("a field of the form is required, and the form is not", fix)


@rule(
    "path-item",
    bad="get: {requestBody: {description: What to list.}}",
    good="post: {requestBody: {required: true}}",
)
def body_method(path_item: Node) -> Problems:
    """Only POST, PUT and PATCH have a body."""
    for method in ("get", "head", "delete", "options", "trace"):
        if "requestBody" in path_item.map(method):
            message = f"{method.upper()} has no body"
            yield path_item.problem(message, "describe query parameters", method, "requestBody")


@rule(
    "document",
    bad="servers: []",
    good="servers: [{url: 'https://things.example.com', description: The only deployment.}]",
)
def server_there(document: Node) -> Problems:
    """The description names a server, which clients call."""
    if not document.data.get("servers"):
        keys = ("servers",) if "servers" in document.data else ()
        yield document.problem("there is no server to call", "write servers: [{url: https://<host>}]", *keys)


@rule("server", bad="url: things.example.com", good="url: https://things.example.com")
def server_address(server: Node) -> Problems:
    """The URL of a server is an address on the web, without a query."""
    url = server.text("url")
    if url and not re.fullmatch(r"(https?://|\{)[^\s?#$]+", url):
        yield server.problem(f"clients cannot call {url}", "write url: https://<host>/<path>", "url")


@rule(
    "server",
    bad="url: https://{host}/",
    good="{url: 'https://{host}/', variables: {host: {default: things, description: Name of the host.}}}",
)
def server_variables(server: Node) -> Problems:
    """The names in braces in the URL of a server are those of its variables."""
    named, described = set(re.findall(r"\{([^}]*)\}", server.text("url"))), server.map("variables").keys()
    for name in sorted(named - described):
        fix = f"write {one_of(name, described)}, or describe it in variables"
        yield server.problem(f"the address has no variable {name}", fix, "url")
    for name in sorted(described - named):
        fix = "put it in braces in url, or remove it"
        yield server.problem(f"the address does not name {name}", fix, "variables", name)


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
