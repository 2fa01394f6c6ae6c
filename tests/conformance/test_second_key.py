"""A second consumer key: what is checked with it, and what is said without it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.independent.key_flaws import AccountsOfAllKeysAreListed
from tests.conformance.independent.signatures import SECOND_KEY, SECOND_SECRET

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.marks import mark
from contextio_contract.conformance.wire.gateway import Gateway

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy

KEY_CHECKS = ("key-lists", "key-unknown", "key-names", "key-nonces")
RULES = [f"--rule={check}" for check in KEY_CHECKS]


@pytest.fixture
def second(environment: dict[str, str]) -> dict[str, str]:
    """The environment with the second key as well."""
    return {**environment, "CONFORMANCE_SECOND_KEY": SECOND_KEY, "CONFORMANCE_SECOND_SECRET": SECOND_SECRET}


def test_without_a_second_key_it_says_what_to_set(deploy: Deploy, check: Check) -> None:
    outcome = check(
        deploy().base_url, "--rule=key-unknown", "--rule=auth-unsigned", "--operation=accounts_get"
    )
    assert outcome.status == 0, outcome.out + outcome.err
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    reasons = {each["id"]: each["reason"] for each in results if each["status"] == "not exercised"}
    wanted = "it needs a second consumer key; set CONFORMANCE_SECOND_KEY and CONFORMANCE_SECOND_SECRET"
    assert reasons == {"key-unknown": wanted}


@pytest.mark.slow
def test_isolation_is_checked_and_no_key_is_told(
    deploy: Deploy, check: Check, second: dict[str, str]
) -> None:
    deployment = deploy()
    deployment.populate(3)
    before = deployment.store.snapshot()
    outcome = check(deployment.base_url, *RULES, env=second)
    assert outcome.status == 0, outcome.out + outcome.err
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    assert {each["id"]: each["status"] for each in results} == dict.fromkeys(KEY_CHECKS, "pass")
    told = [outcome.out, outcome.err, *(path.read_text() for path in outcome.reports.iterdir())]
    assert not [text for text in told if SECOND_KEY in text or SECOND_SECRET in text]
    assert deployment.store.snapshot() == before, "nothing of others is changed, and nothing is left behind"


@pytest.mark.slow
@pytest.mark.parametrize("program", [[], ["--mock"]])
def test_our_own_servers_have_two_keys(check: Check, program: list[str]) -> None:
    outcome = check(None, *program, *RULES, "--operation=accounts_get", "--operation=connect_tokens_list")
    assert outcome.status == 0, outcome.out + outcome.err
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    statuses = {each["id"]: each["status"] for each in results}
    assert statuses == {**dict.fromkeys(KEY_CHECKS, "pass"), "key-names": "not exercised"}


@pytest.mark.parametrize("is_flawed", [True, False])
def test_lists_are_compared_also_where_nothing_is_written(
    deploy: Deploy, check: Check, second: dict[str, str], *, is_flawed: bool
) -> None:
    deployment = deploy()
    deployment.populate(3)
    if is_flawed:
        deployment.pages = deployment.pages_with([AccountsOfAllKeysAreListed])
    outcome = check(deployment.base_url, "--mode=read-only", "--rule=key-lists", env=second)
    assert outcome.status == is_flawed, outcome.out + outcome.err


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["read-only", "sandbox"])
def test_every_list_of_the_mock_is_that_of_one_key(check: Check, mode: str) -> None:
    outcome = check(None, "--mock", "--mode", mode, "--rule=key-lists")
    assert outcome.status == 0, outcome.out + outcome.err


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (("a key", ""), "must be set to the keys of a second consumer, or neither"),
        (("", "a secret"), "must be set to the keys of a second consumer, or neither"),
        (("key of tests", "secret of tests"), "must be set to the keys of a second consumer, or neither"),
        (("a\nkey", "a secret"), "must be printable text"),
        (("no such key", "a secret"), "to valid ones, or neither"),
    ],
)
def test_wrong_keys_end_the_run_with_a_sentence(
    deploy: Deploy, check: Check, second: dict[str, str], keys: tuple[str, str], message: str
) -> None:
    wrong = dict(zip(("CONFORMANCE_SECOND_KEY", "CONFORMANCE_SECOND_SECRET"), keys, strict=True))
    outcome = check(deploy().base_url, *RULES, env=second | wrong)
    assert outcome.status == 2
    last_line = outcome.err.splitlines()[-1]
    assert last_line.startswith("Error: ")
    assert "CONFORMANCE_SECOND_KEY and CONFORMANCE_SECOND_SECRET" in last_line
    assert last_line.endswith(message)


def test_what_a_killed_run_left_is_removed_with_both_keys(
    deploy: Deploy, check: Check, second: dict[str, str]
) -> None:
    deployment = deploy()
    run_id = "cio-0123456789ab"
    creates = CONTRACT.operations["accounts_create"]
    for target in (deployment.target, deployment.target.second):
        assert target
        gateway = Gateway(target, Guard(CONTRACT, Mode.SANDBOX, run_id))
        form = mark({"email": "ada@example.com"}, CONTRACT.collection_of(creates), f"{run_id}.1")
        assert gateway.ask("POST", "/accounts", data=form).ok
    outcome = check(deployment.base_url, "--clean-up", run_id, env=second)
    assert outcome.status == 0, outcome.err
    assert "removed 2 resources" in outcome.out
    assert not deployment.accounts
