"""What pages that are open are told, as server-sent events."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from starlette.responses import PlainTextResponse, StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.types import Receive, Scope, Send

MAX_PAGES: Final = 32
"""That may follow at once."""

_PAUSE: Final = 0.2
"""Seconds between two looks at whether the server is to stop."""

_HEADERS: Final = {"cache-control": "no-store", "x-content-type-options": "nosniff"}


class Feed:
    """Tells each page the latest news, at once when it begins to follow and whenever they change."""

    def __init__(self, ended: Callable[[], bool]) -> None:
        """Begin without news.

        Args:
            ended: whether the server is to stop; then every stream ends.
        """
        self._ended = ended
        self._news = ""
        self._changed = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pages = 0

    def publish(self, news: str) -> None:
        """Replace the news; may be called from any thread.

        Args:
            news: one line.
        """
        self._news = news
        if self._loop is not None:
            with suppress(RuntimeError):  # the server has stopped, and nobody follows any more
                self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a page with a stream, or with 503 when too many pages follow; ASGI's own signature."""
        if self._pages >= MAX_PAGES:
            refusal = PlainTextResponse(f"{MAX_PAGES} pages follow already; close some\n", 503, _HEADERS)
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
        told = ""
        while not self._ended():
            if self._news != told:
                told = self._news
                yield f"data: {told}\n\n"
                continue
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), _PAUSE)
