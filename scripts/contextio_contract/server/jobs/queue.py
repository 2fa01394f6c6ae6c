"""In-process job queue: a bounded number of threads, nothing kept across a restart."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Final, TypeAlias

from contextio_contract.server.outbound.limits import PROCESS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.server.outbound.limits import Limits

_MAX_WAITING: Final = 10_000
_log = logging.getLogger(__name__)

_Job: TypeAlias = "tuple[Callable[[], None], Mapping[str, str]]"


class JobQueue:
    """Runs jobs on daemon threads, which end with the process in the middle of whatever they do.

    A job that waits for a slot of its host or its consumer key lets later ones of others pass.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._changed = threading.Condition()
        self._waiting: list[_Job] = []
        self._threads = 0
        self._stopped = False

    def enqueue(self, job: Callable[[], None], claims: Mapping[str, str]) -> None:
        """Run a job as soon as the limits have a slot for its claims; a full queue drops it and logs that."""
        with self._changed:
            if self._stopped:
                return
            if len(self._waiting) >= _MAX_WAITING:
                _log.warning("the job queue is full; a job was dropped")
                return
            self._waiting.append((job, claims))
            if self._threads == self._limits.most[PROCESS]:
                return  # each of these threads looks for another job when its own is done
            self._threads += 1
        threading.Thread(target=self._work, daemon=True, name="job").start()

    def join(self) -> None:
        """Return when every job enqueued so far is done."""
        with self._changed:
            self._changed.wait_for(lambda: not self._waiting and not self._threads)

    def stop(self) -> None:
        """Start no further job, and log no failure that the end of the server causes."""
        with self._changed:
            self._stopped = True
            self._waiting.clear()

    def _work(self) -> None:
        while True:
            with self._changed:
                position = self._next()
                if position is None:
                    self._threads -= 1
                    self._changed.notify_all()
                    return
                job, claims = self._waiting.pop(position)
            try:
                job()
            except Exception:  # noqa: BLE001 - the thread has to go on with the next job
                if not self._stopped:
                    _log.exception("a job failed")
            finally:
                self._limits.release(claims)

    def _next(self) -> int | None:
        """Take a slot for the first job that may have one, and return its position."""
        numbered = enumerate(self._waiting)
        return next((number for number, (_, claims) in numbered if self._limits.acquire(claims)), None)
