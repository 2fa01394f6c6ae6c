"""Work that goes on after an answer was given."""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_THREADS: Final = 2
_MAX_WAITING: Final = 10_000
_log = logging.getLogger(__name__)


class Background:
    """A few threads that work off a queue, and end with the process whatever they are at."""

    def __init__(self) -> None:
        """Start the threads."""
        self._jobs: queue.Queue[Callable[[], None]] = queue.Queue(_MAX_WAITING)
        self._stopped = False
        for number in range(_THREADS):
            threading.Thread(target=self._work, daemon=True, name=f"background-{number}").start()

    def submit(self, job: Callable[[], None]) -> None:
        """Do a job when there is time; what cannot be queued is dropped and logged."""
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            _log.warning("too much background work is waiting; some was dropped")

    def wait(self) -> None:
        """Return when every job submitted so far is done."""
        self._jobs.join()

    def stop(self) -> None:
        """Start no further job, and say nothing of those that the end of the server breaks."""
        self._stopped = True

    def _work(self) -> None:
        while True:
            job = self._jobs.get()
            try:
                if not self._stopped:
                    job()
            except Exception:  # noqa: BLE001 - the thread has to go on with the next job
                if not self._stopped:
                    _log.exception("a background job failed")
            finally:
                self._jobs.task_done()
