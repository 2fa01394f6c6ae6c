"""Each check finds the faults that it is there for, and nothing on the whole server."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from tests.conformance.faults import FAULTS, Fault, FaultyServer, faulty_server, populate

from contextio_contract.conformance.guard import Guard, Mode
from contextio_contract.conformance.mailbox import mailboxes
from contextio_contract.conformance.operations import Operations
from contextio_contract.conformance.results import CheckResult, Status
from contextio_contract.conformance.rules import all_checks
from contextio_contract.conformance.rules_run import run_rules
from contextio_contract.conformance.sandbox import survey
from contextio_contract.conformance.transport import Door
from contextio_contract.contract import load_bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.conformance.mailbox import Mailbox

CHECKS = {check.id: check for check in all_checks()}


@pytest.fixture(scope="module")
def server() -> Iterator[FaultyServer]:
    with faulty_server() as faulty:
        populate(faulty)
        yield faulty


@pytest.fixture(scope="module")
def mailbox(server: FaultyServer) -> Iterator[Callable[[], Mailbox]]:
    with mailboxes(server.target) as box:
        yield box


def result_of(
    server: FaultyServer, mailbox: Callable[[], Mailbox], check: str, seed: int = 42
) -> CheckResult:
    operations = Operations(load_bundle())
    door = Door(server.target, Guard(operations, Mode.SANDBOX, f"cio-{secrets.token_hex(6)}"))
    fault, server.fault = server.fault, None
    assert survey(door, operations, pages=10)
    server.fault = fault
    [result] = run_rules([CHECKS[check]], door, mailbox, seed=seed)
    return result


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}: {fault.name}")
def test_fault_is_found(server: FaultyServer, mailbox: Callable[[], Mailbox], fault: Fault) -> None:
    server.break_by(fault)
    result = result_of(server, mailbox, fault.check)
    server.break_by(None)
    assert result.status is Status.FAIL, (result.status, result.reason)
    assert result.failures[0].exchanges


@pytest.mark.parametrize("check", CHECKS)
def test_whole_server_passes(server: FaultyServer, mailbox: Callable[[], Mailbox], check: str) -> None:
    server.break_by(None)
    result = result_of(server, mailbox, check, seed=7)
    assert result.status is Status.PASS, (result.reason, result.failures)


def test_each_check_has_a_fault() -> None:
    assert {fault.check for fault in FAULTS} == set(CHECKS)
