"""OAuth 1.0a signatures (RFC 5849): HMAC-SHA1, two-legged. Generated from the description; not to be edited."""

from __future__ import annotations

import json
import logging
import time
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

import httpx
from oauthlib.common import extract_params
from oauthlib.oauth1 import Client

from contextio_client.dates import time_of

if TYPE_CHECKING:
    from collections.abc import Generator

_FORM = "application/x-www-form-urlencoded"
STALE: Final[int | None] = 105
"""The code of the error that refuses a timestamp."""

# At level DEBUG this logger writes the signature base string, with every mailbox password of a form.
logging.getLogger("oauthlib.oauth1.rfc5849").setLevel(logging.INFO)


class OAuth1(httpx.Auth):
    """Signs requests (RFC 5849, section 3), by a clock that can be set to the server's."""

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        """Prepare to sign.

        Raises:
            TypeError: if key or secret is no text.
            ValueError: if key or secret cannot be right, such as one that was read with a line break.
        """
        _check_key("consumer_key", consumer_key)
        _check_key("consumer_secret", consumer_secret)
        self._signer = Client(consumer_key, client_secret=consumer_secret)
        self._ahead = 0.0  # seconds by which the server's clock is ahead of ours

    def with_keys(self, consumer_key: str | None, consumer_secret: str | None) -> OAuth1:
        """Return the same by other keys, where they are given."""
        other = OAuth1(
            str(self._signer.client_key) if consumer_key is None else consumer_key,
            str(self._signer.client_secret) if consumer_secret is None else consumer_secret,
        )
        other._ahead = self._ahead
        return other

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled, as the secret shall stay in its process.

        Raises:
            TypeError: always.
        """
        message = "keys are not pickled: make a client in each process, and pickle what its methods return"
        raise TypeError(message)

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Sign the request."""
        self._sign(request)
        yield request

    def adopt_clock(self, response: httpx.Response) -> bool:
        """Set the clock to the server's if an answer refuses the timestamp, and return whether it did."""
        if not is_stale(response) or (server_time := time_of(response.headers.get("Date", ""))) is None:
            return False
        self._ahead = server_time - time.time()
        return True

    def _sign(self, request: httpx.Request) -> None:
        """Set the `Authorization` header; the fields of a form are signed too, unless it is multipart."""
        form = _form_of(request)
        self._signer.timestamp = str(int(time.time() + self._ahead))
        _, headers, _ = self._signer.sign(
            str(request.url),
            cast("Any", request.method),  # the stubs of oauthlib name the methods one by one
            body=form,
            headers=None if form is None else {"Content-Type": _FORM},
        )
        request.headers["Authorization"] = headers["Authorization"]


def _check_key(name: str, secret: object) -> None:
    """Refuse what cannot be a key; the message does not show it."""
    if not isinstance(secret, str):
        message = f"{name} must be a str; it is of type {type(secret).__name__}"
        raise TypeError(message)
    if not secret:
        message = f"{name} is empty"
        raise ValueError(message)
    if secret != secret.strip() or not secret.isprintable():
        message = f"{name} has blanks or line breaks around it, or unprintable characters; look where it is read from"
        raise ValueError(message)


def _form_of(request: httpx.Request) -> str | None:
    """Return the form that is signed (RFC 5849, section 3.4.1.3.1); None if the body is none, or empty."""
    media = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if media != _FORM or request.method in {"GET", "HEAD"}:
        return None
    try:
        body = request.content.decode("ascii")
    except (UnicodeError, httpx.RequestNotRead):  # other bytes, or a stream
        return None
    return body if body and extract_params(body) is not None else None


def is_stale(response: httpx.Response) -> bool:
    """Return whether an answer refuses the timestamp of its request."""
    if response.status_code != 401:
        return False
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        return False
    return STALE is not None and isinstance(body, dict) and body.get("code") == STALE
