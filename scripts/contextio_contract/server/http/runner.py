"""Running the application under uvicorn until a signal stops it."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from typing import TYPE_CHECKING, Final

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from contextio_contract.server.http.api import answer
from contextio_contract.server.http.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BACKLOG: Final = 2048
_GRACE: Final = 3
_STOPPED: Final = RefusedError(503, "the server has stopped")
_UNREADABLE: Final = RefusedError(
    400, "this request cannot be read; check its first line, its headers and its length"
)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes any free one.

    Raises:
        OSError: when the address is not one of this machine, or taken.
        UnicodeError: when it can be no address at all.
    """
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    # asyncio sets this only on sockets made with a protocol number; without it every answer takes 40 ms more.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


class Protocol(H11Protocol):
    """HTTP/1.1 whose complaint about unreadable requests has the shape of the contract."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's own signature
        """Answer something that is no HTTP, and close the connection."""
        response = answer(_UNREADABLE.status, _UNREADABLE.body("GET"), {"connection": "close"})
        events = (
            h11.Response(status_code=response.status_code, headers=response.raw_headers),
            h11.Data(data=bytes(response.body)),
            h11.EndOfMessage(),
        )
        for event in events:
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


class _Ending:
    """An application whose calls are answered even when the end of the server cuts them short."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except asyncio.CancelledError:
            if not begun:
                stopped = answer(_STOPPED.status, _STOPPED.body(scope["method"]), {"connection": "close"})
                await stopped(scope, receive, send)


class _Server(uvicorn.Server):
    """A server that says when it accepts connections."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def server(app: ASGIApp, ready: Callable[[], None]) -> uvicorn.Server:
    """Return a server for an application.

    Args:
        app: the application.
        ready: called once connections are accepted.
    """
    for name in ("uvicorn.access", "httpx"):  # both log addresses with their queries, and secrets with them
        logging.getLogger(name).setLevel(logging.WARNING)
    config = uvicorn.Config(
        _Ending(app),
        http=Protocol,
        ws="none",
        lifespan="off",
        log_config=None,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE,
    )
    return _Server(config, ready)


def run(app: Starlette, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve on a listening socket until SIGINT or SIGTERM, then return.

    Args:
        app: the application.
        listener: where to accept connections.
        ready: called once they are accepted.
    """
    run_server(server(app, ready), listener)
    app.state.services.close()


def run_server(running: uvicorn.Server, listener: socket.socket) -> None:
    """Run a server on a listening socket until SIGINT or SIGTERM, then return.

    Args:
        running: what `server` returned; its `should_exit` tells answers without an end to end.
        listener: where to accept connections.
    """
    logging.basicConfig(format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("contextio_contract").setLevel(logging.INFO)
    stop_quietly()
    running.run(sockets=[listener])


def stop_quietly() -> None:
    """Let SIGINT and SIGTERM stop a server and nothing else."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # uvicorn stops on these, then raises them once more for the handlers that were there before it.
        signal.signal(number, lambda *_: None)
