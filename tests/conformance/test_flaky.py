"""What a gateway fails is sent again and noted, and a check that it disturbs is not believed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.conftest import RULEBOOK
from tests.conformance.front import PASS, RESET, at, in_front_of
from tests.conformance.patience import open_gateway

from contextio_contract.conformance.checks.registry import Check as RuleCheck
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.verdict.undecided import RESENT, notes_on_requests

if TYPE_CHECKING:
    from tests.conformance.conftest import Deploy
    from tests.conformance.deployment import Deployment
    from tests.conformance.front import Behave, Front

    from contextio_contract.conformance.checks.steps import Deployment as Checked
    from contextio_contract.conformance.fixtures.mailbox import Mailbox

FORM = {"email": "cio-000000000000@example.com"}


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


def test_where_many_are_sent_again_an_operation_may_fail_longer(deployment: Deployment) -> None:
    with in_front_of(deployment, at({2, 4, 6, *range(8, 8 + 5)}, 502)):
        gateway = open_gateway(deployment)
        statuses = [gateway.ask("GET", "/accounts").status_code for _ in range(5)]
    assert statuses == [200] * 5, "by chance, three in a row fail in one of ten runs over a gateway of 5 %"


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


def test_what_a_gateway_calls_its_page_is_not_quoted(deployment: Deployment) -> None:
    with in_front_of(deployment, at({2}, 502)) as front:
        front.kind = "text/html of ada@example.com"
        gateway = open_gateway(deployment)
        gateway.ask("GET", "/accounts")
        gateway.ask("GET", "/accounts")
    [note] = notes_on_requests(gateway)
    assert "(502 of an odd media type)" in note


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
