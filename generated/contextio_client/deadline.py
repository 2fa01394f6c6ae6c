"""Deadlines of calls, in threads and under asyncio and trio. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_ONCE: Final = 1e-6
"""Seconds to wait once no time is left; 0 would mean without waiting, or for ever."""
_PIECE: Final = 16 * 1024
"""Bytes to write at a time: those of a TLS record (RFC 8446, section 5.1)."""
_CONNECTS: Final = (".connect_tcp", ".connect_unix_socket")


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
    """Bound what this thread reads and writes, on connections that `bound_connections` has prepared."""
    before = _current.set(deadline)
    try:
        yield
    finally:
        _current.reset(before)


def bound_connections(event: str, info: dict[str, Any]) -> None:
    """Bound each new connection by the deadline of the thread that uses it.

    The timeouts of httpx begin anew with each piece that is read or written. httpx calls this as its
    extension `trace`, for connections over TCP, TLS, unix sockets and proxies.

    Args:
        event: what happens, such as `connection.connect_tcp.complete`.
        info: its arguments, or its `return_value`.

    Raises:
        httpx.ConnectTimeout: if a connection is to be opened once no time is left.
    """
    name, _, stage = event.rpartition(".")
    if name.endswith(_CONNECTS) and stage == "started":
        _bound(None, httpx.ConnectTimeout)
    elif name.endswith((*_CONNECTS, ".start_tls")) and stage == "complete":
        _bound_stream(info["return_value"])


def _bound_stream(stream: Any) -> None:
    read, write = stream.read, stream.write

    def read_before_deadline(max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = read(max_bytes, timeout=_bound(timeout, httpx.ReadTimeout))
        return data

    def write_before_deadline(buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            write(buffer[start : start + _PIECE], timeout=_bound(timeout, httpx.WriteTimeout))

    stream.read, stream.write = read_before_deadline, write_before_deadline


def _bound(timeout: float | None, late: type[httpx.TimeoutException]) -> float | None:
    """Return the seconds that a read or write may take: its own timeout, or what is left if that is less."""
    deadline = _current.get()
    if deadline is None:
        return timeout
    if deadline.is_over:
        message = "the time of the call is up"
        raise late(message)
    left = deadline.left if timeout is None else min(deadline.left, timeout)
    return None if left == math.inf else left
