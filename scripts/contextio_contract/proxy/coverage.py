"""What of a description was exercised."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.proxy.violations import Asked
    from contextio_contract.server.http.routing import Operation


@dataclass
class _Seen:
    statuses: Counter[int] = field(default_factory=Counter)
    parameters: set[str] = field(default_factory=set)


class Coverage:
    """Counts requests by operation, with the statuses of their answers and the parameters that they had."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Take all operations there are."""
        self._operations = sorted(operations, key=lambda operation: (operation.path, operation.method))
        self._seen: defaultdict[str, _Seen] = defaultdict(_Seen)
        self.requests = 0
        self.violations = 0

    def record(self, asked: Asked, status: int, violations: int) -> None:
        """Count a request.

        Args:
            asked: the request.
            status: that of its answer.
            violations: how many things were wrong with either.
        """
        self.requests += 1
        self.violations += violations
        if asked.operation:
            seen = self._seen[asked.operation.name]
            seen.statuses[status] += 1
            seen.parameters |= asked.parameters

    def table(self) -> str:
        """Return a line for each operation, what was exercised and, where it was called, what was not."""
        rows = [("operation", "requests", "statuses", "parameters"), *map(self._row, self._operations)]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        return "\n".join(
            f"{name:{widths[0]}}  {requests:>{widths[1]}}  {statuses:{widths[2]}}  {parameters}"
            for name, requests, statuses, parameters in rows
        )

    def _row(self, operation: Operation) -> tuple[str, str, str, str]:
        seen = self._seen[operation.name]
        answered = [str(status) for status in sorted(seen.statuses)]
        described, parameters = _statuses(operation), _parameters(operation)
        lacking = sorted(parameters - seen.parameters) if answered else []
        return (
            operation.name,
            str(seen.statuses.total()),
            " ".join([f"{len(described.intersection(answered))}/{len(described)}", *answered]),
            " ".join(
                [f"{len(seen.parameters)}/{len(parameters)}", *(["without"] if lacking else []), *lacking]
            ),
        )

    def summary(self) -> str:
        """Return how much was exercised, in one line."""
        called = [operation for operation in self._operations if self._seen[operation.name].statuses]
        statuses = sum(
            len(_statuses(operation) & {str(each) for each in self._seen[operation.name].statuses})
            for operation in called
        )
        parameters = sum(len(self._seen[operation.name].parameters) for operation in called)
        return (
            f"{self.requests} requests, {self.violations} violations; exercised "
            f"{len(called)} of {len(self._operations)} operations, "
            f"{statuses} of {sum(len(_statuses(each)) for each in self._operations)} statuses, "
            f"{parameters} of {sum(len(_parameters(each)) for each in self._operations)} parameters"
        )


def _statuses(operation: Operation) -> set[str]:
    return {code for code in operation.answers if code.isdigit()}


def _parameters(operation: Operation) -> set[str]:
    return {*operation.query.fields, *operation.form.fields}
