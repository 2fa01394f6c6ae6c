"""The first part of a run: checks of the documented rules, those that draw data last."""

from __future__ import annotations

import itertools
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Final

import hypothesis
import requests
from hypothesis import HealthCheck, Phase, Verbosity

from contextio_contract.conformance.checks.responses import need, need_implemented
from contextio_contract.conformance.checks.shared import existing
from contextio_contract.conformance.checks.steps import Deployment
from contextio_contract.conformance.outcome import NOT_IMPLEMENTED, NotExercised, Unmet
from contextio_contract.conformance.process.supervision import Supervisor
from contextio_contract.conformance.results import CheckResult, Failure, Status
from contextio_contract.conformance.safety.clean_up import remove
from contextio_contract.conformance.safety.mode import MAY_WRITE, ONLY_READS
from contextio_contract.conformance.verdict.undecided import RESENT
from contextio_contract.conformance.wire.throttle import Stopped
from contextio_contract.conformance.wire.trail import Trail
from contextio_contract.conformance.wire.transport import TooLarge
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.fixtures.mailbox import Mailbox
    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.conformance.wire.gateway import Gateway

EXAMPLES: Final = 5
"""How many data are drawn for a check."""
MADE_AGAIN: Final = 2
"""How often a check is made again whose write a gateway failed."""
EXCHANGES_SHOWN: Final = 12
"""How many of its last exchanges a failure shows."""
TRIPS: Final = (AttributeError, LookupError, TypeError, ValueError)
"""What a check raises when an answer is not of the form that it expects."""


def run_checks(  # noqa: PLR0913 - what a run has
    checks: Sequence[Check],
    gateway: Gateway,
    mailbox: Callable[[], Mailbox],
    rulebook: Rulebook,
    *,
    chosen: Container[str] | None = None,
    seed: int,
    examples: int = EXAMPLES,
    workers: int = 1,
    supervisor: Supervisor | None = None,
    results: list[CheckResult] | None = None,
    wait_for_others: Callable[[], object] = lambda: None,
) -> list[CheckResult]:
    """Make checks, those without drawn data first.

    Args:
        checks: what to check.
        gateway: the way to the deployment.
        mailbox: returns a mailbox, or raises `NotExercised`.
        rulebook: the documented rules.
        chosen: the operationIds that checks of every operation are made for; None for all.
        seed: the same seed makes the same requests.
        examples: how many data are drawn for a check.
        workers: how many checks are made at once; each makes the same ones with the same data in each run,
            and their results have the order of the checks.
        supervisor: may end the run.
        results: the list to append to, which is there also when the run is given up.
        wait_for_others: returns once nothing else of the run goes on that might disturb a check.

    Raises:
        CannotRun: when the run is given up.
        KeyboardInterrupt: when the user stops the run.
    """
    supervisor = supervisor or Supervisor(gateway)
    results = [] if results is None else results
    supervisor.phase("rules", len(checks))

    def make(check: Check, number: int) -> CheckResult:
        supervisor.check()
        with Trail(f"{gateway.guard.run_id}.{number}.").followed():
            return _make(check, deployments[number % workers], rulebook, seed, examples)

    def is_failure(result: CheckResult) -> bool:
        return result.status is Status.FAIL and not (workers > 1 and _may_be_disturbed(result))

    # What checks share may change in the course of one, so each worker has its own.
    deployments = [Deployment(gateway, mailbox, chosen, seed) for _ in range(workers)]
    first, in_order = len(results), sorted(checks, key=lambda check: bool(check.draws))
    with ExitStack() as stack:
        pools = [stack.enter_context(ThreadPoolExecutor(1)) for _ in range(workers)]
        made = [pools[number % workers].submit(make, check, number) for number, check in enumerate(in_order)]
        stack.callback(lambda: [*map(Future.cancel, made)])
        for future in made:
            results.append(future.result())
            if future is not made[-1]:
                supervisor.step(sum(map(is_failure, results)))
    numbers = itertools.count(len(in_order))
    wait_for_others()
    for turn in range(MADE_AGAIN):
        for place, check in enumerate(in_order, first):
            before = results[place]
            if before.reason == RESENT or (workers > 1 and not turn and _may_be_disturbed(before)):
                again = results[place] = make(check, next(numbers))
                again.requests, again.seconds = (
                    again.requests + before.requests,
                    again.seconds + before.seconds,
                )
    supervisor.check()
    if made:  # the last step counts all failures, now that none of them may have been caused by others
        supervisor.step(sum(result.status is Status.FAIL for result in results))
    remove(gateway, gateway.guard.ledger.leftovers())  # what checks shared
    return results


def _may_be_disturbed(result: CheckResult) -> bool:
    """Return whether a result may come from what checks beside it created and deleted meanwhile."""
    is_missing = NOT_IMPLEMENTED in result.reason
    return result.requests > 0 and result.status is not Status.PASS and not is_missing


def _make(check: Check, deployment: Deployment, rulebook: Rulebook, seed: int, examples: int) -> CheckResult:
    gateway = deployment.gateway
    result = rulebook.result(check)
    if deployment.reads_only and not check.reads_only:
        return result.not_exercised(ONLY_READS, MAY_WRITE)
    started, trail = time.monotonic(), gateway.trail
    try:
        for operation in check.operations:
            need_implemented(operation, gateway.answers.is_known_to_lack(operation))
        _run(check, deployment, seed, examples)
    except NotExercised as reason:
        result.not_exercised(str(reason), reason.remedy)
    except Stopped:
        raise CannotRun(gateway.throttle.stopped) from None
    except TooLarge as error:
        result.status, result.reason = Status.NOT_EXERCISED, str(error)
    except (Unmet, requests.RequestException, hypothesis.errors.Flaky) as error:
        _fail(result, gateway, rulebook, error)
    except Exception as error:  # noqa: BLE001 - whatever else happens is the suite's own fault
        if trail.violation and isinstance(error, TRIPS):
            result.status, result.failures = Status.FAIL, [trail.violation]
        else:
            result.status, result.reason = (
                Status.ERROR,
                gateway.redact(f"{type(error).__name__}: {error}"),
            )
    if result.status is Status.FAIL and trail.is_uncertain:
        result.status, result.reason, result.failures = Status.NOT_EXERCISED, RESENT, []
    result.requests = result.answers = trail.sent
    result.seconds = time.monotonic() - started
    with suppress(requests.RequestException):
        remove(gateway, [path for path in reversed(trail.created) if not deployment.keeps(path)])
    return result


def _fail(result: CheckResult, gateway: Gateway, rulebook: Rulebook, error: Exception) -> None:
    expected, received = _difference(error)
    exchanges = tuple(gateway.trail.exchanges)[-EXCHANGES_SHOWN:]
    result.status = Status.FAIL
    operations = [exchange.operation for exchange in reversed(exchanges)]
    at_fault = next(filter(None, operations), "")
    result.described = rulebook.described(at_fault) or result.described
    if isinstance(error, Unmet) and error.operation:
        result.operations = (error.operation,)
    result.failures.append(
        Failure(result.sentence, gateway.redact(expected), gateway.redact(received), exchanges, "rules")
    )


def _difference(error: Exception) -> tuple[str, str]:
    """Return what a rule wants, and what came instead."""
    match error:
        case Unmet():
            return error.expected, error.received
        case hypothesis.errors.Flaky():
            return "the same answer to the same requests", _flaky(error)
        case _:
            return "a complete answer", str(error)


def _flaky(error: hypothesis.errors.Flaky) -> str:
    """Return what came when the rule was not kept, though it was when asked again."""
    for inner in getattr(error, "exceptions", ()):
        if isinstance(inner, Unmet):
            return f"{inner.received}, where there should be {inner.expected}; another time it was kept"
    return "once the rule was kept, once it was not"


def _look_twice(check: Check, deployment: Deployment, drawn: Mapping[str, object]) -> None:
    """Make a check, and make it again before it accuses if it looks at what others may change meanwhile.

    Raises:
        NotExercised: if others removed it both times.
    """
    try:
        check.run(deployment, **drawn)
    except Unmet:
        if not deployment.reads_only:
            raise
        _forget(deployment)
        try:
            check.run(deployment, **drawn)
        except Unmet:
            need(not _is_gone(deployment), "others removed what it looked at")
            raise


def _forget(deployment: Deployment) -> None:
    """Let lists be read again for what others have."""
    deployment.existing.clear()
    deployment.listed.clear()


def _is_gone(deployment: Deployment) -> bool:
    """Return whether lists no longer show a resource of others that a check looked at."""
    looked_at = {segments: paths[0] for segments, paths in deployment.existing.items() if paths}
    _forget(deployment)
    return any(path not in existing(deployment, segments) for segments, path in looked_at.items())


def _run(check: Check, deployment: Deployment, seed: int, examples: int) -> None:
    undecided: list[NotExercised] = []

    def once(**drawn: object) -> None:
        trail = deployment.gateway.trail
        trail.exchanges.clear()
        trail.violation = None
        try:
            _look_twice(check, deployment, drawn)
        except NotExercised as reason:  # other data may still fail
            undecided.append(reason)

    def make() -> None:
        if check.draws:
            hypothesis.seed(seed)(settings(hypothesis.given(**check.draws)(once)))()
        else:
            once()

    settings = hypothesis.settings(
        max_examples=examples,
        database=None,
        deadline=None,
        print_blob=False,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        phases=(Phase.generate, Phase.shrink),
    )
    try:
        make()
    except hypothesis.errors.FlakyStrategyDefinition:
        # Hypothesis also draws constants of loaded modules, of which one may have come meanwhile.
        make()
    if undecided:
        raise undecided[0]
