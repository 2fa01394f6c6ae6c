"""Each check finds the faults that it is there for, and nothing on a server without faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conformance.proving import ALL_FAULTS, CHECKS, Bench, bench

from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.faulty_server import Fault


@pytest.fixture(scope="session")
def proving_bench() -> Iterator[Bench]:
    with bench() as opened:
        yield opened


@pytest.mark.parametrize("fault", ALL_FAULTS, ids=lambda fault: f"{fault.check}: {fault.name}")
def test_check_finds_fault(proving_bench: Bench, fault: Fault) -> None:
    result = proving_bench.make(fault.check, fault)
    assert result.status is Status.FAIL, (result.status, result.reason)
    assert result.failures[0].exchanges


def test_checks_pass_without_a_fault(proving_bench: Bench) -> None:
    results = proving_bench.make_until_red(None, seed=7, examples=1)
    wrong = {each.id: (each.status, each.reason, each.failures) for each in results if each.status != "pass"}
    assert not wrong
    assert {result.id for result in results} == set(CHECKS)


def test_each_check_has_a_fault() -> None:
    assert {fault.check for fault in ALL_FAULTS} == set(CHECKS)


def test_no_fault_is_there_twice() -> None:
    breakages = [(fault.method, fault.path, fault.before, fault.after) for fault in ALL_FAULTS]
    assert len(set(breakages)) == len(ALL_FAULTS)
