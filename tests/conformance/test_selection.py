"""The selection of checks and operations by the options of a run."""

from __future__ import annotations

import copy
import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.conftest import CONTRACT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy, Outcome


def chosen(outcome: Outcome) -> set[str]:
    """The operations that the property tests of a run were about."""
    checks = json.loads((outcome.reports / "results.json").read_text())["checks"]
    return {name for each in checks if each["id"].startswith("schemathesis.") for name in each["operations"]}


PAGES = ("sources", "connect_tokens")
"""The pages with what has changed that the deployment implements."""


def earlier_bundle() -> dict[str, Any]:
    """The description before a list was summed up otherwise, and a label that its users refer to."""
    bundle = copy.deepcopy(CONTRACT.bundle)
    bundle["paths"]["/connect_tokens"]["get"]["summary"] = "List"
    bundle["components"]["parameters"]["SourceLabel"]["description"] = "A label."
    return bundle


def changed_since() -> set[str]:
    """The operations that have changed since."""
    label = "#/components/parameters/SourceLabel"
    operations = CONTRACT.operations.values()
    return {"connect_tokens_list"} | {each.id for each in operations if label in each.reaches()[1]}


@pytest.fixture(params=["bundle", "revision"])
def since(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """Options that name the earlier description, as a file or as a revision of the file of today."""
    (tmp_path / "described.json").write_text(json.dumps(earlier_bundle()))
    if request.param == "bundle":
        return ["--since", "described.json"]
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Describe"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    (tmp_path / "described.json").write_text(json.dumps(CONTRACT.bundle))
    return ["--since", "HEAD", "--spec", "described.json"]


@pytest.mark.slow
def test_since_chooses_what_changed(deploy: Deploy, check: Check, since: list[str]) -> None:
    outcome = check(deploy().base_url, *since, "--max-examples", "1")
    assert outcome.status in {0, 1}, outcome.err
    implemented = {name for name in changed_since() if CONTRACT.operations[name].page in PAGES}
    assert len(implemented) > 1
    assert implemented <= chosen(outcome) <= changed_since()


def test_since_and_operation_choose_what_both_choose(deploy: Deploy, check: Check, since: list[str]) -> None:
    only = ["--operation=connect_tokens_list", "--operation=connect_tokens_create"]
    outcome = check(deploy().base_url, *since, *only, "--max-examples", "1")
    assert outcome.status in {0, 1}, outcome.err
    assert chosen(outcome) == {"connect_tokens_list"}


def test_checks_of_every_operation_are_made_for_the_chosen_alone(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(3)
    outcome = check(deployment.base_url, "--operation=connect_tokens_list", "--max-examples=1")
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    statuses = {each["id"]: each["status"] for each in results}
    assert statuses["auth-unsigned"] == statuses["auth-wrong-secret"] == "pass"
    assert statuses["err-unknown-is-404"] == "not exercised"
    unsigned = {"/".join(seen.path[2:]) for seen in deployment.seen if "authorization" not in seen.headers}
    assert "connect_tokens" in unsigned
    assert not [path for path in unsigned if path.startswith(("accounts", "connect_tokens/"))]


def test_since_what_is_not_there(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy().base_url, "--since", "no-such-revision")
    assert outcome.status == 2
    assert outcome.err.startswith("Error: no-such-revision is no file, folder or git revision here; name one")


@pytest.mark.slow
def test_quick_draws_no_data_and_says_so(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy().base_url, "--quick", "--pages", "connect_tokens")
    results = json.loads((outcome.reports / "results.json").read_text())
    statuses = {each["id"]: each["status"] for each in results["checks"]}
    assert outcome.status == 0, outcome.out
    assert statuses["connect_tokens_create.reads-back"] == "not exercised"
    assert "pass" in {status for name, status in statuses.items() if name.startswith("schemathesis.")}
    assert "schemathesis.negative_data_rejection" not in statuses, "no example could fail it"
    assert any("--quick" in note for note in results["notes"])


@pytest.mark.slow
@pytest.mark.parametrize("data", ["--quick", "--max-examples=10"])
def test_several_workers_come_to_the_same_verdict(deploy: Deploy, check: Check, data: str) -> None:
    told = []
    for workers in ("1", "4"):
        deployment = deploy("unsigned accepted")
        options = [data, "--pages", "connect_tokens", "--workers", workers]
        outcome = check(deployment.base_url, *options)
        results = json.loads((outcome.reports / "results.json").read_text())
        told.append([(each["id"], each["status"]) for each in results["checks"]])
        assert outcome.status == 1, outcome.out
    assert told[0] == told[1], "the same checks in the same order"
