"""The table of faults: whether the check of each finds it. Run by `make faults`.

First come those of our own server, then those of the mock, then the flaws of the independent deployment; each
of them is also checked without a fault. The seed decides what some checks do: those that draw data, and those
that try a few operations. They are made with several seeds, as the others send the same requests with each.
Two processes share the work, with deployments of their own.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.conformance.proving import BENCHES, CHECKS, Bench

from contextio_contract.conformance.checks.derived.authentication import refuses_at_some
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.proving import Fault

    from contextio_contract.conformance.checks.registry import Check

PROCESSES: Final = 2
SEEDS_WITH_FAULT: Final = 5
SEEDS_WITHOUT: Final = 20
WHOLE: Final = 3
"""With how many seeds all checks are made without a fault; with the other ones, those that they matter to."""
LIMIT: Final = 1200
"""Seconds that a fault, or a run without one, may take on a machine that may be busy."""


@dataclass
class Count:
    """How many faults there are and how many are found; how many runs without one, and how many alarms."""

    faults: int = 0
    found: int = 0
    runs: int = 0
    alarms: int = 0


def main() -> int:
    """Try every fault, and return the exit status: 1 if one is not found or a check gives a false alarm."""
    forking = multiprocessing.get_context("fork")  # a fresh interpreter would not find the tests
    try:
        with ProcessPoolExecutor(PROCESSES, mp_context=forking) as pool:
            counts = list(pool.map(work, range(PROCESSES)))
    except BrokenProcessPool:
        report("faults: not all were tried, since a process ended early; see above")
        return 2
    faults, found = sum(each.faults for each in counts), sum(each.found for each in counts)
    runs, alarms = sum(each.runs for each in counts), sum(each.alarms for each in counts)
    report(f"faults: {found} of {faults} found; {alarms} of {runs} runs without a fault gave a false alarm")
    return int(found < faults or alarms > 0)


def work(part: int) -> Count:
    """Try every second fault, and every second seed without one."""
    count = Count()
    for opening, faults in BENCHES:
        with opening() as bench:
            for fault in faults[part::PROCESSES]:
                count.faults += 1
                count.found += is_found(bench, fault)
            for seed in range(part, SEEDS_WITHOUT, PROCESSES):
                count.runs += 1
                count.alarms += is_alarmed(bench, seed)
    return count


def is_found(bench: Bench, fault: Fault) -> bool:
    """Return whether the check of a fault fails with each seed that matters to it."""
    seeds = range(SEEDS_WITH_FAULT if heeds_seed(CHECKS[fault.check]) else 1)
    name = f"{fault.check}: {fault.name}"
    with limited(name):
        made = [bench.make(fault.check, fault, seed) for seed in seeds]
    found = sum(result.status is Status.FAIL for result in made)
    least = min(result.requests for result in made)
    of_seeds = f"with {found} of {len(made)} seeds, " if len(made) > 1 else ""
    is_missed = found < len(made)
    report(f"{name:<76}{'MISSED ' if is_missed else 'found '}{of_seeds}after {least} requests or more")
    return not is_missed


def is_alarmed(bench: Bench, seed: int) -> bool:
    """Return whether a check does not pass on a deployment without a fault."""
    name = f"{type(bench.server).__name__} with seed {seed}, no fault"
    with limited(name):
        made = bench.make_until_red(None, seed, is_chosen=heeds_seed if seed >= WHOLE else lambda _: True)
    told = [
        f"{each.id}: {each.status}, {each.reason or each.failures}"
        for each in made
        if each.status in {Status.FAIL, Status.ERROR}
    ]
    report(f"{name}: {'; '.join(told) or f'no alarm in {len(made)} checks'}")
    return bool(told)


def heeds_seed(check: Check) -> bool:
    """Return whether the requests of a check depend on the seed."""
    return bool(check.draws) or getattr(check.run, "func", None) is refuses_at_some


@contextmanager
def limited(name: str) -> Iterator[None]:
    """End this process if what has this name takes too long."""

    def give_up(*_: object) -> None:
        report(f"{name}: not finished within {LIMIT} s")
        os._exit(2)

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LIMIT)
    yield
    signal.alarm(0)


def report(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the table is what this file is for


if __name__ == "__main__":
    sys.exit(main())
