"""Pages that nobody wrote code for keep the rules that hold for every operation."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.conftest import Contract, running_mock

import contextio_contract.contract
from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures.mailbox import mailboxes
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target

KEY, SECRET = "checked-key", "checked-secret"


@pytest.mark.parametrize("described", ["designed", pytest.param("drafted", marks=pytest.mark.slow)])
def test_rules_of_every_operation_hold(request: pytest.FixtureRequest, described: str) -> None:
    bundle: dict[str, Any] = copy.deepcopy(request.getfixturevalue(described))
    if described == "drafted":  # its author says which field names an address, so that each has another one
        bundle["paths"]["/accounts/{id}/addresses"]["x-resource"]["mark"] = "email_address"
    contract = contextio_contract.contract.Contract(bundle)
    written = contextio_contract.contract.Contract(Contract().bundle).operations
    new = contract.operations.keys() - written
    with running_mock(bundle, {KEY: SECRET}) as live:
        target = Target(f"{live.origin}/2.0", KEY, SECRET)
        gateway = Gateway(target, Guard(contract, Mode.SANDBOX, "cio-0123456789ab"))
        assert survey(gateway, pages=3)
        checks = [check for check in all_checks(contract) if not check.operations]
        with mailboxes(target) as mailbox:
            results = run_checks(checks, gateway, mailbox, Rulebook(), chosen=new, seed=1)
    assert len(results) > 5
    failed = [each for each in results if each.status is Status.FAIL]
    assert not failed, [(each.id, f.expected, f.received) for each in failed for f in each.failures]
    assert [each.id for each in results if each.status is Status.ERROR] == []
