"""What a run checks, of all that could be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.known import must_be_known
from contextio_contract.conformance.options import PROPERTY
from contextio_contract.conformance.properties import OURS, SENTENCES
from contextio_contract.conformance.results import CheckResult, Status
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.since import touched
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.operations import Operations
    from contextio_contract.conformance.options import Options


def must_be_names(options: Options, operations: Operations) -> None:
    """Refuse names that nothing has.

    Raises:
        CannotRun: with the first of them.
    """
    every = all_checks()
    names = {check.id for check in every}
    properties = {f"{PROPERTY}{name}" for name in SENTENCES if name not in OURS}
    must_be_known(options.rule, names | {rule for check in every for rule in check.rules}, "--rule")
    must_be_known(options.disable, names | properties, "--disable")
    failures = options.known_failures
    must_be_known((failure.rule for failure in failures), names | properties, "known-failures:")
    for where, name in (
        *(("--operation", name) for name in options.operation),
        *(("known-failures:", failure.operation) for failure in failures if failure.operation),
    ):
        if name not in operations:
            message = f"{where} {name}: the description has no such operation"
            raise CannotRun(message)


def checks(
    options: Options, operations: Operations, bundle: Mapping[str, Any]
) -> tuple[Sequence[Check], list[CheckResult]]:
    """Return the checks to make, those asked for or else all, and the results of those that are disabled."""
    made = all_checks()
    if options.rule:
        made = tuple(check for check in made if {check.id, *check.rules} & set(options.rule))
    if (chosen := wanted(options, operations, bundle)) is not None:
        made = tuple(check for check in made if chosen and check.concerns(chosen))
    disabled = [Rulebook.load().result(check) for check in made if check.id in options.disable]
    for result in disabled:
        result.status, result.reason = Status.DISABLED, "left out by --disable"
    return [check for check in made if check.id not in options.disable], disabled


def not_made(checks: Sequence[Check], results: Sequence[CheckResult]) -> list[CheckResult]:
    """Return results for the checks that a run did not come to."""
    made = {result.id for result in results}
    missing = [Rulebook.load().result(check) for check in checks if check.id not in made]
    for result in missing:
        result.status, result.reason = Status.NOT_EXERCISED, "the run was given up before"
    return missing


def wanted(options: Options, operations: Operations, bundle: Mapping[str, Any]) -> set[str] | None:
    """Return the operations that the user chose; None for all."""
    if not options.operation and not options.since:
        return None
    changed = touched(bundle, options.since) if options.since else {each.id for each in operations}
    return changed & set(options.operation or changed)


def operations_to_test(
    options: Options, operations: Operations, mode: Mode, bundle: Mapping[str, Any]
) -> list[str]:
    """Return the operations to test the properties of, as far as the mode allows."""
    if options.rule:
        return []
    chosen = wanted(options, operations, bundle)
    return [
        operation.id
        for operation in operations
        if (chosen is None or operation.id in chosen) and (operation.is_read or mode is not Mode.READ_ONLY)
    ]
