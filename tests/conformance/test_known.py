"""The user's list of known failures."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.conformance.results import FAILURE, check, run

from contextio_contract.conformance.known import KnownFailure, judge
from contextio_contract.conformance.results import Status
from contextio_contract.errors import CannotRun

TODAY = dt.date(2030, 1, 2)


@pytest.mark.parametrize(
    ("found", "until", "judged", "is_conformant"),
    [
        (Status.FAIL, None, Status.KNOWN_FAILURE, True),
        (Status.FAIL, TODAY, Status.KNOWN_FAILURE, True),
        (Status.FAIL, dt.date(2030, 1, 1), Status.FAIL, False),
        (Status.PASS, None, Status.UNEXPECTED_PASS, False),
        (Status.NOT_EXERCISED, None, Status.NOT_EXERCISED, True),
        (Status.ERROR, None, Status.ERROR, False),
    ],
)
def test_listed(found: Status, until: dt.date | None, judged: Status, *, is_conformant: bool) -> None:
    failures = (FAILURE,) if found is Status.FAIL else ()
    listed = check("accounts.limit", found, failures=failures)
    result = run(listed, check("accounts.order", Status.PASS))
    judge(result.checks, [KnownFailure("accounts.limit", "ticket 7", until)], TODAY)
    assert listed.status is judged
    assert result.is_conformant is is_conformant


@pytest.mark.parametrize(
    "entry",
    [
        "accounts.limit",
        {"rule": "accounts.limit"},
        {"rule": "accounts.limit", "reason": " "},
        {"rule": "accounts.limit", "reason": "x", "until": "2030-01-01"},
        {"rule": "accounts.limit", "reason": "x", "untill": TODAY},
    ],
)
def test_entry_that_is_none(entry: Any) -> None:
    with pytest.raises(CannotRun, match="known-failures 1 must have a rule and a reason"):
        KnownFailure.read(entry, "known-failures 1")
