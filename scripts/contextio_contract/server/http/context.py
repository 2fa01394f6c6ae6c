"""What the server knows of a request beside what the request says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.types import Scope

_KEY: Final = "contextio_contract"
"""The key of the ASGI scope under which it stands."""


@dataclass(slots=True)
class RequestContext:
    """One request on its way through the server.

    Attributes:
        id: names the request in the log and in the response.
        origin: the origin under which the client called, such as `https://api.example.com`. What is signed
            and the links in responses begin with it.
        path: the path as the log has it; empty if it is not one of the API.
        operation: the operation that was called; empty until it is found.
        consumer_key: the key that signed the request; empty until the signature is verified.
    """

    id: str
    origin: str
    path: str = ""
    operation: str = ""
    consumer_key: str = ""


def attach_context(scope: Scope, context: RequestContext) -> None:
    """Let whoever has the scope of a request find its context."""
    scope[_KEY] = context


def context_of(scope: Scope) -> RequestContext:
    """Return the context of a request; its own host is its origin if it did not come through `Entrance`."""
    context = scope.get(_KEY)
    if context is None:
        host = next((value for name, value in scope["headers"] if name == b"host"), b"")
        context = scope[_KEY] = RequestContext("", f"{scope['scheme']}://{host.decode('latin-1')}")
    return context
