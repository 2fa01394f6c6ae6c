"""One run from start to verdict."""

from __future__ import annotations

import datetime as dt
import secrets
import signal
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

import contextio_contract
from contextio_contract.cli.packaged import load_bundle
from contextio_contract.conformance import reports, selection
from contextio_contract.conformance.checks.run import run_rules
from contextio_contract.conformance.fixtures import mailbox
from contextio_contract.conformance.known import judge
from contextio_contract.conformance.operations import Operations
from contextio_contract.conformance.options import PROPERTY
from contextio_contract.conformance.properties import PropertyTests
from contextio_contract.conformance.reports.progress import LiveProgress
from contextio_contract.conformance.reports.terminal import closing, text
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import CheckResult, RunResult, Status, Verdict
from contextio_contract.conformance.safety import sandbox
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire import target
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.reach import reach
from contextio_contract.conformance.wire.throttle import Throttle
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from contextio_contract.conformance.options import Options
    from contextio_contract.conformance.reports.tree import Tree

COLOURS: Final = {Verdict.CONFORMANT: "green", Verdict.NOT_CONFORMANT: "red", Verdict.NONE: "yellow"}


def run(options: Options) -> bool:
    """Check a deployment, write and print what was found, and return whether it is conformant.

    Raises:
        CannotRun: when there is no verdict.
        KeyboardInterrupt: when the user stops the run.
    """
    bundle = load_bundle()
    selection.must_be_names(options, Operations(bundle))
    named = mailbox.named(options.imap_host, options.imap_port, options.imap_username, ssl=options.imap_ssl)
    # An empty address is a variable that was not set, and no wish to check our own server.
    deployments = (
        target.own_server() if options.base_url is None else nullcontext(target.named(options.base_url))
    )
    reports.clear(options.report_dir)
    with _interruptible() as interrupted, deployments as deployment:
        result = _check(options, bundle, deployment, named, interrupted)
    judge(result.checks, options.known_failures, dt.datetime.now(dt.UTC).date())
    _report(options, result)
    if result.verdict is Verdict.NONE:
        raise CannotRun(_why_there_is_none(result))
    return result.verdict is Verdict.CONFORMANT


def _report(options: Options, result: RunResult) -> None:
    found = tree(result, options.again)
    try:
        reports.write(found, result.exchanges, options.report_dir)
    except OSError as error:
        message = (
            f"cannot write to {options.report_dir} ({error.strerror}); name another --report-dir. "
            f"{_last_line(options, found)}"
        )
        raise CannotRun(message) from error
    colour = COLOURS[result.verdict]
    first, _, rest = text(found).partition("\n")
    click.secho(first, fg=colour, bold=True)
    click.echo(f"{rest}\n")
    click.secho(_last_line(options, found), fg=colour)


def _last_line(options: Options, found: Tree) -> str:
    return closing(found, str(options.report_dir / "report.html"))


def _why_nothing(options: Options, mode: Mode) -> str:
    if options.since:
        return f"the description says the same of every chosen operation as at {options.since}"
    if mode is Mode.READ_ONLY:
        return "this deployment is only read, and no operation of those reads"
    return "no such check is about such an operation"


def _why_there_is_none(result: RunResult) -> str:
    if result.gave_up:
        return result.gave_up
    for check in result.checks:
        if check.status is Status.ERROR:
            return f"the suite could not do all of its work: {check.id}: {check.reason}"
    reasons = [check.reason for check in result.checks if check.reason]
    return f"nothing could be checked at {result.base_url}" + (f": {reasons[0]}" if reasons else "")


def _check(
    options: Options,
    bundle: Mapping[str, Any],
    deployment: target.Target,
    named: mailbox.Mailbox | None,
    interrupted: threading.Event,
) -> RunResult:
    started, clock = time.time(), time.monotonic()
    operations = Operations(bundle)
    guard = Guard(operations, Mode.READ_ONLY, f"cio-{secrets.token_hex(6)}")
    gateway = Gateway(deployment, guard, Throttle(options.max_requests, options.rate))
    if named:
        gateway.hide(named.password)
    try:
        reach(gateway, deployment, operations)
        gateway.guard.mode = _mode(options, deployment, gateway, operations)
    except (ValueError, LookupError, RecursionError) as error:
        raise CannotRun(_own_fault(error)) from error
    checks, disabled = selection.checks(options, operations, bundle)
    selected = selection.operations_to_test(options, operations, gateway.guard.mode, bundle)
    if not checks and not selected:
        message = f"nothing is to be checked: {_why_nothing(options, gateway.guard.mode)}"
        raise CannotRun(message)
    tests = PropertyTests(
        bundle,
        gateway,
        selected,
        seed=options.seed,
        max_examples=options.max_examples,
        disabled=[name.removeprefix(PROPERTY) for name in options.disable if name.startswith(PROPERTY)],
    )
    results: list[CheckResult] = []

    def rules() -> None:
        run_rules(
            checks,
            gateway,
            mailboxes,
            chosen=selection.wanted(options, operations, bundle),
            seed=options.seed,
            time_limit=options.max_time,
            interrupted=interrupted,
            progress=progress,
            results=results,
        )

    if gateway.guard.mode is not Mode.READ_ONLY and not deployment.is_own:
        click.echo(f"conformance: run {guard.run_id}; if it is killed: {sandbox.removal(gateway)}", err=True)
    gave_up = ""
    try:
        with (
            mailbox.mailboxes(deployment, named) as mailboxes,
            sandbox.cleaned_up(gateway) if not deployment.is_own else nullcontext(),
            LiveProgress() as progress,
        ):
            _apart(gateway, rules)
            if selected:
                if gateway.guard.mode is not Mode.READ_ONLY:
                    sandbox.supply(gateway, operations)
                tests.run(options.max_time - (time.monotonic() - clock), interrupted, progress)
    except CannotRun as reason:
        gave_up = reason.message
    except Exception as error:  # noqa: BLE001 - a defect of the suite is no verdict, and what it found counts
        gave_up = _own_fault(error)
    results += [*selection.not_made(checks, results), *disabled, *tests.results.values()]
    left = [] if deployment.is_own else gateway.guard.ledger.leftovers()
    return RunResult(
        base_url=deployment.base_url,
        mode=gateway.guard.mode.value,
        seed=options.seed,
        run_id=gateway.guard.run_id,
        description_version=str(bundle["info"]["version"]),
        tool_version=contextio_contract.__version__,
        started=started,
        seconds=time.monotonic() - clock,
        requests=gateway.throttle.sent,
        checks=results,
        leftovers=[sandbox.path_of(thing) for thing in left],
        clean_up=sandbox.removal(gateway) if left else "",
        notes=list(_notes(options, gateway, deployment)),
        gave_up=gave_up,
        exchanges=gateway.history,
    )


def _own_fault(error: Exception) -> str:
    """Return where the suite failed, but not what the error quotes, which the deployment may have sent."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return f"the suite itself failed, which is a defect of it: {type(error).__name__} at {where}"


def _apart(gateway: Gateway, work: Callable[[], None]) -> None:
    """Do work in a thread of its own, so that Ctrl-C keeps no creation from being entered in the ledger."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        try:
            future.result()
        except KeyboardInterrupt:
            gateway.throttle.stopped = "interrupted"
            raise


def _mode(options: Options, deployment: target.Target, gateway: Gateway, operations: Operations) -> Mode:
    """Decide what the run may do, having looked at what is there."""
    asked = Mode(options.mode) if options.mode else None
    if asked is Mode.DISPOSABLE or (deployment.is_own and asked is None):
        return asked or Mode.SANDBOX
    if asked is Mode.READ_ONLY or (asked is None and not deployment.is_loopback):
        sandbox.survey(gateway, operations, pages=1)
        return Mode.READ_ONLY
    if sandbox.survey(gateway, operations, sandbox.ALL_PAGES):
        return Mode.SANDBOX
    if asked is Mode.SANDBOX:
        message = "--mode sandbox: what is there could not be listed, so nothing may be written"
        raise CannotRun(message)
    return Mode.READ_ONLY


def _notes(options: Options, gateway: Gateway, deployment: target.Target) -> Iterator[str]:
    if gateway.guard.mode is Mode.READ_ONLY:
        cause = "its address is not loopback"
        if options.mode:
            cause = "it was asked for"
        elif deployment.is_loopback:
            cause = "what is there could not be listed"
        yield f"the deployment was only read, since {cause}"
    refused = [
        each for each, answered in gateway.answered.items() if answered and not gateway.succeeded[each]
    ]
    if refused:
        yield f"answered with nothing but errors, so seen in part only: {', '.join(refused)}"
    if gateway.kept:
        yield f"{gateway.kept:,} requests were not sent, to keep them from what the run did not create"


@contextmanager
def _interruptible() -> Iterator[threading.Event]:
    """Let Ctrl-C, and SIGTERM with which CI systems cancel, end a run tidily.

    Yields:
        What is set from then on, since a KeyboardInterrupt alone can get lost in the tools.
    """
    interrupted = threading.Event()

    def interrupt(number: int, frame: object) -> None:
        del number, frame
        interrupted.set()
        raise KeyboardInterrupt

    previous = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield interrupted
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
