"""How fast a run asks, how much, and when it leaves a deployment alone."""

from __future__ import annotations

import json
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest
import requests
from tests.conformance.clock import Clock
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import KEY, SECRET

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.conformance.wire.throttle import RUN, Stopped, Throttle

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy
    from tests.conformance.deployment import Deployment


@pytest.fixture
def clock() -> Clock:
    return Clock()


def ask(
    deployment: Deployment, clock: Clock, times: int, *, max_requests: int = 0, rate: float = 0
) -> Gateway:
    """Ask a deployment for a list as often."""
    guard = Guard(CONTRACT, Mode.SANDBOX, "cio-000000000000")
    throttle = Throttle(max_requests, rate, clock=clock, sleep=clock.sleep)
    gateway = Gateway(Target(deployment.base_url, KEY, SECRET), guard, throttle)
    for _ in range(times):
        gateway.ask("GET", "/accounts")
    return gateway


def test_what_is_turned_away_is_sent_again_when_the_deployment_says(deploy: Deploy, clock: Clock) -> None:
    deployment = deploy("busy at first")
    ask(deployment, clock, 1)
    assert clock.waits == [1, 1], "Retry-After: 1, twice"
    assert len(deployment.seen) == 3


def test_after_an_error_it_waits_as_long_as_the_deployment_says(deploy: Deploy, clock: Clock) -> None:
    deployment = deploy("unavailable once")
    ask(deployment, clock, 1)
    assert clock.waits == [1]
    assert len(deployment.seen) == 1, "it is a response all the same"


def test_errors_in_a_row_make_it_wait_no_longer_than_one_may(deploy: Deploy, clock: Clock) -> None:
    deployment = deploy("unavailable for long")
    with pytest.raises(Stopped, match="30 answers in a row were server errors"):
        ask(deployment, clock, 100)
    assert sum(clock.waits) == 60


def test_a_run_that_is_stopped_does_not_wait_for_its_turn() -> None:
    throttle, is_asked, outcome = Throttle(), threading.Event(), SimpleQueue[str]()

    def turn_away() -> requests.Response:
        is_asked.set()
        response = requests.Response()
        response.status_code, response.headers["Retry-After"] = 429, "60"
        return response

    def send() -> None:
        try:
            throttle.send(turn_away)
        except Stopped as reason:
            outcome.put(str(reason))

    thread = threading.Thread(target=send)
    thread.start()
    is_asked.wait()
    throttle.halt("interrupted")
    assert outcome.get(timeout=50) == "interrupted"
    thread.join()


@pytest.mark.parametrize(
    ("fault", "sent", "why"),
    [("busy", 5 + 4, "also after 4 tries"), ("busy for long", 5 + 1, "and asks to wait 3,600 s")],
)
def test_it_gives_up_on_a_deployment_that_keeps_turning_it_away(
    deploy: Deploy, clock: Clock, fault: str, sent: int, why: str
) -> None:
    deployment = deploy(fault)
    gateway = ask(deployment, clock, 5)
    for _ in range(2):
        with pytest.raises(Stopped, match=f"turns requests away \\(429\\), {why}"):
            gateway.ask("GET", "/accounts")
    assert len(deployment.seen) == sent, "and asks it no more"
    assert all(wait <= 60 for wait in clock.waits)


def test_it_gives_up_on_a_deployment_in_trouble(deploy: Deploy, clock: Clock) -> None:
    deployment = deploy("down")
    with pytest.raises(Stopped, match="30 answers in a row were server errors"):
        ask(deployment, clock, 100)
    assert len(deployment.seen) == 5 + RUN + 1, "the last one asked for another list"


def test_one_operation_in_trouble_ends_nothing(deploy: Deploy, clock: Clock) -> None:
    deployment = deploy("accounts down")
    ask(deployment, clock, 100)
    assert len([seen for seen in deployment.seen if "accounts" not in seen.path]) == 95 // RUN


def test_rate(deploy: Deploy, clock: Clock) -> None:
    ask(deploy(), clock, 11, rate=20)
    assert clock.now == pytest.approx(10 / 20)


def test_budget(deploy: Deploy, clock: Clock) -> None:
    deployment = deploy()
    with pytest.raises(Stopped, match="the budget of 7 requests is used up"):
        ask(deployment, clock, 100, max_requests=7)
    assert len(deployment.seen) == 7


def test_run_out_of_budget_has_no_verdict_and_leaves_nothing(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(3)
    before = deployment.store.snapshot()
    outcome = check(deployment.base_url, "--max-requests", "90")
    assert outcome.status == 2
    assert outcome.err.splitlines()[-1] == "Error: the budget of 90 requests is used up"
    assert any(seen.method == "POST" for seen in deployment.seen)
    assert deployment.store.snapshot() == before


@pytest.mark.parametrize("fault", ["busy", "down"])
def test_run_against_a_deployment_in_trouble_has_no_verdict(deploy: Deploy, check: Check, fault: str) -> None:
    deployment = deploy(fault)
    deployment.populate(3)
    outcome = check(deployment.base_url, "--max-examples", "1")
    assert outcome.status == 2
    assert "deployment" in outcome.err.splitlines()[-1]
    assert len(deployment.seen) < 200


def test_run_goes_on_where_one_operation_fails(deploy: Deploy, check: Check) -> None:
    deployment = deploy("one account down")
    outcome = check(deployment.base_url, "--operation=accounts_get", "--max-examples", "20")
    assert outcome.status == 1, outcome.err
    assert ("accounts_get", "not_a_server_error") in outcome.failures


@pytest.mark.parametrize(
    ("fault", "limit"),
    [pytest.param("hang", 2, marks=pytest.mark.slow), ("flood", 60)],
)
def test_answer_without_end_is_a_failure_of_its_operation(
    deploy: Deploy, check: Check, fault: str, limit: int
) -> None:
    options = ["--operation=accounts_get", "--max-examples=5", f"--timeout={limit}"]
    outcome = check(deploy(fault).base_url, *options)
    assert outcome.status == 1, outcome.out
    results = json.loads((outcome.reports / "results.json").read_text())
    failed = [result for result in results["checks"] if result["status"] == "fail"]
    [unanswered] = [result for result in failed if result["id"] == "schemathesis.answers"]
    assert unanswered["operations"] == ["accounts_get"]
    complaints = {"hang": "no complete answer within 2 s", "flood": "the answer has more than 64 MiB"}
    assert complaints[fault] in json.dumps(failed)
