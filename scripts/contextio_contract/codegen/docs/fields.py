"""Parameters, properties and types, in the words of the reference."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Parameter

_BOUNDS: Final = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "length at least {}",
    "maxLength": "length at most {}",
    "minItems": "elements at least {}",
    "maxItems": "elements at most {}",
    "default": "{} if left out",
}
_FORMATS: Final = {"uri": " (URL)", "email": " (mail address)"}


@dataclass(frozen=True)
class Field:
    """A parameter, or a property of an object.

    Attributes:
        name: its name on the wire.
        location: where a request has it: `path`, `query`, `header`, `cookie`, `form` or `body`; empty for a
            property of a response.
        required: whether it must be there.
        node: the Parameter Object, or the schema of the property as written.
        schema: the schema of its value.
        example: an example of its value as text; empty without one.
    """

    name: str
    location: str
    required: bool
    node: Mapping[str, Any]
    schema: Schema
    example: str

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return bool(self.node.get("deprecated"))

    @property
    def values(self) -> list[str]:
        """The values of its enumeration."""
        return list(map(as_text, self.schema.enum))

    @property
    def bounds(self) -> list[str]:
        """What else limits its values, in words."""
        limits = {} if self.schema.enum else _BOUNDS
        return [
            words.format(as_text(self.schema.get(keyword)))
            for keyword, words in limits.items()
            if self.schema.get(keyword) is not None
        ]


def parameter_field(parameter: Parameter) -> Field:
    """Return a parameter of an operation."""
    example = "" if parameter.example is None else as_text(parameter.example)
    return Field(
        parameter.name, parameter.location, parameter.required, parameter.node, parameter.schema, example
    )


def properties(schema: Schema, location: str = "") -> list[Field]:
    """Return the properties of an object, those of its `allOf` before its own."""
    return [
        _property(name, node, location, required=name in schema.required)
        for name, node in schema.properties.items()
    ]


def type_words(schema: Schema) -> list[tuple[str, str]]:
    """Return a type as pieces of text, each with the name of the schema that it links to or an empty text."""
    if schema.name:
        return [(schema.name, schema.name)]
    if "const" in schema.resolved:
        return [(as_text(schema.resolved["const"]), "")]
    choices = schema.resolved.get("oneOf", schema.resolved.get("anyOf"))
    if choices:
        alternatives = [((" or ", ""), *type_words(Schema(choice, schema.document))) for choice in choices]
        return [piece for alternative in alternatives for piece in alternative][1:]
    if schema.types == ("array",) and schema.items:
        return [("array of ", ""), *type_words(schema.items)]
    types = schema.types or (
        ("object",) if schema.properties or "allOf" in schema.resolved else ("any value",)
    )
    return [(" or ".join(types) + _FORMATS.get(schema.get("format"), ""), "")]


def as_text(value: Any) -> str:
    """Return a JSON value as it is written on the wire, a string without quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _property(name: str, schema: Schema, location: str, *, required: bool) -> Field:
    node = schema.node if isinstance(schema.node, dict) else {}
    examples = [node["example"]] if "example" in node else node.get("examples", ())
    return Field(name, location, required, node, schema, as_text(examples[0]) if examples else "")
