"""What of all there is a run checks."""

from __future__ import annotations

import copy
import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from contextio_contract.cli.description import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy, Outcome


def chosen(outcome: Outcome) -> set[str]:
    """The operations that the property tests of a run were about."""
    checks = json.loads((outcome.reports / "results.json").read_text())["checks"]
    return {name for each in checks if each["id"].startswith("schemathesis.") for name in each["operations"]}


def earlier_bundle() -> dict[str, Any]:
    """The description before a list was summed up otherwise, and a label that its users refer to."""
    bundle = copy.deepcopy(resolve().contract.bundle)
    bundle["paths"]["/connect_tokens"]["get"]["summary"] = "List"
    bundle["components"]["parameters"]["SourceLabel"]["description"] = "A label."
    return bundle


@pytest.fixture(params=["bundle", "revision"])
def since(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The earlier description, as a file or as a revision of a repository."""
    if request.param == "bundle":
        (tmp_path / "earlier.json").write_text(json.dumps(earlier_bundle()))
        return "earlier.json"
    (tmp_path / "generated").mkdir()
    (tmp_path / "generated" / "openapi.json").write_text(json.dumps(earlier_bundle()))
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"]
    for command in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "Describe"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return "HEAD"


def test_since_chooses_what_changed(deploy: Deploy, check: Check, since: str) -> None:
    outcome = check(deploy().base_url, "--since", since, "--max-examples", "1")
    assert outcome.status in {0, 1}, outcome.err
    assert chosen(outcome) == {"connect_tokens_list", "sources_get", "sources_update", "sources_delete"}


def test_since_and_operation_choose_what_both_choose(deploy: Deploy, check: Check, tmp_path: Path) -> None:
    (tmp_path / "earlier.json").write_text(json.dumps(earlier_bundle()))
    only = ["--operation=connect_tokens_list", "--operation=connect_tokens_create"]
    outcome = check(deploy().base_url, "--since=earlier.json", *only, "--max-examples", "1")
    assert outcome.status in {0, 1}, outcome.err
    assert chosen(outcome) == {"connect_tokens_list"}


def test_since_nothing_changed(deploy: Deploy, check: Check, tmp_path: Path) -> None:
    (tmp_path / "same.json").write_text(json.dumps(resolve().contract.bundle))
    deployment = deploy()
    outcome = check(deployment.base_url, "--since", "same.json")
    assert outcome.status == 2
    assert outcome.err.startswith("Error: nothing is to be checked: the description says the same")


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
    assert outcome.err == (
        "Error: --since no-such-revision: neither a bundle file nor a revision that has "
        "generated/openapi.json\n"
    )
