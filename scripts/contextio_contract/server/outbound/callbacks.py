"""Signed callbacks to applications: one POST, no redirects, no second attempt."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import ssl

    from contextio_contract.server.services import Clock

_TIMEOUT: Final = 5.0
_log = logging.getLogger(__name__)


def sign(body: dict[str, Any], secret: str, clock: Clock) -> dict[str, Any]:
    """Add `timestamp`, `token` and `signature` to the body of a callback (rule cb-signature)."""
    timestamp, token = clock(), secrets.token_hex(16)
    signature = hmac.new(secret.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {**body, "timestamp": timestamp, "token": token, "signature": signature}


def post(url: str, body: dict[str, Any]) -> None:
    """Send a callback. A failure is logged with the host alone, since URLs may hold secrets."""
    import httpx  # most servers never send one, and start without it

    try:
        with (
            httpx.Client(verify=_tls(), timeout=_TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", url, json=body) as response,
        ):
            if response.is_error:
                _log.warning("%s answered a callback with %d", _host(url), response.status_code)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        _log.warning("a callback to %s failed: %s", _host(url), type(error).__name__)


@cache
def _tls() -> ssl.SSLContext:
    """Return what verifies receivers; to read its certificates takes longer than to send a callback."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "a URL without a host"
    except ValueError:
        return "a URL that cannot be parsed"
