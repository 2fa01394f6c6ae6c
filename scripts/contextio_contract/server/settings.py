"""Settings of a deployment of the server."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import ssl

Clock = Callable[[], int]
"""Returns the time in whole seconds since 1970-01-01 UTC."""

DEMO_KEY: Final = "demo-key"
DEMO_SECRET: Final = "demo-secret"  # noqa: S105 - printed at each start, a secret in name only
IN_MEMORY: Final = ":memory:"


def system_clock() -> int:
    """Return the time of the machine in whole seconds since 1970-01-01 UTC."""
    return int(time.time())


@dataclass(frozen=True)
class Settings:
    """The settings of a server.

    Attributes:
        keys: secrets by consumer key.
        database: a file, `:memory:`, or the URL of a database that SQLAlchemy knows.
        mailbox_timeout: seconds within which a mailbox must be opened.
        mailbox_tls: verifies the certificates of mail servers; None to trust those that the system trusts.
    """

    keys: Mapping[str, str]
    database: str = IN_MEMORY
    mailbox_timeout: float = 10.0
    mailbox_tls: ssl.SSLContext | None = None
