"""Rules on how parameters, headers and bodies are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import FORM, MULTIPART
from contextio_contract.description.lint.keywords import a_value, stated_types
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_FIELD_NAME: Final = re.compile(r"[\w!#$%&'*+.^`|~-]+", re.ASCII)
"""The names that headers can have (RFC 9110, section 5.6.2)."""
_ADVICE: Final = "write ASCII letters, digits and hyphens, such as X-Limit"
_OF_HTTP: Final = frozenset({"host", "content-length", "transfer-encoding", "connection"})
"""Headers of the message itself, which HTTP libraries set."""


@rule("parameter", "header", bad="style: deepObject", good="style: form")
def parameter_style(parameter: Node) -> Problems:
    """A parameter is written in a style that its location and type allow; headers have the style simple."""
    location = parameter.text("in") if parameter.kind == "parameter" else "header"
    style, styles = parameter.text("style"), _STYLES.get(location, ())
    schema = parameter.under("schema")
    types = stated_types(schema) if schema else frozenset[str]()
    if style and styles and style not in styles:
        message = f"the style {style} does not exist in {a_value(location)}"
        yield parameter.problem(message, f"write style: {' or '.join(styles)}, or remove it", "style")
    elif types and not types & _STYLED_TYPES.get(style, types):
        message = f"the style {style} cannot write {a_value(min(types))}"
        yield parameter.problem(message, f"remove it, or write type: {max(_STYLED_TYPES[style])}", "style")
    if "explode" in parameter.data and types and not types & {"array", "object"}:
        message = f"explode says nothing about {a_value(min(types))}"
        yield parameter.problem(message, "remove it, or write type: array", "explode")
    for key in ("allowReserved", "allowEmptyValue"):
        if key in parameter.data and location != "query":
            yield parameter.problem(f"{key} has no effect in {a_value(location)}", "remove it", key)
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
    "response",
    "parameter",
    bad="headers: {Retry After: {$ref: '#/components/headers/RetryAfter'}, Retry-After: null}",
    good="headers: {Retry-After: {$ref: '#/components/headers/RetryAfter'}}",
)
def header_name(owner: Node) -> Problems:
    """The name of a header is a token of HTTP, occurs once, and is none that HTTP itself sets."""
    if owner.kind == "parameter":
        name = owner.text("name")
        if owner.text("in") == "header" and name:
            if name.lower() in _OF_HTTP:
                yield owner.problem(f"HTTP sets the header {name} itself", "remove it", "name")
            elif not _FIELD_NAME.fullmatch(name):
                yield owner.problem(f"{name} is no name of a header", _ADVICE, "name")
        return
    passed = set[str]()
    for name in owner.map("headers"):
        if not _FIELD_NAME.fullmatch(name):
            yield owner.problem(f"{name} is no name of a header", _ADVICE, "headers", name)
        elif name.lower() in passed:
            message = f"{name} stands here in other letters, and HTTP ignores case"
            yield owner.problem(message, "remove one", "headers", name)
        passed.add(name.lower())


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
            message = f"encoding names {name}, which is no property of the form"
            yield media_type.problem(message, f"write {one_of(name, names)}, or remove it", "encoding", name)
