"""The entrance of the server: what every request passes before an application answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.server.http.context import RequestContext, attach_context
from contextio_contract.server.http.responses import RefusedError, error_response
from contextio_contract.server.http.target import read_target

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from contextio_contract.server.http.guard import Guard


class Entrance:
    """An ASGI application that hands on to another what it may answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app = app
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        try:
            scope = read_target(scope)
            host = self._guard.check(scope)
        except RefusedError as refused:
            await error_response(refused, scope["method"])(scope, receive, send)
            return
        attach_context(scope, RequestContext(f"{scope['scheme']}://{host}"))
        await self._app(scope, receive, send)
