"""How long single requests take where there are many accounts, beside a database with a hundred."""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from itertools import cycle, islice
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Final

from tests.bench import server
from tests.bench.filled import ABSENT, KEY, RARE, SECRET, account_id, email
from tests.bench.load import measure, signed_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FEW: Final = 100
_ROUNDS: Final = 7
_REQUESTS: Final = 50
_PAGE: Final = 10
_WALKED: Final = 0.88
"""Where the walk from page to page begins, as a share of all accounts."""


def _ids(count: int) -> Iterator[str]:
    drawn = Random(42)  # noqa: S311 - no secret
    while True:
        yield f"/accounts/{account_id(drawn.randrange(count))}"


def _pages(count: int) -> Iterator[str]:
    first = int(_WALKED * count) // _PAGE * _PAGE if count > FEW else 0
    for offset in cycle(range(first, count, _PAGE)):
        yield f"/accounts?limit={_PAGE}&offset={offset}"


def _jumps(count: int) -> Iterator[str]:
    last = count * 9 // 10
    for step in cycle(range(1, min(count // 20, 10_000), 2)):
        yield f"/accounts?limit={_PAGE}&offset={last + (-step if step % 4 == 1 else step // 2)}"


PATHS: Final[dict[str, Callable[[int], Iterator[str]]]] = {
    "GET one": _ids,
    "email= of the last": lambda count: cycle([f"/accounts?email={email(count - 1)}"]),
    "email= of nobody": lambda _: cycle(["/accounts?email=nobody%40example.com"]),
    "status, common": lambda _: cycle([f"/accounts?status=OK&limit={_PAGE}"]),
    "status, rare": lambda _: cycle([f"/accounts?status={RARE}"]),
    "status, absent": lambda _: cycle([f"/accounts?status={ABSENT}"]),
    "page after page": _pages,
    "cold jumps to 90 %": _jumps,
}


def compare(folder: Path, count: int, postgresql: str | None) -> None:
    """Print p50 of each kind of request with few and with many accounts, and the ratio.

    Args:
        folder: where the files are made.
        count: how many accounts are many.
        postgresql: the URL of an empty database that is filled with as many; None for SQLite files.
    """
    width = max(map(len, PATHS))
    with ExitStack() as stack:
        began = time.perf_counter()
        few = stack.enter_context(server.our_server(folder, str(folder / "few.sqlite3"), FEW))
        many = stack.enter_context(
            server.our_server(folder, postgresql or str(folder / "many.sqlite3"), count)
        )
        _say(f"filled with {FEW} and {count} accounts in {time.perf_counter() - began:.0f} s")
        _say(f"{'p50, milliseconds':{width}} {FEW:>9} {count:>9}  ratio")
        ratios = []
        for name, paths in PATHS.items():
            asked = [(few, paths(FEW)), (many, paths(count))]
            rounds = [[_p50(*each) for each in asked] for _ in range(_ROUNDS)]  # in turn, as load changes
            times = [median(column) for column in zip(*rounds, strict=True)]
            ratios.append((times[1] / times[0], name))
            _say(f"{name:{width}} {times[0]:9.2f} {times[1]:9.2f} {times[1] / times[0]:6.1f}")
    ratio, worst = max(ratios)
    _say(f"bench-server: the worst ratio is {ratio:.1f}, of {worst}; load {os.getloadavg()[0]:.1f}")


def _p50(asked: server.Server, paths: Iterator[str]) -> float:
    """Return the milliseconds in which half of some requests are answered that follow one another."""
    urls = [f"{asked.origin}{asked.base}{path.replace('@', '%40')}" for path in islice(paths, _REQUESTS)]
    requests = [signed_request("GET", url, KEY, SECRET) for url in urls]
    return measure(asked.origin, asked.process, requests, 1).p50


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - its result
