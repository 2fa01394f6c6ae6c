"""How fast the server answers, beside Prism's mock and beside a bare program that does the documented work.

    python -m tests.bench.server
    ACCOUNTS=1000000 python -m tests.bench.server
    BENCH_DATABASE=postgresql+psycopg://… python -m tests.bench.server

All are asked in turn in one run, over connections that are kept, by requests that were signed before. Prism
does not look at signatures and keeps nothing; its list has one account. It ends when it gets a form of an
operation with callbacks, so creations have no figures of it. What counts is the ratio of the rates; that of
the CPU for a request, Prism's to ours, hardly depends on what else the machine does.

With `ACCOUNTS`, requests are sent one by one to a server with that many accounts and to one with 100.
`BENCH_DATABASE` names an empty PostgreSQL database, which is filled and measured beside the SQLite file.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.bench import peers, sizes
from tests.bench.filled import KEY, SECRET, VAULT_KEY, account_id, fill
from tests.bench.load import Figures, measure, signed_request
from tests.program import serving
from tests.sockets import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 3
CONCURRENCIES: Final = (1, 16, 64)
REQUESTS: Final = {1: 400, 16: 1600, 64: 1600}
"""How many requests are sent in a round, by concurrency."""
_WARMING: Final = 2000
"""Requests before the first round, as Prism gets faster for so long."""
_ACCOUNT: Final = account_id(0)
_OPERATIONS: Final = {
    "GET one": ("GET", f"/accounts/{_ACCOUNT}"),
    "list 1, by status": ("GET", "/accounts?limit=1&status=OK"),
    "list 100": ("GET", "/accounts?limit=100"),
    "create": ("POST", "/accounts"),
}
_WITHIN: Final = 60.0
_BUNDLE: Final = peers.ROOT / "generated" / "openapi.json"
_KEYS: Final = {
    "CONTEXTIO_CONSUMER_KEY": KEY,
    "CONTEXTIO_CONSUMER_SECRET": SECRET,
    "CONTEXTIO_VAULT_KEY": VAULT_KEY,
}


@dataclass(frozen=True)
class Server:
    """A running server: where it is, and which of the operations it is asked for."""

    origin: str
    base: str
    process: int
    operations: frozenset[str] = frozenset(_OPERATIONS)


def main() -> None:
    """Print a row for each operation and concurrency, with the figures of each server."""
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        if accounts := os.environ.get("ACCOUNTS"):
            sizes.compare(folder, int(accounts), os.environ.get("BENCH_DATABASE"))
            return
        peers.install()
        servers = {"server": stack.enter_context(our_server(folder, str(folder / "data.sqlite3")))}
        if database := os.environ.get("BENCH_DATABASE"):
            servers["PostgreSQL"] = stack.enter_context(our_server(folder, database))
        servers["Prism"] = stack.enter_context(_prism(folder))
        servers["bare"] = stack.enter_context(_bare_program(folder))
        ratios = _compare(servers)
    best = ", ".join(f"{name} {' / '.join(values)}" for name, values in ratios.items())
    load = f"medians of {ROUNDS} rounds; load {os.getloadavg()[0]:.1f}"
    _say(f"bench-server: rates to Prism's at concurrency {_joined(CONCURRENCIES)}: {best}; {load}")


def _compare(servers: dict[str, Server]) -> dict[str, list[str]]:
    """Measure all operations, and return how fast the server is to Prism by operation."""
    width = max(map(len, _OPERATIONS))
    titles = (f"| {name:10} p50   p99   CPU" for name in servers)
    _say(f"{'requests/s, milliseconds':{width + 3}} {' '.join(titles)} | to Prism, bare, Prism's CPU")
    ratios: dict[str, list[str]] = defaultdict(list)
    for server in servers.values():
        _load(server, "GET one", _WARMING, max(CONCURRENCIES))
    for operation in _OPERATIONS:
        for concurrency in CONCURRENCIES:
            found = _measure(servers, operation, concurrency)
            cells = (_cell(found.get(name)) for name in servers)
            ours, prism, bare = (found.get(name) for name in ("server", "Prism", "bare"))
            shares = [f"{ours.rate / peer.rate:5.2f}" for peer in (prism, bare) if ours and peer]
            if ours and prism:
                shares.append(f"{prism.cpu / ours.cpu:5.2f}")
                ratios[operation].append(shares[0].strip())
            _say(f"{operation:{width}} {concurrency:2} {' '.join(cells)} | {'    '.join(shares)}")
    return ratios


def _cell(figures: Figures | None) -> str:
    if figures is None:
        return f"| {'-':>28}"
    return f"| {figures.rate:6.0f} {figures.p50:7.2f} {figures.p99:6.1f} {figures.cpu:6.3f}"


def _measure(servers: dict[str, Server], operation: str, concurrency: int) -> dict[str, Figures]:
    """Return the medians of some rounds, in each of which all servers have their turn."""
    rounds: dict[str, list[Figures]] = defaultdict(list)
    for _ in range(ROUNDS):
        for name, server in servers.items():
            if operation in server.operations:
                rounds[name].append(_load(server, operation, REQUESTS[concurrency], concurrency))
    return {name: _median(figures) for name, figures in rounds.items()}


def _load(server: Server, operation: str, count: int, concurrency: int) -> Figures:
    """Send so many requests for an operation to a server."""
    method, path = _OPERATIONS[operation]
    url = f"{server.origin}{server.base}{path}"
    forms = ([("email", f"{number}@example.net")] if method == "POST" else [] for number in range(count))
    requests = [signed_request(method, url, KEY, SECRET, form) for form in forms]
    return measure(server.origin, server.process, requests, concurrency)


def _median(rounds: list[Figures]) -> Figures:
    columns = ("rate", "p50", "p99", "cpu")
    return Figures(*(median(getattr(figures, column) for figures in rounds) for column in columns))


@contextmanager
def our_server(folder: Path, database: str, accounts: int = 100) -> Iterator[Server]:
    """Run our server on a database that is filled with accounts."""
    fill(database, accounts)
    options = ("--database", database, "--no-demo")
    with serving(*options, log=folder / "server.log", **_KEYS) as served:
        yield Server(served.origin, served.base, served.process.pid)


@contextmanager
def _prism(folder: Path) -> Iterator[Server]:
    """Run Prism's mock of the bundle."""
    program, port = peers.INSTALLED / "node_modules" / ".bin" / "prism", free_port()
    command = ["node", str(program.resolve()), "mock", str(_BUNDLE), "--port", str(port)]
    with _running(command, folder / "prism.log", port) as process:
        yield Server(f"http://127.0.0.1:{port}", "", process, frozenset(_OPERATIONS) - {"create"})


@contextmanager
def _bare_program(folder: Path) -> Iterator[Server]:
    port = free_port()
    program = [sys.executable, "-m", "tests.bench.bare_program", str(port)]
    command = [*program, str(folder / "bare.sqlite3"), _ACCOUNT]
    with _running(command, folder / "bare.log", port) as process:
        yield Server(f"http://127.0.0.1:{port}", "/2.0", process, frozenset(_OPERATIONS) - {"create"})


@contextmanager
def _running(command: list[str], log: Path, port: int) -> Iterator[int]:
    """Run a program, wait until it listens on a port, and give its process id."""
    with log.open("w") as output, subprocess.Popen(
        command, stdout=output, stderr=output, cwd=peers.ROOT
    ) as process:  # fmt: skip
        try:
            until = time.monotonic() + _WITHIN
            while not _listens(port):
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit(f"bench-server: {Path(command[1]).name} does not start:\n{log.read_text()}")
                time.sleep(0.1)
            yield process.pid
        finally:
            process.send_signal(signal.SIGKILL)


def _listens(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def _joined(numbers: tuple[int, ...]) -> str:
    return " / ".join(map(str, numbers))


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - its result


if __name__ == "__main__":
    main()
