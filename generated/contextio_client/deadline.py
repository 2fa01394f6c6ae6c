"""When the time of a call is up. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONNECTING: Final = 10.0
"""Seconds after which a connection that is not there is tried anew, in what is left of the call's time."""
_AT_ONCE: Final = 1e-6
"""Seconds for which to wait where no time is left; 0 would mean something else."""


class Deadline:
    """When the time of a call is up, however many tries it takes and however slowly an answer drips."""

    def __init__(self, seconds: float) -> None:
        """Begin to count."""
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds that are left; never 0 or less."""
        return max(self._end - time.monotonic(), _AT_ONCE)

    def timeouts(self) -> dict[str, float | None]:
        """Return how long the steps of one try may take, as httpx takes it for its extension `timeout`."""
        left = None if self.left == math.inf else self.left
        return {"connect": min(_CONNECTING, self.left), "read": left, "write": left, "pool": left}


_current: ContextVar[Deadline | None] = ContextVar("_current", default=None)


@contextmanager
def kept(deadline: Deadline) -> Iterator[None]:
    """Have the connections that this thread reads from keep a deadline."""
    before = _current.set(deadline)
    try:
        yield
    finally:
        _current.reset(before)


@contextmanager
def kept_by_task(deadline: Deadline) -> Iterator[None]:
    """Have all that is awaited keep a deadline, under asyncio and trio.

    Raises:
        TimeoutError: when the time is up.
    """
    from anyio import fail_after

    with fail_after(deadline.left):
        yield


def keep(event: str, info: dict[str, Any]) -> None:
    """Have each new connection wait for its next bytes no longer than the deadline of the thread that reads.

    httpx itself counts anew with each piece of an answer. It calls this function as its extension `trace`.
    """
    if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
        stream = info["return_value"]
        read = stream.read

        def read_in_time(max_bytes: int, timeout: float | None = None) -> bytes:
            deadline = _current.get()
            left = math.inf if deadline is None else deadline.left
            data: bytes = read(max_bytes, timeout=timeout if left == math.inf else left)
            return data

        stream.read = read_in_time
