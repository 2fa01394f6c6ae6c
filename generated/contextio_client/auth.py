"""OAuth 1.0a signatures (RFC 5849): HMAC-SHA1, two-legged. Generated from the description; not to be edited."""

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
STALE: Final[int | None] = 105
"""The code of the error that refuses a timestamp."""

# At level DEBUG this logger writes the signature base string, with every mailbox password of a form.
logging.getLogger("oauthlib.oauth1.rfc5849").setLevel(logging.INFO)


class OAuth1(httpx.Auth):
    """Signs requests (RFC 5849, section 3), with the server's clock if ours is refused."""

    requires_request_body = True
    requires_response_body = True

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        self._signer = Client(consumer_key, client_secret=consumer_secret)
        self._ahead = 0.0  # seconds by which the server's clock is ahead of ours

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign the request; if its timestamp is refused, sign it once more with the server's time."""
        self._sign(request)
        response = yield request
        if is_stale(response) and (server_time := _date(response)) is not None:
            self._ahead = server_time - time.time()
            self._sign(request)
            yield request

    def _sign(self, request: httpx.Request) -> None:
        """Set the `Authorization` header; the fields of a form are signed too."""
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
    """Return whether an answer refuses the timestamp of its request."""
    if response.status_code != 401:
        return False
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        return False
    return STALE is not None and isinstance(body, dict) and body.get("code") == STALE


def _date(response: httpx.Response) -> float | None:
    """Return the header `Date` in seconds since 1970-01-01 UTC; None without a valid one."""
    try:
        return parsedate_to_datetime(response.headers.get("Date", "")).timestamp()
    except (ValueError, OverflowError):
        return None
