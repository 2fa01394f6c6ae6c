"""Dialler: opens every connection that the server makes to other hosts."""

from __future__ import annotations

import errno
import logging
import socket
import threading
from concurrent.futures import Future
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.server.outbound.connection import Connection
from contextio_contract.server.outbound.limits import BusyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.server.outbound.connection import Deadline
    from contextio_contract.server.outbound.policy import Policy, Ports

_MAX_ADDRESSES: Final = 4
_MAX_LOOKUPS: Final = 256
"""Lookups at once: some for each conversation, as one that is given up goes on until the system ends it."""
_EXHAUSTED: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
"""Errors of this machine, which tell nothing of the other one."""
_log = logging.getLogger(__name__)

SocketAddress: TypeAlias = tuple[Any, ...]
"""What `socket.connect` takes: an address, a port, and two numbers more for IPv6."""
Lookup: TypeAlias = "Callable[[str, int], list[tuple[Any, ...]]]"
"""Returns what `socket.getaddrinfo` returns for a name and a port."""
Connect: TypeAlias = "Callable[[socket.AddressFamily, SocketAddress, float], socket.socket]"
"""Connects to an address within seconds."""


class ForbiddenTargetError(OSError):
    """An address or a port that this server does not call; a sentence says which."""


class HostError(OSError):
    """A name that leads to no address which this server may call.

    Nothing tells whether there is no address at all: callers could learn what names are known inside.
    """


def look_up(host: str, port: int) -> list[tuple[Any, ...]]:
    """Return the addresses of a name for TCP."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)


def connect(family: socket.AddressFamily, address: SocketAddress, seconds: float) -> socket.socket:
    """Return a socket that is connected to an address; an OSError is raised if that fails."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(seconds)
        sock.connect(address)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except BaseException:
        sock.close()
        raise
    return sock


class Dialler:
    """Connects to hosts whose addresses the policy permits.

    A host is looked up once, and the addresses that are checked are the addresses that are called: an answer
    that changes between two lookups (DNS rebinding) leads nowhere.
    """

    def __init__(self, policy: Policy, *, lookup: Lookup = look_up, connect: Connect = connect) -> None:
        self._policy = policy
        self._look_up = lookup
        self._connect = connect
        self._lookups = threading.BoundedSemaphore(_MAX_LOOKUPS)

    def dial(self, host: str, port: int, ports: Ports, deadline: Deadline, max_bytes: int) -> Connection:
        """Return a connection to a host.

        Args:
            host: a name, or an address in any spelling.
            port: the port.
            ports: the ports that the purpose of the connection permits.
            deadline: the end of everything, the lookup included.
            max_bytes: how much the peer may send in all.

        Raises:
            ForbiddenTargetError: if the address or the port is not permitted.
            HostError: if the name has no address that is permitted.
            BusyError: if this machine has no lookup, file or memory to spare for it.
            TimeoutError: past the deadline.
            OSError: if no address can be connected.
        """
        *earlier, last = self._permitted(host, port, ports, deadline)[:_MAX_ADDRESSES]
        for number, target in enumerate(earlier):
            share = len(earlier) - number + 1  # a silent address leaves time for those after it
            with suppress(OSError):
                return Connection(self._connect(*target, deadline.remaining() / share), deadline, max_bytes)
        try:
            return Connection(self._connect(*last, deadline.remaining()), deadline, max_bytes)
        except OSError as error:
            if error.errno in _EXHAUSTED:
                raise BusyError from error
            raise

    def _permitted(
        self, host: str, port: int, ports: Ports, deadline: Deadline
    ) -> list[tuple[socket.AddressFamily, SocketAddress]]:
        answers, is_name = self._resolve(host, port, deadline)
        candidates = [(family, address, ip_address(address[0])) for family, *_, address in answers]
        permitted = [each for each in candidates if self._policy.permits_address(each[2])]
        if not permitted and is_name:
            _log.warning("%.300a was not called: none of its addresses is public", host)
            raise HostError(_NO_ADDRESS)
        if not permitted:
            message = "this address is not a public one"
            raise ForbiddenTargetError(message)
        targets = [each[:2] for each in permitted if self._policy.permits_port(each[2], port, ports)]
        if not targets:
            message = f"port {port} is not called here; take {ports}"
            raise ForbiddenTargetError(message)
        return targets

    def _resolve(self, host: str, port: int, deadline: Deadline) -> tuple[list[tuple[Any, ...]], bool]:
        """Return the addresses of a host, and whether it is a name."""
        try:
            try:
                numeric = socket.AI_NUMERICHOST
                return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=numeric), False
            except socket.gaierror:
                return self._look_up_in_time(host, port, deadline), True
        except (socket.gaierror, UnicodeError, ValueError, OverflowError) as error:
            raise HostError(_NO_ADDRESS) from error

    def _look_up_in_time(self, host: str, port: int, deadline: Deadline) -> list[tuple[Any, ...]]:
        """Look a name up in a thread of its own, as no lookup can be cancelled."""
        if not self._lookups.acquire(blocking=False):
            raise BusyError
        future: Future[list[tuple[Any, ...]]] = Future()

        def run() -> None:
            try:
                future.set_result(self._look_up(host, port))
            except BaseException as error:  # noqa: BLE001 - raised again in the thread that waits
                future.set_exception(error)
            finally:
                self._lookups.release()

        threading.Thread(target=run, daemon=True, name="lookup").start()
        return future.result(deadline.remaining())


_NO_ADDRESS: Final = "the name has no address that may be called"
