"""Violations of the contract in a request and its response, as sentences that repeat no values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import Headers

from contextio_contract.contract.media_types import essence
from contextio_contract.server.http.api import compile_parameters, find_route
from contextio_contract.server.http.forms import parse_urlencoded, read_form
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from contextio_contract.contract import Contract, MediaType, Operation
    from contextio_contract.proxy.exchange import Outgoing
    from contextio_contract.server.http.forms import Pairs

_MAX_ERRORS: Final = 5


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

    async def check_request(self, request: Outgoing) -> CheckedRequest:
        """Return the operation that a request calls, and what is wrong with the request."""
        headers = Headers(raw=request.headers)
        signed = headers.get("authorization", "").lower().startswith("oauth ")
        try:
            operation, path = find_route(self._contract, request.method, request.path)
        except RefusedError as refused:
            return CheckedRequest(signed=signed, violations=[refused.value])
        violations: list[str] = []
        query: Pairs = []
        form: Pairs = []
        try:
            query = parse_urlencoded(request.query, "the query")
            if operation.form is not None:
                form = await read_form(headers, request.body)
        except RefusedError as refused:
            violations.append(refused.value)
        signed = signed or "oauth_signature" in {name for name, _ in (*query, *form)}
        parameters = self._parameters[operation]
        for described, pairs in (
            (parameters.path, path.items()),
            (parameters.query, query),
            (parameters.form, form),
        ):
            try:
                described.read(pairs)
            except RefusedError as refused:
                violations.append(refused.value)
        sent = {name for name, _ in query} & parameters.query.schemas.keys()
        sent |= {name for name, _ in form} & parameters.form.schemas.keys()
        return CheckedRequest(operation, frozenset(sent), signed, violations)

    def check_response(self, operation: Operation | None, method: str, response: Response) -> list[str]:
        """Return what is wrong with the response to a request; nothing if no operation is described."""
        if operation is None:
            return []
        described = operation.response(response.status_code)
        if described is None:
            statuses = ", ".join(operation.responses)
            return [f"status {response.status_code} is not described; there are {statuses}"]
        headers, body = Headers(raw=response.raw_headers), bytes(response.body)
        if described.media is None:
            return ["there is a body, and none is described"] if body else []
        # The contract wants the bare type for JSON (decision 7); elsewhere a charset may follow.
        content_type = headers.get("content-type", "")
        if (content_type if described.kind == "json" else essence(content_type)) != described.media.name:
            return [f"the content type must be {described.media.name}"]
        if "content-encoding" in headers:
            return ["the body is encoded, which was not asked for"]
        has_json = described.kind == "json" and method != "HEAD"
        return _errors_in_json(described.media, body) if has_json else []


def _errors_in_json(described: MediaType, body: bytes) -> list[str]:
    try:
        content = json.loads(body, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return ["the body is no JSON"]
    errors = islice(described.schema.validator.iter_errors(content), _MAX_ERRORS)
    return [f"/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in errors]


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)
