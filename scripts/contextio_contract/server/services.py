"""Settings of a deployment, and the parts of its running server."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from contextio_contract.server.outbound.limits import MAILBOXES
from contextio_contract.server.outbound.policy import Policy

if TYPE_CHECKING:
    import ssl
    from concurrent.futures import Executor

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.key_ring import KeyRing
    from contextio_contract.server.db.nonces import NonceWriter
    from contextio_contract.server.db.vault import Vault
    from contextio_contract.server.jobs.worker import Worker
    from contextio_contract.server.mail.mailbox import Mailboxes
    from contextio_contract.server.ops.metrics import Metrics
    from contextio_contract.server.outbound.callbacks import CallbackSender

_GRACE: Final = 3.0
"""Seconds that jobs have to end, as long as those that calls have."""

Clock = Callable[[], int]
"""Returns the time in whole seconds since 1970-01-01 UTC."""


def system_clock() -> int:
    """Return the time of the machine in whole seconds since 1970-01-01 UTC."""
    return int(time.time())


@dataclass(frozen=True)
class Settings:
    """The settings of a server.

    Attributes:
        keys: secrets by consumer key, beside those in the database.
        database: a file, `:memory:`, or the URL of a database that SQLAlchemy knows.
        vault_keys: keys between commas that encrypt secrets at rest; empty for the file beside the database.
        mailbox_timeout: seconds within which a mailbox must be opened.
        mailbox_tls: verifies the certificates of mail servers; None to trust those that the system trusts.
        mailbox_limits: how many mailboxes may be opened at once for calls, by kind.
        policy: which addresses may be called.
        has_worker: whether this process does jobs, beside answering calls; None to do those of SQLite.
        calls_per_hour: calls that a consumer key may make unless it has a number of its own; None for any.
        mailbox_calls_per_minute: calls that a key may make which open a mailbox of one user; None for any.
        retention_days: how long jobs that were given up and the log of deliveries are kept.
    """

    keys: Mapping[str, str] = field(repr=False)
    database: str = ":memory:"
    vault_keys: str = field(default="", repr=False)
    mailbox_timeout: float = 10.0
    mailbox_tls: ssl.SSLContext | None = None
    mailbox_limits: Mapping[str, int] = field(default_factory=lambda: MAILBOXES)
    policy: Policy = field(default_factory=Policy)
    has_worker: bool | None = None
    calls_per_hour: int | None = None
    mailbox_calls_per_minute: int | None = None
    retention_days: int = 30


@dataclass(frozen=True)
class Services:
    """The parts of a running server, for handlers.

    Attributes:
        settings: the settings.
        clock: gives the time that responses show.
        database: keeps the data.
        nonces: keeps used nonces.
        vault: encrypts passwords.
        keys: has the live secrets of consumer keys.
        mailboxes: opens mailboxes.
        waiting: runs what waits for mail servers, so that other calls do not wait with it.
        callbacks: sends callbacks.
        metrics: counts what happens.
        worker: does jobs, once it is started.
    """

    settings: Settings
    clock: Clock
    database: Database
    nonces: NonceWriter
    vault: Vault
    keys: KeyRing
    mailboxes: Mailboxes
    waiting: Executor
    callbacks: CallbackSender
    metrics: Metrics
    worker: Worker

    def close(self) -> None:
        """Give back the jobs that are being done, unless they end in time, and close the database."""
        self.worker.stop(_GRACE)
        self.keys.stop()
        self.waiting.shutdown(wait=False, cancel_futures=True)
        self.nonces.close()
        self.database.close()
