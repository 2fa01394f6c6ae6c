"""The user's list of known failures."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from tests.conformance.results import FAILURE, RULE, check, run

from contextio_contract.conformance.results import Status, Verdict
from contextio_contract.conformance.verdict.known import KnownFailure, judge
from contextio_contract.errors import CannotRun

TODAY = dt.date(2030, 1, 2)


@pytest.mark.parametrize(
    ("found", "until", "judged", "verdict"),
    [
        (Status.FAIL, None, Status.KNOWN_FAILURE, Verdict.CONFORMANT),
        (Status.FAIL, TODAY, Status.KNOWN_FAILURE, Verdict.CONFORMANT),
        (Status.FAIL, dt.date(2030, 1, 1), Status.FAIL, Verdict.NOT_CONFORMANT),
        (Status.PASS, None, Status.UNEXPECTED_PASS, Verdict.NOT_CONFORMANT),
        (Status.NOT_EXERCISED, None, Status.NOT_EXERCISED, Verdict.CONFORMANT),
        (Status.ERROR, None, Status.ERROR, Verdict.NONE),
    ],
)
def test_listed(found: Status, until: dt.date | None, judged: Status, verdict: Verdict) -> None:
    failures = (FAILURE,) if found is Status.FAIL else ()
    listed = check("accounts.limit", found, failures=failures)
    result = run(listed, check("accounts.order", Status.PASS))
    judge(result.checks, [KnownFailure("accounts.limit", "ticket 7", until)], TODAY)
    assert listed.status is judged
    assert result.verdict is verdict


def test_listed_by_the_documented_rule() -> None:
    listed = check("accounts_list.maximum", Status.FAIL, failures=(FAILURE,))
    judge([listed], [KnownFailure(RULE, "ticket 7")], TODAY)
    assert listed.status is Status.KNOWN_FAILURE


def test_listed_for_one_operation_alone() -> None:
    one = check("schemathesis.ignored_auth", Status.FAIL, failures=(FAILURE,))
    other = check("schemathesis.ignored_auth", Status.FAIL, failures=(FAILURE,))
    other.operations = ("accounts_get",)
    judge([one, other], [KnownFailure("schemathesis.ignored_auth", "x", operation="accounts_get")], TODAY)
    assert (one.status, other.status) == (Status.FAIL, Status.KNOWN_FAILURE)


def test_listed_for_what_a_failure_shows_alone() -> None:
    other = dataclasses.replace(FAILURE, received="it shows nothing")
    entries = [KnownFailure("x", "ticket 7", containing="3 accounts"), KnownFailure("x", "8", containing="?")]
    known = check("x", Status.FAIL, failures=(FAILURE,))
    half = check("x", Status.FAIL, failures=(FAILURE, other))
    new = check("x", Status.FAIL, failures=(other,))
    judge([known, half, new], entries, TODAY)
    assert (known.status, known.reason) == (Status.KNOWN_FAILURE, "ticket 7")
    assert (half.status, half.failures) == (Status.FAIL, [other])
    assert half.reason == "1 more failures of it are known (ticket 7)"
    assert (new.status, new.failures) == (Status.FAIL, [other])
    assert new.reason == 'no failure of it contains "3 accounts" or "?", as known-failures has it (ticket 7)'


def test_one_that_fails_somewhere_is_nowhere_an_unexpected_pass() -> None:
    passing = check("schemathesis.x", Status.PASS)
    failing = check("schemathesis.x", Status.FAIL, failures=(FAILURE,))
    judge([passing, failing], [KnownFailure("schemathesis.x", "y")], TODAY)
    assert (passing.status, failing.status) == (Status.PASS, Status.KNOWN_FAILURE)


@pytest.mark.parametrize(
    "entry",
    [
        "accounts.limit",
        {"rule": "accounts.limit"},
        {"rule": "accounts.limit", "reason": " "},
        {"rule": "accounts.limit", "reason": "x", "until": "2030-01-01"},
        {"rule": "accounts.limit", "reason": "x", "untill": TODAY},
        {"rule": "accounts.limit", "reason": "x", "operation": 1},
        {"rule": "accounts.limit", "reason": "x", "containing": " "},
    ],
)
def test_entry_that_is_none(entry: Any) -> None:
    with pytest.raises(CannotRun, match="known-failures 1 must have a rule and a reason"):
        KnownFailure.read(entry, "known-failures 1")
