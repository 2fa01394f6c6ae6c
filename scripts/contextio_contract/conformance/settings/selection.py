"""The selection of checks and operations that a run is about, by its options."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.properties.settings import OURS, SENTENCES
from contextio_contract.conformance.results import ANSWERS, PROPERTY, CheckResult, Status
from contextio_contract.conformance.safety.guard import Mode
from contextio_contract.conformance.verdict.known import must_be_known
from contextio_contract.contract.reduction import operations_of
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.rulebook import Rulebook
    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.contract import Contract

DISABLED: Final = "left out by --disable"
_QUICK: Final = "it draws data, and --quick draws none"
_MOCK: Final = "a check by hand; the mock knows the description alone"


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
        names = {check.id for check in every} | {f"{name}{ANSWERS}" for name in contract.operations}
        properties = {f"{PROPERTY}{name}" for name in SENTENCES if name not in OURS}
        failures = options.known_failures
        self._rules = {check.id: {check.id, *rulebook.rules_of(check)} for check in every}
        with_rules = names.union(*self._rules.values())
        must_be_known(options.rule, with_rules, "--rule")
        must_be_known(options.disable, names | properties, "--disable")
        must_be_known((failure.rule for failure in failures), with_rules | properties, "known-failures:")
        for where, name in (
            *(("--operation", name) for name in options.operation),
            *(("known-failures:", failure.operation) for failure in failures if failure.operation),
        ):
            if name not in contract.operations:
                message = f"{where} {name}: the description has no such operation"
                raise CannotRun(message)
        try:
            of_pages = operations_of(contract, options.pages)
        except LookupError as error:
            message = f"--pages {error}"
            raise CannotRun(message) from error
        self.of_other_pages = contract.operations.keys() - of_pages if options.pages else set()
        """The operations of pages that the user did not name; none if the user named no page."""

    @cached_property
    def chosen(self) -> list[str]:
        """The operations that the user chose, or else all."""
        now, before = self._contract.operations, self._earlier.operations if self._earlier else {}
        return [
            name
            for name, operation in now.items()
            if name in (self._options.operation or now) and name not in self.of_other_pages
            if name not in before or before[name].reaches() != operation.reaches()
        ]

    def checks(self) -> tuple[list[Check], list[CheckResult]]:
        """Return the checks to make, all unless some are asked for, and the results of those left out."""
        operations = self._contract.operations.keys() - self.of_other_pages
        checks = [check for check in self._every if operations >= set(check.operations)]
        if not any(rule.endswith(ANSWERS) for rule in self._options.rule):  # which any check may show
            checks = [check for check in checks if self.wants(check.id)]
        checks = [check for check in checks if self.chosen and check.concerns(self.chosen)]
        left_out = {check.id: self._result(check, *why) for check in checks if (why := self._why_not(check))}
        return [check for check in checks if check.id not in left_out], [*left_out.values()]

    def wants(self, check: str) -> bool:
        """Return whether a check is one of those that the user named, or one of all."""
        rules = set(self._options.rule)
        return not rules or not rules.isdisjoint({check, *self._rules.get(check, ())})

    def not_made(self, checks: Sequence[Check], results: Sequence[CheckResult]) -> list[CheckResult]:
        """Return results for the checks that a run did not come to."""
        missing = [check for check in checks if check.id not in {result.id for result in results}]
        reason = "the run was given up before"
        return [self._result(check, Status.NOT_EXERCISED, reason) for check in missing]

    def operations_to_test(self, mode: Mode) -> list[str]:
        """Return the operations to test the properties of, as far as the mode allows."""
        if self._options.rule:
            return []
        every = self._contract.operations
        return [name for name in self.chosen if every[name].is_safe or mode is not Mode.READ_ONLY]

    def why_unchanged(self) -> str:
        """Return why nothing has to be checked since an earlier description; empty if something has."""
        if self._earlier is None or self.chosen:
            return ""
        return f"the description says the same of every chosen operation as at {self._options.since}"

    def why_nothing(self, mode: Mode) -> str:
        """Return why nothing is to be checked."""
        if mode is Mode.READ_ONLY:
            return "this deployment is only read, and no operation of those reads"
        return "no such check is about such an operation"

    def _why_not(self, check: Check) -> tuple[Status, str, str] | None:
        """Return the status of a check that is not to be made, why, and the remedy; None for others."""
        if check.id in self._options.disable:
            return Status.DISABLED, DISABLED, ""
        if self._options.quick and check.draws:
            return Status.NOT_EXERCISED, _QUICK, "a run without --quick"
        is_of_page = check.page in {page.name for page in self._contract.pages}
        is_beyond = self._options.mock and is_of_page and not check.is_derived
        return (Status.NOT_EXERCISED, _MOCK, "") if is_beyond else None

    def _result(self, check: Check, status: Status, reason: str, remedy: str = "") -> CheckResult:
        result = self._rulebook.result(check)
        result.status, result.reason, result.remedy = status, reason, remedy
        return result
