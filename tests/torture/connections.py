"""Connections that say nothing or drip: signed calls over others must go on.

    python -m tests.torture.connections

Each is tried with 1,024 file descriptors for the server, the usual limit, and with 65,536.
"""

from __future__ import annotations

import http.client
import math
import resource
import socket
import statistics
import sys
import threading
import time
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.torture.deployment import running
from tests.torture.report import Figure, end
from tests.torture.signing import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.torture.deployment import Deployment

DESCRIPTORS: Final = (1024, 65_536)
IDLE: Final = 2000
DRIPPING: Final = 400
CALLS: Final = 200
MOST_LOG: Final = 100
"""Lines that the log may grow by, however many connections are refused."""
GIVES_UP_AFTER: Final = 5
"""Calls that fail; the others count as failed too."""
_WITHIN: Final = 10.0
_DRIP: Final = 0.5
"""Seconds between two bytes of a dripping connection."""


@contextmanager
def descriptors(count: int) -> Iterator[None]:
    """Limit the file descriptors of programs that are started meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def call(deployment: Deployment) -> float:
    """Send a signed call over a connection of its own, and return its seconds; infinite if it fails."""
    request = Request("GET", deployment.origin, f"{deployment.base}/accounts").sign()
    begin = time.perf_counter()
    try:
        with closing(http.client.HTTPConnection(*deployment.address, timeout=_WITHIN)) as connection:
            connection.request("GET", request.target, headers=dict(request.fields))
            answer = connection.getresponse()
            answer.read()
    except (OSError, http.client.HTTPException):
        return math.inf
    return time.perf_counter() - begin if answer.status == 200 else math.inf


def p95(deployment: Deployment) -> tuple[float, int]:
    """Return the 95th percentile of calls in milliseconds, and how many failed."""
    seconds: list[float] = []
    while len(seconds) < CALLS and seconds.count(math.inf) < GIVES_UP_AFTER:
        seconds.append(call(deployment))
    seconds += [math.inf] * (CALLS - len(seconds))
    failed = seconds.count(math.inf)
    return 1000 * statistics.quantiles([min(each, _WITHIN) for each in seconds], n=20)[-1], failed


def occupy(deployment: Deployment, count: int, start: bytes, stack: ExitStack) -> list[socket.socket]:
    """Open connections that send a start, as far as the server takes them."""
    opened = []
    for _ in range(count):
        connection = stack.enter_context(socket.socket())
        connection.settimeout(5)
        with suppress(OSError):
            connection.connect(deployment.address)
            connection.sendall(start)
            opened.append(connection)
    return opened


def drip(connections: list[socket.socket], is_over: threading.Event) -> None:
    """Send one byte of a header after the other over each connection, until the end."""
    while not is_over.wait(_DRIP):
        for connection in connections:
            with suppress(OSError):
                connection.sendall(b"x")


def ill_treat(deployment: Deployment, limit: int) -> list[Figure]:
    """Measure calls beside connections that hold out, and return how long they took."""
    quiet, _ = p95(deployment)
    lines = deployment.log.read_bytes().count(b"\n")
    is_over, figures = threading.Event(), []
    with ExitStack() as stack:
        head = b"GET /2.0/accounts HTTP/1.1\r\nX-Slow: "
        for name, count, start in (("idle", IDLE, b""), ("dripping", DRIPPING, head)):
            held = occupy(deployment, count, start, stack)
            if start:
                thread = threading.Thread(target=drip, args=(held, is_over), daemon=True)
                thread.start()
                stack.callback(thread.join)
                stack.callback(is_over.set)
            busy, failed = p95(deployment)
            figures.append(
                Figure(
                    f"{limit} descriptors, {count} {name} connections",
                    f"p95 {busy:.1f} ms ({quiet:.1f} before), {failed} of {CALLS} calls failed",
                    failed == 0,
                )
            )
    grown = deployment.log.read_bytes().count(b"\n") - lines - 2 * CALLS
    return [*figures, Figure(f"{limit} descriptors, lines of log", str(max(grown, 0)), grown <= MOST_LOG)]


def main() -> int:
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    figures = []
    for limit in DESCRIPTORS:
        with TemporaryDirectory() as name, ExitStack() as stack:
            with descriptors(limit):
                deployment = stack.enter_context(running(Path(name)))
            figures += ill_treat(deployment, limit)
    return end("connections", figures)


if __name__ == "__main__":
    sys.exit(main())
