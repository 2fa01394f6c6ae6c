"""One attempt at a job that was claimed, and the end of it: done, due again later, or given up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import leases
from contextio_contract.server.jobs.kind import Result

if TYPE_CHECKING:
    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.jobs.kind import Kind
    from contextio_contract.server.jobs.kinds import Runs
    from contextio_contract.server.services import Services

_MOST_ATTEMPTS: Final = 100
"""More than any kind makes within its time, unless an attempt ends its whole process each time."""
_ENDED_WORKERS: Final = "its workers ended in the middle of it, again and again"
_log = logging.getLogger(__name__)


def attempt(services: Services, runs: Runs, kind: Kind, job: Job) -> str:
    """Do a job, and store what comes of it if its lease still holds.

    Returns a phrase about that for the log, or nothing about a job that is done and recurs.

    Raises:
        LeaseLostError: if the lease was lost; nothing was stored then.
        Exception: whatever a database raises; the job is done again when its lease has ended.
    """
    ends_workers = job.attempts > _MOST_ATTEMPTS and kind.retries.within is not None
    result = Result(_ENDED_WORKERS, is_final=True) if ends_workers else _run(services, runs, job)
    with services.database.transaction() as connection:
        now = services.clock()
        leases.fence(connection, job)
        result.store(connection)
        if result.run_again_at is not None:
            leases.repeat(connection, job, result.run_again_at)
            return ""
        if not result.problem:
            leases.finish(connection, job)
            return "done"
        next_run = None if result.is_final else kind.retries.next_run(job.enqueued_at, job.attempts, now)
        if next_run is None:
            leases.give_up(connection, job, result.problem, now)
            return f"given up, {result.problem}"
        leases.postpone(connection, job, result.problem, next_run)
        return f"failed, {result.problem}; the next attempt is in {next_run - now} s"


def _run(services: Services, runs: Runs, job: Job) -> Result:
    try:
        return runs[job.kind](services, job)
    except Exception as error:  # noqa: BLE001 - a fault of ours must not keep the job from being tried again
        _log.exception("job=%d kind=%s: a fault of ours", job.sequence, job.kind)
        return Result(f"a fault of this server: {type(error).__name__}")
