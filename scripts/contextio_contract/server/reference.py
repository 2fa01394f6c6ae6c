"""The API reference at the root of the server, where "try it" calls the server itself."""

from __future__ import annotations

import html
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
    """Answers GET with the page, for which `page` is called in a thread; None answers 404.

    If the demo key is in the settings, the page comes with it.
    """

    def __init__(self, settings: Settings, page: Callable[[], str | None], base_path: str) -> None:
        self._page = page
        demo = settings.keys.get(DEMO_KEY) == DEMO_SECRET
        key, secret = (DEMO_KEY, DEMO_SECRET) if demo else ("", "")
        self._filled = f'data-base="{html.escape(base_path)}" data-key="{key}" data-secret="{secret}"'

    async def respond(self, _: Request) -> Response:
        """Answer one request."""
        page = await run_in_threadpool(self._page)
        if page is None:
            return PlainTextResponse(_MISSING, HTTPStatus.NOT_FOUND)
        return HTMLResponse(page.replace(_OPEN, self._filled, 1), headers=_HEADERS)
