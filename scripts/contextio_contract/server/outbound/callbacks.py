"""Signed callbacks to applications: one POST, no redirects, no second attempt."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from contextio_contract.server.services import Clock

_TIMEOUT: Final = httpx.Timeout(5.0)
_log = logging.getLogger(__name__)


def sign(body: dict[str, Any], secret: str, clock: Clock) -> dict[str, Any]:
    """Add `timestamp`, `token` and `signature` to the body of a callback (rule cb-signature)."""
    timestamp, token = clock(), secrets.token_hex(16)
    signature = hmac.new(secret.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {**body, "timestamp": timestamp, "token": token, "signature": signature}


def post(url: str, body: dict[str, Any]) -> None:
    """Send a callback. A failure is logged with the host alone, since URLs may hold secrets."""
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", url, json=body) as response,
        ):
            if response.is_error:
                _log.warning("%s answered a callback with %d", _host(url), response.status_code)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        _log.warning("a callback to %s failed: %s", _host(url), type(error).__name__)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "a URL without a host"
    except ValueError:
        return "a URL that cannot be parsed"
