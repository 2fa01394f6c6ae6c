"""OAuth 1.0a with HMAC-SHA1 and without a token. Generated from the description; not to be edited."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, cast

import httpx
from oauthlib.oauth1 import Client

if TYPE_CHECKING:
    from collections.abc import Generator

_FORM = "application/x-www-form-urlencoded"

# At level DEBUG this logger writes the signature base string, with every mailbox password of a form.
logging.getLogger("oauthlib.oauth1.rfc5849").setLevel(logging.INFO)


class OAuth1(httpx.Auth):
    """Signs each request of a client (RFC 5849, section 3)."""

    requires_request_body = True

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        """Sign with the consumer key and secret alone."""
        self._signer = Client(consumer_key, client_secret=consumer_secret)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the `Authorization` header; the parameters of a form are part of what is signed."""
        is_form = request.headers.get("Content-Type") == _FORM
        _, headers, _ = self._signer.sign(
            str(request.url),
            cast("Any", request.method),  # the stubs of oauthlib name the methods one by one
            body=request.content.decode("ascii") if is_form else None,
            headers={"Content-Type": _FORM} if is_form else None,
        )
        request.headers["Authorization"] = headers["Authorization"]
        yield request
