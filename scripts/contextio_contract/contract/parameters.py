"""Parameters and headers, and the examples that they share with media types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.document import ContractError, Document
from contextio_contract.contract.schema import Schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True)
class Example:
    """An example with a summary of one line; the single `example` of a media type has an empty name."""

    name: str
    summary: str
    value: Any


@dataclass(frozen=True, eq=False)
class Parameter:
    """A parameter of a request, or a header of a response.

    Attributes:
        name: its name on the wire.
        location: `path`, `query`, `header` or `cookie`.
        node: the Parameter Object or Header Object.
        schema: the schema of its value.
    """

    name: str
    location: str
    node: Mapping[str, Any]
    schema: Schema

    @property
    def required(self) -> bool:
        """Whether it must be sent."""
        return bool(self.node.get("required"))

    @property
    def deprecated(self) -> bool:
        """Whether it should no longer be sent."""
        return bool(self.node.get("deprecated")) or self.schema.deprecated

    @property
    def description(self) -> str:
        """Its description in one line; empty without one."""
        return " ".join(str(self.node.get("description", "")).split())

    @property
    def example(self) -> Any:
        """An example of its value, or else of its schema; None without one."""
        given = [example.value for example in examples_of(self.schema.document, self.node)]
        return (given or self.schema.get("examples") or [self.schema.get("example")])[0]

    @property
    def style(self) -> str:
        """How its value is written (OpenAPI 3.1.1, section 4.8.12.3)."""
        return str(self.node.get("style", "form" if self.location in {"query", "cookie"} else "simple"))

    @property
    def explode(self) -> bool:
        """Whether each element of an array is sent on its own (OpenAPI 3.1.1, section 4.8.12.2)."""
        return bool(self.node.get("explode", self.style == "form"))


def schema_of(document: Document, node: Mapping[str, Any]) -> Schema:
    """Return the schema of a parameter or header, also where it stands below `content`."""
    media: Mapping[str, Any] = next(iter(node.get("content", {}).values()), {})
    return Schema(node.get("schema", media.get("schema", {})), document)


def examples_of(document: Document, node: Mapping[str, Any]) -> tuple[Example, ...]:
    """Return the examples of a media type, parameter or header, from `example` and `examples` alike."""
    named = {name: document.resolve(entry) for name, entry in node.get("examples", {}).items()}
    single = (Example("", "", node["example"]),) if "example" in node else ()
    return single + tuple(
        Example(name, " ".join(str(entry.get("summary", "")).split()), entry["value"])
        for name, entry in named.items()
        if "value" in entry
    )


def parameters_of(document: Document, nodes: Any) -> tuple[Parameter, ...]:
    """Return the parameters of a list of Parameter Objects; later ones take the place of earlier ones.

    Raises:
        ContractError: if one lacks its name or its place.
    """
    return tuple({(each.location, each.name): each for each in _parameters(document, nodes)}.values())


def _parameters(document: Document, nodes: Any) -> Iterator[Parameter]:
    for node in map(document.resolve, nodes):
        if "name" not in node or "in" not in node:
            message = "a parameter lacks `name` or `in`"
            raise ContractError(message)
        yield Parameter(str(node["name"]), str(node["in"]), node, schema_of(document, node))
