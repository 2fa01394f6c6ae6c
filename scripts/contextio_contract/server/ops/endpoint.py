"""A small HTTP server for operators: `/healthz`, `/readyz` and `/metrics`, on an address of its own."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import AF_INET, AF_INET6
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Checks: TypeAlias = "Mapping[str, Callable[[], str]]"
"""By name, what returns the reason why a process cannot do its work, or nothing."""

_PATIENCE: Final = 10
"""Seconds that a client may take for its request."""


@contextmanager
def serving_ops(
    address: tuple[str, int], checks: Checks, metrics: Callable[[], bytes]
) -> Iterator[tuple[str, int]]:
    """Serve for the time of a `with`, in threads, so that it answers whatever else the process does.

    Args:
        address: host and port; port 0 takes any free one.
        checks: whether the process is ready: `/readyz` is 503 if one returns a reason.
        metrics: returns what `/metrics` shows, in the text format of Prometheus.

    Yields the address that is listened on.

    Raises:
        OSError: if the address is taken, or not one of this machine.
    """

    class Handler(_Handler):
        pass

    Handler.checks, Handler.metrics = checks, staticmethod(metrics)
    kind = _V6 if ":" in address[0] else _Server
    with kind(address, Handler) as server:
        thread = Thread(target=server.serve_forever, name="ops", daemon=True)
        thread.start()
        try:
            host, port = server.socket.getsockname()[:2]
            yield host, port
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    address_family = AF_INET
    daemon_threads = True


class _V6(_Server):
    address_family = AF_INET6


class _Handler(BaseHTTPRequestHandler):
    timeout = _PATIENCE
    checks: Checks
    metrics: Callable[[], bytes]

    def do_GET(self) -> None:
        """Answer a request."""
        path = self.path.partition("?")[0]
        if path == "/healthz":
            self._send(HTTPStatus.OK, "text/plain", b"ok\n")
        elif path == "/readyz":
            reasons = {name: _reason(check) for name, check in self.checks.items()}
            body = {
                "ready": not any(reasons.values()),
                **{name: reason or "ok" for name, reason in reasons.items()},
            }
            status = HTTPStatus.OK if body["ready"] else HTTPStatus.SERVICE_UNAVAILABLE
            self._send(status, "application/json", json.dumps(body).encode() + b"\n")
        elif path == "/metrics":
            self._send(HTTPStatus.OK, "text/plain; version=0.0.4; charset=utf-8", self.metrics())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"/healthz, /readyz and /metrics are here\n")

    def do_HEAD(self) -> None:
        """Answer a request without a body."""
        self.do_GET()

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Write no line: probes come every few seconds."""


def _reason(check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - a check that fails is a reason, too
        return f"it cannot be told ({type(error).__name__})"
