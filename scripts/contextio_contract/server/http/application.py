"""An ASGI application of a contract: the API at its base path, its reference at the root, and its bundle."""

from __future__ import annotations

import html
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.routing import Route

from contextio_contract.server.http.api import Api
from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET
from contextio_contract.server.http.oauth1 import Verifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from contextio_contract.server.http.api import ServedContract
    from contextio_contract.server.http.nonces import NonceStore
    from contextio_contract.server.http.oauth1 import SecretsOf

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


class _Application(Starlette):
    """The pages and the API, whose requests pass Starlette by: what it does for each takes its time."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        api: Api = self.state.api
        base_path = api.served.contract.base_path
        if base_path and scope["type"] == "http" and scope["path"].startswith(f"{base_path}/"):
            await api(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def create_application(
    served: ServedContract,
    secrets_of: SecretsOf,
    keep_nonce: NonceStore,
    *,
    reference: Callable[[], str | None],
    routes: Iterable[Route] = (),
) -> Starlette:
    """Return the application, with its `Api` as `api` in `app.state`.

    Args:
        served: the contract and its handlers.
        secrets_of: gives the live secrets of a consumer key.
        keep_nonce: keeps used nonces.
        reference: returns the API reference as HTML, or None without one; it is called for each request, in
            a thread.
        routes: further pages, which are not part of the API.
    """
    page = _reference_route(secrets_of, reference, served.contract.base_path)
    app = _Application(routes=[page, Route("/openapi.json", _send_bundle, methods=["GET"]), *routes])
    # Not mounted: the pattern of a mount matches no line feeds, which a decoded path may hold.
    app.router.default = app.state.api = Api(served, Verifier(secrets_of), keep_nonce)
    app.router.redirect_slashes = False
    return app


def _send_bundle(request: Request) -> Response:
    """Send the description that is served, to which the reference links."""
    return JSONResponse(request.app.state.api.served.contract.bundle)


def _reference_route(secrets_of: SecretsOf, page: Callable[[], str | None], base_path: str) -> Route:
    """Return the route of the page, which comes with the demo key if that is among the keys."""
    demo = DEMO_SECRET in secrets_of(DEMO_KEY)
    key, secret = (DEMO_KEY, DEMO_SECRET) if demo else ("", "")
    filled = f'data-base="{html.escape(base_path)}" data-key="{key}" data-secret="{secret}"'

    def respond(_: Request) -> Response:
        text = page()
        if text is None:
            return PlainTextResponse(_MISSING, HTTPStatus.NOT_FOUND)
        return HTMLResponse(text.replace(_OPEN, filled, 1), headers=_HEADERS)

    return Route("/", respond, methods=["GET"])
