"""The bundle as the reference reads it: references followed, schemas put into words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS: Final = ("get", "post", "put", "patch", "delete")
FORM: Final = "application/x-www-form-urlencoded"
_SCHEMA: Final = "#/components/schemas/"
_REFERENCE: Final = re.compile(r'"\$ref": "([^"]*)"')
_BOUNDS: Final = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "length at least {}",
    "maxLength": "length at most {}",
    "minItems": "elements at least {}",
    "maxItems": "elements at most {}",
    "default": "{} if left out",
}


@dataclass(frozen=True)
class Field:
    """A parameter, or a property of an object.

    Attributes:
        name: as it stands on the wire.
        place: `path`, `query`, `form`, or empty for a property of an answer.
        required: whether it is always there.
        described: what the bundle says beside or above its schema.
        schema: its schema, references followed.
        type: its type in words, with the names of schemas.
    """

    name: str
    place: str
    required: bool
    described: dict[str, Any]
    schema: dict[str, Any]
    type: list[tuple[str, str]]

    @property
    def values(self) -> list[str]:
        """The values that it may have, where they are counted out."""
        return [shown(value) for value in self.schema.get("enum", ())]

    @property
    def bounds(self) -> list[str]:
        """What else limits its values, in words."""
        if "enum" in self.schema:
            return []
        return [words.format(shown(self.schema[key])) for key, words in _BOUNDS.items() if key in self.schema]

    @property
    def example(self) -> str:
        """An example of its value, as text."""
        return shown(self.described["example"]) if "example" in self.described else ""

    @property
    def input_type(self) -> str:
        """The kind of input in which a person types it."""
        return "password" if self.schema.get("format") == "password" else "text"


class Document:
    """The bundled OpenAPI document."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        """Take the document."""
        self.bundle = bundle
        self.schemas: dict[str, dict[str, Any]] = bundle["components"].get("schemas", {})

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any], list[dict[str, Any]]]]:
        """Yield method, path, operation and parameters of each operation, references followed."""
        for path, item in self.bundle["paths"].items():
            for method in METHODS:
                if method in item:
                    operation = item[method]
                    named = [
                        self.resolved(each)
                        for each in (*item.get("parameters", ()), *operation.get("parameters", ()))
                    ]
                    yield method.upper(), path, operation, named

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return what a node refers to, with what stands beside the reference put over it."""
        while "$ref" in node:
            _, _, section, name = node["$ref"].split("/")
            beside = {key: value for key, value in node.items() if key != "$ref"}
            node = self.bundle["components"][section][name] | beside
        return node

    def made_of(self, *nodes: Any) -> tuple[str, ...]:
        """Return nodes and every component that they lead to, as text: the same texts are shown the same."""
        texts = [json.dumps(node) for node in nodes]
        found: dict[str, str] = {}
        waiting = _REFERENCE.findall("".join(texts))
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name], further = self._components.get(name, ("", []))
                waiting += further
        return *texts, *found.values()

    @cached_property
    def _components(self) -> dict[str, tuple[str, list[str]]]:
        """The components as text by what refers to them, each with what it refers to itself."""
        texts = {
            f"#/components/{section}/{name}": json.dumps(node)
            for section, entries in self.bundle["components"].items()
            for name, node in entries.items()
        }
        return {name: (text, _REFERENCE.findall(text)) for name, text in texts.items()}

    def parameter(self, described: dict[str, Any]) -> Field:
        """Return a parameter of an operation.

        Raises:
            CannotGenerateError: when it has no schema.
        """
        if "schema" not in described:
            message = f"the parameter {described['name']} has no schema, which the reference shows"
            raise CannotGenerateError(message)
        return Field(
            described["name"],
            described["in"],
            bool(described.get("required")),
            described,
            self.resolved(described["schema"]),
            self.words(described["schema"]),
        )

    def fields(self, schema: dict[str, Any], place: str = "") -> list[Field]:
        """Return the properties of an object, those of its `allOf` before its own."""
        schema = self.resolved(schema)
        found: dict[str, Field] = {}
        for part in schema.get("allOf", ()):
            found |= {field.name: field for field in self.fields(part, place)}
        required = schema.get("required", ())
        for name, node in schema.get("properties", {}).items():
            found[name] = Field(name, place, name in required, node, self.resolved(node), self.words(node))
        return list(found.values())

    def words(self, node: dict[str, Any]) -> list[tuple[str, str]]:
        """Return a schema's type as pieces of text, each with the name of the schema that it names or ''."""
        if "$ref" in node and node["$ref"].startswith(_SCHEMA):
            name = node["$ref"].removeprefix(_SCHEMA)
            return [(name, name)]
        if "const" in node:
            return [(shown(node["const"]), "")]
        for key in ("oneOf", "anyOf"):
            if key in node:
                choices = [self.words(choice) for choice in node[key]]
                return [
                    piece
                    for index, choice in enumerate(choices)
                    for piece in ([(" or ", "")] if index else []) + choice
                ]
        if node.get("type") == "array":
            return [("array of ", ""), *self.words(node.get("items", {}))]
        stated = node.get("type", "object" if "properties" in node or "allOf" in node else "any value")
        names = [stated] if isinstance(stated, str) else stated
        form = {"uri": " (URL)", "email": " (mail address)"}.get(node.get("format", ""), "")
        return [(" or ".join(names) + form, "")]


def shown(value: Any) -> str:
    """Return a JSON value as a reader of the wire knows it."""
    words = {True: "true", False: "false"} if isinstance(value, bool) else {}
    return "null" if value is None else words.get(value, str(value))
