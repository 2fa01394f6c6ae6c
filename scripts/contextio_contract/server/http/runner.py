"""Runs an application under uvicorn until a signal stops it."""

from __future__ import annotations

import asyncio
import logging
import math
import signal
import socket
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, cast

import uvicorn

from contextio_contract.server.http.acceptor import Acceptor
from contextio_contract.server.http.connections import ConnectionLimits, Connections
from contextio_contract.server.http.responses import RefusedError, error_response
from contextio_contract.server.http.wire import CapitalisingProtocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LIMITS: Final = ConnectionLimits()
_BACKLOG: Final = 2048
_GRACE: Final = 20
"""Seconds that calls under way have to end once the server is told to stop; mailboxes take 10."""
_CLOSE: Final = {"connection": "close", "retry-after": "5"}
_STOPPED: Final = RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "the server has stopped", headers=_CLOSE)


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes any free one.

    Raises:
        OSError: if the address is taken, or not one of this machine.
        UnicodeError: if it cannot be an address at all.
    """
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    # asyncio sets this only on sockets made with a protocol number; without it responses take 40 ms more.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _answer_on_stop(app: ASGIApp) -> ASGIApp:
    """Return an application that answers 503 to requests which the end of the server cuts short."""

    async def respond(scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_and_note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await app(scope, receive, send_and_note)
        except asyncio.CancelledError:
            if not started:
                await error_response(_STOPPED, scope["method"])(scope, receive, send)

    return respond


class Server(uvicorn.Server):
    """A server that accepts connections within limits, and calls back once it does."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], connections: Connections) -> None:
        super().__init__(config)
        self.connections = connections
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept connections on listening sockets."""
        protocol = partial(
            CapitalisingProtocol,
            config=self.config,
            server_state=self.server_state,
            app_state={},
        )
        acceptors = [
            Acceptor(listener, self.connections, protocol, self.config.ssl) for listener in sockets or []
        ]
        self.servers = cast("list[asyncio.Server]", acceptors)  # which have what uvicorn calls of a server
        self.started = True
        self._ready()


def server(
    app: ASGIApp,
    ready: Callable[[], None],
    certificate: Path | None = None,
    limits: ConnectionLimits = _LIMITS,
    grace: int = _GRACE,
) -> Server:
    """Return a server for an application.

    Args:
        app: the application.
        ready: called once connections are accepted.
        certificate: a PEM file with a certificate and its key, for https.
        limits: how many connections there may be, and what each may take.
        grace: seconds that calls under way have to end once the server is told to stop.
    """
    for name in ("uvicorn.access", "httpx"):  # both log addresses with their queries, and secrets with them
        logging.getLogger(name).setLevel(logging.WARNING)
    config = uvicorn.Config(
        _answer_on_stop(app),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,  # nor is it put together to be thrown away
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=grace,
        timeout_keep_alive=math.ceil(limits.idle) + 1,  # the connections are closed by ours before
        ssl_certfile=certificate,
    )
    return Server(config, ready, Connections(limits))


def run_server(running: uvicorn.Server, listener: socket.socket) -> None:
    """Run a server on a listening socket until SIGINT or SIGTERM."""
    stop_quietly()
    running.run(sockets=[listener])


def stop_quietly() -> None:
    """Let SIGINT and SIGTERM stop a server, and do nothing else."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # uvicorn stops on these, then raises them once more for the handlers that were there before it.
        signal.signal(number, lambda *_: None)
