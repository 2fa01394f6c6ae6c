"""OAuth 1.0a with HMAC-SHA1 and without a token. Generated from the description; not to be edited."""

from __future__ import annotations

import json
import logging
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, cast

import httpx
from oauthlib.oauth1 import Client

if TYPE_CHECKING:
    from collections.abc import Generator

_FORM = "application/x-www-form-urlencoded"
_UNAUTHORIZED = 401
STALE: Final[int | None] = 105
"""Code of the error that refuses a timestamp."""

# At level DEBUG this logger writes the signature base string, with every mailbox password of a form.
logging.getLogger("oauthlib.oauth1.rfc5849").setLevel(logging.INFO)


class OAuth1(httpx.Auth):
    """Signs each request of a client (RFC 5849, section 3), by the server's clock where ours is refused."""

    requires_request_body = True
    requires_response_body = True

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        """Sign with the consumer key and secret alone."""
        self._signer = Client(consumer_key, client_secret=consumer_secret)
        self._ahead = 0.0  # seconds by which the server's clock is ahead of ours

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign the request; where its timestamp is refused, once more with the time of the answer."""
        self._sign(request)
        response = yield request
        if is_stale(response) and (theirs := _date(response)) is not None:
            self._ahead = theirs - time.time()
            self._sign(request)
            yield request

    def _sign(self, request: httpx.Request) -> None:
        """Set the `Authorization` header; the parameters of a form are part of what is signed."""
        is_form = request.headers.get("Content-Type") == _FORM
        self._signer.timestamp = str(int(time.time() + self._ahead))
        _, headers, _ = self._signer.sign(
            str(request.url),
            cast("Any", request.method),  # the stubs of oauthlib name the methods one by one
            body=request.content.decode("ascii") if is_form else None,
            headers={"Content-Type": _FORM} if is_form else None,
        )
        request.headers["Authorization"] = headers["Authorization"]


def is_stale(response: httpx.Response) -> bool:
    """Say whether an answer refuses the timestamp of its request."""
    if response.status_code != _UNAUTHORIZED:
        return False
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        return False
    return STALE is not None and isinstance(body, dict) and body.get("code") == STALE


def _date(response: httpx.Response) -> float | None:
    """Return the header Date in seconds since 1970-01-01 UTC."""
    try:
        return parsedate_to_datetime(response.headers.get("Date", "")).timestamp()
    except (ValueError, OverflowError):
        return None
