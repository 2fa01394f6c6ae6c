"""Every answer is held against its description, whatever JSON it is and whoever asked for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from tests.conformance.answering import answering
from tests.conformance.conftest import CONTRACT, RULEBOOK
from tests.conformance.deployment import KEY, SECRET, Deployment, serving
from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import Flaw

from contextio_contract.conformance.checks.registry import Check as Rule
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures.mailbox import NOBODY
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.conformance.wire.throttle import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy, Outcome
    from tests.conformance.independent.store import Row

    from contextio_contract.conformance.checks.steps import Deployment as Steps
    from contextio_contract.conformance.results import CheckResult

JSON = {"Content-Type": "application/json"}
BROKEN_SOURCE = {
    "label": "imap.example.com::ada",
    "status": "OK",
    "use_ssl": 0,
    "type": "IMAP",
    "authentication_type": "plain",
    "status_message": 0,
    "callback_url": False,
    "sync_period": 5,
    "sync_flags": 0,
    "expunge_on_deleted_flag": 0,
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
READS = ("accounts_list", "accounts_get", "connect_tokens_list", "connect_tokens_get", "sources_list")
WRITES = (
    *("accounts_create", "accounts_update", "accounts_delete", "connect_tokens_create"),
    *("connect_tokens_delete", "account_connect_tokens_create", "account_connect_tokens_delete"),
)


class WithBrokenSources(Accounts):
    def show(self, account: Row, sources: list[Row] | None = None) -> Row:
        return super().show(account, sources) | {"sources": [BROKEN_SOURCE, BROKEN_SOURCE]}


def results(outcome: Outcome) -> dict[tuple[str, str], Any]:
    """The results by their id and operations."""
    checks = json.loads((outcome.reports / "results.json").read_text())["checks"]
    return {(each["id"], ",".join(each["operations"])): each for each in checks}


def open_gateway(base_url: str, mode: Mode = Mode.READ_ONLY) -> Gateway:
    return Gateway(Target(base_url, KEY, SECRET), Guard(CONTRACT, mode, "cio-000000000000"))


def is_wrong(operation: str, body: Any) -> bool:
    schema = CONTRACT.operations[operation].success.schema
    try:
        return schema is not None and not schema.is_valid(body)
    except ValueError:
        return True


def expect_blamed(check: Check, operation: str, body: Any, *options: str) -> None:
    """Expect a body in the place of an operation's success to be a failure of the operation."""
    assume(is_wrong(operation, body))
    deployment = Deployment(CONTRACT.bundle, bodies={operation: json.dumps(body).encode()})
    deployment.populate(1)
    with serving(deployment):
        outcome = check(deployment.base_url, *options)
    assert outcome.status == 1, outcome.out + outcome.err
    assert outcome.out.startswith("NOT CONFORMANT")
    assert "Traceback" not in outcome.out + outcome.err
    assert results(outcome)[f"{operation}.answers", operation]["status"] == "fail"


@pytest.mark.slow
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(operation="accounts_list", body=None)
@example(operation="accounts_list", body=["a", "\ud800"])
@example(operation="accounts_get", body=[{"id": 1}])
@given(operation=st.sampled_from(READS), body=ANYTHING)
def test_any_json_is_judged(check: Check, core_spec: str, operation: str, body: Any) -> None:
    expect_blamed(check, operation, body, f"--rule={operation}.answers", core_spec, "--mode=read-only")


@pytest.mark.slow
@pytest.mark.timeout(300)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(operation="connect_tokens_create", body={"token": "\ud800"})
@given(operation=st.sampled_from((*READS, *WRITES)), body=ANYTHING)
def test_any_json_is_judged_in_every_phase(check: Check, core_spec: str, operation: str, body: Any) -> None:
    expect_blamed(check, operation, body, "--max-examples=1", f"--operation={operation}", core_spec)


@pytest.mark.slow
def test_wrong_values_that_were_there_before_the_run_are_named(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(1)
    deployment.break_by(Flaw("accounts_get.answers", "broken sources", (WithBrokenSources,)))
    options = ("--mode=read-only", "--operation=accounts_get", "--max-examples=1", "--seed=9")
    outcome = check(deployment.base_url, *options)
    assert outcome.status == 1, outcome.out
    result = results(outcome)["accounts_get.answers", "accounts_get"]
    assert (result["page"], result["status"]) == ("accounts", "fail")
    assert result["described"].startswith("spec/resources/accounts.yaml:")
    named = {
        failure["received"].partition("/sources/0/")[2].partition(":")[0] for failure in result["failures"]
    }
    assert named == BROKEN_SOURCE.keys() - {"label", "status"}
    for failure in result["failures"]:
        assert failure["expected"] == "an answer that accounts_get describes"
        assert failure["exchanges"][-1]["operation"] == "accounts_get"
    assert result["again"].endswith("--rule accounts_get.answers")


@pytest.mark.slow
def test_answers_are_a_check_that_can_be_named(deploy: Deploy, check: Check, tmp_path: Path) -> None:
    deployment = deploy()
    deployment.bodies["connect_tokens_list"] = b"{}"
    name = "connect_tokens_list.answers"
    alone = check(deployment.base_url, f"--rule={name}", "--mode=read-only")
    assert {key: each["status"] for key, each in results(alone).items()} == {
        (name, "connect_tokens_list"): "fail"
    }
    disabled = check(deployment.base_url, f"--disable={name}", f"--rule={name}", "--mode=read-only")
    assert results(disabled)[name, "connect_tokens_list"]["status"] == "disabled"
    (tmp_path / "known.toml").write_text(f'[[known-failures]]\nrule = "{name}"\nreason = "ticket 7"\n')
    known = check(deployment.base_url, f"--rule={name}", "--mode=read-only", "--config=known.toml")
    assert results(known)[name, "connect_tokens_list"]["status"] == "known failure"


@pytest.mark.slow
def test_described_answers_pass(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(1)
    outcome = check(deployment.base_url, "--mode=read-only", "--operation=accounts_list", "--max-examples=1")
    result = results(outcome)["accounts_list.answers", "accounts_list"]
    assert (result["status"], result["failures"]) == ("pass", [])
    assert result["answers"] > 1
    assert not [name for name, _ in results(outcome) if name == "accounts_get.answers"], "it was not chosen"


def test_turning_away_is_held_against_the_description() -> None:
    found = []
    for kind in ("application/json", "text/html"):
        headers = {"Content-Type": kind, "Retry-After": "0"}
        with answering(429, headers, b'{"type": "error", "value": "slowly"}') as base_url:
            gateway = open_gateway(base_url)
            with pytest.raises(Stopped):
                gateway.ask("GET", "/accounts")
        found += [each.received for each in gateway.answers.failures["accounts_list"].values()]
    assert found == ["status 429: the content type must be application/json"]


def test_what_the_guard_answers_is_not_judged(deploy: Deploy) -> None:
    gateway = open_gateway(deploy().base_url)
    gateway.ask("DELETE", "/accounts/theirs")
    assert gateway.kept == 1
    assert not gateway.answers.judged


def test_number_of_failures_is_bounded() -> None:
    bodies = [json.dumps({f"a{number}": 0}).encode() for number in range(50)]
    with answering(200, JSON, *bodies) as base_url:
        gateway = open_gateway(base_url)
        for _ in bodies:
            gateway.ask("GET", "/accounts")
    assert len(gateway.answers.failures["accounts_list"]) == 1, "the same is wrong with all of them"
    assert gateway.answers.judged["accounts_list"] == 50


def tripping(base_url: str, trip: Callable[[Steps], object]) -> CheckResult:
    """The result of a check that trips."""

    def run(deployment: Steps) -> None:
        trip(deployment)

    rule = Rule("trip", "accounts", "It trips.", ("accounts_list",), (), True, {}, run)
    [result] = run_checks([rule], open_gateway(base_url), lambda: NOBODY, RULEBOOK, seed=1)
    return result


TRIPS: list[Callable[[Any], object]] = [
    lambda body: body["id"],
    lambda body: body[7],
    lambda body: body.upper(),
    lambda body: body + 1,
    lambda body: int(body[0]["id"]),
]


@pytest.mark.parametrize("trip", TRIPS)
def test_check_that_trips_over_a_wrong_answer_fails(trip: Callable[[Any], object]) -> None:
    with answering(200, JSON, b'[{"id": "x"}]') as base_url:
        result = tripping(base_url, lambda deployment: trip(deployment.send("GET", ("accounts",)).body))
    assert result.status is Status.FAIL
    [failure] = result.failures
    assert failure.received == 'status 200: /0: "username" is a required property'
    assert failure.exchanges[-1].operation == "accounts_list"


@pytest.mark.parametrize("trip", TRIPS[:4])
def test_check_that_trips_over_a_right_answer_is_a_defect_of_the_suite(trip: Callable[[Any], object]) -> None:
    with answering(200, JSON, b"[]") as base_url:
        result = tripping(base_url, lambda deployment: trip(deployment.send("GET", ("accounts",)).body))
    assert (result.status, result.failures) == (Status.ERROR, [])


def test_wrong_answer_to_another_check_excuses_no_defect() -> None:
    with answering(200, JSON, b"{}", b"[]") as base_url:
        gateway = open_gateway(base_url)
        gateway.ask("GET", "/accounts")
        rule = Rule("trip", "accounts", "It trips.", (), (), True, {}, lambda deployment: deployment.nothing)
        [result] = run_checks([rule], gateway, lambda: NOBODY, RULEBOOK, seed=1)
    assert result.status is Status.ERROR


def test_texts_that_begin_like_addresses_are_taken(
    deploy: Deploy, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    deployment = deploy()
    show = deployment.pages.accounts.show
    monkeypatch.setattr(
        deployment.pages.accounts, "show", lambda *shown: show(*shown) | {"username": "http://[a"}
    )
    only = ("--operation=accounts_create", "--operation=accounts_get", "--quick")
    outcome = check(deployment.base_url, *only)
    assert outcome.status == 0, outcome.out + outcome.err
