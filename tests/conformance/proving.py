"""Checks made on a deployment with a fault: on our own server, and on the independent deployment."""

from __future__ import annotations

import contextlib
import copy
import io
import secrets
from typing import TYPE_CHECKING, Any, Protocol
from unittest import mock
from unittest.mock import MagicMock

from tests.conformance import lifecycle_faults  # noqa: F401 - it adds to what is derived
from tests.conformance.deployment import Deployment, serving
from tests.conformance.derived_faults import derived_faults
from tests.conformance.faults import FAULTS
from tests.conformance.faulty_server import KEYS, faulty_server
from tests.conformance.independent import (  # noqa: F401 - they add to FLAWS
    account_flaws,
    callback_flaws,
    change_flaws,
    creation_flaws,
    elsewhere_flaws,
    form_flaws,
    key_flaws,
    list_flaws,
    mail_flaws,
    request_flaws,
    signature_flaws,
    source_flaws,
    token_flaws,
)
from tests.conformance.independent.flaw import FLAWS
from tests.conformance.key_faults import key_faults
from tests.descriptions import resolve_once

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.pages import callbacks
from contextio_contract.conformance.checks.run import EXAMPLES, run_checks
from contextio_contract.conformance.fixtures.mailbox import NOBODY, mailboxes
from contextio_contract.conformance.process.supervision import Supervisor
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety.clean_up import cleaned_up
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.second_key import open_second
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.mock.app import create_mock
from contextio_contract.server.pages import page_handlers
from contextio_contract.server.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from typing import TypeAlias

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.fixtures.mailbox import Mailbox
    from contextio_contract.conformance.results import CheckResult
    from contextio_contract.conformance.wire.target import Target
    from contextio_contract.contract import Contract

    Open: TypeAlias = Callable[[], AbstractContextManager["Bench"]]


def is_served(check: str) -> bool:
    """Whether our own server can show what a derived check is about."""
    return CONTRACT.expectations[check].operation.id in SERVED and check not in UNSERVED


CONTRACT = resolve_once().contract
CHECKS = {check.id: check for check in all_checks(CONTRACT)}
SERVED = page_handlers(MagicMock(spec=Services)).keys()
"""The operations that our own server implements; it answers the others with 501."""
UNSERVED = {"sources_delete.takes-children"}
"""What our own server cannot show: it has nothing that lies in a source."""
UNSEEN = {"threads_list.filter.bcc", "threads_list.filtered-window.bcc"}
"""What the story of the mock cannot show: no mail of Gmail there has a blind copy."""
DERIVED = tuple(derived_faults(CONTRACT))
SERVER_FAULTS = (*FAULTS, *(each for each in DERIVED if is_served(each.check)))
MOCK_FAULTS = (
    *(each for each in DERIVED if not is_served(each.check) and each.check not in UNSEEN),
    *key_faults(CONTRACT),
)
ACCOUNTS = 101
"""Accounts of others on the server: more than a page holds."""


class Fault(Protocol):
    """A way to break a deployment, and the check that must find it."""

    @property
    def check(self) -> str: ...

    @property
    def name(self) -> str: ...


class Breakable(Protocol):
    """A deployment that can be broken by faults of its own kind."""

    @property
    def target(self) -> Target: ...

    def break_by(self, fault: Any) -> None: ...


class Red(Exception):  # noqa: N818 - ends a run
    """A check failed."""


class UntilRed:
    """Progress that ends a run at the first check that fails."""

    def phase(self, name: str, total: int | None) -> None: ...

    def step(self, requests: int, failures: int) -> None:
        del requests
        if failures:
            raise Red


class Bench:
    """A deployment with resources of others, and a mailbox, for checks with one fault after another."""

    def __init__(
        self,
        contract: Contract,
        server: Breakable,
        mailbox: Callable[[], Mailbox],
        *,
        ends_with_run: bool = False,
    ) -> None:
        self.contract, self.server, self.mailbox = contract, server, mailbox
        # A run that ends with its data is one on the mock, which does nothing that the description lacks.
        self._checks = {
            check.id: check
            for check in all_checks(contract)
            if check.is_derived or not check.operations or not ends_with_run
        }
        self._ends_with_run = ends_with_run
        surveyed = self._gateway()
        assert survey(surveyed, pages=10)
        self._ledger = surveyed.guard.ledger

    def make(self, check: str, fault: Fault | None, seed: int = 42) -> CheckResult:
        """Make one check alone."""
        [result] = self._run([self._checks[check]], fault, seed)
        return result

    def make_until_red(
        self,
        fault: Fault | None,
        seed: int = 42,
        examples: int = EXAMPLES,
        is_chosen: Callable[[Check], bool] = lambda _: True,
    ) -> list[CheckResult]:
        """Make all checks, or those that are chosen, in the order of a run, up to the first that fails."""
        return self._run([*filter(is_chosen, self._checks.values())], fault, seed, examples)

    def _run(
        self, checks: Sequence[Check], fault: Fault | None, seed: int, examples: int = EXAMPLES
    ) -> list[CheckResult]:
        gateway = self._gateway()
        gateway.guard.ledger = copy.deepcopy(self._ledger)
        results: list[CheckResult] = []
        with contextlib.redirect_stderr(io.StringIO()), cleaned_up(gateway), waiting_for(fault):
            self.server.break_by(fault)
            with contextlib.suppress(Red):
                run_checks(
                    checks,
                    gateway,
                    self.mailbox,
                    Rulebook(),
                    seed=seed,
                    examples=examples,
                    supervisor=Supervisor(gateway, UntilRed()),
                    results=results,
                )
            self.server.break_by(None)
        return results

    def _gateway(self) -> Gateway:
        guard = Guard(self.contract, Mode.SANDBOX, f"cio-{secrets.token_hex(6)}")
        guard.ends_with_run = self._ends_with_run
        gateway = Gateway(self.server.target, guard)
        open_second(gateway, self.server.target)
        return gateway


@contextlib.contextmanager
def waiting_for(fault: Fault | None) -> Iterator[None]:
    """Let checks wait for callbacks as long as in a run, but briefly where a flaw leaves one out."""
    if fault and fault.name in callback_flaws.UNTOLD:
        with mock.patch.object(callbacks, "WITHIN", 3.0):
            yield
    else:
        yield


def populate(target: Target, accounts: int = ACCOUNTS) -> None:
    """Let others have accounts and a token."""
    gateway = Gateway(target, Guard(CONTRACT, Mode.DISPOSABLE, "cio-000000000000"))
    for number in range(accounts):
        assert gateway.ask("POST", "/accounts", data={"email": f"{number}@example.com"}).ok
    assert gateway.ask("POST", "/connect_tokens", data={"callback_url": "http://127.0.0.1:9/"}).ok


@contextlib.contextmanager
def server_bench(accounts: int = ACCOUNTS) -> Iterator[Bench]:
    """Open a bench with our own server, on which others have so many accounts."""
    with faulty_server(CONTRACT) as server, mailboxes(server.target) as mailbox:
        populate(server.target, accounts)
        yield Bench(CONTRACT, server, mailbox)


@contextlib.contextmanager
def mock_bench(contract: Contract = CONTRACT) -> Iterator[Bench]:
    """Open a bench with the mock, which has the story of the examples."""
    with faulty_server(contract, create_mock(KEYS, contract)) as server:
        yield Bench(contract, server, lambda: NOBODY, ends_with_run=True)


@contextlib.contextmanager
def independent_bench() -> Iterator[Bench]:
    """Open a bench with the independent deployment."""
    deployment = Deployment(CONTRACT.bundle)
    with serving(deployment), mailboxes(deployment.target) as mailbox:
        deployment.pages.mail.tell(CONTRACT.bundle)
        populate(deployment.target)
        yield Bench(CONTRACT, deployment, mailbox)


BENCHES: Sequence[tuple[Open, Sequence[Fault]]] = (
    (server_bench, SERVER_FAULTS),
    (mock_bench, MOCK_FAULTS),
    (independent_bench, FLAWS),
)
"""Ways to open a bench, each with the faults of its deployment."""
