"""The API reference at the root of the server, where "try it" calls the server itself."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse, Response

from contextio_contract.cli.packaged import reference_path
from contextio_contract.server.settings import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from starlette.requests import Request

    from contextio_contract.server.settings import Settings

# What the page leaves open for the server that serves it.
_OPEN: Final = 'data-base="" data-key="" data-secret=""'
_HEADERS: Final = {
    # The page has a policy of its own that names its script and style; this adds that it calls only us.
    "content-security-policy": "connect-src 'self'; frame-ancestors 'none'",
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Reference:
    """Shows the page."""

    def __init__(self, settings: Settings, base: str, page: str | None = None) -> None:
        """Take the page, or read the generated one.

        Args:
            settings: where they hold the demo key, the page comes with it.
            base: path of the API, up to and including the version segment.
            page: another page than the generated one.
        """
        if page is None and (path := reference_path()).is_file():
            page = path.read_text(encoding="utf-8")
        demo = settings.keys.get(DEMO_KEY) == DEMO_SECRET
        key, secret = (DEMO_KEY, DEMO_SECRET) if demo else ("", "")
        filled = f'data-base="{html.escape(base)}" data-key="{key}" data-secret="{secret}"'
        self._page = page.replace(_OPEN, filled, 1) if page else None

    async def respond(self, _: Request) -> Response:
        """Answer GET with the page."""
        if self._page is None:
            return Response(
                "There is no API reference yet; run: make generate\n", 404, media_type="text/plain"
            )
        return HTMLResponse(self._page, headers=_HEADERS)
