"""Checks of every kind of operation find their faults, on the mock of a small description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests import shapes
from tests.conformance.derived_faults import derived_faults
from tests.conformance.proving import Bench, mock_bench

from contextio_contract.conformance.results import Status
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.faulty_server import Fault

CONTRACT = Contract(shapes.document())


UNSEEN = {
    ("shapes_list_albums.window", "one more than limit"),
    ("shapes_list_albums.window", "one less than limit"),
    ("shapes_list_albums.default", "without a limit there is one element"),
}
"""What the only album cannot show."""
UNDECIDED = {"err-unknown-is-404"}
"""Nothing tells the mock who could have drawn, as no operation reads a person."""


def cases() -> Iterator[Any]:
    """Yield each fault; those of a kind that came before are slow."""
    seen = set()
    for fault in derived_faults(CONTRACT):
        if (fault.check, fault.name) in UNSEEN:
            continue
        kind = (CONTRACT.expectations[fault.check].kind, fault.name)
        yield pytest.param(fault, marks=[pytest.mark.slow] if kind in seen else [])
        seen.add(kind)


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with mock_bench(CONTRACT) as bench:
        yield bench


@pytest.mark.parametrize("fault", list(cases()), ids=lambda fault: f"{fault.check}: {fault.name}")
def test_check_finds_fault(bench: Bench, fault: Fault) -> None:
    result = bench.make(fault.check, fault)
    assert result.status is Status.FAIL, (result.status, result.reason)


def test_checks_pass_without_a_fault(bench: Bench) -> None:
    results = bench.make_until_red(None, examples=1)
    fine = (Status.PASS, Status.NOT_EXERCISED)
    wrong = {each.id: (each.reason, each.failures) for each in results if each.status not in fine}
    assert wrong.keys() <= UNDECIDED, wrong
