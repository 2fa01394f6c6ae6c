"""One run from start to verdict."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance import sandbox, target, terminal
from contextio_contract.conformance.guard import Guard, Mode
from contextio_contract.conformance.junit import write_junit
from contextio_contract.conformance.operations import Operations
from contextio_contract.conformance.reach import reach
from contextio_contract.conformance.schemathesis_run import PropertyTests
from contextio_contract.conformance.transport import Door
from contextio_contract.conformance.verdict import Verdict
from contextio_contract.contract import load_bundle
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Options:
    """What the user asked for; see the options of the command."""

    base_url: str | None
    seed: int
    max_examples: int
    operations: tuple[str, ...]
    max_time: int
    junit: Path

    def again(self) -> list[str]:
        """Return the options that repeat the run, all but its choice of operations."""
        named = ["--base-url", self.base_url] if self.base_url else []
        return [*named, "--seed", str(self.seed), "--max-examples", str(self.max_examples)]


def run(options: Options) -> Verdict:
    """Check a deployment and report.

    Raises:
        CannotRun: when there is no verdict.
    """
    bundle = load_bundle()
    deployments = nullcontext(target.named(options.base_url)) if options.base_url else target.own_server()
    with _interruptible() as interrupted:
        try:
            with deployments as deployment:
                verdict = _check(options, bundle, deployment, interrupted)
        except KeyboardInterrupt:
            message = "interrupted; there is no verdict"
            raise CannotRun(message) from None
    try:
        write_junit(verdict, options.junit)
    except OSError as error:
        message = f"cannot write {options.junit} ({error.strerror}); name another --junit. {verdict.line()}"
        raise CannotRun(message) from error
    terminal.show(verdict, options.again(), options.junit)
    return verdict


def _check(
    options: Options, bundle: Mapping[str, Any], deployment: target.Target, interrupted: threading.Event
) -> Verdict:
    started = time.monotonic()
    operations = Operations(bundle)
    door = Door(deployment, Guard(operations, Mode.READ_ONLY))
    reach(door, deployment, operations)
    door.guard.mode = _mode(deployment, door, operations)
    selected = _selected(options, operations, door.guard.mode)
    tests = PropertyTests(bundle, door, selected, options.seed, options.max_examples)
    with sandbox.cleaned_up(door) if not deployment.is_own else nullcontext():
        if door.guard.mode is Mode.SANDBOX:
            sandbox.supply(door, operations)
        with terminal.LiveProgress() as progress:
            tests.run(options.max_time, interrupted, progress)
    verdict = Verdict(
        base_url=deployment.base_url,
        seed=options.seed,
        results=list(tests.results.values()),
        described=len(operations),
        seconds=time.monotonic() - started,
        notes=list(_notes(door, deployment, tests)),
    )
    if tests.errors and not verdict.failures:
        message = f"the suite could not do all of its work: {tests.errors[0]}"
        raise CannotRun(message)
    if not verdict.cases and not verdict.failures:
        message = f"no request was answered by {deployment.base_url}, so there is no verdict"
        raise CannotRun(message)
    return verdict


def _mode(deployment: target.Target, door: Door, operations: Operations) -> Mode:
    """Decide what the run may do, having looked at what is there."""
    if deployment.is_own:
        return Mode.SANDBOX
    if not deployment.is_loopback:
        sandbox.survey(door, operations, pages=1)
        return Mode.READ_ONLY
    known = sandbox.survey(door, operations, sandbox.ALL_PAGES)
    return Mode.SANDBOX if known else Mode.READ_ONLY


def _selected(options: Options, operations: Operations, mode: Mode) -> list[str]:
    """Return the operations to check: those asked for, otherwise all, as far as the mode allows."""
    for name in options.operations:
        if name not in operations:
            message = f"--operation {name}: the description has no such operation"
            raise CannotRun(message)
    selected = [
        operation.id
        for operation in operations
        if (not options.operations or operation.id in options.operations)
        and (operation.is_read or mode is not Mode.READ_ONLY)
    ]
    if not selected:
        message = "this deployment is only read, and --operation names no operation that reads"
        raise CannotRun(message)
    return selected


def _notes(door: Door, deployment: target.Target, tests: PropertyTests) -> Iterator[str]:
    if door.guard.mode is Mode.READ_ONLY:
        cause = (
            "what is there could not be listed" if deployment.is_loopback else "its address is not loopback"
        )
        yield f"the deployment was only read, since {cause}"
    refused = [name for name, result in tests.results.items() if result.cases and not result.succeeded]
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
