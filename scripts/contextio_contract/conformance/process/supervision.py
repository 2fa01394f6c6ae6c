"""Supervision of a run: what ends it before its time, and what the process must keep tidy."""

from __future__ import annotations

import gc
import gzip
import json
import tempfile
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import hypothesis.configuration
from hypothesis.internal.charmap import charmap_file

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from contextio_contract.conformance.reports.progress import Progress
    from contextio_contract.conformance.wire.gateway import Gateway

_UTF_8: Final = [(0, 0xD7FF), (0xE000, 0x10FFFF)]
"""The characters that UTF-8 encodes: all but surrogates (RFC 3629, section 3)."""
_GARBAGE: Final = 50_000
"""How many objects more may be there before Python looks for garbage."""


class Supervisor:
    """Ends a run when the user, its time limit or the throttle says so, and reports its progress."""

    def __init__(
        self,
        gateway: Gateway,
        progress: Progress | None = None,
        time_limit: float = float("inf"),
        interrupted: threading.Event | None = None,
    ) -> None:
        """Supervise a run that starts now and is given up after `time_limit` seconds."""
        self._gateway, self._progress, self._interrupted = gateway, progress, interrupted
        self._time_limit, self._started = time_limit, time.monotonic()

    def phase(self, name: str, total: int | None) -> None:
        """Report a phase that begins, with how many steps it has."""
        if self._progress:
            self._progress.phase(name, total)

    def step(self, failures: int) -> None:
        """Report a step that is finished, with how many failures there are."""
        if self._progress:
            self._progress.step(self._gateway.throttle.sent, failures)

    def check(self) -> None:
        """Return if the run may go on.

        Raises:
            CannotRun: if it is given up.
            KeyboardInterrupt: if the user stops it.
        """
        if self._interrupted and self._interrupted.is_set():
            raise KeyboardInterrupt
        if self._gateway.throttle.stopped:
            raise CannotRun(self._gateway.throttle.stopped)
        if time.monotonic() > self._started + self._time_limit:
            message = f"the run was not finished within {self._time_limit:g} s; try fewer --max-examples"
            raise CannotRun(message)


@contextmanager
def without_files() -> Iterator[None]:
    """Let hypothesis keep its caches in a folder that goes with the context, not in the user's.

    The folder begins with the characters of UTF-8, which hypothesis else tries one by one for a second.
    """
    with tempfile.TemporaryDirectory() as folder:
        hypothesis.configuration.set_hypothesis_home_dir(folder)
        path = charmap_file("codec-v2-utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(json.dumps([_UTF_8, []]).encode()))
        try:
            yield
        finally:
            hypothesis.configuration.set_hypothesis_home_dir(None)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for garbage seldom; generation by hypothesis otherwise spends a tenth of a run's CPU on it.

    What is there before is looked at no more, unless the process has frozen something itself.
    """
    thresholds, is_frozen = gc.get_threshold(), gc.get_freeze_count() > 0
    if not is_frozen:
        gc.freeze()
    gc.set_threshold(_GARBAGE, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        if not is_frozen:
            gc.unfreeze()
