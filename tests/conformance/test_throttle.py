"""How fast a run asks, how much, and when it leaves a deployment alone."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.conformance.conftest import CONTRACT, KEYS
from tests.conformance.deployment import KEY, SECRET

from contextio_contract.cli.conformance import conformance
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire import transport
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target
from contextio_contract.conformance.wire.throttle import RUN, Stopped, Throttle

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy
    from tests.conformance.deployment import Deployment


def open_gateway(deployment: Deployment, throttle: Throttle | None = None) -> Gateway:
    guard = Guard(CONTRACT, Mode.SANDBOX, "cio-000000000000")
    return Gateway(Target(deployment.base_url, KEY, SECRET), guard, throttle)


def elapsed(gateway: Gateway, number: int, path: str = "/accounts") -> float:
    """Seconds that a number of requests take."""
    begun = time.monotonic()
    for _ in range(number):
        gateway.ask("GET", path)
    return time.monotonic() - begun


def test_what_is_turned_away_is_sent_again_when_the_deployment_says(deploy: Deploy) -> None:
    deployment = deploy("busy at first")
    assert 2 <= elapsed(open_gateway(deployment), 1) < 5, "Retry-After: 1, twice"
    assert len(deployment.seen) == 3


def test_after_an_error_it_waits_as_long_as_the_deployment_says(deploy: Deploy) -> None:
    deployment = deploy("unavailable once")
    assert 1 <= elapsed(open_gateway(deployment), 1) < 3
    assert len(deployment.seen) == 1, "an answer it is all the same"


@pytest.mark.parametrize(("fault", "sent"), [("busy", 5 + 4), ("busy for long", 5 + 1)])
def test_it_gives_up_on_a_deployment_that_keeps_turning_it_away(
    deploy: Deploy, fault: str, sent: int
) -> None:
    deployment = deploy(fault)
    gateway = open_gateway(deployment)
    elapsed(gateway, 5)
    for _ in range(2):
        with pytest.raises(Stopped, match="turns requests away"):
            gateway.ask("GET", "/accounts")
    assert len(deployment.seen) == sent, "and asks it no more"


def test_it_gives_up_on_a_deployment_in_trouble(deploy: Deploy) -> None:
    deployment = deploy("down")
    gateway = open_gateway(deployment)
    with pytest.raises(Stopped, match="30 answers in a row were server errors"):
        elapsed(gateway, 100)
    assert len(deployment.seen) == 5 + RUN + 1, "the last one asked for another list"


def test_one_operation_in_trouble_ends_nothing(deploy: Deploy) -> None:
    deployment = deploy("accounts down")
    elapsed(open_gateway(deployment), 100)
    assert [seen.path[2] for seen in deployment.seen].count("connect_tokens") == 95 // RUN


def test_rate(deploy: Deploy) -> None:
    assert elapsed(open_gateway(deploy(), Throttle(rate=20)), 11) >= 0.5


def test_budget(deploy: Deploy) -> None:
    deployment = deploy()
    gateway = open_gateway(deployment, Throttle(max_requests=7))
    with pytest.raises(Stopped, match="the budget of 7 requests is used up"):
        elapsed(gateway, 100)
    assert len(deployment.seen) == 7


def test_run_out_of_budget_has_no_verdict_and_leaves_nothing(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(3)
    before = deployment.snapshot()
    outcome = check(deployment.base_url, "--max-requests", "90")
    assert outcome.status == 2
    assert outcome.err.splitlines()[-1] == "Error: the budget of 90 requests is used up"
    assert any(seen.method == "POST" for seen in deployment.seen)
    assert deployment.snapshot() == before


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
    ("fault", "complaint"),
    [
        ("hang", "no complete answer within 0.5 s"),
        ("drip", "no complete answer within 0.5 s"),
        ("flood", "the answer has more than 8 MiB"),
    ],
)
def test_answer_without_end_is_a_failure_of_its_operation(
    deploy: Deploy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: str, complaint: str
) -> None:
    deployment = deploy(fault)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(transport, "TIME_LIMIT", 0.5)  # it would take a minute
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    begun = time.monotonic()
    outcome = CliRunner().invoke(
        conformance, ["--base-url", deployment.base_url, "--operation=accounts_get", "--max-examples=5"]
    )
    assert outcome.exit_code == 1, outcome.output
    results = json.loads(Path("reports/conformance/results.json").read_text())
    failed = [each for each in results["checks"] if each["status"] == "fail"]
    [told] = [each for each in failed if each["id"] == "schemathesis.answers"]
    assert told["operations"] == ["accounts_get"]
    assert complaint in json.dumps(failed)
    assert time.monotonic() - begun < 40
