"""Routing: which operation a request path belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from contextio_contract.contract.paths import PathTemplate, is_parameter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.contract.operation import Operation

    Route: TypeAlias = tuple[Mapping[str, Operation], Mapping[str, str]]
    """The operations at a path by method, and the values of its parameters."""


@dataclass(frozen=True)
class Router:
    """Finds the operations at a path.

    Attributes:
        operations: the operations.
    """

    operations: tuple[Operation, ...]

    def route(self, segments: Sequence[str]) -> Route | None:
        """Return the operations at a path by method, with the values of its parameters.

        Fixed segments win over parameters, as OpenAPI asks for (section 4.8.8.2).

        Args:
            segments: the decoded segments of the path, without the base path.
        """
        for template, operations in self._routes:
            values = template.match(segments)
            if values is not None:
                return operations, values
        return None

    def locate(self, segments: Sequence[str]) -> Route | None:
        """Return the operations at a path of a deployment by method, with the values of its parameters.

        Args:
            segments: the decoded segments of the whole path, those of the base path included.
        """
        for base in self._base_paths:
            depth = len(base)
            route = self.route(segments[depth:]) if tuple(segments[:depth]) == base else None
            if route and _segments(next(iter(route[0].values())).base_path) == base:
                return route
        return None

    def match(self, method: str, segments: Sequence[str]) -> Operation | None:
        """Return the operation of a request; None if the request belongs to no operation."""
        route = self.route(segments)
        return route[0].get(method.upper()) if route else None

    @cached_property
    def own_base_paths(self) -> Mapping[str, str]:
        """The base paths of the operations by their path templates."""
        return {operation.path.text: operation.base_path for operation in self.operations}

    @cached_property
    def _base_paths(self) -> list[tuple[str, ...]]:
        """The base paths of all operations in segments."""
        return list(dict.fromkeys(_segments(operation.base_path) for operation in self.operations))

    @cached_property
    def _routes(self) -> list[tuple[PathTemplate, dict[str, Operation]]]:
        routes: dict[str, tuple[PathTemplate, dict[str, Operation]]] = {}
        for operation in self.operations:
            routes.setdefault(operation.path.text, (operation.path, {}))[1][operation.method] = operation
        return sorted(
            routes.values(), key=lambda route: [is_parameter(segment) for segment in route[0].segments]
        )


def _segments(path: str) -> tuple[str, ...]:
    return tuple(path.strip("/").split("/")) if path else ()
