"""Parameters in the path, the query, headers and cookies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.document import ContractError, Document
from contextio_contract.contract.messages import example_of, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract.schema import Schema


@dataclass(frozen=True, eq=False)
class Parameter:
    """A parameter in the path, the query, a header or a cookie.

    Attributes:
        name: its name on the wire.
        location: `path`, `query`, `header` or `cookie`.
        node: the Parameter Object.
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
        """An example of its value; None without one."""
        return example_of(self.node, self.schema)

    @property
    def style(self) -> str:
        """How its value is written (OpenAPI 3.1.1, section 4.8.12.3)."""
        return str(self.node.get("style", "form" if self.location in {"query", "cookie"} else "simple"))

    @property
    def explode(self) -> bool:
        """Whether each element of an array is sent on its own (OpenAPI 3.1.1, section 4.8.12.2)."""
        return bool(self.node.get("explode", self.style == "form"))


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
