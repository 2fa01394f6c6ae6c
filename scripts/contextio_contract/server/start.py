"""The parts of a server, opened, and its worker, started."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import jobs
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.key_ring import KeyRing
from contextio_contract.server.db.nonces import NonceWriter
from contextio_contract.server.db.vault_keys import open_vault
from contextio_contract.server.jobs.attempt import attempt
from contextio_contract.server.jobs.kinds import KINDS, RECURRING, RUNS
from contextio_contract.server.jobs.reencryption import enqueue_reencryption
from contextio_contract.server.jobs.worker import Worker
from contextio_contract.server.mail.mailbox import Mailboxes
from contextio_contract.server.ops.metrics import Metrics
from contextio_contract.server.outbound.callbacks import CallbackSender
from contextio_contract.server.outbound.dialler import Dialler
from contextio_contract.server.outbound.limits import PROCESS, Limits
from contextio_contract.server.services import Clock, Services, Settings, system_clock

if TYPE_CHECKING:
    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.jobs.kind import Kind

_SPARE_THREADS: Final = 16
"""Threads beyond the mailboxes that may be open, for calls that are refused or store what came of one."""


def open_services(settings: Settings, clock: Clock = system_clock) -> Services:
    """Open the database, and return the parts of a server, whose worker is not started.

    Args:
        settings: the settings.
        clock: gives the time that responses show, and by which jobs are due.

    Raises:
        CannotRun: if the database is of another version of this server, or its secrets cannot be decrypted.
        sqlalchemy.exc.SQLAlchemyError: if the database cannot be opened.
        OSError: if the database's folder or key file cannot be made.
    """
    database = Database(settings.database)
    vault = open_vault(settings.vault_keys, database)
    keys = KeyRing(database, vault, settings.keys)
    keys.start()
    metrics = Metrics()
    dialler, limits = Dialler(settings.policy), Limits(settings.mailbox_limits)
    mailboxes = Mailboxes(dialler, limits, settings.mailbox_timeout, settings.mailbox_tls)
    mailboxes.probed = metrics.count_probe
    return Services(
        settings=settings,
        clock=clock,
        database=database,
        nonces=NonceWriter(database),
        vault=vault,
        keys=keys,
        mailboxes=mailboxes,
        waiting=ThreadPoolExecutor(limits.most[PROCESS] + _SPARE_THREADS, "waiting"),
        callbacks=CallbackSender(dialler),
        metrics=metrics,
        worker=Worker(database, clock, KINDS),
    )


def start_worker(services: Services) -> None:
    """Start to do jobs: those that recur, and the encryption under a new vault key, among them."""
    now = services.clock()
    with services.database.transaction() as connection:
        for kind in RECURRING:
            jobs.ensure(connection, kind.name, kind.name, now)
        enqueue_reencryption(services, connection)
    services.worker.start(partial(_attempt, services))


def _attempt(services: Services, kind: Kind, job: Job) -> str:
    """Attempt a job, and count what came of it."""
    outcome = attempt(services, RUNS, kind, job)
    services.metrics.count_attempt(kind.name, outcome.partition(",")[0] or "done")
    return outcome
