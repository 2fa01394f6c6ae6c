"""Each check finds the faults that it is there for, and nothing on a deployment without faults."""

from __future__ import annotations

from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance import faulty_server
from tests.conformance.independent.flaw import FLAWS
from tests.conformance.proving import (
    CHECKS,
    CONTRACT,
    MOCK_FAULTS,
    SERVED,
    SERVER_FAULTS,
    UNSEEN,
    UNSERVED,
    Bench,
    independent_bench,
    mock_bench,
    server_bench,
)

from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conformance.faulty_server import Exchange
    from tests.conformance.proving import Fault, Open

EACH_FLAW = {flaw.classes: flaw for flaw in FLAWS}.values()
"""Each flaw once; that several checks find one is left to `make faults`."""


def cases() -> Iterator[Any]:
    """Yield each fault with its bench; those of a kind that came before are slow."""
    seen = set()
    every: list[tuple[Open, Fault]] = [
        *((server_bench, fault) for fault in SERVER_FAULTS),
        *((mock_bench, fault) for fault in MOCK_FAULTS),
        *((independent_bench, flaw) for flaw in EACH_FLAW),
    ]
    for opening, fault in every:
        expectation = CONTRACT.expectations.get(fault.check)
        kind = expectation.kind if expectation else fault.check
        marks = [pytest.mark.slow] if kind in seen else []
        yield pytest.param(opening, fault, marks=marks)
        seen.add(kind)


@pytest.fixture(scope="session")
def opened() -> Iterator[Callable[[Open], Bench]]:
    """Open each bench at most once, when it is first asked for."""
    with ExitStack() as stack:
        yield cache(lambda opening: stack.enter_context(opening()))


@pytest.mark.parametrize(
    ("opening", "fault"),
    list(cases()),
    ids=lambda value: f"{value.check}: {value.name}" if hasattr(value, "check") else value.__name__,
)
def test_check_finds_fault(opened: Callable[[Open], Bench], opening: Open, fault: Fault) -> None:
    result = opened(opening).make(fault.check, fault)
    assert result.status is Status.FAIL, (result.status, result.reason)
    assert result.failures[0].exchanges


@pytest.mark.parametrize("seed", [4, 5])
def test_values_that_are_forgotten_show_with_the_first_form_that_is_drawn(
    opened: Callable[[Open], Bench], seed: int
) -> None:
    check = "webhooks_create_application.reads-back"
    fault = next(each for each in MOCK_FAULTS if each.check == check and "forgotten" in each.name)
    result = opened(mock_bench).make(check, fault, seed)
    assert result.status is Status.FAIL, (result.status, result.reason)
    assert result.requests < 10, "what others have, the creation, a read, a list"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("check", "is_shown", "status"),
    [
        pytest.param(
            "webhooks_create.reads-back", lambda _: False, Status.NOT_EXERCISED, id="created, never"
        ),
        pytest.param("webhooks_create.reads-back", bool, Status.PASS, id="created, if set"),
        pytest.param(
            "webhooks_update.only-its-fields", lambda _: False, Status.NOT_EXERCISED, id="changed, never"
        ),
        pytest.param("webhooks_update.only-its-fields", bool, Status.NOT_EXERCISED, id="changed, if set"),
    ],
)
def test_optional_fields_may_be_missing(
    opened: Callable[[Open], Bench], check: str, is_shown: Callable[[Any], bool], status: Status
) -> None:
    required = CONTRACT.schemas["Webhook"].required

    def leave_out(exchange: Exchange) -> None:
        for webhook in exchange.objects:
            for name in [name for name in webhook if name not in required and not is_shown(webhook[name])]:
                del webhook[name]

    fault = faulty_server.Fault(check, "optional fields are missing", "GET", ".*/webhooks.*", None, leave_out)
    result = opened(mock_bench).make(check, fault)
    assert result.status is status, (result.reason, result.failures)


@pytest.mark.slow
@pytest.mark.timeout(600)  # a whole run, on a machine that may be busy
@pytest.mark.parametrize("opening", [server_bench, independent_bench])
def test_checks_pass_without_a_fault(opened: Callable[[Open], Bench], opening: Open) -> None:
    results = opened(opening).make_until_red(None, seed=7, examples=1)
    # The independent deployment has pages about mail as well, and some of their checks find nothing to use.
    opening_status = "not exercised" if opening is server_bench else "pass"
    lacking = {
        check.id for check in CHECKS.values() if check.operations and not {*check.operations} <= SERVED
    }
    lacking |= UNSERVED
    wrong = {
        each.id: (each.status, each.reason, each.failures)
        for each in results
        if each.status not in ({"not exercised", opening_status} if each.id in lacking else {"pass"})
    }
    assert not wrong
    assert {result.id for result in results} == set(CHECKS)


def test_each_check_has_a_fault() -> None:
    every: list[Fault] = [*SERVER_FAULTS, *MOCK_FAULTS, *FLAWS]
    assert {fault.check for fault in every} == set(CHECKS) - UNSEEN


def test_each_kind_of_derived_check_has_a_flaw_of_the_independent_deployment() -> None:
    found = {flaw.check for flaw in FLAWS}
    expectations = CONTRACT.expectations
    kinds = {each.kind for each in expectations.values() if each.operation.id in SERVED}
    assert {expectations[check].kind for check in found if check in expectations} >= kinds
    assert {check.id for check in CHECKS.values() if not check.operations} <= found


def test_no_fault_is_there_twice() -> None:
    breakages: list[Any] = [
        (fault.check, fault.method, fault.path, fault.before, fault.after)
        for fault in (*SERVER_FAULTS, *MOCK_FAULTS)
    ]
    breakages += [(flaw.check, flaw.classes) for flaw in FLAWS]
    assert len(set(breakages)) == len(breakages)
