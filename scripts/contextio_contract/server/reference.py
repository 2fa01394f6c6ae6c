"""The API reference at the root of the server, where "try it" calls the server itself."""

from __future__ import annotations

import html
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, PlainTextResponse

from contextio_contract.server.settings import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from contextio_contract.server.settings import Settings

_OPEN: Final = 'data-base="" data-key="" data-secret=""'
"""What the page leaves open for the server that serves it."""
_MISSING: Final = "There is no API reference beside the description that is served; run: make generate\n"
_HEADERS: Final = {
    # The page names its script and style in a policy of its own; this adds that it calls only us.
    "content-security-policy": "connect-src 'self'; frame-ancestors 'none'",
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Reference:
    """Answers GET with the page, which is made for the first request."""

    def __init__(self, settings: Settings, page: Callable[[], str | None], base_path: str) -> None:
        self._settings = settings
        self._make = page
        self._base_path = base_path

    async def respond(self, _: Request) -> Response:
        """Answer one request; making the page takes about a second, so a thread does it."""
        page = await run_in_threadpool(lambda: self._page)
        if page is None:
            return PlainTextResponse(_MISSING, HTTPStatus.NOT_FOUND)
        return HTMLResponse(page, headers=_HEADERS)

    @cached_property
    def _page(self) -> str | None:
        page = self._make()
        demo = self._settings.keys.get(DEMO_KEY) == DEMO_SECRET
        key, secret = (DEMO_KEY, DEMO_SECRET) if demo else ("", "")
        filled = f'data-base="{html.escape(self._base_path)}" data-key="{key}" data-secret="{secret}"'
        return page.replace(_OPEN, filled, 1) if page else None
