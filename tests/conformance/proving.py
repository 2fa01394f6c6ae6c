"""What is shared by all that makes checks on a server with a fault."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from contextio_contract.conformance.guard import Guard, Mode
from contextio_contract.conformance.operations import Operations
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.rules import all_checks
from contextio_contract.conformance.rules_run import run_rules
from contextio_contract.conformance.sandbox import survey
from contextio_contract.conformance.transport import Door
from contextio_contract.contract import load_bundle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.faults import Fault, FaultyServer

    from contextio_contract.conformance.mailbox import Mailbox
    from contextio_contract.conformance.results import CheckResult

CHECKS = {check.id: check for check in all_checks()}


def open_door(server: FaultyServer, fault: Fault | None) -> Door:
    """Break the server, with a run that knows what was there before."""
    operations = Operations(load_bundle())
    door = Door(server.target, Guard(operations, Mode.SANDBOX, f"cio-{secrets.token_hex(6)}"))
    server.break_by(None)
    assert survey(door, operations, pages=10)
    server.break_by(fault)
    return door


def made(
    server: FaultyServer, mailbox: Callable[[], Mailbox], check: str, fault: Fault | None, seed: int = 42
) -> CheckResult:
    """Make one check alone."""
    [result] = run_rules([CHECKS[check]], open_door(server, fault), mailbox, seed=seed)
    return result


def made_until_red(
    server: FaultyServer, mailbox: Callable[[], Mailbox], fault: Fault | None, seed: int = 42
) -> list[CheckResult]:
    """Make the checks in the order of a run, up to the first that fails."""
    door = open_door(server, fault)
    results: list[CheckResult] = []
    for number, check in enumerate(CHECKS.values()):
        door.guard.run_id = f"cio-{number:012x}"  # what a fault makes stay is in no other check's way
        results += run_rules([check], door, mailbox, seed=seed)
        if results[-1].status is Status.FAIL:
            break
    return results
