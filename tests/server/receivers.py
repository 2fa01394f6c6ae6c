"""Receivers of callbacks."""

from __future__ import annotations

import json
import queue
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_WITHIN = 60


class Receiver:
    """Takes callbacks, and answers all with one status, after some seconds."""

    def __init__(self) -> None:
        self.status, self.seconds = 200, 0.0
        self.arrived: queue.Queue[dict[str, Any]] = queue.Queue()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/told"

    def take(self) -> dict[str, Any]:
        """Return the body of the next callback."""
        return self.arrived.get(timeout=_WITHIN)

    def take_all(self) -> list[dict[str, Any]]:
        """Return the bodies of the callbacks that have come."""
        return [self.arrived.get_nowait() for _ in range(self.arrived.qsize())]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Run a receiver on a free port of the loopback."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.arrived.put(json.loads(body))
            time.sleep(receiver.seconds)
            self.send_response(receiver.status)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        receiver.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield receiver
        server.shutdown()
