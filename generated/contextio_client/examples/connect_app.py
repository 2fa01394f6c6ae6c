"""A web application that has its visitors connect their mailboxes, with Starlette.

pip install starlette uvicorn # and this package, from its folder
export CONTEXTIO_CONSUMER_KEY=… CONTEXTIO_CONSUMER_SECRET=… CONTEXTIO_BASE_URL=…
uvicorn --factory connect_app:create_app --port 8000
"""

from __future__ import annotations

import secrets
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from contextio_client import AsyncContextIO, CallbackError, ContextIOError
from contextio_client.connect import connection, token_of_callback
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from starlette.requests import Request
    from starlette.responses import Response

_COOKIE = "visitor"


def create_app(client: AsyncContextIO | None = None) -> Starlette:
    """Return the application; without a client, one is made from the environment."""
    contextio = client or AsyncContextIO()
    tokens: dict[str, str] = {}  # of each visitor on the way; a real application keeps them in its sessions

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncGenerator[None]:
        async with contextio:
            yield

    async def start(request: Request) -> Response:
        """Make a token, and send the browser off with it."""
        made = await contextio.connect_tokens.create(callback_url=str(request.url_for("connected")))
        visitor = secrets.token_urlsafe()
        tokens[visitor] = made.token
        response = RedirectResponse(made.browser_redirect_url, status_code=303)
        response.set_cookie(_COOKIE, visitor, httponly=True, samesite="lax")
        return response

    async def connected(request: Request) -> Response:
        """Take the browser back, and read what came of the token."""
        expected = tokens.get(request.cookies.get(_COOKIE, ""), "")
        try:
            token = token_of_callback(str(request.url), expected)
            made = connection(await contextio.connect_tokens.get(token))
        except CallbackError as error:
            return PlainTextResponse(f"{error}\n", status_code=400)
        except ContextIOError as error:
            return PlainTextResponse(f"{error}\n", status_code=502)
        if made is None:
            return PlainTextResponse("The mailbox is not connected yet.\n", status_code=409)
        return PlainTextResponse(f"Connected {made.label} to account {made.account_id}.\n")

    return Starlette(
        routes=[Route("/", start), Route("/connected", connected, name="connected")], lifespan=lifespan
    )
