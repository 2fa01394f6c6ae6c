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
    """Finds the operations at a path."""

    paths: Mapping[str, Mapping[str, Operation]]

    def route(self, segments: Sequence[str]) -> Route | None:
        """Return the operations at a path by method, with the values of its parameters.

        Fixed segments win over parameters, as OpenAPI asks for (section 4.8.8.2).

        Args:
            segments: the decoded segments of the path, without the base path.
        """
        for template, operations in self._routes.get(len(segments), ()):
            values = template.match(segments)
            if values is not None:
                return operations, values
        return None

    def locate(self, segments: Sequence[str]) -> Route | None:
        """Return the operations at a path of a deployment by method, with the values of its parameters.

        Args:
            segments: the decoded segments of the whole path, those of the base path included.
        """
        for base_path in dict.fromkeys(self.base_paths.values()):
            base = base_path.strip("/").split("/") if base_path else []
            route = self.route(segments[len(base) :]) if [*segments[: len(base)]] == base else None
            if route and next(iter(route[0].values())).base_path == base_path:
                return route
        return None

    def match(self, method: str, segments: Sequence[str]) -> Operation | None:
        """Return the operation of a request; None if the request belongs to no operation."""
        route = self.route(segments)
        return route[0].get(method.upper()) if route else None

    @cached_property
    def base_paths(self) -> Mapping[str, str]:
        """The base paths of the operations by their path templates."""
        return {path: next(iter(operations.values())).base_path for path, operations in self.paths.items()}

    @cached_property
    def _routes(self) -> Mapping[int, list[tuple[PathTemplate, Mapping[str, Operation]]]]:
        """The operations by the number of segments of their path, in the order in which they are tried."""
        routes = [(PathTemplate(path), operations) for path, operations in self.paths.items()]
        routes.sort(key=lambda route: [is_parameter(segment) for segment in route[0].segments])
        by_length: dict[int, list[tuple[PathTemplate, Mapping[str, Operation]]]] = {}
        for route in routes:
            by_length.setdefault(len(route[0].segments), []).append(route)
        return by_length
