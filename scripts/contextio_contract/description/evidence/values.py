"""Documented values compared with described ones: types, enumerations, elements, and what is required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.evidence.targets import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Schema
    from contextio_contract.description.evidence.facts import Fact
    from contextio_contract.description.evidence.targets import Target

TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    **{name: {"type": name} for name in ("string", "integer", "number", "boolean", "array", "object")},
    "string (url)": {"type": "string", "format": "uri"},
    "integer (unix time)": {"type": "integer"},
    "map": {"type": "object"},
    "mixed": {},
    "file": {"type": "string"},
}
"""Documented types as JSON Schema; others are of no type that is known."""


def differences(fact: Fact, target: Target, label: str) -> Iterator[tuple[str, str]]:
    """Yield where a parameter or property differs from its documentation, with what to write.

    Args:
        fact: the documentation.
        target: the parameter or property.
        label: what to call it.
    """
    if target.schema and not target.get("x-disputed"):
        yield from _value_differences(fact, target.schema, label)
    required = fact.data.get("required")
    if isinstance(required, bool) and required != target.required:
        words = {True: "required", False: "optional"}
        message = f"{label} is {words[target.required]}, but {words[required]} in {fact.location}"
        yield message, words[required]


def _value_differences(fact: Fact, schema: Schema, label: str) -> Iterator[tuple[str, str]]:
    documented = fact.data["type"]
    if not _has_type(schema, documented):
        types = " or ".join(sorted(_types(schema))) or "value without type"
        yield f"{label} is a {types}, but {fact.location} documents {documented}", documented
    values = fact.data.get("enum")
    if values is not None and (described := _values(schema)) != set(map(str, values)):
        shown, wanted = ", ".join(sorted(described)) or "no values", ", ".join(map(str, values))
        yield f"{label} takes {shown}, but {fact.location} documents {wanted}", wanted
    items = fact.data.get("items")
    if documented == "array" and items is not None and not _has_elements(schema, items):
        yield f"{label} holds other elements than {fact.location} documents", f"of {items}"
    if fact.data.get("nullable") and "null" not in _types(schema):
        message = f"{label} is never null, but {fact.location} documents that it may be"
        yield message, '"null" among the types'


def forms(schema: Schema, around: tuple[int, ...] = ()) -> Iterator[Schema]:
    """Yield a schema and all that it is put together from, or lets choose from."""
    if id(schema.node) in around:
        return
    yield schema
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in schema.resolved.get(keyword, ()):
            yield from forms(type(schema)(member, schema.document), (*around, id(schema.node)))


def _has_type(schema: Schema, documented: str) -> bool:
    """Return whether a schema has a documented type; an integer is a number, and a pattern may tell a URL."""
    keywords, types = TYPES.get(documented, {}), _types(schema)
    if "format" in keywords and schema.get("pattern") is None and schema.get("format") != keywords["format"]:
        return False
    wanted = {keywords.get("type", documented)}
    return bool(types & (wanted | {"integer"} if "number" in wanted else wanted)) or documented == "mixed"


def _types(schema: Schema) -> set[str]:
    return set(schema.types) or ({"object"} if schema.properties else set())


def _values(schema: Schema) -> set[str]:
    constant: Any = schema.get("const")
    return {str(value) for value in schema.enum or [constant] if value is not None}


def _has_elements(schema: Schema, documented: str) -> bool:
    """Return whether the elements of an array have a documented type, or are a documented object."""
    if schema.items is None:
        return False
    objects = (name.rpartition(".")[2] for name in texts(schema.items.resolved, "x-documents"))
    return _has_type(schema.items, documented) or documented in objects
