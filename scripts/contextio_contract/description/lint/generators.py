"""Rules on what generated clients cannot express, and what code generators get wrong."""

from __future__ import annotations

import re
from typing import Final

from contextio_contract.contract import FORM, JSON, MULTIPART
from contextio_contract.description.lint.grammar import KINDS, SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

_MEDIA_TYPE: Final = re.compile(r"\*/\*|[a-z0-9.+-]+/(\*|[a-z0-9.+-]+)")
_OWN_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
"""Headers whose parameters tools ignore (OpenAPI 3.1.1, section 4.8.12.2.1)."""
_FORM_BODY: Final = """
content:
  application/x-www-form-urlencoded:
    {schema: {$ref: '#/components/schemas/ThingCreateForm'}, example: {name: spade}}
"""
_BOUNDS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")


@rule(
    "request-body",
    "response",
    bad="content: {application/xml: {schema: {$ref: '#/components/schemas/Thing'}, example: {name: spade}}}",
    good=_FORM_BODY,
)
def media_types(body: Node) -> Problems:
    """Requests send a form or JSON, callbacks JSON; the media types of responses are types or ranges."""
    is_callback = body.pointer in body.description.callback_bodies
    expected = (JSON,) if is_callback else (FORM, MULTIPART, JSON)
    for name in body.map("content"):
        if name in KINDS["media-type"]:
            fix = f"put a media type around it: application/json: {{{name}: …}}"
            yield body.problem(f"{name} is no media type", fix, "content", name)
        elif body.kind == "request-body" and name not in expected:
            message = f"generated clients send no {name}"
            yield body.problem(message, f"write {one_of(name, expected)}", "content", name)
        elif name.endswith("+json"):
            yield body.problem(f"JSON is answered as {JSON} alone", f"write {JSON}", "content", name)
        elif not _MEDIA_TYPE.fullmatch(name):
            fix = "write a type such as text/plain, in small letters and without parameters, or */*"
            yield body.problem(f"{name} is no media type", fix, "content", name)


@rule(
    "request-body",
    bad="""
content:
  application/json: {schema: {$ref: '#/components/schemas/Thing'}, example: {name: spade}}
""",
    good=_FORM_BODY,
)
def one_body(body: Node) -> Problems:
    """A body is one form, in one encoding or both, or JSON; a form with a file is multipart alone."""
    content = body.map("content")
    forms = {name: body.under("content", name, "schema") for name in (FORM, MULTIPART) if name in content}
    if JSON in content and forms:
        fix = "remove it, or the form: a client cannot choose"
        yield body.problem("JSON stands here beside a form", fix, "content", JSON)
    if len({schema.pointer for schema in forms.values() if schema}) > 1:
        message = "the multipart form has another schema than the urlencoded one"
        yield body.problem(message, "refer to one schema in both", "content", MULTIPART, "schema")
    urlencoded = forms.get(FORM)
    for name, value in body.description.properties(urlencoded).items() if urlencoded else ():
        if value.text("format") == "binary":
            fix = f"describe the form as {MULTIPART} alone"
            yield body.problem(f"{name} is a file, which no urlencoded form holds", fix, "content", FORM)


@rule("parameter", bad="in: cookie", good="in: query")
def sent_anywhere(parameter: Node) -> Problems:
    """A parameter is in the path, the query or a header of its own; generated clients send no cookies."""
    location, name = parameter.text("in"), parameter.text("name")
    if location == "cookie":
        yield parameter.problem("generated clients send no cookies", "write in: query", "in")
    elif location == "header" and name.lower() in _OWN_HEADERS:
        fix = "remove it; content, or securitySchemes, says the same"
        yield parameter.problem(f"OpenAPI has tools ignore the parameter {name}", fix, "name")


@rule(
    "operation",
    bad="parameters: [{name: name, in: query, description: Which., schema: {type: string}, example: spade}]",
    good="parameters: [{name: like, in: query, description: Which., schema: {type: string}, example: spade}]",
)
def argument_twice(operation: Node) -> Problems:
    """Each value that an operation takes has a name of its own, as an argument of a method."""
    parameters = operation.description.parameters(operation)
    form = operation.description.form(operation)
    fields = operation.description.properties(form) if form else ()
    names = [
        f"query_{name}" if location == "query" and ("path", name) in parameters else name
        for location, name in parameters
    ]
    names += {name.removesuffix("[]"): name for name in fields}
    names += ["body"] if operation.under("requestBody") and not form else []
    spelled = [re.sub(r"[\W_]", "", name).lower() for name in names]
    for name in sorted({name for name in names if spelled.count(spelled[names.index(name)]) > 1})[:1]:
        fix = "leave the one out that says nothing more"
        yield operation.problem(f"two arguments of this operation are called {name}", fix)


@rule(
    *SCHEMA_KINDS,
    "media-type",
    "parameter",
    "header",
    bad="properties: {anything: true}",
    good="properties: {anything: {type: string, description: Whatever was sent.}}",
)
def boolean_schema(node: Node) -> Problems:
    """A schema is no bare true or false, which client generators refuse; additionalProperties may be."""
    for kind, keys, value in node.children():
        if kind in SCHEMA_KINDS and isinstance(value, bool) and keys != ("additionalProperties",):
            yield node.problem(f"generators take no bare {str(value).lower()}", "write a mapping", *keys)


@rule(
    *SCHEMA_KINDS,
    bad="properties: {none: {type: array, description: Nothing., const: []}}",
    good="properties: {none: {type: array, description: Nothing., maxItems: 0}}",
)
def const_scalar(schema: Node) -> Problems:
    """A const is a text, a number, a boolean or null; client generators refuse others."""
    if isinstance(schema.data.get("const"), dict | list):
        fix = "write maxProperties: 0 or maxItems: 0"
        yield schema.problem("generators cannot read this const", fix, "const")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {end: {description: When., oneOf: [{type: integer}, {const: never}]}}",
    good="properties: {end: {description: When., oneOf: [{type: integer}, {type: string, const: never}]}}",
)
def const_typed(schema: Node) -> Problems:
    """A const in a union has its type beside it; without, generated code fails on the other members."""
    for member in schema.each("oneOf", "anyOf"):
        if "const" in member.data and "type" not in member.data:
            yield member.problem("this const has no type", "write type: beside it", "const")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: How big., oneOf: [{type: integer, minimum: 0}, {type: string}]}}",
    good="properties: {size: {description: How big., oneOf: [{type: integer}, {type: string}]}}",
)
def bounds_in_union(schema: Node) -> Problems:
    """A number in a union has no bounds, which would wrap it in a class; they stand in a condition."""
    for member in schema.each("oneOf", "anyOf"):
        for key in _BOUNDS:
            if key in member.data:
                message = f"{key} wraps this member of a union in a class"
                yield member.problem(message, "write it under then:", key)


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: Small or large., type: [string, 'null'], enum: [S, L, null]}}",
    good="properties: {size: {description: Small or large., type: string, enum: [S, L]}}",
)
def null_in_enum(schema: Node) -> Problems:
    """An enum has no null, with which it becomes three classes."""
    if None in schema.list("enum"):
        yield schema.problem("null in an enum makes three classes of it", "leave null out", "enum")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: How big., enum: [0, 1, large]}}",
    good="""
properties:
  size: {description: How big., oneOf: [{type: integer, enum: [0, 1]}, {type: string, enum: [large]}]}
""",
)
def enum_of_one_type(schema: Node) -> Problems:
    """The values of an enum are texts or numbers of one type, which stands beside it."""
    types = {type(value) for value in schema.list("enum") if value is not None}
    if len(types) > 1:
        fix = "write oneOf with an enum for each type"
        yield schema.problem("generators refuse values of several types", fix, "enum")
    elif types & {dict, list}:
        fix = "leave it out, and say so in a description"
        yield schema.problem("generators cannot read this enum", fix, "enum")
    elif bool in types:
        fix = "write type: boolean, and const: for one value"
        yield schema.problem("an enum of booleans becomes a class", fix, "enum")
    elif types and schema.kind != "condition" and "type" not in schema.data:
        yield schema.problem("this enum has no type", "write type: beside it", "enum")


@rule("schema", bad="additionalProperties: false", good="additionalProperties: {type: string}")
def open_form(schema: Node) -> Problems:
    """A form allows fields that it does not describe, as the service did."""
    if schema.data.get("additionalProperties") is False and schema.pointer in schema.description.forms:
        message = "forms ignore fields that they do not describe"
        yield schema.problem(message, "remove it", "additionalProperties")


@rule(
    "schema",
    bad="properties: {home: {type: string, format: uri, description: Address of the home page.}}",
    good="properties: {home: {type: string, pattern: '^https?://', description: Address of the home page.}}",
)
def url_in_form(schema: Node) -> Problems:
    """A URL in a form has a pattern, since tools disagree on what format: uri takes."""
    if schema.pointer in schema.description.forms:
        for name, value in schema.description.properties(schema).items():
            if value.text("format") == "uri" and "pattern" not in value.data:
                yield value.problem(f"tools disagree on which URLs {name} takes", "write a pattern", "format")


@rule("security-scheme", bad="scheme: OAuth", good="scheme: oauth")
def scheme_lower_case(scheme: Node) -> Problems:
    """An HTTP authentication scheme is written in small letters, which some tools compare exactly."""
    name = scheme.text("scheme")
    if name != name.lower():
        replace = (name, name.lower())
        yield scheme.problem(f"tools do not know {name}", f"write {name.lower()}", "scheme", replace=replace)
