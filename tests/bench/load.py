"""Load on an HTTP server: signed requests over connections that are kept, and how fast they are answered."""

from __future__ import annotations

import asyncio
import os
import re
import secrets
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, urlsplit

from contextio_contract.server.http.signature import SIGNATURE, sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
_END: Final = b"\r\n\r\n"
_LAST_CHUNK: Final = b"\r\n0\r\n\r\n"
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figures:
    """How requests were answered.

    Attributes:
        rate: requests a second.
        p50: milliseconds within which half of them were answered.
        p99: milliseconds within which 99 of 100 were.
        cpu: milliseconds of CPU that the server took for each.
    """

    rate: float
    p50: float
    p99: float
    cpu: float


def signed_request(
    method: str, url: str, key: str, secret: str, form: Sequence[tuple[str, str]] = ()
) -> bytes:
    """Return a request as it is sent, signed in its header with a nonce of its own."""
    parts = urlsplit(url)
    protocol = {
        "oauth_consumer_key": key,
        "oauth_nonce": secrets.token_hex(16),
        "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": str(int(time.time())),
        "oauth_version": "1.0",
    }
    parameters = [*protocol.items(), *parse_qsl(parts.query, keep_blank_values=True), *form]
    protocol[SIGNATURE] = sign(method, url.partition("?")[0], parameters, secret)
    authorization = ", ".join(f'{name}="{quote(value, safe="")}"' for name, value in protocol.items())
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    lines = [f"{method} {target} HTTP/1.1", f"Host: {parts.netloc}", f"Authorization: OAuth {authorization}"]
    body = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in form)
    if form:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", body]).encode("ascii")


def measure(origin: str, process: int, requests: Sequence[bytes], concurrency: int) -> Figures:
    """Send requests over some connections, one after the other on each, and return how they were answered.

    Args:
        origin: the server's, such as `http://127.0.0.1:8080`.
        process: its process id.
        requests: the requests.
        concurrency: how many connections.

    Raises:
        ConnectionError: if a request is not answered with success, or not at all.
    """
    address = urlsplit(origin)
    before, began = _cpu_seconds(process), time.perf_counter()
    times = asyncio.run(_send_all(address.hostname or "", address.port or 80, requests, concurrency))
    taken, cpu = time.perf_counter() - began, _cpu_seconds(process) - before
    p99 = quantiles(times, n=100)[98]
    return Figures(len(times) / taken, 1000 * median(times), 1000 * p99, 1000 * cpu / len(times))


async def _send_all(host: str, port: int, requests: Sequence[bytes], concurrency: int) -> list[float]:
    loop, waiting, times = asyncio.get_running_loop(), iter(requests), list[float]()
    connections = [_Connection(waiting, times, loop.create_future()) for _ in range(concurrency)]
    for connection in connections:
        await loop.create_connection(partial(_same, connection), host, port)
    await asyncio.gather(*(connection.done for connection in connections))
    return times


def _same(connection: _Connection) -> _Connection:
    return connection


class _Connection(asyncio.Protocol):
    """A connection that sends the next of the requests once the last is answered."""

    def __init__(self, requests: Iterator[bytes], times: list[float], done: asyncio.Future[None]) -> None:
        self.done = done
        self._requests, self._times = requests, times
        self._received, self._began = b"", 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._send_next()

    def data_received(self, data: bytes) -> None:
        received = self._received = self._received + data if self._received else data
        head, separator, body = received.partition(_END)
        if not separator:
            return
        length = _LENGTH.search(head + b"\r\n")
        if len(body) < int(length[1]) if length else not received.endswith(_LAST_CHUNK):
            return
        if not head.startswith(b"HTTP/1.1 2"):
            self._fail(received[:500].decode("latin-1"))
            return
        self._times.append(time.perf_counter() - self._began)
        self._received = b""
        self._send_next()

    def connection_lost(self, _: Exception | None) -> None:
        self._fail("the connection was closed")

    def _send_next(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self.done.set_result(None)
            self._transport.close()
            return
        self._began = time.perf_counter()
        self._transport.write(request)

    def _fail(self, problem: str) -> None:
        if not self.done.done():
            self.done.set_exception(ConnectionError(problem))


def _cpu_seconds(process: int) -> float:
    """Return the seconds of CPU that a process has taken, with all its threads (see proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
