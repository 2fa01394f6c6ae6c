"""Rules on spellings that some generator or test tool gets wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import FORM, SCHEMA_KINDS
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node

_BOUNDS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")


@rule(
    *SCHEMA_KINDS,
    "media-type",
    "parameter",
    "header",
    bad="properties: {anything: true}",
    good="properties: {anything: {description: Whatever was sent.}}",
)
def boolean_schema(node: Node) -> Iterator[Problem]:
    """A schema is no bare true or false, which client generators refuse; additionalProperties may be."""
    for kind, keys, value in node.children():
        if kind in SCHEMA_KINDS and isinstance(value, bool) and keys != ("additionalProperties",):
            pointer = (*node.pointer, *keys)
            yield Problem(pointer, f"generators take no bare {str(value).lower()}", "write a mapping")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {nothing: {type: object, description: An empty object., const: {}}}",
    good="properties: {nothing: {type: object, description: An empty object., maxProperties: 0}}",
)
def const_scalar(schema: Node) -> Iterator[Problem]:
    """A const is a text, a number, a boolean or null; client generators refuse others."""
    if isinstance(schema.data.get("const"), dict | list):
        pointer = (*schema.pointer, "const")
        yield Problem(pointer, "generators cannot read this const", "write maxProperties: 0 or maxItems: 0")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {end: {description: When., oneOf: [{type: integer}, {const: false}]}}",
    good="properties: {end: {description: When., oneOf: [{type: integer}, {type: boolean, const: false}]}}",
)
def const_typed(schema: Node) -> Iterator[Problem]:
    """A const in a union has its type beside it; without, generated code fails on the other members."""
    for member in _members(schema):
        if "const" in member.data and "type" not in member.data:
            yield Problem((*member.pointer, "const"), "this const has no type", "write type: beside it")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {never: {description: Always false., enum: [false]}}",
    good="properties: {never: {description: Always false., type: boolean, const: false}}",
)
def boolean_enum(schema: Node) -> Iterator[Problem]:
    """One boolean value is a const, since an enum of booleans becomes a class."""
    if any(isinstance(value, bool) for value in schema.list("enum")):
        pointer = (*schema.pointer, "enum")
        yield Problem(
            pointer, "an enum of booleans becomes a class", "write type: boolean, and const: for one value"
        )


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: How big., oneOf: [{type: integer, minimum: 0}, {type: string}]}}",
    good="properties: {size: {description: How big., oneOf: [{type: integer}, {type: string}]}}",
)
def bounds_in_union(schema: Node) -> Iterator[Problem]:
    """A number in a union has no bounds, which would wrap it in a class; they stand in a condition."""
    for member in _members(schema):
        for key in _BOUNDS:
            if key in member.data:
                pointer = (*member.pointer, key)
                yield Problem(
                    pointer, f"{key} wraps this member of a union in a class", "write it under then:"
                )


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: Small or large., type: [string, 'null'], enum: [S, L, null]}}",
    good="properties: {size: {description: Small or large., type: string, enum: [S, L]}}",
)
def null_in_enum(schema: Node) -> Iterator[Problem]:
    """An enum has no null, with which it becomes three classes."""
    if None in schema.list("enum"):
        yield Problem(
            (*schema.pointer, "enum"), "null in an enum makes three classes of it", "leave null out"
        )


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: How big., enum: [0, 1, large]}}",
    good="properties: {size: {description: How big., type: string, enum: ['0', '1', large]}}",
)
def enum_of_one_type(schema: Node) -> Iterator[Problem]:
    """The values of an enum are of one type; client generators refuse others."""
    if len({type(value) for value in schema.list("enum") if value is not None}) > 1:
        pointer = (*schema.pointer, "enum")
        yield Problem(pointer, "generators refuse values of several types", "write all of them as texts")


@rule("schema", bad="additionalProperties: false", good="additionalProperties: {type: string}")
def open_form(schema: Node) -> Iterator[Problem]:
    """A form takes fields that it does not know, as the service did."""
    if schema.data.get("additionalProperties") is False and schema.pointer in schema.whole.forms:
        pointer = (*schema.pointer, "additionalProperties")
        yield Problem(pointer, "forms ignore fields that they do not know", "remove it")


@rule(
    "schema",
    bad="properties: {home: {type: string, format: uri, description: Address of the home page.}}",
    good="properties: {home: {type: string, pattern: '^https?://', description: Address of the home page.}}",
)
def url_in_form(schema: Node) -> Iterator[Problem]:
    """A URL in a form has a pattern, since tools disagree on what format: uri takes."""
    for name, value in (
        schema.whole.properties(schema).items() if schema.pointer in schema.whole.forms else ()
    ):
        if value.text("format") == "uri" and "pattern" not in value.data:
            pointer = (*value.pointer, "format")
            yield Problem(pointer, f"tools disagree on which URLs {name} takes", "write a pattern")


@rule("parameter", bad="in: header", good="in: query")
def sent_anywhere(parameter: Node) -> Iterator[Problem]:
    """A parameter is in the path or the query; generated clients send no further headers and no cookies."""
    place = parameter.text("in")
    if place in {"header", "cookie"}:
        pointer = (*parameter.pointer, "in")
        fix = "write in: query, or leave the parameter out; answers name their media types themselves"
        yield Problem(pointer, f"generated clients send no parameter in the {place}", fix)


@rule(
    "operation",
    bad="parameters: [{name: name, in: query, description: Which., schema: {type: string}, example: spade}]",
    good="parameters: [{name: like, in: query, description: Which., schema: {type: string}, example: spade}]",
)
def argument_twice(operation: Node) -> Iterator[Problem]:
    """Path, query and form of an operation share no name; a call of a generated client has one for each."""
    names = [name for place, name in operation.whole.parameters(operation) if place in {"path", "query"}]
    media = operation.under("requestBody", "content", FORM, "schema")
    names += operation.whole.properties(media) if media else []
    for name in sorted({name for name in names if names.count(name) > 1}):
        fix = "leave the one out that says nothing more"
        yield Problem(operation.pointer, f"two arguments of this operation are called {name}", fix)


@rule("security-scheme", bad="scheme: OAuth", good="scheme: oauth")
def scheme_lower_case(scheme: Node) -> Iterator[Problem]:
    """An HTTP authentication scheme is written in small letters, which some tools compare exactly."""
    name = scheme.text("scheme")
    if name != name.lower():
        pointer, small = (*scheme.pointer, "scheme"), name.lower()
        yield Problem(pointer, f"tools do not know {name}", f"write {small}", (name, small))


def _members(schema: Node) -> Iterator[Node]:
    """Yield what a schema is a union of."""
    for keyword in ("oneOf", "anyOf"):
        yield from schema.each(keyword)
