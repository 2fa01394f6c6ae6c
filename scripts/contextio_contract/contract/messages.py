"""Request bodies and responses: their media types, examples and headers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from contextio_contract.contract import media_types
from contextio_contract.contract.parameters import Parameter, examples_of, schema_of
from contextio_contract.contract.schema import Schema
from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.contract.document import Document
    from contextio_contract.contract.links import Link
    from contextio_contract.contract.parameters import Example

Kind: TypeAlias = Literal["json", "text", "binary", "redirect", "none"]
"""How a body is read."""


@dataclass(frozen=True, eq=False)
class MediaType:
    """One way in which a body is written.

    Attributes:
        name: the media type, such as `application/json`.
        node: the Media Type Object.
        schema: the schema of the body.
        examples: the examples, those of `example` and `examples` alike.
    """

    name: str
    node: Mapping[str, Any]
    schema: Schema
    examples: tuple[Example, ...]

    @property
    def example(self) -> Any:
        """The value of the first example; None without one."""
        return self.examples[0].value if self.examples else None

    @property
    def kind(self) -> Kind:
        """How the body is read: as JSON, as bytes or as text."""
        if media_types.is_json(self.name):
            return "json"
        is_any = not self.schema.types and not self.name.startswith("text/")
        return "binary" if self.schema.is_binary or is_any else "text"

    @cached_property
    def sample(self) -> Any:
        """The first example if it is valid, otherwise a value that the schema allows, if one is found."""
        value = self.example
        if self.examples and self.schema.is_valid(value):
            return value
        generated = example_value(self.schema)
        return generated if not self.examples or self.schema.is_valid(generated) else value


class _Message:
    """What request bodies and responses have in common.

    Attributes:
        name: the name of the component that it refers to; None for one that is written in place.
        node: the object of the document.
        content: the media types by name.
    """

    def __init__(self, document: Document, node: Any) -> None:
        reference = node.get("$ref") if isinstance(node, dict) else None
        self.name = str(reference).rpartition("/")[2] if reference else None
        self.node = document.resolve(node)
        self.content: Mapping[str, MediaType] = {
            name: _media_type(document, name, media) for name, media in self.node.get("content", {}).items()
        }

    @property
    def description(self) -> str:
        """Its description as written; empty without one."""
        return str(self.node.get("description", ""))

    @cached_property
    def json(self) -> MediaType | None:
        """The body in JSON; None if it is not described."""
        return next((media for name, media in self.content.items() if media_types.is_json(name)), None)

    @cached_property
    def media(self) -> MediaType | None:
        """The body in the media type to prefer: JSON, otherwise the first; None without a body."""
        return self.json or next(iter(self.content.values()), None)


class RequestBody(_Message):
    """The body of a request."""

    @property
    def required(self) -> bool:
        """Whether a request must have a body."""
        return bool(self.node.get("required"))

    @property
    def form(self) -> MediaType | None:
        """The body as an urlencoded form; None if it is not described."""
        return self.content.get(media_types.FORM)

    @property
    def multipart(self) -> MediaType | None:
        """The body as a multipart form; None if it is not described."""
        return self.content.get(media_types.MULTIPART)


class Response(_Message):
    """A response of an operation.

    Attributes:
        status: its key: a status such as `200`, a range such as `4XX`, or `default`.
    """

    def __init__(self, document: Document, status: str, node: Any, link: Callable[[str, Any], Link]) -> None:
        super().__init__(document, node)
        self.status = status
        self._document = document
        self._link = link

    @cached_property
    def headers(self) -> Mapping[str, Parameter]:
        """The headers by name."""
        nodes = {name: self._document.resolve(node) for name, node in self.node.get("headers", {}).items()}
        return {
            name: Parameter(name, "header", node, schema_of(self._document, node))
            for name, node in nodes.items()
        }

    @cached_property
    def links(self) -> Mapping[str, Link]:
        """The links by name."""
        return {name: self._link(name, node) for name, node in self.node.get("links", {}).items()}

    @property
    def is_success(self) -> bool:
        """Whether its status is a 2xx, or a range of them."""
        return self.status.startswith("2")

    @property
    def schema(self) -> Schema | None:
        """The schema of the body in the preferred media type; None without a body."""
        return self.media.schema if self.media else None

    @cached_property
    def kind(self) -> Kind:
        """How the body is read, in the preferred media type; without a body, `redirect` or `none`."""
        if self.media:
            return self.media.kind
        return "redirect" if self.status.startswith("3") else "none"

    def media_of(self, content_type: str) -> MediaType | None:
        """Return the body that a `Content-Type` header announces; None if it is not described."""
        exact = [media for name, media in self.content.items() if name == media_types.essence(content_type)]
        ranges = (media for name, media in self.content.items() if media_types.includes(name, content_type))
        return next(iter([*exact, *ranges]), None)


def _media_type(document: Document, name: str, node: Any) -> MediaType:
    media = document.resolve(node)
    return MediaType(name, media, Schema(media.get("schema", {}), document), examples_of(document, media))
