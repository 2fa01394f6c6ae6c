"""The table of faults: which check finds each, and after how many requests of a run. Run by `make faults`.

First come those of our own server, then the flaws of the independent deployment. Two processes share them,
each with deployments of its own.
"""

from __future__ import annotations

import itertools
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import pytest
from tests.conformance import results
from tests.conformance.proving import BENCHES, Bench

from contextio_contract.conformance.results import Status, Verdict

if TYPE_CHECKING:
    from tests.conformance.proving import Fault

PROCESSES = 2
SEEDS = 20


def report(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the table is what this file is for


def is_found(bench: Bench, fault: Fault) -> bool:
    """Whether the check of a fault fails, and a whole run as well."""
    until_red = bench.make_until_red(fault)
    first = until_red[-1]
    own = first if first.id == fault.check else bench.make(fault.check, fault)
    is_red = results.run(*until_red, own).verdict is Verdict.NOT_CONFORMANT
    is_found = own.status is Status.FAIL and is_red
    spent = sum(result.requests for result in until_red)
    seen = (
        f"red after {spent:>3} by {first.id}" if first.status is Status.FAIL else "no check is red in a run"
    )
    report(f"{fault.check + ': ' + fault.name:<76}{seen}{'' if is_found else f'  MISSED by {fault.check}'}")
    return is_found


def is_alarmed(bench: Bench, seed: int) -> bool:
    """Whether a run on a deployment without a fault has a check that does not pass."""
    alarming = (Status.FAIL, Status.ERROR)
    red = [result for result in bench.make_until_red(None, seed) if result.status in alarming]
    told = [f"{each.id}: {each.status}, {each.reason or each.failures}" for each in red]
    report(f"{type(bench.server).__name__} with seed {seed}, no fault: {'; '.join(told) or 'no alarm'}")
    return bool(red)


def work(part: int) -> tuple[list[bool], list[bool]]:
    """Return which of every second fault are found, and which of every second seed give a false alarm."""
    found, alarms = [], []
    for opening, faults in BENCHES:
        with opening() as bench:
            found += [is_found(bench, fault) for fault in faults[part::PROCESSES]]
            alarms += [is_alarmed(bench, seed) for seed in range(part, SEEDS, PROCESSES)]
    return found, alarms


@pytest.mark.timeout(3600)
def test_matrix() -> None:
    forking = multiprocessing.get_context("fork")  # a fresh interpreter would not find the tests
    with ProcessPoolExecutor(PROCESSES, mp_context=forking) as pool:
        parts = list(pool.map(work, range(PROCESSES)))
    found = list(itertools.chain.from_iterable(found for found, _ in parts))
    alarms = list(itertools.chain.from_iterable(alarms for _, alarms in parts))
    report(
        f"faults: {sum(found)} of {len(found)} found; {sum(alarms)} of {len(alarms)} runs gave a false alarm"
    )
    assert all(found)
    assert not any(alarms)
