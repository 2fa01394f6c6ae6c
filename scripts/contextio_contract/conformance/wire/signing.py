"""OAuth 1.0a signatures (RFC 5849: HMAC-SHA1, two legs) for the requests of a run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from oauthlib.oauth1 import Client

from contextio_contract.contract.media_types import FORM

if TYPE_CHECKING:
    import requests

WRONG_SECRET: Final = "wrong secret"  # noqa: S105 - the name of a flaw
TAMPERED_BODY: Final = "tampered body"
TAMPERED_QUERY: Final = "tampered query"
STALE: Final = "stale timestamp"
REPLAYED: Final = "replayed nonce"
FLAWS: Final = (WRONG_SECRET, TAMPERED_BODY, TAMPERED_QUERY, STALE, REPLAYED)
"""What can be wrong with a signature."""
STALE_BY: Final = 86_400
"""Seconds by which a stale timestamp is behind."""


class Signer:
    """Signs with the key of a consumer."""

    def __init__(self, consumer_key: str, consumer_secret: str) -> None:
        self._key, self._secret = consumer_key, consumer_secret
        self._client = Client(consumer_key, client_secret=consumer_secret)
        self._latest = ""

    def authorization(self, request: requests.PreparedRequest, flaw: str = "") -> str:
        """Return the Authorization header for a request.

        A flaw, one of `FLAWS`, makes it a header that no deployment may take. A replayed nonce is that of
        the latest request. A body is signed if it can be read as a form (RFC 5849, section 3.4.1.3.1).
        """
        if flaw == REPLAYED:
            return self._latest
        if flaw:
            return self._flawed(request, flaw)
        self._latest = self._sound(request, self._client)
        return self._latest

    def _flawed(self, request: requests.PreparedRequest, flaw: str) -> str:
        signed, secret, stamp = request.copy(), self._secret, None
        if flaw == WRONG_SECRET:
            secret = f"not {secret}"
        elif flaw == TAMPERED_BODY:
            signed.body = f"{_text(request.body)}&signed=otherwise".removeprefix("&")
        elif flaw == TAMPERED_QUERY:
            signed.url = f"{request.url}{'&' if '?' in str(request.url) else '?'}signed=otherwise"
        else:
            stamp = str(int(time.time()) - STALE_BY)
        return self._sound(signed, Client(self._key, client_secret=secret, timestamp=stamp))

    def _sound(self, request: requests.PreparedRequest, client: Client) -> str:
        body = _text(request.body)
        if request.headers.get("Content-Type") == FORM:
            try:
                return _header(client, request, body, {"Content-Type": FORM})
            except ValueError:
                pass
        return _header(client, request, None, {})


def _header(
    client: Client, request: requests.PreparedRequest, body: str | None, headers: dict[str, str]
) -> str:
    method: Any = request.method  # the type stubs of oauthlib know only some methods
    _, signed, _ = client.sign(str(request.url), method, body, headers)
    return str(signed["Authorization"])


def _text(body: bytes | str | None) -> str:
    return body.decode("latin-1") if isinstance(body, bytes) else body or ""
