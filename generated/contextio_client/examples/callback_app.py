"""A web application that receives the callbacks of the service, with Starlette.

    pip install starlette uvicorn # and this package, from its folder
    export CONTEXTIO_CONSUMER_SECRET=…
    uvicorn --factory callback_app:create_app --port 8000

It takes POST at /status-notification and /webhook-callback.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from contextio_client import CallbackError
from contextio_client.callbacks import (
    CLOCK_SKEW,
    MAX_BYTES,
    receive_status_notification,
    receive_webhook_callback,
)
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request

_KEPT = 86400 + CLOCK_SKEW
"""Seconds after which no callback is accepted any more, and its token can be forgotten."""


class Handled:
    """Tokens of the callbacks that were handled; a real application keeps them in its database."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def __contains__(self, token: str) -> bool:
        """Return whether a callback with a token was handled."""
        return token in self._until

    def add(self, token: str) -> None:
        """Remember a token, and forget those that are old."""
        now = time.monotonic()
        while self._until and next(iter(self._until.values())) < now:
            del self._until[next(iter(self._until))]
        self._until[token] = now + _KEPT


def create_app() -> Starlette:
    """Return the application."""
    handled = Handled()

    async def status_notification(request: Request) -> Response:
        """Handle a callback once, and answer with success again if it comes again."""
        callback = receive_status_notification(await read_body(request), request.headers)
        if str(callback.token) not in handled:
            print("handling", "StatusNotification", callback.token, flush=True)
            handled.add(str(callback.token))
        return Response(status_code=204)

    async def webhook_callback(request: Request) -> Response:
        """Handle a callback once, and answer with success again if it comes again."""
        callback = receive_webhook_callback(await read_body(request), request.headers)
        if str(callback.token) not in handled:
            print("handling", "WebhookCallback", callback.token, flush=True)
            handled.add(str(callback.token))
        return Response(status_code=204)

    return Starlette(
        routes=[
            Route("/status-notification", status_notification, methods=["POST"]),
            Route("/webhook-callback", webhook_callback, methods=["POST"]),
        ],
        exception_handlers={CallbackError: refuse},
    )


async def read_body(request: Request) -> bytes:
    """Return a body, or its beginning if it is larger than the client takes."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > MAX_BYTES:
            break
    return bytes(content)


async def refuse(_request: Request, error: Exception) -> Response:
    """Answer a callback that cannot be trusted or read."""
    status = error.status if isinstance(error, CallbackError) else 500
    return PlainTextResponse(f"{error}\n", status_code=status)
