"""Rules on schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.contract.document import pointer_of
from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Description
    from contextio_contract.description.source.yaml import Pointer


_FORMATS: Final = (
    *("date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4"),
    *("ipv6", "uri", "uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer"),
    *("relative-json-pointer", "regex"),
    *("int32", "int64", "float", "double", "password", "binary"),
)
"""Those of JSON Schema 2020-12, and in the last line those that OpenAPI 3.1 adds."""


@rule(*SCHEMA_KINDS, bad="required: [nme]", good="required: [name]")
def required_property(schema: Node) -> Problems:
    """A required name is that of a property."""
    same = _same_value(schema.description, schema.pointer) if schema.list("required") else ()
    properties = {name for part in same for name in schema.description.properties(part)}
    for index, name in enumerate(schema.list("required")):
        if isinstance(name, str) and name not in properties:
            fix = f"write {one_of(name, properties)}, or describe {name} in properties"
            yield schema.problem(f"{name} is required and no property", fix, "required", index)


@rule(*SCHEMA_KINDS, bad="$id: 'urn:thing'", good="$comment: A thing has no address.")
def schema_identifier(schema: Node) -> Problems:
    """A schema has no identifier, dialect or dynamic reference; a $ref leads to it as a component."""
    for key in ("$id", "$schema", "$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary"):
        if key in schema.data:
            message = f"{key} changes what references lead to"
            yield schema.problem(message, "remove it; refer to components", key)


@rule(
    *SCHEMA_KINDS,
    bad="discriminator: {propertyName: kind}",
    good="{discriminator: {propertyName: name}, properties: {name: {type: string, description: Which.}}}",
)
def discriminator(schema: Node) -> Problems:
    """A discriminator names a property of each member of its union, and its mapping leads to members only."""
    stated = schema.map("discriminator")
    name, mapping = stated.get("propertyName"), stated.get("mapping")
    members = list(schema.each("oneOf", "anyOf"))
    for member in (members or [schema]) if isinstance(name, str) else ():
        properties = schema.description.properties(member)
        if name not in properties:
            message, fix = f"the schema {member.name} has no property {name}", one_of(str(name), properties)
            yield schema.problem(message, f"write {fix}", "discriminator", "propertyName")
    for value, reference in mapping.items() if isinstance(mapping, dict) else ():
        target = (
            schema.description.by_pointer.get(pointer_of(reference)) if isinstance(reference, str) else None
        )
        if members and target not in members:
            message = f"{value} leads to a schema that is no member of the union"
            fix = "add it to oneOf, or remove it here"
            yield schema.problem(message, fix, "discriminator", "mapping", value)


@rule(
    "property",
    "items",
    "schema",
    "value",
    bad="{type: object, properties: {width: {type: integer, description: Width in metres.}}}",
    good="{type: string, minLength: 1}",
)
def named_object(schema: Node) -> Problems:
    """An object is a component with a name; generators invent different names for those without."""
    if "properties" in schema.data and schema.pointer[:-1] != ("components", "schemas"):
        yield schema.problem("this object has no name", "make it a component in schemas and refer to that")


@rule(
    *SCHEMA_KINDS[:-1],
    bad="properties: {sizes: {type: array, description: How big.}}",
    good="properties: {sizes: {type: array, description: All., items: {type: integer, description: One.}}}",
)
def array_items(schema: Node) -> Problems:
    """An array says what its elements are, unless it has none."""
    is_array = schema.data.get("type") == "array" or "array" in schema.list("type")
    if is_array and not {"items", "prefixItems"} & schema.data.keys() and schema.data.get("maxItems") != 0:
        yield schema.problem("nothing says what is in this array", "describe an element in items")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {home: {type: string, format: url, description: Where it is.}}",
    good="properties: {home: {type: string, format: uri-reference, description: Where it is.}}",
)
def format_known(schema: Node) -> Problems:
    """A format is one that JSON Schema or OpenAPI defines; tools pass over others."""
    name = schema.text("format")
    if name and name not in _FORMATS:
        yield schema.problem(f"no tool knows the format {name}", f"write {one_of(name, _FORMATS)}", "format")


def _same_value(description: Description, pointer: Pointer) -> Iterator[Node]:
    """Yield the schemas that describe the same value: the one at a pointer, and those that it is part of."""
    schema = description.by_pointer.get(pointer)
    if schema is not None:
        yield schema
    owner, key = pointer[-2:]
    if owner == "properties":
        for around in _same_value(description, pointer[:-2]):
            if (same := description.properties(around).get(str(key))) is not None:
                yield same
    elif owner in {"allOf", "anyOf", "oneOf", "dependentSchemas"}:
        yield from _same_value(description, pointer[:-2])
    elif key in {"if", "then", "else", "not"}:
        yield from _same_value(description, pointer[:-1])
    elif key == "items":
        for around in _same_value(description, pointer[:-1]):
            if (same := around.under("items")) is not None:
                yield same
