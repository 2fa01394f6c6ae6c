"""One run of the suite, from its options to the verdict and the reports."""

from __future__ import annotations

import datetime as dt
import secrets
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from contextio_contract.conformance import reports
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures import mailbox
from contextio_contract.conformance.known import judge
from contextio_contract.conformance.parts import answer_results, excuse, parts
from contextio_contract.conformance.properties.findings import Findings
from contextio_contract.conformance.properties.run import PropertyTests
from contextio_contract.conformance.reports.progress import LiveProgress
from contextio_contract.conformance.reports.terminal import closing, text
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import CheckResult, Part, RunResult, Status, Verdict
from contextio_contract.conformance.safety.clean_up import cleaned_up, removal
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.survey import ALL_PAGES, supply, survey
from contextio_contract.conformance.selection import Selection
from contextio_contract.conformance.supervision import Supervisor, interruptible, without_files
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.reach import reach
from contextio_contract.conformance.wire.target import named_target, own_server
from contextio_contract.conformance.wire.throttle import Throttle
from contextio_contract.contract import ContractError
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from contextio_contract.conformance.options import Options
    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.conformance.wire.target import Target
    from contextio_contract.contract import Contract

COLOURS: Final = {Verdict.CONFORMANT: "green", Verdict.NOT_CONFORMANT: "red", Verdict.NONE: "yellow"}


def run(options: Options, contract: Contract, rulebook: Rulebook, earlier: Contract | None = None) -> bool:
    """Check a deployment, write and print the reports, and return whether it is conformant.

    Args:
        options: what the user asked for.
        contract: the description that the deployment is held against.
        rulebook: the documented rules.
        earlier: the description that `--since` names.

    Raises:
        CannotRun: when there is no verdict.
        KeyboardInterrupt: when the user stops the run.
    """
    selection = Selection(options, contract, rulebook, earlier)
    named = mailbox.named(options.imap_host, options.imap_port, options.imap_username, ssl=options.imap_ssl)
    # An empty address is a variable that was not set, and no wish to check our own server.
    is_own = options.base_url is None
    if options.mock and not is_own:
        message = "--mock starts the mock of the description and checks it; leave out --base-url"
        raise CannotRun(message)
    program = "mock" if options.mock else "serve"
    target = own_server(contract, program) if is_own else nullcontext(named_target(str(options.base_url)))
    reports.clear(options.report_dir)
    with interruptible() as interrupted, without_files(), target as deployment:
        result = _Run(options, deployment, contract, interrupted).result(selection, rulebook, named)
    judge(result.checks, options.known_failures, dt.datetime.now(dt.UTC).date())
    _report(options, result)
    if result.verdict is Verdict.NONE:
        raise CannotRun(_why_there_is_none(result))
    return result.verdict is Verdict.CONFORMANT


class _Run:
    """A run over one deployment."""

    def __init__(
        self, options: Options, deployment: Target, contract: Contract, interrupted: threading.Event
    ) -> None:
        self._options, self._deployment, self._interrupted = options, deployment, interrupted
        self._started, self._clock = time.time(), time.monotonic()
        guard = Guard(contract, Mode.READ_ONLY, f"cio-{secrets.token_hex(6)}")
        self._gateway = Gateway(deployment, guard, Throttle(options.max_requests, options.rate))

    def result(self, selection: Selection, rulebook: Rulebook, named: mailbox.Mailbox | None) -> RunResult:
        """Make the checks and the property tests, and return what they found.

        Args:
            selection: what to check.
            rulebook: the documented rules.
            named: the mailbox that the user names.

        Raises:
            CannotRun: when there is no usable deployment, or nothing to check.
        """
        options, gateway = self._options, self._gateway
        if named:
            gateway.hide(named.password)
        elif options.mock:
            named = mailbox.NOBODY  # the mock opens no mailbox
        try:
            reach(gateway)
            mode = gateway.guard.mode = self._mode(selection.of_other_pages)
        except (ValueError, LookupError, RecursionError) as error:
            raise CannotRun(_own_fault(error)) from error
        checks, left_out = selection.checks()
        operations = [
            name
            for name in selection.operations_to_test(mode)
            if not gateway.guard.is_shared(gateway.contract.operations[name])
        ]
        if not checks and not operations:
            message = f"nothing is to be checked: {selection.why_nothing(mode)}"
            raise CannotRun(message)
        findings = Findings(gateway, rulebook)
        results: list[CheckResult] = []
        gave_up = ""
        try:
            with (
                mailbox.mailboxes(self._deployment, named) as mailboxes,
                self._tidy(),
                LiveProgress() as progress,
            ):
                supervisor = Supervisor(gateway, progress, options.max_time, self._interrupted)
                self._apart(
                    lambda: run_checks(
                        checks,
                        gateway,
                        mailboxes,
                        rulebook,
                        chosen=selection.chosen,
                        seed=options.seed,
                        supervisor=supervisor,
                        results=results,
                    )
                )
                self._test_properties(operations, findings, supervisor)
        except ContractError:
            raise
        except CannotRun as reason:
            gave_up = reason.message
        except Exception as error:  # noqa: BLE001 - a defect of the suite is no verdict, and what it found counts
            gave_up = _own_fault(error)
        results += [*selection.not_made(checks, results), *left_out, *findings.results.values()]
        results += answer_results(gateway, rulebook, selection.chosen, options.disable)
        excuse(results, gateway.contract, gateway.answers, selection.of_other_pages)
        chosen = parts(gateway.contract.operations, selection.chosen, gateway.answers)
        wanted = [result for result in results if selection.wants(result.id)]
        return self._result(wanted, gave_up, {} if options.rule else chosen)

    def _test_properties(self, operations: Sequence[str], findings: Findings, supervisor: Supervisor) -> None:
        """Make the property tests of operations, as far as they are implemented."""
        gateway = self._gateway
        if not gateway.answers.succeeded.total():
            message = "no operation answers with success (2xx), so there is nothing to judge"
            raise CannotRun(message)
        if implemented := [name for name in operations if not gateway.answers.lacks(name)]:
            if gateway.guard.mode is not Mode.READ_ONLY:
                supply(gateway)
            PropertyTests(gateway, findings, implemented, self._options).run(supervisor)

    def _result(
        self, results: list[CheckResult], gave_up: str, operations: Mapping[Part, Sequence[str]]
    ) -> RunResult:
        gateway = self._gateway
        left = [] if self._deployment.is_own else gateway.guard.ledger.leftovers()
        return RunResult(
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
            exchanges=gateway.recorder.history,
            operations=operations,
        )

    def _tidy(self) -> AbstractContextManager[None]:
        """Return what removes in the end what the run created; our own server ends with the run."""
        if self._deployment.is_own:
            return nullcontext()
        if self._gateway.guard.mode is not Mode.READ_ONLY:
            command = removal(self._gateway, self._options.spec)
            run_id = self._gateway.guard.run_id
            click.echo(f"conformance: run {run_id}; if it is killed: {command}", err=True)
        return cleaned_up(self._gateway, self._options.spec)

    def _apart(self, work: Callable[[], object]) -> None:
        """Do work in a thread of its own, so that Ctrl-C keeps no creation out of the ledger."""
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(work)
            try:
                future.result()
            except KeyboardInterrupt:
                self._gateway.throttle.stopped = "interrupted"
                raise

    def _mode(self, of_other_pages: Collection[str]) -> Mode:
        """Decide what the run may do, having looked at what is there."""
        deployment = self._deployment
        asked = Mode(self._options.mode) if self._options.mode else None
        if deployment.is_own and asked is None:
            self._gateway.guard.ends_with_run = True
            survey(self._gateway, ALL_PAGES, of_other_pages)
            return Mode.SANDBOX
        if asked is Mode.DISPOSABLE:
            return asked
        if asked is Mode.READ_ONLY or (asked is None and not deployment.is_loopback):
            survey(self._gateway, 1, of_other_pages)
            return Mode.READ_ONLY
        if survey(self._gateway, ALL_PAGES, of_other_pages):
            return Mode.SANDBOX
        if asked is Mode.SANDBOX and not any(self._gateway.answers.failures.values()):
            message = "--mode sandbox: what is there could not be listed, so nothing may be written"
            raise CannotRun(message)
        return Mode.READ_ONLY

    def _notes(self) -> Iterator[str]:
        gateway = self._gateway
        if gateway.guard.mode is Mode.READ_ONLY:
            cause = "its address is not loopback"
            if self._options.mode == Mode.READ_ONLY.value:
                cause = "it was asked for"
            elif self._deployment.is_loopback:
                cause = "what is there could not be listed"
            yield f"the deployment was only read, since {cause}"
        if gateway.kept:
            yield f"{gateway.kept:,} requests were not sent, to keep them from what the run did not create"


def _report(options: Options, result: RunResult) -> None:
    data = tree(result, options.again)
    last_line = closing(data, str(options.report_dir / "report.html"))
    try:
        reports.write(data, result.exchanges, options.report_dir)
    except OSError as error:
        message = (
            f"cannot write to {options.report_dir} ({error.strerror}); name another --report-dir. {last_line}"
        )
        raise CannotRun(message) from error
    colour = COLOURS[result.verdict]
    first, _, rest = text(data).partition("\n")
    click.secho(first, fg=colour, bold=True)
    click.echo(f"{rest}\n")
    click.secho(last_line, fg=colour)


def _why_there_is_none(result: RunResult) -> str:
    if result.gave_up:
        return result.gave_up
    for check in result.checks:
        if check.status is Status.ERROR:
            return f"the suite could not do all of its work: {check.id}: {check.reason}"
    reasons = [check.reason for check in result.checks if check.reason]
    reasons.sort(key=lambda reason: "is not implemented" not in reason)
    is_made = any(check.status is Status.PASS for check in result.checks)
    what = "no operation answered with success (2xx)" if is_made else "nothing could be checked"
    return f"{what} at {result.base_url}" + (f": {reasons[0]}" if reasons else "")


def _own_fault(error: Exception) -> str:
    """Return where the suite failed, but not what the error quotes, which the deployment may have sent."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"the suite itself failed, which is a defect of it: {type(error).__name__} at {where}"
