"""The selection of checks and operations that a run is about, by its options."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.known import must_be_known
from contextio_contract.conformance.options import PROPERTY
from contextio_contract.conformance.properties.settings import OURS, SENTENCES
from contextio_contract.conformance.results import CheckResult, Status
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.contract import Contract, ContractError
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.options import Options
    from contextio_contract.conformance.rulebook import Rulebook


class Selection:
    """What a run checks, of all that could be checked."""

    def __init__(self, options: Options, contract: Contract, rulebook: Rulebook) -> None:
        """Select by the options of a run.

        Raises:
            CannotRun: with the first name that no check and no operation has.
        """
        self._options, self._contract, self._rulebook = options, contract, rulebook
        every = all_checks()
        names = {check.id for check in every}
        properties = {f"{PROPERTY}{name}" for name in SENTENCES if name not in OURS}
        failures = options.known_failures
        must_be_known(options.rule, names | {rule for check in every for rule in check.rules}, "--rule")
        must_be_known(options.disable, names | properties, "--disable")
        must_be_known((failure.rule for failure in failures), names | properties, "known-failures:")
        for where, name in (
            *(("--operation", name) for name in options.operation),
            *(("known-failures:", failure.operation) for failure in failures if failure.operation),
        ):
            if name not in contract.operations:
                message = f"{where} {name}: the description has no such operation"
                raise CannotRun(message)

    @cached_property
    def chosen(self) -> set[str] | None:
        """The operations that the user chose; None for all.

        Raises:
            CannotRun: when there is no earlier description to compare with.
        """
        options = self._options
        if not options.operation and not options.since:
            return None
        changed = _changed(self._contract, options.since) if options.since else set(self._contract.operations)
        return changed & set(options.operation or changed)

    def checks(self) -> tuple[list[Check], list[CheckResult]]:
        """Return the checks to make, those asked for or else all, and the results of those disabled."""
        operations = self._contract.operations.keys()
        checks: Sequence[Check] = [check for check in all_checks() if operations >= set(check.operations)]
        if self._options.rule:
            checks = [check for check in checks if {check.id, *check.rules} & set(self._options.rule)]
        if self.chosen is not None:
            checks = [check for check in checks if self.chosen and check.concerns(self.chosen)]
        disabled = [check for check in checks if check.id in self._options.disable]
        return [check for check in checks if check not in disabled], [
            self._result(check, Status.DISABLED, "left out by --disable") for check in disabled
        ]

    def not_made(self, checks: Sequence[Check], results: Sequence[CheckResult]) -> list[CheckResult]:
        """Return results for the checks that a run did not come to."""
        made = {result.id for result in results}
        reason = "the run was given up before"
        return [self._result(each, Status.NOT_EXERCISED, reason) for each in checks if each.id not in made]

    def operations_to_test(self, mode: Mode) -> list[str]:
        """Return the operations to test the properties of, as far as the mode allows."""
        if self._options.rule:
            return []
        return [
            operation.id
            for operation in self._contract.operations.values()
            if (self.chosen is None or operation.id in self.chosen)
            and (operation.is_safe or mode is not Mode.READ_ONLY)
        ]

    def why_nothing(self, mode: Mode) -> str:
        """Return why nothing is to be checked."""
        if self._options.since:
            return f"the description says the same of every chosen operation as at {self._options.since}"
        if mode is Mode.READ_ONLY:
            return "this deployment is only read, and no operation of those reads"
        return "no such check is about such an operation"

    def _result(self, check: Check, status: Status, reason: str) -> CheckResult:
        result = self._rulebook.result(check)
        result.status, result.reason = status, reason
        return result


def _changed(contract: Contract, since: str) -> set[str]:
    """Return the operationIds of what differs from an earlier description, or was not in it.

    Args:
        contract: the description as it is now.
        since: a bundle file, or a revision of git in whose tree generated/openapi.json stands.

    Raises:
        CannotRun: when there is no earlier description.
    """
    try:
        before = _earlier(since).operations
    except (ContractError, OSError) as error:
        message = f"--since {since}: {getattr(error, 'strerror', None) or error}"
        raise CannotRun(message) from error
    return {
        name
        for name, operation in contract.operations.items()
        if name not in before or before[name].reaches() != operation.reaches()
    }


def _earlier(since: str) -> Contract:
    if Path(since).is_file():
        return Contract.load(Path(since))
    show = ["git", "show", "--end-of-options", f"{since}:generated/openapi.json"]
    done = subprocess.run(show, capture_output=True, check=False)  # noqa: S603 - git reads the name alone
    if done.returncode:
        message = f"--since {since}: neither a bundle file nor a revision that has generated/openapi.json"
        raise CannotRun(message)
    with tempfile.NamedTemporaryFile() as copy:
        copy.write(done.stdout)
        copy.flush()
        return Contract.load(Path(copy.name))
