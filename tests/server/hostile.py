"""Peers that misbehave, and a clock that goes on only when it is read."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.sockets import serving

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

WITHIN = 60.0


class TickingClock:
    """A clock for deadlines on which a second passes each time that it is read, as before each receipt."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def frozen_clock() -> float:
    """Return the same time always, so that time goes by in receipts alone, and not before them."""
    return 0.0


@dataclass
class Peer:
    """A running peer: its port, how many connections it got, and how many of them we closed."""

    port: int
    opened: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    closed: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    sent: int = 0

    def was_opened(self) -> bool:
        return self.opened.acquire(timeout=WITHIN)

    def was_closed(self) -> bool:
        return self.closed.acquire(timeout=WITHIN)


@contextmanager
def running_peer(
    behave: Callable[[socket.socket, Peer], None], tls: ssl.SSLContext | None = None
) -> Iterator[Peer]:
    """Run a peer that behaves in a way with each connection, until we close it."""

    def answer(connection: socket.socket) -> None:
        peer.opened.release()
        with suppress(OSError):
            behave(connection, peer)
            while connection.recv(65536):
                pass
        peer.closed.release()

    peer = Peer(0)
    with serving(answer, tls) as origin:
        peer.port = urlsplit(origin).port or 0
        yield peer


def keep_silent(connection: socket.socket, peer: Peer) -> None:
    """Say nothing."""


def dripping(start: bytes) -> Callable[[socket.socket, Peer], None]:
    """Return what sends a start, and then its last byte forever, one by one."""

    def behave(connection: socket.socket, peer: Peer) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(start)
        while True:
            connection.sendall(start[-1:])
            peer.sent += 1
            time.sleep(0.001)  # or the bytes would arrive many at a time

    return behave


def flooding(start: bytes, repeated: bytes) -> Callable[[socket.socket, Peer], None]:
    """Return what sends a start, and then the same forever."""

    def behave(connection: socket.socket, peer: Peer) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(repeated)
            peer.sent += len(repeated)

    return behave


def saying(*parts: bytes) -> Callable[[socket.socket, Peer], None]:
    """Return what sends parts, each after something was received, and ends the connection then."""

    def behave(connection: socket.socket, peer: Peer) -> None:
        for part in parts:
            connection.recv(65536)
            connection.sendall(part)
            peer.sent += len(part)
        connection.shutdown(socket.SHUT_WR)

    return behave
