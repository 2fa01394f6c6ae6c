"""Operations as sections of the reference, with their parameters, bodies and programs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.docs import behaviour
from contextio_contract.codegen.docs.programs import Program, programs
from contextio_contract.codegen.docs.types import choices
from contextio_contract.codegen.samples import SEVERAL, as_text, body_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.codegen.rulebook.rules import Rule
    from contextio_contract.contract import Collection, MediaType, Operation, Schema

_HEADINGS: Final = {
    "path": "Path parameters",
    "query": "Query parameters",
    "header": "Header parameters",
    "cookie": "Cookie parameters",
    "form": "Request body",
    "body": "Request body",
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
        return list(map(as_text, choices(self.schema)))

    @property
    def is_constant(self) -> bool:
        """Whether it has one value."""
        return len(self.values) == 1

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
        """What it is called in the menu: what it does, and to what, such as `List source folders`.

        An operation on a further kind of what its page is about, such as `webhooks_get_application`, is
        called after both: `Get application webhook`.
        """
        page = self.operation.page.replace("_", " ")
        verb, _, what = self.operation.name.replace("_", " ").partition(" ")
        noun = page if verb == "list" else singular(page)
        is_further = self.collection is not None and self.collection.resource.kind == singular(page)
        if what:
            noun = f"{what} {noun}" if is_further else f"{singular(page)} {what}"
        return f"{verb} {noun}".capitalize()

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


def singular(words: str) -> str:
    """Return English words with the last in the singular: `email addresses` → `email address`."""
    for plural, ending in (("sses", "ss"), ("ies", "y"), ("ss", "ss"), ("us", "us"), ("s", "")):
        if words.endswith(plural):
            return words.removesuffix(plural) + ending
    return words


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
