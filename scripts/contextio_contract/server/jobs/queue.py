"""In-process job queue: a few worker threads, nothing kept across a restart."""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_WORKERS: Final = 2
_MAX_WAITING: Final = 10_000
_log = logging.getLogger(__name__)


class JobQueue:
    """Runs jobs on daemon threads, which end with the process in the middle of whatever they do."""

    def __init__(self) -> None:
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue(_MAX_WAITING)
        self._stopped = False
        for number in range(_WORKERS):
            threading.Thread(target=self._work, daemon=True, name=f"worker-{number}").start()

    def enqueue(self, job: Callable[[], None]) -> None:
        """Run a job as soon as a worker is free; a full queue drops it and logs that."""
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            _log.warning("the job queue is full; a job was dropped")

    def join(self) -> None:
        """Return when every job enqueued so far is done."""
        self._jobs.join()

    def stop(self) -> None:
        """Start no further job, and log no failure that the end of the server causes."""
        self._stopped = True

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                if not self._stopped:
                    job()
            except Exception:  # noqa: BLE001 - the worker has to go on with the next job
                if not self._stopped:
                    _log.exception("a job failed")
            finally:
                self._jobs.task_done()
