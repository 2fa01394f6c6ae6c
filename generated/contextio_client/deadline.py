"""Deadlines of calls, in threads and under asyncio and trio. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_ONCE: Final = 1e-6
"""Seconds to wait once no time is left; 0 would mean without waiting, or for ever."""


class Deadline:
    """The end of the time of a call, over all its tries and reads."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left; never 0 or less."""
        return max(self._end - time.monotonic(), _AT_ONCE)

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._end

    def timeouts(self, connect: float, read: float) -> dict[str, float | None]:
        """Return the limits of one attempt, in the form of the httpx extension `timeout`.

        Args:
            connect: how many seconds a connection may take at most.
            read: how many seconds may pass without a byte at most.
        """
        limits = {"connect": connect, "read": read, "write": math.inf, "pool": math.inf}
        left = self.left
        return {
            name: None if (least := min(limit, left)) == math.inf else least for name, limit in limits.items()
        }


_current: ContextVar[Deadline | None] = ContextVar("_current", default=None)


@contextmanager
def bound_thread(deadline: Deadline) -> Iterator[None]:
    """Bound the reads of this thread by a deadline, on connections that `bound_reads` has prepared."""
    before = _current.set(deadline)
    try:
        yield
    finally:
        _current.reset(before)


def bound_reads(event: str, info: dict[str, Any]) -> None:
    """Bound the reads of a new connection by the deadline of the thread that reads.

    The read timeout of httpx begins anew with each chunk. httpx calls this as its extension `trace`.
    """
    if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
        stream = info["return_value"]
        read = stream.read

        def read_before_deadline(max_bytes: int, timeout: float | None = None) -> bytes:
            deadline = _current.get()
            least = min(math.inf if timeout is None else timeout, deadline.left if deadline else math.inf)
            data: bytes = read(max_bytes, timeout=None if least == math.inf else least)
            return data

        stream.read = read_before_deadline
