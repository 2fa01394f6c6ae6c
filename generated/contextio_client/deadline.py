"""Deadlines of calls, in threads and under asyncio and trio. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONNECTING: Final = 10.0
"""Seconds after which a connection attempt counts as failed, and may be retried within the deadline."""
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

    def timeouts(self) -> dict[str, float | None]:
        """Return the limits of one try, in the form of the httpx extension `timeout`."""
        left = None if self.left == math.inf else self.left
        return {"connect": min(_CONNECTING, self.left), "read": left, "write": left, "pool": left}


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
            left = math.inf if deadline is None else deadline.left
            data: bytes = read(max_bytes, timeout=timeout if left == math.inf else left)
            return data

        stream.read = read_before_deadline
