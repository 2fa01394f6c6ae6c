"""Worker: claims the jobs that are due, does them on threads, and renews their leases until they are done."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import leases
from contextio_contract.server.db.errors import UnavailableError
from contextio_contract.server.db.notifications import listen
from contextio_contract.server.outbound.limits import PROCESS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.jobs.kind import Kind

LEASE: Final = 60
"""Seconds for which a claim holds, unless it is renewed."""

_RENEW_AFTER: Final = 20
_LONGEST: Final = 60 * 60
"""Seconds after which a job is taken for one that hangs: its lease ends, and another begins it anew."""
_POLL: Final = 1.0
"""Seconds after which a worker looks for jobs, if nothing wakes it before."""
_CLAIM_SECONDS: Final = 10.0
"""Seconds within which a claim that has begun ends, whatever the database does."""
_WINDOW: Final = 100
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Claim:
    """A job that is being done: the owner of its lease, and since when it is."""

    owner: str
    since: int


class Worker:
    """Does jobs, as many at once as the limits of their kinds allow."""

    def __init__(self, database: Database, clock: Callable[[], int], kinds: Iterable[Kind]) -> None:
        """Set where the jobs are, by which clock they are due and leases end, and which kinds are done."""
        self._database, self._clock = database, clock
        self._lanes = [(kind, Limits(kind.limits)) for kind in kinds]
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._changed = threading.Condition()
        self._calls = self._answered = 0
        self._running: dict[int, _Claim] = {}
        self._renewed_at = 0
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    @property
    def is_started(self) -> bool:
        """Whether this process does jobs."""
        return self._thread is not None

    def start(self, attempt: Callable[[Kind, Job], str]) -> None:
        """Start to do jobs, by a function that makes an attempt and returns what came of it, for the log."""
        self._database.enqueued = self.wake
        self.wake()
        self._thread = threading.Thread(target=self._work, args=(attempt,), daemon=True, name="worker")
        self._thread.start()
        if self._database.url is not None:
            arguments = self._database.url, self.wake, self._stopping
            threading.Thread(target=listen, args=arguments, daemon=True, name="listener").start()

    def wake(self) -> None:
        """Look for jobs now."""
        with self._changed:
            self._calls += 1
            self._changed.notify_all()

    def wait_until_idle(self) -> None:
        """Return when no job is being done and none is due."""
        with self._changed:
            self._changed.wait_for(self._is_idle)

    def stop(self, seconds: float) -> int:
        """Claim nothing more, and return when all is done that is being done, or the seconds are over.

        What is not done by then is given back for others to do at once; how many jobs, is returned.
        """
        end = time.monotonic() + seconds
        with self._changed:
            self._stopping.set()
            self._changed.notify_all()
        if self._thread:
            self._thread.join(max(seconds, _CLAIM_SECONDS))
        with self._changed:
            self._changed.wait_for(lambda: not self._running, max(0, end - time.monotonic()))
            left = {sequence: claim.owner for sequence, claim in self._running.items()}
        if left:
            with suppress(UnavailableError), self._database.transaction() as connection:
                leases.release(connection, left)
        return len(left)

    def _is_idle(self) -> bool:
        return self._stopping.is_set() or (self._answered == self._calls and not self._running)

    def _is_called(self, answered: int) -> bool:
        return self._stopping.is_set() or self._calls != answered

    def _work(self, attempt: Callable[[Kind, Job], str]) -> None:
        while not self._stopping.is_set():
            calls = self._calls
            try:
                self._renew()
                for kind, limits in self._lanes:
                    while not self._stopping.is_set() and self._claim(kind, limits, attempt):
                        pass
            except UnavailableError:
                pass  # the database has logged it, and is asked again after a while
            except Exception:  # noqa: BLE001 - a fault of ours must not end all jobs
                _log.exception("jobs cannot be claimed now")
            with self._changed:
                self._answered = calls
                self._changed.notify_all()
                self._changed.wait_for(partial(self._is_called, calls), _POLL)

    def _renew(self) -> None:
        now = self._clock()
        with self._changed:
            claims = self._running.items()
            owners = {sequence: claim.owner for sequence, claim in claims if now - claim.since < _LONGEST}
        if owners and 0 <= now - self._renewed_at < _RENEW_AFTER:  # less than 0 if the clock was set back
            return
        if owners:
            with self._database.transaction() as connection:
                leases.renew(connection, owners, now + LEASE)
        self._renewed_at = now

    def _claim(self, kind: Kind, limits: Limits, attempt: Callable[[Kind, Job], str]) -> bool:
        """Claim and start jobs of a kind as far as there are slots; return whether there may be more."""
        if limits.taken >= limits.most[PROCESS]:
            return False
        kinds_of_limits = [name for name in limits.most if name != PROCESS]
        exhausted = {name: values for name in kinds_of_limits if (values := limits.exhausted(name))}
        now = self._clock()
        with self._database.read() as connection:
            due = leases.list_due(connection, kind.name, now, exhausted, _WINDOW)
        claims_of = {
            row["sequence"]: leases.claims_of(row) for row in due if row["sequence"] not in self._running
        }
        chosen = {sequence: claims for sequence, claims in claims_of.items() if limits.acquire(claims)}
        if not chosen:
            return False
        claimed: list[Job] = []
        try:
            owner = f"{self._name}-{secrets.token_hex(4)}"
            with self._database.transaction() as connection:
                claimed = leases.claim(connection, chosen, owner, now, now + LEASE)
        finally:
            for sequence in chosen.keys() - {job.sequence for job in claimed}:
                limits.release(chosen[sequence])
        for job in claimed:
            with self._changed:
                self._running[job.sequence] = _Claim(owner, now)
            end = partial(self._end, job, limits, chosen[job.sequence])
            try:
                threading.Thread(
                    target=self._do, args=(partial(attempt, kind, job), job, end), daemon=True
                ).start()
            except RuntimeError:
                end()
                _log.error("job=%d kind=%s: this process can start no further thread", job.sequence, job.kind)
        return len(due) == _WINDOW

    def _end(self, job: Job, limits: Limits, claims: Mapping[str, str]) -> None:
        """Give back the slot of a job that is not being done any more."""
        limits.release(claims)
        with self._changed:
            del self._running[job.sequence]
        self.wake()

    def _do(self, attempt: Callable[[], str], job: Job, end: Callable[[], None]) -> None:
        described = f"job={job.sequence} kind={job.kind} attempt={job.attempts} host={job.host or '-'}"
        try:
            outcome = attempt()
        except leases.LeaseLostError:
            outcome = "not stored: another worker has it, or nobody needs it any more"
        except UnavailableError:
            outcome = "not stored, as the database cannot be used; it is done again when its lease has ended"
        except Exception:  # noqa: BLE001 - a fault of ours must not keep the slot
            outcome = ""
            if not self._stopping.is_set():
                _log.exception("%s: not stored; it is done again when its lease has ended", described)
        if outcome:
            _log.info("%s: %s", described, outcome)
        end()
