"""Violations of the contract in requests and responses, and what of the contract was exercised.

Violations are sentences that repeat no values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from contextio_contract.contract import conformity
from contextio_contract.server.http.api import compile_parameters
from contextio_contract.server.http.content import RequestContent, read_content
from contextio_contract.server.http.forms import MAX_BODY, once, parse_urlencoded
from contextio_contract.server.http.responses import RefusedError
from contextio_contract.server.http.routing import find_route

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.http.forms import Pairs


@dataclass(frozen=True)
class SentRequest:
    """A request as a client sent it.

    Attributes:
        method: the method, in capitals.
        path: the path, percent-encoded.
        query: the query, percent-encoded; empty without one.
        headers: the names, in small letters, and values of the header fields.
        body: the body; None if it is not known.
    """

    method: str
    path: bytes
    query: bytes
    headers: list[tuple[bytes, bytes]]
    body: bytes | None


@dataclass(frozen=True)
class CheckedRequest:
    """What a request calls, the described parameters that it has, and what is wrong with it."""

    operation: Operation | None = None
    parameters: frozenset[str] = frozenset()
    signed: bool = False
    violations: Sequence[str] = ()


class Checker:
    """Holds requests and responses against a contract."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._parameters = compile_parameters(contract)

    def max_body(self, method: str, raw_path: bytes) -> int:
        """Return the bytes that the body of a request may have."""
        try:
            operation, _ = find_route(self._contract, method, raw_path)
        except RefusedError:
            return MAX_BODY
        return MAX_BODY + sum(self._parameters[operation].files.values())

    async def check_request(self, request: SentRequest) -> CheckedRequest:
        """Return the operation that a request calls, and what is wrong with the request.

        A body that is not known is not judged.
        """
        headers = Headers(raw=request.headers)
        signed = headers.get("authorization", "").lower().startswith("oauth ")
        try:
            operation, path = find_route(self._contract, request.method, request.path)
        except RefusedError as refused:
            return CheckedRequest(signed=signed, violations=[refused.value])
        violations: list[str] = []
        query: Pairs = []
        content = RequestContent()
        try:
            query = parse_urlencoded(request.query, "the query")
            files = self._parameters[operation].files
            if request.body is not None:
                content = await read_content(operation, files, headers, once(request.body))
        except RefusedError as refused:
            violations.append(refused.value)
        content.close()
        signed = signed or "oauth_signature" in {name for name, _ in (*query, *content.form)}
        parameters = self._parameters[operation]
        for read in (
            lambda: parameters.path.read(path.items()),
            lambda: parameters.query.read(query),
            lambda: parameters.read_headers(headers),
            lambda: request.body is None or parameters.read_content(content),
        ):
            try:
                read()
            except RefusedError as refused:
                violations.append(refused.value)
        sent = {name for name, _ in query} & parameters.query.schemas.keys()
        sent |= {*dict(content.form), *content.files} & parameters.form.schemas.keys()
        return CheckedRequest(operation, frozenset(sent), signed, violations)

    def check_response(self, operation: Operation | None, method: str, response: Response) -> list[str]:
        """Return what is wrong with the response to a request; nothing if no operation is described."""
        if operation is None:
            return []
        headers, body = Headers(raw=response.raw_headers), bytes(response.body)
        if "content-encoding" in headers:
            return ["the body is encoded, which was not asked for"]
        return conformity.violations(operation, method, response.status_code, headers, body)


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

    @property
    def called(self) -> Sequence[Operation]:
        """The operations that were called, by their paths."""
        return [operation for operation in self._operations if self._statuses[operation]]

    def statuses(self, operation: Operation) -> Mapping[str, int]:
        """Return how often an operation was answered with each status."""
        return self._statuses[operation]

    def table(self, operations: Sequence[Operation] | None = None) -> str:
        """Return a line for each operation: what was exercised and, if it was called, what was not.

        Args:
            operations: those to have lines; None for all.
        """
        rows = [self._row(each) for each in (self._operations if operations is None else operations)]
        rows.insert(0, ("operation", "requests", "statuses", "parameters"))
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        return "\n".join(
            f"{name:{widths[0]}}  {requests:>{widths[1]}}  {statuses:{widths[2]}}  {parameters}"
            for name, requests, statuses, parameters in rows
        )

    def summary(self) -> str:
        """Return how much was exercised, in one line."""
        statuses = [(_described_statuses(each), self._statuses[each].keys()) for each in self._operations]
        return (
            f"{self.requests} request{'s' * (self.requests != 1)}, "
            f"{self.violations} violation{'s' * (self.violations != 1)}; exercised "
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
