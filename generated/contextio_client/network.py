"""Connections: bounded by the deadline of a call, and trusted for one answer at a time. Generated from the description; not to be edited."""

from __future__ import annotations

import math
from contextlib import contextmanager
from contextvars import ContextVar
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, Final

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_client.deadline import Deadline

_PIECE: Final = 16 * 1024
"""Bytes to write at a time: those of a TLS record (RFC 8446, section 5.1)."""
_CONNECTS: Final = (".connect_tcp", ".connect_unix_socket")
_END: Final = b"\r\n\r\n"
"""How a header block ends, and a body in chunks (RFC 9112, section 7.1)."""

_current: ContextVar[Deadline | None] = ContextVar("_current", default=None)


@contextmanager
def bound_thread(deadline: Deadline) -> Iterator[None]:
    """Bound what this thread reads and writes, on connections that `watch_connections` has seen open."""
    before = _current.set(deadline)
    try:
        yield
    finally:
        _current.reset(before)


def watch_connections(event: str, info: dict[str, Any]) -> None:
    """Watch each new connection, as the extension `trace` of httpx.

    What is read and written is bounded by the deadline of the thread: the timeouts of httpx begin anew with
    each piece. This holds over TCP, TLS, unix sockets and proxies.

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
        stream = info["return_value"]
        stream.watched = Watched(stream)


async def awatch_connections(event: str, info: dict[str, Any]) -> None:
    """Watch each new connection of the asynchronous client, whose calls are cancelled when their time is up."""
    watch_connections(event, info)


class Watched:
    """A connection of httpx, which does not see bytes that follow an answer: the next request would get them.

    Attributes:
        reads: how often something was read.
        settled: how often at the end of the last answer.
        last: what was read last.
        has_leftovers: whether more has come than the last answer.
    """

    def __init__(self, stream: Any) -> None:
        self.reads = self.settled = 0
        self.last = b""
        self.has_leftovers = False
        self._read, self._write, self._info = stream.read, stream.write, stream.get_extra_info
        stream.get_extra_info = self._get_extra_info
        if iscoroutinefunction(stream.read):
            stream.read = self._aread
        else:
            stream.read, stream.write = self._read_in_time, self._write_in_time

    def settle(self, response: httpx.Response, last: bytes) -> None:
        """Note that an answer has ended, whose last bytes these were."""
        in_chunks = "chunked" in response.headers.get("Transfer-Encoding", "").lower()
        end = last if last and not in_chunks else _END
        self.has_leftovers = bool(self.last) and not (self.last.endswith(end) or end.endswith(self.last))
        self.settled = self.reads

    def _get_extra_info(self, info: str) -> Any:
        """Return what httpx asks for; it drops an idle connection that is readable."""
        return True if info == "is_readable" and self.has_leftovers else self._info(info)

    async def _aread(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._note(await self._read(max_bytes, timeout=timeout))

    def _read_in_time(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._note(self._read(max_bytes, timeout=_bound(timeout, httpx.ReadTimeout)))

    def _write_in_time(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            self._write(buffer[start : start + _PIECE], timeout=_bound(timeout, httpx.WriteTimeout))

    def _note(self, data: bytes) -> bytes:
        self.reads += 1
        self.last = data
        return data


def get_watched(response: httpx.Response) -> Watched | None:
    """Return the connection of an answer; None if it was not seen open, or carries other answers too."""
    if response.http_version == "HTTP/2":
        return None
    found: Watched | None = getattr(response.extensions.get("network_stream"), "watched", None)
    return found


def check_answer(response: httpx.Response) -> None:
    """Refuse an answer that was there before its request.

    Raises:
        httpx.RemoteProtocolError: if it was; it may belong to anyone.
    """
    connection = get_watched(response)
    if connection and connection.reads == connection.settled:
        message = (
            "the answer was there before the request; bytes that follow an earlier answer are not trusted"
        )
        raise httpx.RemoteProtocolError(message)


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
