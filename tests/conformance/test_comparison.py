"""A run is compared with an earlier one: what was mended, what broke, what is new or lost."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from tests.conformance.results import FAILURE, again, check, run

import contextio_contract.conformance
from contextio_contract.conformance import reports
from contextio_contract.conformance.reports.terminal import text
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import VERSION, Status
from contextio_contract.conformance.verdict.comparison import EarlierRun

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy

    from contextio_contract.conformance.results import CheckResult, RunResult

OTHER_VERSION = (
    f"has version 1 of the format of results, and this is {VERSION}; "
    "make that run again with this version of contextio-contract"
)
SCHEMA = Path(contextio_contract.conformance.__path__[0]) / "results.schema.json"


def failing(name: str) -> CheckResult:
    return check(name, Status.FAIL, failures=(FAILURE,))


def of_operation(result: CheckResult, operation: str) -> CheckResult:
    return dataclasses.replace(result, operations=(operation,))


BEFORE = run(
    failing("a.mended"),
    check("a.broke", Status.PASS),
    check("a.lost", Status.PASS),
    check("a.gone", Status.PASS),
    check("a.new", Status.NOT_EXERCISED, "x"),
    failing("a.still"),
    of_operation(failing("schemathesis.x"), "accounts_list"),
    of_operation(check("schemathesis.x", Status.PASS), "accounts_get"),
)
AFTER = run(
    check("a.mended", Status.PASS),
    failing("a.broke"),
    check("a.lost", Status.NOT_EXERCISED, "x"),
    failing("a.new"),
    check("a.added", Status.PASS),
    check("a.still", Status.KNOWN_FAILURE, "ticket 7"),
    of_operation(check("schemathesis.x", Status.PASS), "accounts_list"),
    of_operation(failing("schemathesis.x"), "accounts_get"),
)


def compared(
    before: RunResult, after: RunResult, folder: Path, *, is_partial: bool = False
) -> dict[str, Any]:
    """The tree of a run that was compared with another, of which reports were written."""
    reports.write(tree(before, again), (), folder)
    comparison = EarlierRun.read(folder / "results.json").compare(after, is_partial=is_partial)
    return tree(dataclasses.replace(after, comparison=comparison), again)


def test_each_change_is_told(tmp_path: Path) -> None:
    data = compared(BEFORE, AFTER, tmp_path)
    jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(data)
    changes = {
        kind: [(each["id"], *each["operations"], each["before"], each["after"]) for each in differences]
        for kind, differences in data["comparison"]["changes"].items()
    }
    assert changes == {
        "broke": [("a.broke", "pass", "fail"), ("schemathesis.x", "accounts_get", "pass", "fail")],
        "mended": [("a.mended", "fail", "pass"), ("schemathesis.x", "accounts_list", "fail", "pass")],
        "new": [("a.new", "not exercised", "fail"), ("a.added", "", "pass")],
        "no longer exercised": [("a.lost", "pass", "not exercised"), ("a.gone", "pass", "")],
    }
    reports.write(data, (), tmp_path)
    shown = {name: (tmp_path / name).read_text() for name in ("report.html", "summary.md")}
    for said in (*shown.values(), text(data)):
        for sentence in (
            "broke: 2",
            "schemathesis.x of accounts",
            "mended: 2",
            "new: 1 fail, 1 pass",
            "a.new: not exercised → fail",
            "no longer exercised: 2",
            "a.gone: pass → absent",
        ):
            assert sentence in said
        assert "a.still:" not in said.partition("Failures")[0].partition("FAIL")[0]


def test_what_a_run_of_chosen_checks_leaves_out_is_counted_and_not_lost(tmp_path: Path) -> None:
    data = compared(BEFORE, AFTER, tmp_path, is_partial=True)
    lost = data["comparison"]["changes"]["no longer exercised"]
    assert [(each["id"], each["after"]) for each in lost] == [("a.lost", "not exercised")]
    assert data["comparison"]["left_out"] == 1
    assert "  left out of this run: 1 of the checks of that one\n" in text(data)


def test_circumstances_that_were_others_are_told(tmp_path: Path) -> None:
    before = dataclasses.replace(BEFORE, mode="read-only", base_url="https://old.example.com/2.0")
    line = next(line for line in text(compared(before, AFTER, tmp_path)).splitlines() if "Since" in line)
    assert line.endswith(", which had base url https://old.example.com/2.0, mode read-only")


def test_nothing_has_changed(tmp_path: Path) -> None:
    assert "exercised): no check has another result\n" in text(compared(AFTER, AFTER, tmp_path))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is no result of a run; name the results.json of one"),
        ("[" * 100_000, "is no result of a run; name the results.json of one"),
        ("[1]", "is no result of a run; name the results.json of one"),
        (
            json.dumps({"version": 1, "verdict": "CONFORMANT", "checks": []}),
            OTHER_VERSION,
        ),
        (
            json.dumps({"version": VERSION, "verdict": "CONFORMANT", "checks": [{"id": 1}]}),
            "has checks without id, operations or status; name a results.json as it was written",
        ),
        (None, "cannot be read (No such file or directory); name the results.json of a run"),
    ],
)
def test_file_that_is_no_result_is_refused(
    check: Check, tmp_path: Path, content: str | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "old.json").write_text(content)
    outcome = check("http://127.0.0.1:9/2.0", "--compare=old.json")
    assert (outcome.status, outcome.err) == (2, f"Error: --compare old.json {said}\n")


def test_run_is_compared_with_the_one_whose_reports_it_replaces(deploy: Deploy, check: Check) -> None:
    only = ("--rule=connect_tokens_list.elements", "--mode=read-only")
    whole, broken = deploy(), deploy("broken list")
    for deployment in (whole, broken):
        deployment.populate(2)
    check(whole.base_url, *only)
    outcome = check(broken.base_url, *only, "--compare=reports/results.json")
    assert outcome.status == 1
    broke = "  broke: 1\n    connect_tokens_list.elements: pass → fail\n"
    assert broke in outcome.out
    changes = json.loads((outcome.reports / "results.json").read_text())["comparison"]["changes"]
    assert [each["id"] for each in changes["broke"]] == ["connect_tokens_list.elements"]


def test_run_of_another_rule_does_not_lose_the_first(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(2)
    check(deployment.base_url, "--mode=read-only", "--rule=connect_tokens_list.elements")
    other = ("--rule=accounts_list.elements", "--compare=reports/results.json")
    outcome = check(deployment.base_url, "--mode=read-only", *other)
    assert "left out of this run: 1 of the checks of that one" in outcome.out
    assert "no longer exercised: " not in outcome.out
