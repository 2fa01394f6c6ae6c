"""What is shared by all that makes checks on a server with a fault."""

from __future__ import annotations

import contextlib
import io
import secrets
from typing import TYPE_CHECKING

from tests.conformance.conftest import CONTRACT, RULEBOOK

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.safety.clean_up import cleaned_up
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.faults import Fault, FaultyServer

    from contextio_contract.conformance.fixtures.mailbox import Mailbox
    from contextio_contract.conformance.results import CheckResult

CHECKS = {check.id: check for check in all_checks()}


def open_gateway(server: FaultyServer, fault: Fault | None) -> Gateway:
    """Break the server, with a run that knows what was there before."""
    gateway = Gateway(server.target, Guard(CONTRACT, Mode.SANDBOX, f"cio-{secrets.token_hex(6)}"))
    server.break_by(None)
    assert survey(gateway, pages=10)
    server.break_by(fault)
    return gateway


def made(
    server: FaultyServer, mailbox: Callable[[], Mailbox], check: str, fault: Fault | None, seed: int = 42
) -> CheckResult:
    """Make one check alone."""
    gateway = open_gateway(server, fault)
    [result] = run_checks([CHECKS[check]], gateway, mailbox, RULEBOOK, seed=seed)
    clean_up(server, gateway)
    return result


def clean_up(server: FaultyServer, gateway: Gateway) -> None:
    """Mend the server and remove what the run made."""
    server.break_by(None)
    with contextlib.redirect_stderr(io.StringIO()), cleaned_up(gateway):
        pass


class Red(Exception):  # noqa: N818 - named for what it tells
    """A check failed."""


class UntilRed:
    """Progress that ends a run at the first check that fails."""

    def phase(self, name: str, total: int | None) -> None: ...

    def step(self, cases: int, failures: int) -> None:
        del cases
        if failures:
            raise Red


def made_until_red(
    server: FaultyServer, mailbox: Callable[[], Mailbox], fault: Fault | None, seed: int = 42
) -> list[CheckResult]:
    """Make the checks in the order of a run, up to the first that fails."""
    gateway = open_gateway(server, fault)
    results: list[CheckResult] = []
    with contextlib.suppress(Red):
        run_checks(all_checks(), gateway, mailbox, RULEBOOK, seed=seed, progress=UntilRed(), results=results)
    clean_up(server, gateway)
    return results
