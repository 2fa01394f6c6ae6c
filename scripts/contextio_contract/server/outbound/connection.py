"""Connections to other hosts that end in time, whatever the peer does."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable

_CHUNK: Final = 65_536


class LimitError(OSError):
    """A peer that sends more than it may."""


class Deadline:
    """The end of a conversation.

    A timeout of a socket starts anew with each byte; a deadline does not.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Set the seconds from now on, and the clock that counts them."""
        self._clock = clock
        self._ends = clock() + seconds

    def remaining(self) -> float:
        """Return the seconds that are left, more than 0.

        Raises:
            TimeoutError: if none are left.
        """
        seconds = self._ends - self._clock()
        if seconds <= 0:
            message = "no response in time"
            raise TimeoutError(message)
        return seconds


class Connection:
    """A TCP connection with a deadline for all that is done on it, and a limit of bytes received.

    Every method but `close` and `send_last` raises TimeoutError past the deadline, and OSError for a
    connection that is lost.
    """

    def __init__(self, sock: socket.socket, deadline: Deadline, max_bytes: int) -> None:
        """Take over a connected socket, and the number of bytes that the peer may send in all."""
        self.sock = sock
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._received = 0

    def start_tls(self, context: ssl.SSLContext, host: str) -> None:
        """Encrypt the connection; the certificate must be one for the host.

        Raises:
            ssl.SSLError: if that fails.
        """
        self.sock.settimeout(self._deadline.remaining())
        self.sock = context.wrap_socket(self.sock, server_hostname=host)

    def receive(self, size: int = _CHUNK) -> bytes:
        """Return the next bytes, at most `size`; none at the end.

        Raises:
            LimitError: if the peer has sent more than it may.
        """
        self.sock.settimeout(self._deadline.remaining())
        data = self.sock.recv(size)
        self._received += len(data)
        if self._received > self._max_bytes:
            message = f"more than {self._max_bytes} bytes"
            raise LimitError(message)
        return data

    def send(self, data: bytes) -> None:
        """Send bytes."""
        unsent = memoryview(data)
        while unsent:
            self.sock.settimeout(self._deadline.remaining())  # sendall of TLS would begin anew with each part
            unsent = unsent[self.sock.send(unsent) :]

    def send_last(self, data: bytes) -> None:
        """Send bytes if that takes no time, and close the connection."""
        with suppress(OSError, ValueError):
            self.sock.settimeout(0)
            self.sock.send(data)
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self.sock.close()
