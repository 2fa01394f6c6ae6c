"""Connections on which a whole exchange ends at a deadline, even where single bytes keep arriving.

The timeout of a socket starts anew with every byte. So each wait of these sockets is bounded by what is left.
"""

from __future__ import annotations

import io
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

_END: Final[ContextVar[float]] = ContextVar("deadline", default=float("inf"))
_LEAST: Final = 0.001
"""Seconds that a wait may take once the time is over; none at all would make the socket non-blocking."""


@contextmanager
def ending_in(seconds: float) -> Iterator[None]:
    """Let exchanges of this thread end within some seconds from now, with `TimeoutError`."""
    token = _END.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _END.reset(token)


class BoundedAdapter(HTTPAdapter):
    """Sends requests over connections that heed `ending_in`."""

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Prepare connections to deployments."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        """Return what makes connections by way of a proxy."""
        manager = super().proxy_manager_for(proxy, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager


class _BoundedSocket:
    """A socket, of which each wait ends at the deadline."""

    def __init__(self, plain: socket.socket) -> None:
        self._plain = plain

    def __getattr__(self, name: str) -> Any:
        return getattr(self._plain, name)

    def makefile(self, *_: Any, **__: Any) -> io.BufferedReader:
        """Return what responses are read from."""
        return io.BufferedReader(_Reader(self._plain))

    def sendall(self, data: Any) -> None:
        """Send all of the data."""
        _limit(self._plain)
        self._plain.sendall(data)


class _Reader(io.RawIOBase):
    """The bytes that arrive at a socket until the deadline."""

    def __init__(self, plain: socket.socket) -> None:
        super().__init__()
        self._plain, self._raw = plain, plain.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        _limit(self._plain)
        size: int | None = self._raw.readinto(buffer)
        return size

    def close(self) -> None:
        self._raw.close()
        super().close()


def _limit(plain: socket.socket) -> None:
    left = _END.get() - time.monotonic()
    if left < float("inf"):
        plain.settimeout(max(left, _LEAST))


class _Connection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        self.sock: Any = _BoundedSocket(self.sock)


class _SecureConnection(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        self.sock: Any = _BoundedSocket(self.sock)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


_POOLS: Final = {"http": _Pool, "https": _SecurePool}
