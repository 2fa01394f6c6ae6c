"""A gateway in front of a deployment, which passes requests on until it is told to do something else."""

from __future__ import annotations

import itertools
import socket
import struct
import threading
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator

    from tests.conformance.deployment import Deployment

    Behave = Callable[[int, str], str | int | float]
    Reply = tuple[int, list[tuple[str, str]], bytes]

PAGE = b"<html><title>502 Bad Gateway</title></html>"
PASS, RESET, DIE, HANG = "pass", "reset", "die", "hang"


@dataclass
class Front:
    """What stands in front.

    `behave` returns for a request, by its number from 1 and its method: `PASS`, `RESET`, `DIE`, `HANG`, a
    status to answer with a page of HTML, which `kind` names, or seconds to wait before the request is passed
    on. Requests that get no answer of the deployment do not reach it, or are `done` all the same.
    """

    backend: str
    behave: Behave
    done: bool = False
    seen: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    kind: str = "text/html"
    ended: threading.Event = field(default_factory=threading.Event)
    base_url: str = ""

    def pass_on(
        self, handler: BaseHTTPRequestHandler, body: bytes
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        with closing(HTTPConnection(urlsplit(self.backend).netloc, timeout=60)) as connection:
            connection.request(handler.command, handler.path, body, dict(handler.headers))
            response = connection.getresponse()
            return response.status, response.getheaders(), response.read()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, front: Front) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.front, self.numbers = front, itertools.count(1)

    def end(self) -> None:
        """Take no more connections."""
        self.front.ended.set()
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):  # any method
            return self.answer
        raise AttributeError(name)

    def answer(self) -> None:
        front = self.server.front
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        front.seen.append((self.command, self.path, dict(self.headers)))
        what = RESET if front.ended.is_set() else front.behave(next(self.server.numbers), self.command)
        if isinstance(what, float):
            time.sleep(what)
            what = PASS
        passed = front.pass_on(self, body) if what == PASS or front.done else None
        if isinstance(what, int):
            self.reply(what, [("Content-Type", front.kind)], PAGE)
        elif what == PASS and passed:
            self.reply(*passed)
        elif what == HANG:
            front.ended.wait(600)
            self.close_connection = True
        else:
            if what == DIE:
                front.ended.set()
                threading.Thread(target=self.server.end).start()
            self.reset()

    def reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.rfile.close()
        self.connection.close()

    def reply(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def in_front_of(
    deployment: Deployment,
    behave: Behave = lambda *_: PASS,
    *,
    done: bool = False,
    context: ssl.SSLContext | None = None,
) -> Iterator[Front]:
    """Put a gateway in front of a deployment, which then has the gateway's address."""
    front, own = Front(deployment.base_url, behave, done), deployment.base_url
    server = _Server(front)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme = "https" if context else "http"
    deployment.base_url = front.base_url = f"{scheme}://127.0.0.1:{server.server_port}/2.0"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield front
    finally:
        deployment.base_url = own
        server.end()
        thread.join()


def at(numbers: set[int], what: str | int, *methods: str) -> Behave:
    """Misbehave at these requests, if they have one of the methods."""
    return lambda number, method: what if number in numbers and method in (methods or (method,)) else PASS


def after(number: int, what: str | int) -> Behave:
    return lambda current, _: what if current > number else PASS
