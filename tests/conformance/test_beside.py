"""Property tests go beside the checks on our own server, and neither disturbs the other."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import KEY, SECRET
from tests.conformance.patience import open_gateway

from contextio_contract.conformance.process.background import in_background
from contextio_contract.conformance.safety.beside import open_beside
from contextio_contract.conformance.wire.target import Target

if TYPE_CHECKING:
    from tests.conformance.conftest import Deploy

DELETION = CONTRACT.operations["accounts_delete"]


def test_neither_way_changes_what_the_other_one_created(deploy: Deploy) -> None:
    deployment = deploy()
    gateway = open_gateway(deployment)
    beside = open_beside(gateway, Target(deployment.base_url, KEY, SECRET))
    for one, other in ((gateway, beside), (beside, gateway)):
        created = one.ask("POST", "/accounts", data={"email": "cio-000000000000@example.com"}).json()["id"]
        assert other.ask("DELETE", f"/accounts/{created}").status_code == 404
        assert other.kept == 1, "it was not sent"
        assert other.guard.aim(DELETION, {"id": created})["id"] != created
        assert one.guard.aim(DELETION, {"id": created})["id"] == created
        assert one.ask("DELETE", f"/accounts/{created}").ok
        assert gateway.guard.ledger.has_created(("accounts", created)), "reports know it as the run's"


def test_what_work_raises_is_raised_where_it_is_waited_for() -> None:
    def fail() -> None:
        message = "of the work"
        raise LookupError(message)

    turn = sys.getswitchinterval()
    with pytest.raises(LookupError, match="of the work"), in_background(fail, lambda: None) as background:
        background.wait()
    assert sys.getswitchinterval() == turn


def test_waiting_ends_when_something_holds() -> None:
    may_end, begun = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        may_end.wait()

    with in_background(work, lambda: None) as background:
        background.wait(begun.is_set)
        may_end.set()


def test_user_that_stops_a_run_halts_the_work() -> None:
    halted = threading.Event()
    with pytest.raises(KeyboardInterrupt), in_background(halted.wait, halted.set):
        raise KeyboardInterrupt
