"""Each check finds the faults that it is there for, and nothing on the whole server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conformance.faults import FAULTS, Fault, FaultyServer, faulty_server, populate
from tests.conformance.proving import CHECKS, made

from contextio_contract.conformance.fixtures.mailbox import mailboxes
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.conformance.fixtures.mailbox import Mailbox


@pytest.fixture(scope="module")
def server() -> Iterator[FaultyServer]:
    with faulty_server() as faulty:
        populate(faulty)
        yield faulty


@pytest.fixture(scope="module")
def mailbox(server: FaultyServer) -> Iterator[Callable[[], Mailbox]]:
    with mailboxes(server.target) as box:
        yield box


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}: {fault.name}")
def test_fault_is_found(server: FaultyServer, mailbox: Callable[[], Mailbox], fault: Fault) -> None:
    result = made(server, mailbox, fault.check, fault)
    server.break_by(None)
    assert result.status is Status.FAIL, (result.status, result.reason)
    assert result.failures[0].exchanges


@pytest.mark.parametrize("check", CHECKS)
def test_whole_server_passes(server: FaultyServer, mailbox: Callable[[], Mailbox], check: str) -> None:
    result = made(server, mailbox, check, None, seed=7)
    assert result.status is Status.PASS, (result.reason, result.failures)


def test_each_check_has_a_fault() -> None:
    assert {fault.check for fault in FAULTS} == set(CHECKS)
