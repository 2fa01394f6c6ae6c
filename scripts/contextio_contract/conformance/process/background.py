"""Work in a thread of its own, while the thread that takes signals waits or does other work."""

from __future__ import annotations

import sys
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNALS_TAKEN_EVERY: Final = 0.2
"""Seconds after which the thread that waits for others looks for signals."""
_TURN: Final = 0.002
"""Seconds that a thread computes while another one has an answer to read; usually it is 5 ms."""


class Background:
    """Work that goes on in another thread."""

    def __init__(self, future: Future[object]) -> None:
        self._future = future

    def wait(self, until: Callable[[], bool] = lambda: False) -> None:
        """Wait until the work is done, or until something holds; signals are taken meanwhile.

        What the work raises is raised here.
        """
        # Python takes signals in the main thread, and one that comes to another does not wake it.
        while not self._future.done() and not until():
            wait([self._future], SIGNALS_TAKEN_EVERY)
        if self._future.done():
            self._future.result()


@contextmanager
def in_background(work: Callable[[], object], halt: Callable[[], None]) -> Iterator[Background]:
    """Do work in another thread, which Ctrl-C does not break off in the middle of a request.

    Args:
        work: what is to be done; what it raises is raised when the context ends.
        halt: lets the work end soon, when the user stops the run.
    """
    turn = sys.getswitchinterval()
    with ThreadPoolExecutor(1) as pool:
        sys.setswitchinterval(_TURN)
        future = pool.submit(work)
        background = Background(future)
        try:
            yield background
            background.wait()
        except KeyboardInterrupt:
            halt()
            raise
        finally:
            sys.setswitchinterval(turn)
