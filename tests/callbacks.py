"""Callbacks as the service signs them, and broken ones that no receiver may take."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

SECRET = "a secret & more ü"  # noqa: S105 - of tests
_BUNDLE = Path(__file__).parents[1] / "generated" / "openapi.json"


def signed(body: dict[str, Any], secret: str = SECRET) -> dict[str, Any]:
    """Return a body with the signature of its timestamp and token."""
    message = f"{body['timestamp']}{body['token']}"
    return {**body, "signature": hmac.new(secret.encode(), message.encode(), hashlib.sha256).hexdigest()}


def webhook_callback(now: int, **changes: Any) -> dict[str, Any]:
    """Return the described example of a message, sent and signed now."""
    bundle = json.loads(_BUNDLE.read_bytes())
    example = bundle["components"]["examples"]["MessageCallback"]["value"]
    return signed({**example, "timestamp": now, **changes})


def status_notification(now: int, **changes: Any) -> dict[str, Any]:
    """Return the news that a mailbox refuses its password, sent and signed now."""
    body = {
        "account_id": "4f0f1a2b3c4d5e6f70819203",
        "server_label": "ada@example.com::imap.example.com",
        "failure": "INVALID_CREDENTIALS",
        "token": "q7w2e9r4t1y6u3i8o5p0",
        "timestamp": now,
    }
    return signed({**body, **changes})
