"""The API reference at the root of the server, where "try it" calls the server itself."""

from __future__ import annotations

import html
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from contextio_contract.server.services import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from contextio_contract.server.services import Settings

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


def reference_route(settings: Settings, page: Callable[[], str | None], base_path: str) -> Route:
    """Return the route of the page, which comes with the demo key if that is in the settings.

    `page` is called in a thread for each request; None answers 404.
    """
    demo = settings.keys.get(DEMO_KEY) == DEMO_SECRET
    key, secret = (DEMO_KEY, DEMO_SECRET) if demo else ("", "")
    filled = f'data-base="{html.escape(base_path)}" data-key="{key}" data-secret="{secret}"'

    def respond(_: Request) -> Response:
        text = page()
        if text is None:
            return PlainTextResponse(_MISSING, HTTPStatus.NOT_FOUND)
        return HTMLResponse(text.replace(_OPEN, filled, 1), headers=_HEADERS)

    return Route("/", respond, methods=["GET"])
