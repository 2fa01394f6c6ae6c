"""Limits of connections: how many there may be, and how long a client may take for a request.

Whoever opens connections and sends nothing, or a byte now and then, must not keep others out. If there is no
room for a new connection, the one that has kept us waiting longest for its bytes is closed.
"""

from __future__ import annotations

import logging
import math
import resource
import time
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

_MOST: Final = 10_000
_RESERVED: Final = 256
"""Descriptors that are left to the database, to mailboxes, and to callbacks."""
_PAUSE: Final = 60.0
"""Seconds between two lines of the log about connections that were refused."""
_log = logging.getLogger(__name__)


def most_connections() -> int:
    """Return how many connections there is room for with the descriptors that this process may have."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed == resource.RLIM_INFINITY:
        return _MOST
    return min(_MOST, max(allowed - _RESERVED, allowed // 2))


@dataclass(frozen=True)
class ConnectionLimits:
    """What one connection may take, in seconds if nothing else is said.

    Attributes:
        most: connections at once; None for as many as descriptors allow.
        head: from the first byte of a request to the end of its headers, and before the first request.
        body: from then to the end of the body, beside what `rate` allows.
        rate: bytes of a body that come each second; for so many there is one second more.
        rest: for the rest of a body after the response.
        idle: between two requests.
        unsent: until the client has taken a response.
    """

    most: int | None = None
    head: float = 15.0
    body: float = 30.0
    rate: int = 32 * 1024
    rest: float = 5.0
    idle: float = 75.0
    unsent: float = 60.0


class Phase(Enum):
    """What a connection waits for."""

    OPENED = "the first byte of the first request"
    IDLE = "the next request"
    HEAD = "the rest of the headers"
    BODY = "the rest of the body"
    REST = "the rest of the body, after the response"
    RESPONSE = "our response"


class Connections:
    """The connections of one server.

    Attributes:
        refused: those for which there was no room, since the start.
        evicted: those that were closed to make room, since the start.
        expired: those that were closed because their time was up, since the start.
        seconds: how long each phase may take.
    """

    def __init__(self, limits: ConnectionLimits, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self.clock = clock
        self.most = most_connections() if limits.most is None else limits.most
        self.refused = self.evicted = self.expired = 0
        self._open: set[Watch] = set()
        self._waiting: dict[Watch, None] = {}  # for whose bytes we wait, the longest first
        self._told = -math.inf
        self.seconds = {
            Phase.OPENED: limits.head,
            Phase.IDLE: limits.idle,
            Phase.HEAD: limits.head,
            Phase.BODY: limits.body,
            Phase.REST: limits.rest,
            Phase.RESPONSE: math.inf,
        }

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._open)

    def make_room(self) -> bool:
        """Return whether there is room for one more, after closing another if need be."""
        if self.count < self.most:
            return True
        if self._waiting:
            self.evicted += 1
            next(iter(self._waiting)).end()
        else:
            self.refused += 1
        self.warn(f"all {self.most} are taken; {self.evicted} were closed for others, {self.refused} refused")
        return self.count < self.most

    def warn(self, what: str) -> None:
        """Write to the log what befell connections, once a minute at most."""
        now = self.clock()
        if now - self._told >= _PAUSE:
            self._told = now
            _log.warning("connections: %s", what)

    def watch(self) -> Watch:
        """Return a watch for a connection that was accepted."""
        watch = Watch(self)
        self._open.add(watch)
        watch.enter(Phase.OPENED)
        return watch

    def remove(self, watch: Watch) -> None:
        """Forget a connection, if it is known."""
        self._open.discard(watch)
        self._waiting.pop(watch, None)

    def place(self, watch: Watch, *, waits: bool) -> None:
        """Put a connection at the end of those for whose bytes we wait, or out of them."""
        self._waiting.pop(watch, None)
        if waits:
            self._waiting[watch] = None

    def end_opening(self) -> None:
        """Close the connections that are not open yet."""
        for watch in [each for each in self._open if not each.is_attached]:
            watch.end()

    def sweep(self) -> None:
        """Close the connections whose time is up."""
        now = self.clock()
        for watch in [each for each in self._open if each.is_over(now)]:
            self.expired += 1
            watch.expire()


class Watch:
    """Watches one connection, from its acceptance on. Its protocol says what it waits for.

    Attributes:
        opening: the task that opens the connection, as with a TLS handshake.
    """

    def __init__(self, connections: Connections) -> None:
        self.opening: asyncio.Task[Any] | None = None
        self._connections = connections
        self._transport: asyncio.Transport | None = None
        self._time_out: Callable[[], None] = self.end
        self._phase = Phase.RESPONSE
        self._deadline = math.inf
        self._received = 0
        self._unsent_since: float | None = None

    @property
    def is_attached(self) -> bool:
        """Whether the connection is open."""
        return self._transport is not None

    def attach(self, transport: asyncio.Transport, time_out: Callable[[], None]) -> None:
        """Go on with the open connection.

        Args:
            transport: the connection.
            time_out: answers that a request did not come in time, and closes the connection.
        """
        self._transport, self._time_out = transport, time_out

    def receive(self, size: int) -> None:
        """Note that bytes came."""
        self._received += size

    def enter(self, phase: Phase) -> None:
        """Note what the connection waits for from now on."""
        if phase is self._phase:
            return
        self._phase, self._received = phase, 0
        self._deadline = self._connections.clock() + self._connections.seconds[phase]
        self._connections.place(self, waits=phase is not Phase.RESPONSE)

    def is_over(self, now: float) -> bool:
        """Return whether the time is up, at a time of the clock."""
        limits = self._connections.limits
        if not (self._transport and self._transport.get_write_buffer_size()):
            self._unsent_since = None
        elif self._unsent_since is None:
            self._unsent_since = now
        extra = self._received / limits.rate if self._phase is Phase.BODY else 0.0
        is_stuck = self._unsent_since is not None and now - self._unsent_since > limits.unsent
        return is_stuck or now > self._deadline + extra

    def expire(self) -> None:
        """End the connection because its time is up."""
        if self._phase in {Phase.HEAD, Phase.BODY} and self._unsent_since is None:
            self._connections.remove(self)
            self._time_out()
        else:
            self.end()

    def end(self) -> None:
        """Close the connection at once."""
        self._connections.remove(self)
        if self._transport:
            self._transport.abort()
        elif self.opening:
            self.opening.cancel()

    def lose(self) -> None:
        """Note that the connection is closed."""
        self._connections.remove(self)
