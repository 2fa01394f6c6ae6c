"""Settings of a deployment, and the parts of its running server."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contextio_contract.server.outbound.limits import MAILBOXES
from contextio_contract.server.outbound.policy import Policy

if TYPE_CHECKING:
    import ssl
    from concurrent.futures import Executor

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault import Vault
    from contextio_contract.server.jobs.queue import JobQueue
    from contextio_contract.server.mail.mailbox import Mailboxes
    from contextio_contract.server.outbound.callbacks import CallbackSender

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
        vault_keys: keys between commas that encrypt secrets at rest; empty for the file beside the database.
        mailbox_timeout: seconds within which a mailbox must be opened.
        mailbox_tls: verifies the certificates of mail servers; None to trust those that the system trusts.
        mailbox_limits: how many mailboxes may be opened at once for calls, by kind.
        policy: which addresses may be called.
    """

    keys: Mapping[str, str] = field(repr=False)
    database: str = ":memory:"
    vault_keys: str = field(default="", repr=False)
    mailbox_timeout: float = 10.0
    mailbox_tls: ssl.SSLContext | None = None
    mailbox_limits: Mapping[str, int] = field(default_factory=lambda: MAILBOXES)
    policy: Policy = field(default_factory=Policy)


@dataclass(frozen=True)
class Services:
    """The parts of a running server, for handlers.

    Attributes:
        settings: the settings.
        clock: gives the time that responses show.
        database: keeps the data.
        vault: encrypts passwords.
        mailboxes: opens mailboxes.
        waiting: runs what waits for mail servers, so that other calls do not wait with it.
        callbacks: sends callbacks.
        jobs: runs first synchronisations.
        deliveries: runs the sending of callbacks.
    """

    settings: Settings
    clock: Clock
    database: Database
    vault: Vault
    mailboxes: Mailboxes
    waiting: Executor
    callbacks: CallbackSender
    jobs: JobQueue
    deliveries: JobQueue

    def close(self) -> None:
        """Drop the jobs that wait, and close the database."""
        self.jobs.stop()
        self.deliveries.stop()
        self.waiting.shutdown(wait=False, cancel_futures=True)
        self.database.close()
