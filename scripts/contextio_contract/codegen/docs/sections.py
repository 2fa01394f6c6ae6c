"""Operations as sections of the reference, with parameters, properties and types in words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.docs.programs import Program, programs
from contextio_contract.codegen.samples import as_text, body_of
from contextio_contract.contract import Schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True)
class Field:
    """A parameter, or a property of an object, with an example as text.

    The node is the Parameter Object, or the schema of the property as written.
    """

    name: str
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
    def body(self) -> MediaType | None:
        """The request body in the media type that is shown; None without one."""
        return body_of(self.operation)

    @property
    def groups(self) -> list[tuple[str, str, list[Field]]]:
        """The parts of a request: location, heading, and parameters or fields of the body.

        Required fields of the body come first, deprecated ones last.
        """
        groups: dict[str, list[Field]] = {location: [] for location in _HEADINGS}
        for entry in self.operation.parameters:
            example = "" if entry.example is None else as_text(entry.example)
            field = Field(entry.name, entry.required, entry.node, entry.schema, example)
            groups.setdefault(entry.location, []).append(field)
        location = "form" if self.operation.form else "body"
        if self.body:
            fields = properties(self.body.schema)
            groups[location] = sorted(fields, key=lambda field: (not field.required, field.deprecated))
        return [
            (name, heading, groups[name])
            for name, heading in _HEADINGS.items()
            if groups[name] or (self.body and name == location)
        ]

    @property
    def behaviour(self) -> list[str]:
        """What is promised of its list, or of the resource that its form makes, in Markdown."""
        listing = self.operation.listing
        resource = self.collection.resource if self.collection else None
        told: list[str] = []
        if listing:
            told += ["The list is in the order of creation, oldest first."] if listing.is_ordered else []
            told += [f"{each.description}." for each in listing.filters.values()]
            told += [f"`{name}`: {reason}" for name, reason in listing.others.items()]
        for name, target in resource.reads_back.items() if resource else ():
            if name in self.operation.form_fields:
                how = f"reads back in `{target}`" if target else "does not read back"
                told.append(f"What is sent as `{name}` {how}.")
        if resource and self.collection and self.operation is self.collection.creates:
            initial = [f"`{name}` is `{json.dumps(value)}`" for name, value in resource.initial.items()]
            told += [f"If nothing else is sent, {', '.join(initial)}."] if initial else []
            if resource.lifetime:
                field, seconds = resource.lifetime
                told.append(f"Unused, it ends at `{field}`, {seconds:,} seconds after its creation.")
        return told

    @property
    def programs(self) -> list[Program]:
        """Calls in each language."""
        return programs(self.operation, self.address, self.deployment_url)


def properties(schema: Schema) -> list[Field]:
    """Return the properties of an object, those of its `allOf` before its own."""
    fields = []
    for name, property_ in schema.properties.items():
        node = property_.node if isinstance(property_.node, dict) else {}
        examples = [node["example"]] if "example" in node else node.get("examples", ())
        example = as_text(examples[0]) if examples else ""
        fields.append(Field(name, name in schema.required, node, property_, example))
    return fields


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
