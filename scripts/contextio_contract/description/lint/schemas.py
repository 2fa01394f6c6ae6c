"""Rules on schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Description, Node
    from contextio_contract.description.source.yaml import Pointer


_RANGES: Final = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
)
_FORMATS: Final = (
    *("date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4"),
    *("ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer"),
    *("relative-json-pointer", "regex"),
    *("int32", "int64", "float", "double", "password"),
)
"""Those of JSON Schema 2020-12, and in the last line those that OpenAPI 3.1 adds."""


@rule(*SCHEMA_KINDS, bad="required: [nme]", good="required: [name]")
def required_property(schema: Node) -> Iterator[Problem]:
    """What is required is among the properties."""
    required = schema.list("required")
    if not required:
        return
    whole = schema.whole
    known = {name for same in _same_value(whole, schema.pointer) for name in whole.properties(same)}
    for index, name in enumerate(required):
        if isinstance(name, str) and name not in known:
            pointer = (*schema.pointer, "required", index)
            fix = f"write {one_of(name, known)}, or describe {name} in properties"
            yield Problem(pointer, f"{name} is required and no property", fix)


@rule(
    "property",
    "items",
    "schema",
    "value",
    bad="{type: object, properties: {width: {type: integer, description: Width in metres.}}}",
    good="{type: string, minLength: 1}",
)
def named_object(schema: Node) -> Iterator[Problem]:
    """An object is a component with a name; generators invent different names for those without."""
    if "properties" in schema.data and schema.pointer[:-1] != ("components", "schemas"):
        yield Problem(
            schema.pointer, "this object has no name", "make it a component in schemas and refer to that"
        )


@rule(
    *SCHEMA_KINDS[:-1],
    bad="properties: {sizes: {type: array, description: How big.}}",
    good="properties: {sizes: {type: array, description: All., items: {type: integer, description: One.}}}",
)
def array_items(schema: Node) -> Iterator[Problem]:
    """An array says what its elements are, unless it has none."""
    is_array = schema.data.get("type") == "array" or "array" in schema.list("type")
    if is_array and not {"items", "prefixItems"} & schema.data.keys() and schema.data.get("maxItems") != 0:
        yield Problem(schema.pointer, "nothing says what is in this array", "describe an element in items")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: integer, description: How big., minimum: 9, maximum: 1}}",
    good="properties: {size: {type: integer, description: How big., minimum: 1, maximum: 9}}",
)
def bounds_order(schema: Node) -> Iterator[Problem]:
    """A lower bound is not above the upper one, so that some value fits."""
    for low, high in _RANGES:
        least, most = schema.data.get(low), schema.data.get(high)
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            message = f"no value is at least {least} and at most {most}"
            yield Problem((*schema.pointer, low), message, f"write a {low} of {most} or less")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {home: {type: string, format: url, description: Where it is.}}",
    good="properties: {home: {type: string, format: uri-reference, description: Where it is.}}",
)
def format_known(schema: Node) -> Iterator[Problem]:
    """A format is one that JSON Schema or OpenAPI defines; tools pass over others."""
    name = schema.text("format")
    if name and name not in _FORMATS:
        pointer = (*schema.pointer, "format")
        yield Problem(pointer, f"no tool knows the format {name}", f"write {one_of(name, _FORMATS)}")


def _same_value(whole: Description, pointer: Pointer) -> Iterator[Node]:
    """Yield the schemas that describe the same value: the one at a place, and those that it is part of."""
    schema = whole.at(pointer)
    if schema is not None:
        yield schema
    owner, key = pointer[-2:]
    if owner == "properties":
        for around in _same_value(whole, pointer[:-2]):
            if (same := whole.properties(around).get(str(key))) is not None:
                yield same
    elif owner in {"allOf", "anyOf", "oneOf"}:
        yield from _same_value(whole, pointer[:-2])
    elif key in {"if", "then", "else", "not"}:
        yield from _same_value(whole, pointer[:-1])
    elif key == "items":
        for around in _same_value(whole, pointer[:-1]):
            if (same := around.under("items")) is not None:
                yield same
