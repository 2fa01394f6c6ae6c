"""Checks of every operation: in any mode, alone, and where a description says more than ours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.conformance.deployment import KEY, SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.conftest import Check, Deploy
    from tests.conftest import LiveServer

READING = (
    *("auth-unsigned", "auth-wrong-secret", "auth-unknown-key", "auth-plaintext", "auth-tampered-query"),
    *("auth-other-method", "auth-other-path", "auth-timestamp-window", "auth-replayed-nonce"),
    *("auth-header-default", "accounts_list.bad-query"),
    *("err-unknown-is-404", "res-json", "req-accept-json", "req-trailing-slash", "req-path-encoding"),
)


@pytest.mark.slow
def test_a_run_that_only_reads_makes_what_reads(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(2)
    outcome = check(deployment.base_url, "--mode=read-only", *(f"--rule={name}" for name in READING))
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    statuses = {each["id"]: each["status"] for each in results}
    assert {statuses[name] for name in READING} == {"pass"}
    assert {seen.method for seen in deployment.seen} == {"GET"}
    read = {seen.path[5] for seen in deployment.seen if len(seen.path) > 5}
    assert read & deployment.tokens.keys(), "what lies in an account of others is read as well"


def test_a_check_alone_passes_among_resources_of_others(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.pages.accounts.add({"email": "ada@example.com"})
    outcome = check(deployment.base_url, "--rule=req-accept-json")
    assert outcome.status == 0, outcome.out + outcome.err


def test_a_failure_names_the_operation_at_fault(deploy: Deploy, check: Check) -> None:
    outcome = check(
        deploy("unsigned accepted").base_url, "--rule=auth-unsigned", "--operation=connect_tokens_list"
    )
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    assert ("fail", ["connect_tokens_list"]) in [(each["status"], each["operations"]) for each in results]


def test_multipart_forms_are_taken(new_server: Callable[..., LiveServer], check: Check) -> None:
    live = new_server(keys={KEY: SECRET})
    outcome = check(f"{live.origin}/2.0", "--rule", "accounts_create.multipart")
    assert outcome.verdict.startswith("CONFORMANT: 1 pass "), outcome.out + outcome.err


def test_multipart_forms_that_are_not_read_are_found(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy("multipart not read").base_url, "--rule", "accounts_create.multipart")
    assert outcome.verdict.startswith("NOT CONFORMANT: 1 fail "), outcome.out + outcome.err
