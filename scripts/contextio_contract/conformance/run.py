"""One run from start to verdict."""

from __future__ import annotations

import re
import secrets
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import click

import contextio_contract
from contextio_contract.conformance import sandbox, target, terminal
from contextio_contract.conformance.guard import Guard, Mode
from contextio_contract.conformance.junit import write_junit
from contextio_contract.conformance.mailbox import mailboxes
from contextio_contract.conformance.operations import Operations
from contextio_contract.conformance.pace import Pace
from contextio_contract.conformance.reach import reach
from contextio_contract.conformance.results import CheckResult, RunResult, Status
from contextio_contract.conformance.rules import all_checks
from contextio_contract.conformance.rules_run import run_rules
from contextio_contract.conformance.schemathesis_run import PropertyTests
from contextio_contract.conformance.since import touched
from contextio_contract.conformance.transport import Door
from contextio_contract.contract import load_bundle
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from contextio_contract.conformance.rules.registry import Check

PROPERTY: Final = "schemathesis."
RUN_ID: Final = re.compile(r"cio-[0-9a-f]{12}")


@dataclass(frozen=True)
class Options:
    """What the user asked for; see the options of the command."""

    base_url: str | None
    seed: int
    max_examples: int
    operations: tuple[str, ...]
    max_time: int
    junit: Path
    rules: tuple[str, ...] = ()
    since: str | None = None
    mode: str | None = None
    max_requests: int = 0
    rate: float = 0.0
    clean_up: str | None = None

    def again(self, check: CheckResult) -> list[str]:
        """Return the command that makes one check again.

        A failure that a walk along the links found needs the operations of the whole walk.
        """
        command = ["contextio-contract", "conformance"]
        command += ["--base-url", self.base_url] if self.base_url else []
        command += ["--mode", self.mode] if self.mode else []
        command += ["--seed", str(self.seed), "--max-examples", str(self.max_examples)]
        if not check.id.startswith(PROPERTY):
            return [*command, "--rule", check.id]
        if any(failure.phase == "stateful" for failure in check.failures):
            return command
        return [*command, *(part for name in check.operations for part in ("--operation", name))]


def run(options: Options) -> RunResult:
    """Check a deployment and report.

    Raises:
        CannotRun: when there is no verdict.
    """
    bundle = load_bundle()
    deployments = nullcontext(target.named(options.base_url)) if options.base_url else target.own_server()
    with _interruptible() as interrupted:
        try:
            with deployments as deployment:
                result = _check(options, bundle, deployment, interrupted)
        except KeyboardInterrupt:
            message = "interrupted; there is no verdict"
            raise CannotRun(message) from None
    try:
        write_junit(result, options.junit)
    except OSError as error:
        message = f"cannot write {options.junit} ({error.strerror}); name another --junit. {result.line()}"
        raise CannotRun(message) from error
    terminal.show(result, options.again, options.junit)
    return result


def clean_up(options: Options) -> int:
    """Remove what an earlier run left behind, found by its mark, and return how many things that were.

    Raises:
        CannotRun: when that cannot be done, or something is left.
    """
    if not options.base_url or not RUN_ID.fullmatch(options.clean_up or ""):
        message = "--clean-up needs the id of a run, such as cio-0123456789ab, and --base-url"
        raise CannotRun(message)
    deployment = target.named(options.base_url)
    operations = Operations(load_bundle())
    door = Door(deployment, Guard(operations, Mode.SANDBOX, str(options.clean_up)))
    reach(door, deployment, operations)
    count = sandbox.adopt(door, operations)
    with sandbox.cleaned_up(door):
        pass
    left = len(door.guard.ledger.leftovers())
    if left:
        message = f"{left} of {count} things could not be removed"
        raise CannotRun(message)
    return count


def _check(
    options: Options, bundle: Mapping[str, Any], deployment: target.Target, interrupted: threading.Event
) -> RunResult:
    started, clock = time.time(), time.monotonic()
    operations = Operations(bundle)
    guard = Guard(operations, Mode.READ_ONLY, f"cio-{secrets.token_hex(6)}")
    door = Door(deployment, guard, Pace(options.max_requests, options.rate))
    reach(door, deployment, operations)
    door.guard.mode = _mode(options, deployment, door, operations)
    checks = _checks(options, operations, bundle)
    selected = _selected(options, operations, door.guard.mode, bundle)
    if not checks and not selected:
        message = "nothing is to be checked: this deployment is only read, and no operation of those reads"
        raise CannotRun(message)
    tests = PropertyTests(bundle, door, selected, options.seed, options.max_examples)
    results: list[CheckResult] = []
    with (
        mailboxes(deployment) as mailbox,
        sandbox.cleaned_up(door) if not deployment.is_own else nullcontext(),
        terminal.LiveProgress() as progress,
    ):
        results += _apart(
            door,
            lambda: run_rules(
                checks,
                door,
                mailbox,
                seed=options.seed,
                time_limit=options.max_time,
                interrupted=interrupted,
                progress=progress,
            ),
        )
        if selected:
            if door.guard.mode is not Mode.READ_ONLY:
                sandbox.supply(door, operations)
            tests.run(options.max_time - (time.monotonic() - clock), interrupted, progress)
    results += tests.results.values()
    result = RunResult(
        base_url=deployment.base_url,
        mode=door.guard.mode.value,
        seed=options.seed,
        run_id=door.guard.run_id,
        description_version=str(bundle["info"]["version"]),
        tool_version=contextio_contract.__version__,
        started=started,
        seconds=time.monotonic() - clock,
        requests=door.pace.sent,
        checks=results,
        leftovers=[] if deployment.is_own else [sandbox.path_of(it) for it in door.guard.ledger.leftovers()],
        notes=list(_notes(options, door, deployment, tests)),
    )
    _must_be_a_verdict(result, tests)
    return result


def _apart(door: Door, work: Callable[[], list[CheckResult]]) -> list[CheckResult]:
    """Do work in a thread of its own, so that Ctrl-C keeps no creation from being entered in the ledger."""
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        try:
            return future.result()
        except KeyboardInterrupt:
            door.pace.stopped = "interrupted"
            raise


def _must_be_a_verdict(result: RunResult, tests: PropertyTests) -> None:
    if tests.errors and not result.count(Status.FAIL):
        message = f"the suite could not do all of its work: {tests.errors[0]}"
        raise CannotRun(message)
    if all(check.status in {Status.NOT_EXERCISED, Status.DISABLED} for check in result.checks):
        reasons = [check.reason for check in result.checks if check.reason]
        why = f": {reasons[0]}" if reasons else ""
        message = f"nothing could be checked at {result.base_url}{why}"
        raise CannotRun(message)


def _mode(options: Options, deployment: target.Target, door: Door, operations: Operations) -> Mode:
    """Decide what the run may do, having looked at what is there."""
    asked = Mode(options.mode) if options.mode else None
    if asked is Mode.DISPOSABLE or (deployment.is_own and asked is None):
        return asked or Mode.SANDBOX
    if asked is Mode.READ_ONLY or (asked is None and not deployment.is_loopback):
        sandbox.survey(door, operations, pages=1)
        return Mode.READ_ONLY
    if sandbox.survey(door, operations, sandbox.ALL_PAGES):
        return Mode.SANDBOX
    if asked is Mode.SANDBOX:
        message = "--mode sandbox: what is there could not be listed, so nothing may be written"
        raise CannotRun(message)
    return Mode.READ_ONLY


def _checks(options: Options, operations: Operations, bundle: Mapping[str, Any]) -> Sequence[Check]:
    """Return the checks to make: those asked for, otherwise all."""
    every = all_checks()
    known = {check.id for check in every} | {rule for check in every for rule in check.rules}
    for name in options.rules:
        if name not in known:
            message = f"--rule {name}: no check has this name; contextio-contract rules lists them"
            raise CannotRun(message)
    for name in options.operations:
        if name not in operations:
            message = f"--operation {name}: the description has no such operation"
            raise CannotRun(message)
    if options.rules:
        return [check for check in every if {check.id, *check.rules} & set(options.rules)]
    wanted = _wanted(options, operations, bundle)
    return [check for check in every if wanted is None or wanted & set(check.operations)]


def _wanted(options: Options, operations: Operations, bundle: Mapping[str, Any]) -> set[str] | None:
    """Return the operations that the user chose; None for all."""
    if not options.operations and not options.since:
        return None
    changed = touched(bundle, options.since) if options.since else {each.id for each in operations}
    return changed & set(options.operations or changed)


def _selected(options: Options, operations: Operations, mode: Mode, bundle: Mapping[str, Any]) -> list[str]:
    """Return the operations to test the properties of, as far as the mode allows."""
    if options.rules and not options.operations:
        return []
    wanted = _wanted(options, operations, bundle)
    return [
        operation.id
        for operation in operations
        if (wanted is None or operation.id in wanted) and (operation.is_read or mode is not Mode.READ_ONLY)
    ]


def _notes(options: Options, door: Door, deployment: target.Target, tests: PropertyTests) -> Iterator[str]:
    if door.guard.mode is Mode.READ_ONLY:
        cause = "its address is not loopback"
        if options.mode:
            cause = "it was asked for"
        elif deployment.is_loopback:
            cause = "what is there could not be listed"
        yield f"the deployment was only read, since {cause}"
    refused = [each for each, answered in door.answered.items() if answered and not door.succeeded[each]]
    if refused:
        yield f"answered with nothing but errors, so seen in part only: {', '.join(refused)}"
    if door.kept:
        yield f"{door.kept:,} requests were not sent, to keep them from what the run did not create"
    yield from (f"not done by the suite: {error}" for error in tests.errors)


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


def show_clean_up(options: Options) -> None:
    """Clean up and say so."""
    count = clean_up(options)
    click.echo(f"conformance: removed {count} thing{'s' * (count != 1)} that run {options.clean_up} had left")
