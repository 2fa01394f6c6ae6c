"""The selection of checks and operations that a run is about, by its options."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.known import must_be_known
from contextio_contract.conformance.options import PROPERTY
from contextio_contract.conformance.properties.settings import OURS, SENTENCES
from contextio_contract.conformance.results import CheckResult, Status
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.options import Options
    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.contract import Contract


class Selection:
    """What a run checks, of all that could be checked."""

    def __init__(
        self, options: Options, contract: Contract, rulebook: Rulebook, earlier: Contract | None
    ) -> None:
        """Select by the options of a run.

        Raises:
            CannotRun: with the first name that no check and no operation has.
        """
        self._options, self._contract, self._rulebook, self._earlier = options, contract, rulebook, earlier
        every = self._every = all_checks(contract)
        names = {check.id for check in every}
        properties = {f"{PROPERTY}{name}" for name in SENTENCES if name not in OURS}
        failures = options.known_failures
        self._rules = {check.id: {check.id, *rulebook.rules_of(check)} for check in every}
        must_be_known(options.rule, set().union(*self._rules.values()), "--rule")
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
        """The operations that the user chose; None for all."""
        names = set(self._options.operation or self._contract.operations)
        if self._earlier is None:
            return names if self._options.operation else None
        before = self._earlier.operations
        now = self._contract.operations
        return {name for name in names if name not in before or before[name].reaches() != now[name].reaches()}

    def checks(self) -> tuple[list[Check], list[CheckResult]]:
        """Return the checks to make, those asked for or else all, and the results of those disabled."""
        operations = self._contract.operations.keys()
        checks: Sequence[Check] = [check for check in self._every if operations >= set(check.operations)]
        if self._options.rule:
            checks = [check for check in checks if self._rules[check.id] & set(self._options.rule)]
        if self.chosen is not None:
            checks = [check for check in checks if self.chosen and check.concerns(self.chosen)]
        disabled = [check for check in checks if check.id in self._options.disable]
        return [check for check in checks if check not in disabled], [
            self._result(check, Status.DISABLED, "left out by --disable") for check in disabled
        ]

    def not_made(self, checks: Sequence[Check], results: Sequence[CheckResult]) -> list[CheckResult]:
        """Return results for the checks that a run did not come to."""
        missing = [check for check in checks if check.id not in {result.id for result in results}]
        reason = "the run was given up before"
        return [self._result(check, Status.NOT_EXERCISED, reason) for check in missing]

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
