"""Notifications to applications: one POST, in bounded time, and no second try."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import httpx

if TYPE_CHECKING:
    from contextio_contract.server.settings import Clock

_TIMEOUT: Final = httpx.Timeout(5.0)
_log = logging.getLogger(__name__)


def signed(content: dict[str, Any], secret: str, clock: Clock) -> dict[str, Any]:
    """Return a notification with `timestamp`, `token` and `signature` (rule cb-signature).

    Args:
        content: the notification's own fields.
        secret: of the consumer key that the notification concerns.
        clock: what the time is.
    """
    timestamp, token = clock(), secrets.token_hex(16)
    signature = hmac.new(secret.encode(), f"{timestamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {**content, "timestamp": timestamp, "token": token, "signature": signature}


def post(url: str, content: dict[str, Any]) -> None:
    """Send a notification; a failure is logged with the host alone, since addresses may hold secrets."""
    try:
        with (
            httpx.Client(timeout=_TIMEOUT, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", url, json=content) as answer,
        ):
            if answer.is_error:
                _log.warning("%s answered a notification with %d", _host(url), answer.status_code)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        _log.warning("%s could not be notified: %s", _host(url), type(error).__name__)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or "an address without host"
    except ValueError:
        return "an address that cannot be read"
