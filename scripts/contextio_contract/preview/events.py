"""Server-sent events for open pages: which version is up, and its findings."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.responses import PlainTextResponse, StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import Receive, Scope, Send

MAX_PAGES: Final = 32
"""Pages that may read the stream at once."""
_PAUSE: Final = 0.2
"""Seconds between two checks whether the server is to stop."""
_HEADERS: Final = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


class EventStream:
    """An ASGI application that sends each page the latest event, and every later one."""

    def __init__(self, is_stopping: Callable[[], bool]) -> None:
        """Start without an event; every stream ends once the server is to stop."""
        self._is_stopping = is_stopping
        self._latest = ""
        self._changed = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pages = 0

    def send(self, data: str) -> None:
        """Replace the latest event by one line of data; any thread may call this."""
        self._latest = data
        if self._loop is not None:
            with suppress(RuntimeError):  # the server has stopped, and no page reads any more
                self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a page with a stream, or with 503 if too many pages read it."""
        if self._pages >= MAX_PAGES:
            text = f"{MAX_PAGES} pages follow already; close some\n"
            refusal = PlainTextResponse(text, HTTPStatus.SERVICE_UNAVAILABLE, _HEADERS)
            await refusal(scope, receive, send)
            return
        self._loop = asyncio.get_running_loop()
        self._pages += 1
        try:
            stream = StreamingResponse(self._events(), headers=_HEADERS, media_type="text/event-stream")
            await stream(scope, receive, send)
        finally:
            self._pages -= 1

    async def _events(self) -> AsyncIterator[str]:
        sent = ""
        while not self._is_stopping():
            if self._latest != sent:
                sent = self._latest
                yield f"data: {sent}\n\n"
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _PAUSE)
