"""Accepts connections while there is room for them, and keeps some descriptors in reserve."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.http.responses import RefusedError
from contextio_contract.server.http.wire import plain_refusal

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from contextio_contract.server.http.connections import Connections, Watch

_AT_ONCE: Final = 16
"""Connections that are accepted before others get a turn."""
_BREAK: Final = 1.0
"""Seconds without accepting once no descriptor is left, and between two looks at the connections."""
_FULL: Final = plain_refusal(
    RefusedError(
        HTTPStatus.SERVICE_UNAVAILABLE, "too many calls are under way; try again", {}, {"retry-after": "5"}
    )
)


class Acceptor:
    """Accepts the connections of one listening socket until it is closed.

    asyncio's own server accepts as many connections at a time as may wait, and logs each that it cannot
    accept.
    """

    def __init__(
        self,
        listener: socket.socket,
        connections: Connections,
        protocol: Callable[[Watch], asyncio.Protocol],
        tls: ssl.SSLContext | None,
    ) -> None:
        """Begin to accept; the event loop must be running.

        Args:
            listener: the listening socket.
            connections: counts the connections, and makes room for new ones.
            protocol: returns a protocol for one connection, which is watched.
            tls: the settings of TLS, for https.
        """
        self._listener = listener
        self._connections = connections
        self._protocol = protocol
        self._tls = tls
        listener.setblocking(False)  # noqa: FBT003 - as the standard library has it
        self._tasks = [asyncio.create_task(self._accept()), asyncio.create_task(self._sweep())]

    def close(self) -> None:
        """Accept no more."""
        for task in self._tasks:
            task.cancel()
        self._connections.end_opening()
        asyncio.get_running_loop().remove_reader(self._listener)  # which is about to be closed

    async def wait_closed(self) -> None:
        """Return once no connection is on its way in."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self) -> None:
        loop, accepted = asyncio.get_running_loop(), 0
        while True:
            try:
                connection, _ = await loop.sock_accept(self._listener)
            except ConnectionError:  # it was closed while it waited to be accepted
                continue
            except OSError as error:
                self._connections.warn(f"none can be accepted for a moment: {error.strerror}")
                await asyncio.sleep(_BREAK)
                continue
            if self._connections.make_room():
                self._open(connection, self._connections.watch())
            else:
                self._refuse(connection)
            accepted += 1
            if accepted % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _open(self, connection: socket.socket, watch: Watch) -> None:
        loop = asyncio.get_running_loop()
        opening = loop.connect_accepted_socket(lambda: self._protocol(watch), connection, ssl=self._tls)

        def end(task: asyncio.Task[Any]) -> None:
            if task.cancelled() or task.exception():  # a handshake that failed, or the client has gone
                watch.lose()
                connection.close()

        watch.opening = loop.create_task(opening)
        watch.opening.add_done_callback(end)

    def _refuse(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            if self._tls is None:
                connection.setblocking(False)  # noqa: FBT003 - as the standard library has it
                connection.send(_FULL)
                connection.shutdown(socket.SHUT_WR)

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_BREAK)
            self._connections.sweep()
