"""Signals that stop a run, which then still tells what it found."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERRUPTED: Final = "interrupted"
"""Why a run ended that its user stopped."""


class Interruption(threading.Event):
    """Whether the user stopped the run, since a KeyboardInterrupt alone can get lost in the tools."""

    def __init__(self) -> None:
        super().__init__()
        self._is_held = False

    def hold(self) -> None:
        """Let no signal raise from now on, while reports are written."""
        self._is_held = True

    def release(self) -> None:
        """Let signals raise again.

        Raises:
            KeyboardInterrupt: if one came meanwhile.
        """
        self._is_held = False
        if self.is_set():
            raise KeyboardInterrupt

    def interrupt(self, number: int, frame: object) -> None:
        """Take a signal.

        Raises:
            KeyboardInterrupt: unless signals are held.
        """
        del number, frame
        self.set()
        if not self._is_held:
            raise KeyboardInterrupt


@contextmanager
def interruptible() -> Iterator[Interruption]:
    """Raise KeyboardInterrupt on Ctrl-C, on SIGTERM with which CI systems cancel, and on SIGHUP.

    SIGHUP stays ignored where it is, as under nohup.
    """
    interruption = Interruption()
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    previous = {number: signal.signal(number, interruption.interrupt) for number in numbers}
    try:
        yield interruption
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
