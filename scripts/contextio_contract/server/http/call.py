"""A request as handlers see it: verified, validated, and with nothing of HTTP left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.routing import filled

if TYPE_CHECKING:
    from contextio_contract.server.http.routing import Router
    from contextio_contract.server.services import Services


@dataclass(frozen=True)
class Addresses:
    """Absolute addresses of what the server has, under the origin that the client used.

    Attributes:
        origin: scheme and host, such as `http://127.0.0.1:8080`.
        router: knows the paths.
    """

    origin: str
    router: Router

    def of(self, operation: str, **values: str) -> str:
        """Return the address of an operation with values for the parameters of its path.

        Raises:
            RefusedError: 501, when the description that is served does not have the operation any more.
        """
        if operation not in self.router.operations:
            raise RefusedError(501, f"this answer points to {operation}, which is not described any more")
        return self.origin + self.router.address(operation, **values)

    def at(self, path: str, values: Mapping[str, str]) -> str:
        """Return the address of the template of a path with values for its parameters."""
        return f"{self.origin}{self.router.base}{filled(path, values)}"

    def connect_page(self, token: str) -> str:
        """Return the address of the page on which a person connects a mailbox."""
        return f"{self.origin}/connect/{token}"


@dataclass(frozen=True)
class Call:
    """One call of one operation.

    Attributes:
        consumer_key: who signed it.
        path: the values of the path's parameters.
        query: the declared query parameters that were sent, with their declared types.
        form: the declared form fields that were sent, likewise.
        addresses: for the addresses in the answer.
        services: the server's parts.
    """

    consumer_key: str
    path: Mapping[str, str]
    query: Mapping[str, Any]
    form: Mapping[str, Any]
    addresses: Addresses
    services: Services


Handler = Callable[[Call], Any]
"""Carries out a call and returns the body of its answer; raises RefusedError to turn it down."""
