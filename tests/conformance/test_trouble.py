"""A deployment that dies, hangs or is hidden by its gateway is one finding of the run."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.deployment import KEY
from tests.conformance.front import DIE, HANG, PASS, RESET, after, in_front_of
from tests.conformance.patience import open_gateway

from contextio_contract.conformance.safety.clean_up import cleaned_up
from contextio_contract.conformance.verdict.undecided import notes_on_requests
from contextio_contract.conformance.wire.connection import Connection
from contextio_contract.conformance.wire.reach import reach
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.conformance.wire.transport import NoAnswer, TooLarge
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy, Outcome
    from tests.conformance.deployment import Deployment

    from contextio_contract.conformance.wire.gateway import Gateway


@pytest.fixture
def deployment(deploy: Deploy) -> Deployment:
    return deploy()


@pytest.mark.parametrize(
    ("what", "sign"),
    [
        (DIE, ".*[2-5] x no connection \\(Connection refused\\).*"),
        (RESET, "a closed connection"),
        (502, "502 text/html"),
    ],
)
def test_a_deployment_that_is_gone_ends_the_run_within_seconds(
    deployment: Deployment, what: str | int, sign: str
) -> None:
    with in_front_of(deployment, after(5, what)):
        gateway = open_gateway(deployment)
        for _ in range(5):
            gateway.ask("GET", "/accounts")
        for _ in range(3):
            with pytest.raises(Stopped, match="stopped answering"):
                gateway.ask("GET", "/accounts")
    assert re.fullmatch(
        f"the deployment stopped answering after request 5; the next 6, within 1.5 s, got: {sign}",
        gateway.throttle.trouble,
    )
    assert gateway.throttle.sent == 11
    assert [*notes_on_requests(gateway)] == [], "what ended the run is not called flaky"


def test_a_deployment_that_hangs_ends_the_run_after_three_timeouts(
    deployment: Deployment,
) -> None:
    with in_front_of(deployment, after(1, HANG)) as front:
        gateway = open_gateway(deployment, Connection(timeout=0.5))
        gateway.ask("GET", "/accounts")
        with pytest.raises(Stopped, match=r"the next 3, .* got: no complete answer within 0\.5 s"):
            gateway.ask("GET", "/accounts")
        with pytest.raises(Stopped):
            gateway.ask("DELETE", "/accounts/cio-000000000000.1")
        assert len(front.seen) == 4


def test_a_deployment_that_hangs_from_the_first_request_on_is_left_soon(deployment: Deployment) -> None:
    with in_front_of(deployment, after(0, HANG)) as front:
        gateway = open_gateway(deployment, Connection(timeout=0.5))
        with pytest.raises(CannotRun, match=r"no complete answer within 0\.5 s"):
            reach(gateway)
        assert len(front.seen) == 3, "two for the first operation, one for another"


@pytest.mark.slow
def test_what_never_answers_is_not_called_flaky(deployment: Deployment, check: Check) -> None:
    with in_front_of(deployment, after(0, RESET)):
        outcome = check(deployment.base_url)
    assert (outcome.status, results(outcome)["notes"]) == (2, [])


def test_when_the_run_cleans_up_one_failure_is_enough(deployment: Deployment) -> None:
    with in_front_of(deployment, after(1, RESET)) as front:
        gateway = open_gateway(deployment)
        gateway.ask("GET", "/accounts")
        with pytest.raises(Stopped):
            gateway.ask("GET", "/accounts")
        sent = len(front.seen)
        gateway.throttle.clean_up()
        for _ in range(4):
            with pytest.raises(Stopped):
                gateway.ask("DELETE", "/accounts/cio-000000000000.1")
        assert len(front.seen) == sent + 1


def test_when_a_run_is_stopped_that_gets_no_answer_its_clean_up_tries_once_and_soon(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contextio_contract.conformance.wire.gateway.SOON", 0.5)
    creation = {"email": "cio-000000000000.1@example.com"}
    with in_front_of(deployment, lambda number, _: hang_and_halt(gateway, number)) as front:
        gateway = open_gateway(deployment, Connection(timeout=600))
        with cleaned_up(gateway):
            assert gateway.ask("POST", "/accounts", data=creation).ok
            with pytest.raises(Stopped, match="interrupted"):
                gateway.ask("POST", "/accounts", data=creation, timeout=0.5)
        cleaned = [(method, path.partition("?")[0]) for method, path, _ in front.seen[2:]]
    assert cleaned == [("GET", "/2.0/accounts")]


@pytest.mark.slow
def test_timeouts_of_requests_before_shorten_the_patience_with_the_next(deployment: Deployment) -> None:
    with in_front_of(deployment, lambda number, _: hang_and_halt(gateway, number)) as front:
        gateway = open_gateway(deployment, Connection(timeout=0.5))
        gateway.ask("GET", "/accounts")
        with pytest.raises(Stopped, match="interrupted"):
            gateway.ask("GET", "/accounts")
        gateway.throttle.clean_up()
        with pytest.raises(Stopped, match="the next 4, "):
            gateway.ask("GET", "/accounts")
        assert len(front.seen) == 5, "one before, two for the same, one for another"


def hang_and_halt(gateway: Gateway, number: int) -> str:
    """Answer one request and no other; the user stops the run while the second one hangs."""
    if number == 2:
        gateway.throttle.halt("interrupted")
    return HANG if number > 1 else PASS


def results(outcome: Outcome) -> Any:
    return json.loads((outcome.reports / "results.json").read_text())


@pytest.mark.parametrize("what", [DIE, pytest.param(502, marks=pytest.mark.slow)])
def test_a_run_whose_deployment_goes_away_has_no_verdict_and_one_finding(
    deploy: Deploy, check: Check, core_spec: str, what: str | int
) -> None:
    deployment = deploy()
    with in_front_of(deployment, after(60, what)):
        outcome = check(deployment.base_url, core_spec, "--pages=accounts", "--max-examples=1")
    found = results(outcome)
    assert outcome.status == 2, outcome.out
    assert found["verdict"] == "NO VERDICT"
    assert found["counts"]["fail"] == found["counts"]["error"] == 0
    assert found["counts"]["pass"] > 0
    assert "the deployment stopped answering after request " in found["trouble"]
    assert outcome.err.splitlines()[-1] == f"Error: {found['trouble']}"


@pytest.mark.slow
def test_a_breach_that_was_seen_before_stays_one(deploy: Deploy, check: Check, core_spec: str) -> None:
    deployment = deploy("missing field")
    with in_front_of(deployment, after(60, DIE)):
        outcome = check(deployment.base_url, core_spec, "--pages=accounts", "--max-examples=1")
    found = results(outcome)
    assert (outcome.status, found["verdict"]) == (1, "NOT CONFORMANT")
    assert found["trouble"]
    assert "username" in json.dumps([each["failures"] for each in found["checks"]])


def test_answers_in_the_midst_of_server_errors_are_not_believed(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy("down").base_url, "--operation=accounts_list", "--max-examples=1")
    found = results(outcome)
    assert found["trouble"] == "30 answers in a row were server errors; the deployment is in trouble"
    assert (outcome.status, found["counts"]["fail"]) == (2, 0)


@pytest.fixture
def large(deployment: Deployment) -> Deployment:
    """A deployment with 25,000 tokens, which no page divides."""
    token = {**deployment.pages.tokens.add(None, {"callback_url": "https://app.example.com/"})}
    deployment.tokens.clear()
    for number in range(25_000):
        name = f"{number:032x}"
        deployment.tokens[name] = {**token, "token": name}
        deployment.store.consumers[name] = KEY
    return deployment


def test_a_list_without_pages_may_be_long(large: Deployment) -> None:
    answer = open_gateway(large, Connection(timeout=60)).ask("GET", "/connect_tokens")
    assert len(answer.json()) == 25_000
    assert len(answer.content) > 8 * 2**20


def test_a_list_that_is_longer_than_what_is_read_is_no_failure(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contextio_contract.conformance.wire.transport.SIZE_LIMIT", 2**20)
    for name in ("connect_tokens_list", "accounts_list"):
        deployment.bodies[name] = b"[" + b" " * 2**21 + b"]"
    gateway = open_gateway(deployment)
    with pytest.raises(TooLarge):
        gateway.ask("GET", "/connect_tokens")
    with pytest.raises(NoAnswer) as caught:
        gateway.ask("GET", "/accounts")
    assert not isinstance(caught.value, TooLarge), "the contract divides that list into pages"
