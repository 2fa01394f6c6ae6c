"""What the clients' helpers for the connect flow are made from."""

from __future__ import annotations

from typing import Any


def callback_parameter(bundle: dict[str, Any]) -> str | None:
    """Return the query parameter in which the connect flow brings the token back, if there is one."""
    found = bundle["components"].get("callbacks", {}).get("MailboxConnected", {})
    requests = [item["get"] for item in found.values()]
    return str(requests[0]["parameters"][0]["name"]) if requests else None
