"""Parts of an API: what a run can say about each operation, and what follows for its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.conformance.outcome import NOT_IMPLEMENTED
from contextio_contract.conformance.results import ANSWERS, PROPERTY, Part, Status
from contextio_contract.conformance.safety.guard import SHARED, Mode
from contextio_contract.conformance.safety.mode import MAY_WRITE, ONLY_READS
from contextio_contract.conformance.settings.selection import DISABLED
from contextio_contract.conformance.wire.answers import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from contextio_contract.conformance.results import CheckResult
    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.conformance.wire.answers import Answers
    from contextio_contract.conformance.wire.gateway import Gateway
    from contextio_contract.contract import Contract, Operation


def parts(operations: Iterable[str], chosen: Collection[str], answers: Answers) -> dict[Part, list[str]]:
    """Return the operations by what a run can say about them."""
    names: dict[Part, list[str]] = {part: [] for part in Part}
    for name in operations:
        called = Part.NOT_IMPLEMENTED if answers.lacks(name) else Part.NOT_EXERCISED
        part = Part.EXERCISED if answers.succeeded[name] else called
        names[part if name in chosen else Part.LEFT_OUT].append(name)
    return names


def answer_results(
    gateway: Gateway, rulebook: Rulebook, operations: Iterable[str], disabled: Collection[str]
) -> Iterator[CheckResult]:
    """Yield for each operation whether its answers were as described, those to property tests aside."""
    for name in operations:
        result = rulebook.result_of(gateway.contract.operations[name], f"{name}{ANSWERS}", SENTENCE)
        result.answers = gateway.answers.judged[name]
        if result.id in disabled:
            result.status, result.reason = Status.DISABLED, DISABLED
        elif not result.answers:
            result.not_exercised(*_why_not_called(gateway, gateway.contract.operations[name]))
        elif failures := gateway.answers.failures[name]:
            result.status, result.failures = Status.FAIL, list(failures.values())
        yield result


def excuse(
    results: Sequence[CheckResult], contract: Contract, answers: Answers, left_out: Collection[str]
) -> None:
    """Count no check as passed or failed if an operation that it needs is missing, left out or failing."""
    creations = {name for name, each in contract.operations.items() if contract.deletions_linked(each)}
    failed = [
        result for result in results if result.status is Status.FAIL and _culprit(result) not in creations
    ]
    broken = creations.intersection(name for result in failed for name in result.operations)
    for result in results:
        called = [failure.exchanges[-1].operation for failure in result.failures if failure.exchanges]
        own = result.operations[0] if result.id.startswith(PROPERTY) or result.id.endswith(ANSWERS) else ""
        reason, culprit = "", _culprit(result)
        if lacking := next(filter(answers.lacks, (*result.operations, *called)), ""):
            reason = f"{lacking} {NOT_IMPLEMENTED} ({answers.lacks(lacking)})"
        elif culprit in left_out:
            reason = f"it needs {culprit}, which is left out"
        elif culprit in broken:
            reason = f"it needs what {culprit} makes, which fails itself"
        elif own and result.status is Status.PASS and not answers.succeeded[own]:
            reason = f"{own} never answered with success (2xx)"
        if reason and result.status is not Status.DISABLED:
            result.not_exercised(reason)


def _why_not_called(gateway: Gateway, operation: Operation) -> tuple[str, str]:
    """Return why no check calls an operation, and with what one would."""
    if gateway.guard.is_shared(operation):
        return SHARED, ""
    if gateway.guard.mode is Mode.READ_ONLY and not operation.is_safe:
        return ONLY_READS, MAY_WRITE
    return "no check calls it", ""


def _culprit(result: CheckResult) -> str:
    """Return the operation at which a check failed that is not about it; empty if there is none."""
    exchanges = [exchange for failure in result.failures for exchange in failure.exchanges]
    at_fault = exchanges[-1].operation if exchanges else ""
    return at_fault if at_fault not in result.operations else ""
