"""Coverage of a contract: which operations, statuses and parameters were exercised."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_contract.contract import Contract, Operation
    from contextio_contract.proxy.violations import CheckedRequest


class Coverage:
    """Counts requests by operation, with the statuses of their responses and the parameters they had."""

    def __init__(self, contract: Contract) -> None:
        operations = contract.operations.values()
        self._operations = sorted(operations, key=lambda operation: (operation.path.text, operation.method))
        self._statuses: defaultdict[Operation, Counter[str]] = defaultdict(Counter)
        self._parameters: defaultdict[Operation, set[str]] = defaultdict(set)
        self.requests = 0
        self.violations = 0

    def record(self, request: CheckedRequest, status: int, violations: int) -> None:
        """Count a request, the status of its response, and the violations in both."""
        self.requests += 1
        self.violations += violations
        if request.operation:
            self._statuses[request.operation][str(status)] += 1
            self._parameters[request.operation] |= request.parameters

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
        statuses = [(_described_statuses(each), self._statuses[each].keys()) for each in self._operations]
        return (
            f"{self.requests} requests, {self.violations} violations; exercised "
            f"{sum(map(bool, self._statuses.values()))} of {len(self._operations)} operations, "
            f"{sum(len(described & seen) for described, seen in statuses)} of "
            f"{sum(len(described) for described, _ in statuses)} statuses, "
            f"{sum(map(len, self._parameters.values()))} of "
            f"{sum(len(_described_parameters(each)) for each in self._operations)} parameters"
        )

    def _row(self, operation: Operation) -> tuple[str, str, str, str]:
        seen, described = self._statuses[operation], _described_statuses(operation)
        sent, parameters = self._parameters[operation], _described_parameters(operation)
        missing = sorted(parameters - sent) if seen else []
        return (
            operation.id,
            str(seen.total()),
            " ".join([f"{len(described & seen.keys())}/{len(described)}", *sorted(seen)]),
            " ".join([f"{len(sent)}/{len(parameters)}", *(["without", *missing] if missing else [])]),
        )


def _described_statuses(operation: Operation) -> set[str]:
    return {key for key in operation.responses if key.isdecimal()}


def _described_parameters(operation: Operation) -> set[str]:
    return {*(parameter.name for parameter in operation.query_parameters), *operation.form_fields}
