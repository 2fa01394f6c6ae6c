"""Documented types and shapes compared with schemas and media types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema, media_types
from contextio_contract.description.evidence.facts import ARRAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TYPES: Final[Mapping[str, Mapping[str, Any]]] = {
    **{name: {"type": name} for name in ("string", "integer", "number", "boolean", "array", "object")},
    "string (url)": {"type": "string", "format": "uri"},
    "integer (unix time)": {"type": "integer"},
    "map": {"type": "object"},
    "mixed": {},
    "file": {"type": "string", "format": "binary"},
    "binary file": {"type": "string", "format": "binary"},
}
"""Documented types as JSON Schema; others are of no type that is known."""
ANY_MEDIA_TYPE: Final = "*/*"
"""A documented media type that is known not to be JSON."""


@dataclass(frozen=True)
class Shape:
    """The documented shape of a body.

    Attributes:
        text: a type, the name of an object, `array of` either, or prose.
        object: the object with its page; None if the shape names none.
    """

    text: str
    object: str | None

    @property
    def is_prose(self) -> bool:
        """Whether it names neither an object nor a type."""
        return self.object is None and self.text.removeprefix(ARRAY) not in TYPES

    def is_of(self, schema: Schema) -> bool:
        """Return whether a schema has the shape in one of its forms; any schema has one in prose."""
        if self.object and self.text.startswith(ARRAY):
            return any(form.items and documents(form.items, self.object) for form in forms(schema))
        if self.object:
            return documents(schema, self.object)
        return self.is_prose or any(has_type(form, self.text) for form in forms(schema))


def texts(node: Any, key: str) -> list[str]:
    """Return the texts in a list of an object; none if there is no list, which other rules find."""
    value = node.get(key) if isinstance(node, dict) else None
    return list(map(str, value)) if isinstance(value, list) else []


def forms(schema: Schema, around: tuple[int, ...] = ()) -> Iterator[Schema]:
    """Yield a schema and all that it is put together from, or lets choose from."""
    if id(schema.node) in around:
        return
    yield schema
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in schema.resolved.get(keyword, ()):
            yield from forms(Schema(member, schema.document), (*around, id(schema.node)))


def types_of(schema: Schema) -> set[str]:
    """Return the types of a schema, or of all that it lets choose from."""
    stated = set(schema.types) or ({"object"} if schema.properties else set())
    return stated or {each for member in schema.alternatives for each in types_of(member)}


def has_type(schema: Schema, documented: str) -> bool:
    """Return whether a schema has a documented type and no other, except null.

    An integer is a number, and a pattern may tell a URL.
    """
    if documented.startswith(ARRAY):
        return has_type(schema, "array") and holds(schema, documented.removeprefix(ARRAY))
    keywords = TYPES.get(documented, {})
    if "format" in keywords and schema.get("pattern") is None and schema.get("format") != keywords["format"]:
        return False
    wanted = {keywords.get("type", documented)}
    wanted |= {"integer"} if "number" in wanted else set()
    types = types_of(schema) - {"null"}
    return documented == "mixed" or (bool(types) and types <= wanted)


def holds(schema: Schema, items: str) -> bool:
    """Return whether a schema is a documented object, or an array of it or of values of a documented type."""
    elements = [form.items for form in forms(schema) if form.items is not None]
    if elements:
        return all(has_type(element, items) or documents(element, items) for element in elements)
    return documents(schema, items)


def documents(schema: Schema, name: str) -> bool:
    """Return whether a form of a schema transcribes a documented object, with or without its page."""
    documented = (text for form in forms(schema) for text in texts(form.resolved, "x-documents"))
    return any(name in {text, text.rpartition(".")[2]} for text in documented)


def fits(media_type: str, documented: str | None) -> bool:
    """Return whether a media type is the documented one: JSON if there is none, `*/*` for any other."""
    if documented in {None, ANY_MEDIA_TYPE}:
        return media_types.is_json(media_type) == (documented is None)
    return media_types.essence(media_type) == documented
