"""A deployment that dies, hangs or is hidden by its gateway is one finding; what is flaky is not blamed."""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.clock import Clock
from tests.conformance.conftest import CONTRACT, RULEBOOK
from tests.conformance.deployment import KEY, SECRET
from tests.conformance.front import DIE, HANG, PASS, RESET, in_front_of

from contextio_contract.conformance.checks.registry import Check as RuleCheck
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.verdict.undecided import RESENT, notes_on_requests
from contextio_contract.conformance.wire.connection import Connection
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.conformance.wire.throttle import Stopped, Throttle
from contextio_contract.conformance.wire.transport import NoAnswer, TooLarge

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy, Outcome
    from tests.conformance.deployment import Deployment
    from tests.conformance.front import Behave, Front

    from contextio_contract.conformance.checks.steps import Deployment as Checked
    from contextio_contract.conformance.fixtures.mailbox import Mailbox

FORM = {"email": "cio-000000000000@example.com"}


def open_gateway(deployment: Deployment, connection: Connection | None = None) -> Gateway:
    """Return a gateway that waits for nothing."""
    clock = Clock()
    guard = Guard(CONTRACT, Mode.SANDBOX, "cio-000000000000")
    target = Target(deployment.base_url, KEY, SECRET, connection=connection or Connection())
    return Gateway(target, guard, Throttle(clock=clock, sleep=clock.sleep))


def at(numbers: set[int], what: str | int, *methods: str) -> Behave:
    """Misbehave at these requests, if they have one of the methods."""
    return lambda number, method: what if number in numbers and method in (methods or (method,)) else PASS


def after(number: int, what: str | int) -> Behave:
    return lambda current, _: what if current > number else PASS


@pytest.fixture
def deployment(deploy: Deploy) -> Deployment:
    return deploy()


@pytest.mark.parametrize(("what", "sign"), [(502, "502 text/html"), (RESET, "a closed connection")])
def test_a_read_that_a_gateway_failed_is_made_again_and_noted(
    deployment: Deployment, what: str | int, sign: str
) -> None:
    with in_front_of(deployment, at({2, 3}, what)):
        gateway = open_gateway(deployment)
        statuses = [gateway.ask("GET", "/accounts").status_code for _ in range(8)]
    assert statuses == [200] * 8
    assert [*notes_on_requests(gateway)] == [
        f"flaky: 2 of 10 requests (20.0%) got no answer of the deployment ({sign}), and were sent again"
    ]


def test_each_attempt_has_a_signature_of_its_own(deployment: Deployment) -> None:
    with in_front_of(deployment, at({1}, 502)) as front:
        open_gateway(deployment).ask("GET", "/accounts")
    first, second = (headers["Authorization"] for _, _, headers in front.seen)
    assert first != second, "a deployment may refuse a nonce that it has seen"


def test_an_error_in_json_is_an_answer(deploy: Deploy) -> None:
    deployment = deploy("unavailable once")
    gateway = open_gateway(deployment)
    assert gateway.ask("GET", "/accounts").status_code == 500
    assert not gateway.retries.failed


def test_an_operation_that_a_gateway_always_fails_is_at_fault(deployment: Deployment) -> None:
    with in_front_of(deployment) as front:
        gateway = open_gateway(deployment)
        gateway.ask("GET", "/accounts")
        front.behave = lambda *_: 502 if front.seen[-1][1].startswith("/2.0/connect_tokens") else PASS
        assert gateway.ask("GET", "/connect_tokens").status_code == 502
        assert gateway.ask("GET", "/accounts").status_code == 200, "and the run goes on"
    assert [path for _, path, _ in front.seen].count("/2.0/connect_tokens") == 3


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


@pytest.mark.parametrize("done", [False, True])
def test_a_creation_that_a_gateway_failed_is_removed_all_the_same(
    deployment: Deployment, *, done: bool
) -> None:
    with in_front_of(deployment, at({2}, 502), done=done):
        gateway = open_gateway(deployment)
        gateway.ask("GET", "/accounts")
        created = gateway.ask("POST", "/accounts", data=FORM)
    assert created.status_code == 201
    assert gateway.may_have_lost, "the first attempt may have made another one"
    assert gateway.trail.is_uncertain


def made(deployment: Deployment, behave: Behave, run: Any) -> tuple[Any, Front]:
    """Return the result of a check that is made behind a gateway."""
    check = RuleCheck("a", "accounts", "A.", ("accounts_create",), (), False, {}, run)

    def no_mailbox() -> Mailbox:
        message = "there is none"
        raise NotExercised(message)

    with in_front_of(deployment, behave) as front:
        [result] = run_checks([check], open_gateway(deployment), no_mailbox, RULEBOOK, seed=1)
    return result, front


def failing_at_first(times: int) -> Any:
    """Return a check that writes, and fails so many times."""
    calls = count(1)

    def run(deployment: Checked) -> None:
        deployment["accounts"].post(**FORM)
        if next(calls) <= times:
            raise Unmet("one", "two")  # noqa: EM101 - what a check raises

    return run


def test_a_failure_after_a_write_that_a_gateway_failed_is_not_believed(
    deployment: Deployment,
) -> None:
    result, front = made(deployment, at({1}, 502, "POST"), failing_at_first(1))
    assert (result.status, result.failures) == (Status.PASS, [])
    assert [method for method, _, _ in front.seen].count("POST") == 3
    assert result.requests == 3, "also those of the first time"


def test_a_failure_is_believed_when_its_writes_are_answered(deployment: Deployment) -> None:
    result, _ = made(deployment, at({1}, 502, "POST"), failing_at_first(2))
    assert (result.status, result.reason) == (Status.FAIL, "")


def test_a_check_whose_writes_a_gateway_keeps_failing_stays_undecided(deployment: Deployment) -> None:
    turns = count(1)
    result, _ = made(
        deployment,
        lambda _, method: 502 if method == "POST" and next(turns) % 2 else PASS,
        failing_at_first(9),
    )
    assert (result.status, result.reason, result.failures) == (Status.NOT_EXERCISED, RESENT, [])


def results(outcome: Outcome) -> Any:
    return json.loads((outcome.reports / "results.json").read_text())


@pytest.mark.parametrize("what", [DIE, 502])
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


def test_a_run_that_is_turned_away_says_so_and_names_a_rate(deployment: Deployment) -> None:
    with in_front_of(deployment, at({2, 5}, 429)):
        gateway = open_gateway(deployment)
        for _ in range(5):
            gateway.ask("GET", "/accounts")
    [note] = notes_on_requests(gateway)
    assert note == (
        "limited: the deployment turned 2 of 7 requests (28.6%) away (429); --rate 5.0 keeps below its limit"
    )
    [failure] = gateway.answers.failures["accounts_list"].values()
    assert failure.received == "status 429: the content type must be application/json"


@pytest.fixture
def large(deployment: Deployment) -> Deployment:
    """A deployment with 25,000 tokens, which no page divides."""
    token = {**deployment.pages.tokens.add(None, {"callback_url": "https://app.example.com/"})}
    deployment.tokens.clear()
    for number in range(25_000):
        name = f"{number:032x}"
        deployment.tokens[name] = {**token, "token": name}
    return deployment


def test_a_list_without_pages_may_be_long(large: Deployment) -> None:
    answer = open_gateway(large).ask("GET", "/connect_tokens")
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
