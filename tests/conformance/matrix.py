"""Print the table of faults: whether the rules find each, by which checks, after how many requests."""

from __future__ import annotations

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

SEEDS = 20


def rules_on(server: FaultyServer, fault: Fault | None, seed: int) -> list[CheckResult]:
    operations = Operations(load_bundle())
    door = Door(server.target, Guard(operations, Mode.SANDBOX, "cio-0123456789ab"))
    server.break_by(None)
    survey(door, operations, pages=10)
    server.break_by(fault)
    with mailboxes(server.target) as mailbox:
        return run_rules(all_checks(), door, mailbox, seed=seed)


@pytest.mark.timeout(1800)
def test_matrix() -> None:
    missed = alarms = 0
    with faulty_server() as server:
        populate(server)
        for fault in FAULTS:
            results = rules_on(server, fault, 42)
            red = [result.id for result in results if result.status is Status.FAIL]
            spent = 0
            for result in results:
                spent += result.requests
                if result.status is Status.FAIL:
                    break
            found = fault.check in red
            missed += not found
            verdict = f"found after {spent}" if found else "MISSED"
            print(f"{fault.check}: {fault.name}: {verdict} ({', '.join(red)})", flush=True)  # noqa: T201
        for seed in range(SEEDS):
            results = rules_on(server, None, seed)
            alarms += any(result.status is not Status.PASS for result in results)
    print(  # noqa: T201
        f"faults: {len(FAULTS) - missed} of {len(FAULTS)} found; "
        f"{alarms} of {SEEDS} seeds gave a false alarm on the whole server"
    )
    assert not missed
    assert not alarms
