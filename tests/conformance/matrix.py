"""The table of faults: with how many seeds the check of each finds it. Run by `make faults`.

First come those of our own server, then those of the mock, then the flaws of the independent deployment; each
of them is also checked whole without a fault. Two processes share the work, with deployments of their own.
"""

from __future__ import annotations

import itertools
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

import pytest
from tests.conformance.proving import BENCHES, Bench

from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from tests.conformance.proving import Fault

PROCESSES = 2
SEEDS_WITH_FAULT = 5
SEEDS_WITHOUT = 20


def report(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the table is what this file is for


def is_found(bench: Bench, fault: Fault) -> bool:
    """Whether the check of a fault fails with each seed."""
    made = [bench.make(fault.check, fault, seed) for seed in range(SEEDS_WITH_FAULT)]
    found = sum(result.status is Status.FAIL for result in made)
    least = min(result.requests for result in made)
    seen = f"found with {found} of {len(made)} seeds, after {least} requests or more"
    report(f"{fault.check + ': ' + fault.name:<76}{seen}{'' if found == len(made) else '  MISSED'}")
    return found == len(made)


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
            alarms += [is_alarmed(bench, seed) for seed in range(part, SEEDS_WITHOUT, PROCESSES)]
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
