"""Interrupts: Ctrl-C, and SIGTERM with which CI systems cancel, end a run tidily."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def interruptible() -> Iterator[threading.Event]:
    """Raise KeyboardInterrupt on either signal, for as long as the context lasts.

    Yields:
        What is set from then on, since a KeyboardInterrupt alone can get lost in the tools.
    """
    interrupted = threading.Event()

    def interrupt(number: int, frame: object) -> None:
        del number, frame
        interrupted.set()
        raise KeyboardInterrupt

    previous = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield interrupted
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
