"""Coverage of a contract: which operations, statuses and parameters were exercised."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_contract.contract import Contract, Operation
    from contextio_contract.proxy.violations import CheckedRequest


@dataclass
class _Exercised:
    statuses: Counter[str] = field(default_factory=Counter)
    parameters: set[str] = field(default_factory=set)


class Coverage:
    """Counts requests by operation, with the statuses of their responses and the parameters they had."""

    def __init__(self, contract: Contract) -> None:
        operations = contract.operations.values()
        self._operations = sorted(operations, key=lambda operation: (operation.path.text, operation.method))
        self._exercised: defaultdict[Operation, _Exercised] = defaultdict(_Exercised)
        self.requests = 0
        self.violations = 0

    def record(self, request: CheckedRequest, status: int, violations: int) -> None:
        """Count a request, the status of its response, and the violations in both."""
        self.requests += 1
        self.violations += violations
        if request.operation:
            exercised = self._exercised[request.operation]
            exercised.statuses[str(status)] += 1
            exercised.parameters |= request.parameters

    def table(self) -> str:
        """Return a line for each operation: what was exercised and, if it was called, what was not."""
        rows = [("operation", "requests", "statuses", "parameters"), *map(self._row, self._operations)]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        return "\n".join(
            f"{name:{widths[0]}}  {requests:>{widths[1]}}  {statuses:{widths[2]}}  {parameters}"
            for name, requests, statuses, parameters in rows
        )

    def summary(self) -> str:
        """Return how much was exercised, in one line."""
        pairs = [(operation, self._exercised[operation]) for operation in self._operations]
        called = sum(bool(exercised.statuses) for _, exercised in pairs)
        statuses = sum(
            len(_statuses(operation) & exercised.statuses.keys()) for operation, exercised in pairs
        )
        parameters = sum(len(exercised.parameters) for _, exercised in pairs)
        return (
            f"{self.requests} requests, {self.violations} violations; exercised "
            f"{called} of {len(self._operations)} operations, "
            f"{statuses} of {sum(map(len, map(_statuses, self._operations)))} statuses, "
            f"{parameters} of {sum(map(len, map(_parameters, self._operations)))} parameters"
        )

    def _row(self, operation: Operation) -> tuple[str, str, str, str]:
        exercised = self._exercised[operation]
        statuses, described = sorted(exercised.statuses), _statuses(operation)
        parameters = _parameters(operation)
        missing = sorted(parameters - exercised.parameters) if statuses else []
        without = ["without", *missing] if missing else []
        return (
            operation.id,
            str(exercised.statuses.total()),
            " ".join([f"{len(described.intersection(statuses))}/{len(described)}", *statuses]),
            " ".join([f"{len(exercised.parameters)}/{len(parameters)}", *without]),
        )


def _statuses(operation: Operation) -> set[str]:
    return {key for key in operation.responses if key.isdecimal()}


def _parameters(operation: Operation) -> set[str]:
    form = operation.form.properties if operation.form else {}
    return {*(parameter.name for parameter in operation.query_parameters), *form}
