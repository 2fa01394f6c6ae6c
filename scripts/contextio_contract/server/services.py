"""Settings of a deployment, and the parts of its running server."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault import Vault
    from contextio_contract.server.jobs.queue import JobQueue
    from contextio_contract.server.mail.mailbox import Mailboxes

Clock = Callable[[], int]
"""Returns the time in whole seconds since 1970-01-01 UTC."""


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
    database: str = ":memory:"
    mailbox_timeout: float = 10.0
    mailbox_tls: ssl.SSLContext | None = None


@dataclass(frozen=True)
class Services:
    """The parts of a running server, for handlers."""

    settings: Settings
    clock: Clock
    database: Database
    vault: Vault
    mailboxes: Mailboxes
    jobs: JobQueue

    def close(self) -> None:
        """Drop the jobs that wait, and close the database."""
        self.jobs.stop()
        self.database.close()
