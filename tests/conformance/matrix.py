"""Print the table of faults: what finds each, after how many requests, and whether plain schemathesis does.

Run by `make faults`. Two processes share the faults, each with a server of its own.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import subprocess
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from tests.conformance import plain, results
from tests.conformance.faults import FAULTS, Fault, FaultyServer, faulty_server, populate
from tests.conformance.proving import made, made_until_red

from contextio_contract.conformance.fixtures.mailbox import mailboxes
from contextio_contract.conformance.results import Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.conformance.fixtures.mailbox import Mailbox

PROCESSES = 2
SEEDS = 20
WITH_PLAIN = os.environ.get("PLAIN", "1") == "1"
"""Whether `st run` is put to the faults as well, which takes most of the time."""


@dataclass(frozen=True)
class Row:
    """How a fault fared.

    Attributes:
        is_found: whether the check that is there for it failed.
        is_red: whether the verdict was that the server is not conformant.
        is_found_by_plain: whether `st run` says something that it does not say of the whole server.
    """

    is_found: bool
    is_red: bool
    is_found_by_plain: bool


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the table is what this file is for


def row_of(
    fault: Fault,
    server: FaultyServer,
    mailbox: Callable[[], Mailbox],
    whole: frozenset[tuple[str, str]] | None,
) -> Row:
    until_red = made_until_red(server, mailbox, fault)
    first = until_red[-1]
    own = first if first.id == fault.check else made(server, mailbox, fault.check, fault)
    is_found, is_red = (
        own.status is Status.FAIL,
        results.run(*until_red, own).verdict is Verdict.NOT_CONFORMANT,
    )
    by_plain = whole is not None and bool(plain_failures(fault) - whole)
    seen = first.status is Status.FAIL
    spent = sum(result.requests for result in until_red)
    verdict = f"red after {spent:>3} by {first.id}" if seen else "no check is red in a run"
    missed = "" if is_found and is_red else f"  MISSED by {fault.check}"
    shown = "" if whole is None else f"  st run: {'finds it' if by_plain else '-'}"
    tell(f"{fault.check + ': ' + fault.name:<76}{verdict:<60}{shown}{missed}")
    return Row(is_found, is_red, by_plain)


def plain_failures(fault: Fault | None) -> frozenset[tuple[str, str]]:
    with faulty_server() as server:
        populate(server, accounts=5)  # with more it takes twice as long, and finds the same
        server.break_by(fault)
        try:
            said = plain.run(server.target)
        except subprocess.TimeoutExpired:
            return frozenset()  # it said nothing in time
    if fault is None:
        tell(f"st run on the whole server: {said.requests} requests in {said.seconds:.0f} s")
    return said.failures


def work(part: int) -> tuple[list[Row], int]:
    """Put every second fault and seed to the test; return the rows, and how many seeds gave a false alarm."""
    with faulty_server() as server, mailboxes(server.target) as mailbox:
        populate(server)
        whole = plain_failures(None) if WITH_PLAIN else None
        rows = [row_of(fault, server, mailbox, whole) for fault in FAULTS[part::PROCESSES]]
        alarms = 0
        for seed in range(part, SEEDS, PROCESSES):
            red = [
                each for each in made_until_red(server, mailbox, None, seed) if each.status is not Status.PASS
            ]
            alarms += bool(red)
            tell(f"seed {seed}, whole server: {', '.join(each.id for each in red) or 'no alarm'}")
    return rows, alarms


@pytest.mark.timeout(3600)
def test_matrix() -> None:
    forking = multiprocessing.get_context("fork")  # a fresh interpreter would not find the tests
    with ProcessPoolExecutor(PROCESSES, mp_context=forking) as pool:
        parts = list(pool.map(work, range(PROCESSES)))
    rows = list(itertools.chain.from_iterable(rows for rows, _ in parts))
    found = sum(row.is_found and row.is_red for row in rows)
    alarms = sum(alarms for _, alarms in parts)
    by_plain = f" ({sum(row.is_found_by_plain for row in rows)} by plain st run)" if WITH_PLAIN else ""
    tell(
        f"faults: {found} of {len(FAULTS)} found{by_plain}; "
        f"{alarms} of {SEEDS} seeds gave a false alarm on the whole server"
    )
    assert found == len(FAULTS)
    assert not alarms
