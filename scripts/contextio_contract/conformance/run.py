"""One run of the suite, from its options to its result."""

from __future__ import annotations

import secrets
import threading
import time
import traceback
from contextlib import nullcontext
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures import mailbox
from contextio_contract.conformance.process.background import in_background
from contextio_contract.conformance.process.signals import INTERRUPTED
from contextio_contract.conformance.process.supervision import Supervisor, collecting_seldom, without_files
from contextio_contract.conformance.properties.findings import Findings
from contextio_contract.conformance.reports.progress import LiveProgress
from contextio_contract.conformance.results import CheckResult, Part, RunResult
from contextio_contract.conformance.safety.beside import open_beside
from contextio_contract.conformance.safety.clean_up import cleaned_up, removal
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.mode import decide_mode, why_only_read
from contextio_contract.conformance.safety.second_key import open_second, survey_for_second
from contextio_contract.conformance.safety.survey import supply
from contextio_contract.conformance.settings.selection import Selection
from contextio_contract.conformance.verdict.empty_run import without_checks
from contextio_contract.conformance.verdict.parts import answer_results, excuse, parts
from contextio_contract.conformance.verdict.undecided import (
    leave_undecided,
    leave_unjudged,
    notes_on_requests,
)
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.reach import reach
from contextio_contract.conformance.wire.throttle import Throttle
from contextio_contract.contract import ContractError
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from contextio_contract.conformance.process.background import Background
    from contextio_contract.conformance.process.signals import Interruption
    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.conformance.wire.target import Target
    from contextio_contract.contract import Contract

OWN_WORKERS: Final = 2
"""How many checks are made at once on our own server, which works while the suite does."""


def run(  # noqa: PLR0913 - what a run has
    options: Options,
    contract: Contract,
    rulebook: Rulebook,
    *,
    interruption: Interruption,
    find_target: Callable[[], Target],
    earlier: Contract | None = None,
) -> RunResult:
    """Check a deployment and return what was found, also when the run was ended early.

    Args:
        options: what the user asked for.
        contract: the description that the deployment is held against.
        rulebook: the documented rules.
        interruption: whether the user stops the run.
        find_target: returns the deployment, once it is ready.
        earlier: the description that `--since` names.

    Raises:
        CannotRun: when there is no deployment to ask.
        KeyboardInterrupt: when the user stops the run before there is one.
    """
    selection = Selection(options, contract, rulebook, earlier)
    if unchanged := selection.why_unchanged():
        return without_checks(options, contract, unchanged=unchanged)
    named = mailbox.named(options.imap_host, options.imap_port, options.imap_username, ssl=options.imap_ssl)
    with without_files(), collecting_seldom():
        return _Run(options, find_target(), contract, interruption).result(selection, rulebook, named)


class _Run:
    """A run over one deployment."""

    def __init__(
        self, options: Options, deployment: Target, contract: Contract, interruption: Interruption
    ) -> None:
        self._options, self._deployment, self._interruption = options, deployment, interruption
        self._asked = Mode(options.mode) if options.mode else None
        self._started, self._clock = time.time(), time.monotonic()
        guard = Guard(contract, Mode.READ_ONLY, f"cio-{secrets.token_hex(6)}")
        self._gateway = Gateway(deployment, guard, Throttle(options.max_requests, options.rate))
        open_second(self._gateway, deployment)
        # The property tests have a way of their own where they go beside the checks.
        self._beside = self._gateway
        self._results: list[CheckResult] = []
        self._findings: Findings | None = None

    def result(self, selection: Selection, rulebook: Rulebook, named: mailbox.Mailbox | None) -> RunResult:
        """Make the checks and the property tests, and return what they found, however they ended.

        Args:
            selection: what to check.
            rulebook: the documented rules.
            named: the mailbox that the user names.
        """
        gateway, gave_up = self._gateway, ""
        try:
            self._make(selection, rulebook, named)
        except ContractError:
            raise
        except KeyboardInterrupt:
            gave_up = INTERRUPTED
        except CannotRun as reason:
            gave_up = reason.message
        except Exception as error:  # noqa: BLE001 - a defect of the suite is no verdict, and what it found counts
            gave_up = _own_fault(error)
        self._interruption.hold()
        if not self._findings:
            return self._result([], gave_up, {})
        checks, left_out = selection.checks()
        results = [*self._results, *selection.not_made(checks, self._results), *left_out]
        results += self._findings.results.values()
        results += answer_results(gateway, rulebook, selection.chosen, self._options.disable)
        leave_undecided(results, gateway.throttle.trouble_since)
        leave_unjudged(results, gateway.answers)
        excuse(results, gateway.contract, gateway.answers, selection.of_other_pages)
        chosen = parts(gateway.contract.operations, selection.chosen, gateway.answers)
        wanted = [result for result in results if selection.wants(result.id)]
        return self._result(wanted, gave_up, {} if self._options.rule else chosen)

    def _make(self, selection: Selection, rulebook: Rulebook, named: mailbox.Mailbox | None) -> None:
        """Make the checks and the property tests; what they find is kept, also when they are given up.

        Raises:
            CannotRun: when there is no usable deployment, nothing to check, or the run is given up.
            KeyboardInterrupt: when the user stops the run.
        """
        gateway, mode = self._gateway, self._reach(selection, named)
        checks, _ = selection.checks()
        described, names = gateway.contract.operations, selection.operations_to_test(mode)
        operations = [name for name in names if not gateway.guard.is_shared(described[name])]
        if not checks and not operations:
            message = f"nothing is to be checked: {selection.why_nothing(mode)}"
            raise CannotRun(message)
        workers = self._options.workers or (OWN_WORKERS if self._deployment.is_own else 1)
        if self._deployment.is_own and workers > 1:
            self._beside = open_beside(gateway, self._deployment)
        self._findings = Findings(self._beside, rulebook)
        if not named and self._options.mock:
            named = mailbox.NOBODY  # the mock opens no mailbox
        with (
            mailbox.mailboxes(self._deployment, named) as mailboxes,
            self._tidy(),
            LiveProgress() as progress,
        ):
            supervisor = Supervisor(gateway, progress, self._options.max_time, self._interruption)
            checks_made, properties_tested = threading.Event(), threading.Event()

            def wait_for_property_tests() -> None:
                checks_made.set()
                if self._beside is not gateway:
                    properties_tested.wait()

            def make_checks() -> None:
                run_checks(
                    checks,
                    gateway,
                    mailboxes,
                    rulebook,
                    chosen=selection.chosen,
                    seed=self._options.seed,
                    workers=workers,
                    supervisor=supervisor,
                    results=self._results,
                    wait_for_others=wait_for_property_tests,
                )

            with in_background(make_checks, lambda: gateway.throttle.halt(INTERRUPTED)) as background:
                try:
                    self._test_properties(operations, supervisor, background, checks_made)
                finally:
                    properties_tested.set()

    def _reach(self, selection: Selection, named: mailbox.Mailbox | None) -> Mode:
        """Find the deployment, and return what the run may do there.

        Raises:
            CannotRun: when there is no usable deployment.
        """
        gateway = self._gateway
        if named:
            gateway.hide(named.password)
        reach(gateway)
        mode = decide_mode(gateway, self._deployment, self._asked, selection.of_other_pages)
        gateway.guard.mode = mode
        survey_for_second(gateway, selection.of_other_pages)
        return mode

    def _test_properties(
        self,
        operations: Sequence[str],
        supervisor: Supervisor,
        checks: Background,
        checks_made: threading.Event,
    ) -> None:
        """Make the property tests of operations, as far as they are implemented.

        They come after the checks; on our own server beside them, once it is known what is implemented.
        """
        gateway = self._beside
        if gateway is self._gateway:
            checks.wait()
        else:
            if not self._options.mock:  # which implements everything
                checks.wait(lambda: checks_made.is_set() or all(map(gateway.answers.tells, operations)))
            supervisor = Supervisor(gateway, None, self._options.max_time, self._interruption)
        if not gateway.answers.succeeded.total():
            message = "no operation answers with success (2xx), so there is nothing to judge"
            raise CannotRun(message)
        implemented = [name for name in operations if not gateway.answers.lacks(name)]
        if implemented and self._findings:
            if gateway.guard.mode is not Mode.READ_ONLY:
                supply(gateway)
            # Only now, as schemathesis takes its time to be imported.
            from contextio_contract.conformance.properties.run import PropertyTests

            PropertyTests(gateway, self._findings, implemented, self._options).run(supervisor)

    def _result(
        self, results: list[CheckResult], gave_up: str, operations: dict[Part, list[str]]
    ) -> RunResult:
        gateway = self._gateway
        left = [] if self._deployment.is_own else gateway.guard.ledger.leftovers()
        result = RunResult(
            base_url=gateway.base_url,
            mode=gateway.guard.mode.value,
            seed=self._options.seed,
            run_id=gateway.guard.run_id,
            description_version=gateway.contract.version,
            description_source=gateway.contract.source,
            tool_version=metadata.version("contextio-contract"),
            started=self._started,
            seconds=time.monotonic() - self._clock,
            requests=gateway.throttle.sent,
            checks=results,
            leftovers=[path_of(resource) for resource in left],
            clean_up=removal(gateway, self._options.spec) if left else "",
            notes=list(self._notes()),
            gave_up=gave_up,
            trouble=gateway.throttle.trouble,
            exchanges=gateway.recorder.history,
            operations=operations,
        )
        if self._options.show_data:
            return result
        masked = gateway.recorder.privacy.of_run(result)
        # What keeps a run from beginning quotes no data, but clocks and where a redirect leads.
        return masked if self._findings else replace(masked, gave_up=gave_up)

    def _tidy(self) -> AbstractContextManager[None]:
        """Return what removes in the end what the run created; our own server ends with the run."""
        if self._deployment.is_own:
            return nullcontext()
        if self._gateway.guard.mode is not Mode.READ_ONLY:
            command = removal(self._gateway, self._options.spec)
            run_id = self._gateway.guard.run_id
            click.echo(f"conformance: run {run_id}; if it is killed: {command}", err=True)
        return cleaned_up(self._gateway, self._options.spec)

    def _notes(self) -> Iterator[str]:
        gateway = self._gateway
        if not self._findings:
            return
        if gateway.guard.mode is Mode.READ_ONLY:
            yield f"the deployment was only read, since {why_only_read(self._deployment, self._asked)}"
        if self._options.quick:
            yield "no data were drawn, since --quick was given; a run without it finds more"
        if kept := sum(each.kept for each in {gateway, self._beside}):
            yield f"{kept:,} requests were not sent, to keep them from what the run did not create"
        yield from notes_on_requests(gateway)


def _own_fault(error: Exception) -> str:
    """Return where the suite failed, but not what the error quotes, which the deployment may have sent."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"the suite itself failed, which is a defect of the suite: {type(error).__name__} at {where}"
