"""Operations as sections of the reference, with parameters, properties, types and examples in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.docs import behaviour
from contextio_contract.codegen.docs.programs import Program, programs
from contextio_contract.codegen.samples import SEVERAL, as_text, body_of
from contextio_contract.contract import Schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.codegen.rulebook.rules import Rule
    from contextio_contract.contract import Collection, MediaType, Operation

_HEADINGS: Final = {
    "path": "Parameters in the path",
    "query": "Parameters in the query",
    "header": "Headers",
    "cookie": "Cookies",
    "form": "Form fields",
    "body": "Body",
}
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
_MAX_LINES: Final = 40
"""Lines of an example that are shown."""
_WHOLE: Final = "story"
"""The name of the example that has all elements of a list, which is for the mock."""


@dataclass(frozen=True)
class Field:
    """A parameter, or a property of an object, with an example as text.

    The node is the Parameter Object, or the schema of the property as written.
    """

    name: str
    required: bool
    node: Mapping[str, Any]
    schema: Schema
    example: str = ""
    accept: str = ""

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be used."""
        return bool(self.node.get("deprecated"))

    @property
    def values(self) -> list[str]:
        """The values of its enumeration, or of those that it is a choice of."""
        return list(map(as_text, _choices(self.schema)))

    @property
    def is_repeated(self) -> bool:
        """Whether it is sent once for each of its values."""
        is_list = "array" in self.schema.types
        return self.name.endswith(SEVERAL) or (is_list and self.node.get("explode", True))

    @property
    def bounds(self) -> list[str]:
        """What else limits its values, in words."""
        limits = {} if self.schema.enum else _BOUNDS
        if self.schema.is_binary:
            limits = {"maxLength": "at most {:,} bytes"}
        return [
            words.format(limit if isinstance(limit, int) and "," in words else as_text(limit))
            for keyword, words in limits.items()
            if (limit := self.schema.get(keyword)) is not None
        ]


@dataclass(frozen=True)
class Section:
    """An operation as the reference shows it, with its collection and the documented rules about it.

    `address` is the URL below which its path lies; that of the deployment, if it has no server of its own.
    """

    operation: Operation
    collection: Collection | None
    deployment_url: str
    address: str
    rules: Sequence[Rule]

    @property
    def label(self) -> str:
        """What it is called in the menu: what it does, and to what."""
        verb, _, what = self.operation.name.partition("_")
        kind = self.collection.resource.kind if self.collection and verb != "list" else self.operation.page
        return f"{verb} {what or kind}".replace("_", " ").capitalize()

    @property
    def is_outside(self) -> bool:
        """Whether its path lies outside the base path, at a server of its own."""
        return self.address != self.deployment_url

    @property
    def body(self) -> MediaType | None:
        """The request body in the media type that is shown; None without one."""
        return body_of(self.operation)

    @cached_property
    def groups(self) -> list[tuple[str, str, list[Field]]]:
        """The parts of a request: location, heading, and parameters or fields of the body.

        Required fields of the body come first, deprecated ones last.
        """
        groups: dict[str, list[Field]] = {location: [] for location in _HEADINGS}
        for entry in self.operation.parameters:
            is_joined = isinstance(entry.example, list) and not entry.explode
            values = entry.example if is_joined else [] if entry.example is None else [entry.example]
            example = ",".join(map(as_text, values))
            field = Field(entry.name, entry.required, entry.node, entry.schema, example)
            groups.setdefault(entry.location, []).append(field)
        location = "form" if self.operation.form else "body"
        if self.body:
            encoding = self.body.node.get("encoding", {})
            fields = properties(self.body.schema, encoding)
            groups[location] = sorted(fields, key=lambda field: (not field.required, field.deprecated))
        return [
            (name, heading, groups[name])
            for name, heading in _HEADINGS.items()
            if groups[name] or (self.body and name == location)
        ]

    def anchor(self, location: str, name: str) -> str:
        """Return the anchor of an argument; one of the query may have the name of one of the path."""
        is_taken = location == "query" and name in self.operation.path.parameters
        return f"{self.operation.id}.{'query_' if is_taken else ''}{name}"

    @cached_property
    def behaviour(self) -> list[str]:
        """What is promised beyond the schemas, in Markdown."""
        return behaviour.sentences(self.operation, self.collection)

    @cached_property
    def programs(self) -> list[Program]:
        """Calls in each language."""
        return programs(self.operation, self.address, self.deployment_url)

    def asked_by(self, media: MediaType) -> str:
        """Return how a call asks for this body of a success, in Markdown; empty for that without asking."""
        return behaviour.asked_by(self.operation, media.name)


def properties(schema: Schema, encoding: Mapping[str, Any] | None = None) -> list[Field]:
    """Return the properties of an object, those of its `allOf` before its own.

    Args:
        schema: the schema of the object.
        encoding: for a multipart form, the Encoding Objects by property.
    """
    fields = []
    for name, property_ in schema.properties.items():
        node = property_.node if isinstance(property_.node, dict) else {}
        examples = [node["example"]] if "example" in node else node.get("examples", ())
        example = as_text(examples[0]) if examples else ""
        accept = (encoding or {}).get(name, {}).get("contentType", "")
        fields.append(Field(name, name in schema.required, node, property_, example, accept))
    return fields


def objects_in(schema: Schema) -> list[str]:
    """Return the names of the schemas of objects that a body is, lists, or is a choice of."""
    if schema.name and schema.properties:
        return [schema.name]
    inner = [*schema.alternatives, *([schema.items] if schema.items else [])]
    return list(dict.fromkeys(name for each in inner for name in objects_in(each)))


def type_words(schema: Schema) -> list[tuple[str, str]]:
    """Return a type as pieces of text, each with the name of the schema that it links to or an empty text."""
    return [(schema.name, schema.name)] if schema.name else structure_words(schema)


def structure_words(schema: Schema) -> list[tuple[str, str]]:
    """Return what a schema consists of, likewise, also for one that has a name."""
    if "const" in schema.resolved:
        return [(as_text(schema.resolved["const"]), "")]
    if schema.alternatives:
        return [piece for each in schema.alternatives for piece in ((" or ", ""), *type_words(each))][1:]
    if schema.types == ("array",) and schema.items:
        return [("array of ", ""), *type_words(schema.items)]
    values = schema.get("additionalProperties")
    if isinstance(values, dict) and values and not schema.properties:
        return [("map of ", ""), *type_words(Schema(values, schema.document))]
    if schema.is_binary:
        return [("bytes", "")]
    types = schema.types or (
        ("object",) if schema.properties or "allOf" in schema.resolved else ("any value",)
    )
    return [(" or ".join(types) + _FORMATS.get(schema.get("format"), ""), "")]


def shown_examples(media: MediaType) -> Iterator[tuple[str, str, bool]]:
    """Yield the examples of a media type: summary, text and whether that is JSON; long ones are cut."""
    for example in media.examples:
        if example.name != _WHOLE:
            is_json = media.kind == "json"
            yield (
                example.summary,
                shortened(example.value) if is_json else _cut(as_text(example.value)),
                is_json,
            )


def shortened(value: Any) -> str:
    """Return a JSON value over several lines; of a long one, the beginning and how much more there is."""
    whole = json.dumps(value, indent=2, ensure_ascii=False)
    if whole.count("\n") < _MAX_LINES or not isinstance(value, list) or len(value) == 1:
        return _cut(whole)
    kept = len(value) - 1
    while kept > 1 and _lines(value[:kept]) > _MAX_LINES:
        kept -= 1
    begun = json.dumps(value[:kept], indent=2, ensure_ascii=False).removesuffix("\n]")
    more = len(value) - kept
    return f"{_cut(begun)}\n  … {more} more element{'s' if more > 1 else ''}\n]"


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


def _lines(value: Any) -> int:
    return json.dumps(value, indent=2).count("\n") + 1


def _cut(text: str) -> str:
    lines = text.split("\n")
    more = len(lines) - _MAX_LINES
    return text if more <= 1 else "\n".join([*lines[:_MAX_LINES], f"… {more} more lines"])


def _choices(schema: Schema) -> tuple[Any, ...]:
    enums = [choice.enum for choice in schema.alternatives]
    return tuple(value for enum in enums for value in enum) if all(enums) and enums else schema.enum
