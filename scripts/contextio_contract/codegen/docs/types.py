"""Types of schemas in words, with the values that a schema allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from contextio_contract.contract import Schema

_FORMATS: Final = {"uri": " (URL)", "email": " (mail address)"}
_JSON_TYPES: Final = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}


def objects_in(schema: Schema) -> list[str]:
    """Return the names of the schemas of objects that a body is, lists, or is a choice of."""
    if schema.name and schema.properties:
        return [schema.name]
    inner = [*schema.alternatives, *([schema.items] if schema.items else [])]
    return list(dict.fromkeys(name for each in inner for name in objects_in(each)))


def type_words(schema: Schema) -> list[tuple[str, str]]:
    """Return a type as pieces of text, each with the name of the schema that it links to, if any."""
    if not schema.name:
        return structure_words(schema)
    link = (schema.name, schema.name)
    is_scalar = bool(schema.types) and not {"object", "array"} & set(schema.types)
    return [(f"{' or '.join(schema.types)} (", ""), link, (")", "")] if is_scalar else [link]


def structure_words(schema: Schema) -> list[tuple[str, str]]:
    """Return what a schema consists of in such pieces, also for one that has a name."""
    if schema.alternatives:
        choices = dict.fromkeys(tuple(type_words(each)) for each in schema.alternatives)
        return [piece for choice in choices for piece in ((" or ", ""), *choice)][1:]
    if schema.types == ("array",) and schema.items:
        return [("array of ", ""), *type_words(schema.items)]
    if schema.map_values and not schema.properties:
        return [("map of ", ""), *type_words(schema.map_values)]
    if schema.is_binary:
        return [("bytes", "")]
    types = schema.types or _implied_types(schema)
    return [(" or ".join(types) + _FORMATS.get(schema.get("format"), ""), "")]


def _implied_types(schema: Schema) -> tuple[str, ...]:
    """Return the types of a schema that names none, by its values or properties."""
    if values := _values(schema):
        return tuple(dict.fromkeys(_JSON_TYPES[type(value)] for value in values))
    return ("object",) if schema.properties or "allOf" in schema.resolved else ("any value",)


def without_texts(node: Any, *, is_by_name: bool = False) -> Any:
    """Return a schema with what validates alone: without descriptions, examples and extensions."""
    if isinstance(node, list):
        return [without_texts(each) for each in node]
    if not isinstance(node, dict):
        return node
    texts = {"description", "summary", "title", "example", "examples"}
    return {
        name: without_texts(each, is_by_name=name == "properties" and not is_by_name)
        for name, each in node.items()
        if is_by_name or (name not in texts and not name.startswith("x-"))
    }


def choices(schema: Schema) -> tuple[Any, ...]:
    """Return the values that a schema allows alone, or that each of its alternatives does; empty if any."""
    values = [_values(each) for each in schema.alternatives]
    if values and all(values):
        return tuple(value for each in values for value in each)
    return _values(schema)


def _values(schema: Schema) -> tuple[Any, ...]:
    return (schema.resolved["const"],) if "const" in schema.resolved else schema.enum
