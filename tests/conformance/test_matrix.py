"""The table of faults ends with how many are found, and with a status that says whether all are."""

from __future__ import annotations

import pytest
from tests.conformance import matrix
from tests.conformance.proving import MOCK_FAULTS, mock_bench

FOUND = next(fault for fault in MOCK_FAULTS if fault.check == "webhooks_list.elements")
UNFOUND = type(FOUND)(FOUND.check, "nothing is wrong", FOUND.method, FOUND.path)


@pytest.mark.parametrize(
    ("faults", "status", "last"),
    [
        ([FOUND, FOUND], 0, "faults: 2 of 2 found; 0 of 0 runs without a fault gave a false alarm"),
        ([FOUND, UNFOUND], 1, "faults: 1 of 2 found; 0 of 0 runs without a fault gave a false alarm"),
    ],
)
def test_table_says_whether_all_faults_are_found(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    faults: list[object],
    status: int,
    last: str,
) -> None:
    monkeypatch.setattr(matrix, "BENCHES", [(mock_bench, faults)])
    monkeypatch.setattr(matrix, "SEEDS_WITHOUT", 0)
    assert matrix.main() == status
    lines = capfd.readouterr().out.splitlines()
    assert lines[-1] == last
    assert sum("MISSED" in line for line in lines) == status
