"""Servers of a test: ASGI applications, and one that answers every GET alike."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import uvicorn

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def answering(status: int, headers: dict[str, str], *bodies: bytes) -> Iterator[str]:
    """Answer with these bodies, one after the other, the last for ever."""
    left = list(bodies)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = left.pop(0) if len(left) > 1 else left[0]
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/2.0"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def running(app: Any) -> Iterator[str]:
    """Run an ASGI application on a free port, and give its origin; the end cuts requests short."""
    ready = threading.Event()

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            ready.set()

    # httptools refuses CONNECT, which a proxy in trouble answers.
    settings = uvicorn.Config(app, port=0, log_level="critical", lifespan="off", ws="none", http="h11")
    server = Server(settings)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert ready.wait(60), "uvicorn does not start"
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        thread.join(60)
