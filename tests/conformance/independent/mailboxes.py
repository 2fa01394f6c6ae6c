"""Logging in to a mailbox, to learn the state of its connection."""

from __future__ import annotations

import imaplib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT = 3.0
OK, REFUSED, UNREACHABLE = "OK", "INVALID_CREDENTIALS", "CONNECTION_IMPOSSIBLE"


def state_of(settings: Mapping[str, Any]) -> str:
    """Return the state of the mailbox with these settings: that of a source."""
    connect = imaplib.IMAP4_SSL if settings["use_ssl"] else imaplib.IMAP4
    try:
        with connect(settings["server"], settings["port"], timeout=TIMEOUT) as server:
            return login(server, settings["username"], settings["password"])
    except (OSError, imaplib.IMAP4.error, ValueError):
        return UNREACHABLE


def login(server: imaplib.IMAP4, username: str, password: str) -> str:
    try:
        server.login(username, password)
    except (imaplib.IMAP4.error, ValueError):
        return REFUSED
    return OK
