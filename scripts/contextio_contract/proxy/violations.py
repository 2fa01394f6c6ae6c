"""What in a request and its answer breaks the contract, in sentences without the values that were sent."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from starlette.datastructures import Headers

from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.forms import read_form, urlencoded
from contextio_contract.server.http.responses import JSON
from contextio_contract.server.http.routing import Router

if TYPE_CHECKING:
    from contextio_contract.proxy.exchange import Outgoing
    from contextio_contract.server.http.forms import Pairs
    from contextio_contract.server.http.responses import Answer
    from contextio_contract.server.http.routing import Operation

_MAX_ERRORS: Final = 5
_WITH_FORM: Final = frozenset({"POST", "PUT", "PATCH"})


@dataclass(frozen=True)
class Asked:
    """A request as the description sees it.

    Attributes:
        operation: what it asks for; None where nothing is described.
        parameters: the declared parameters of query and form that were sent.
        signed: whether there is a signature, of whatever worth.
        violations: what is wrong with it.
    """

    operation: Operation | None
    parameters: frozenset[str]
    signed: bool
    violations: list[str]


class Checker:
    """Holds requests and answers against a description."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        """Compile a bundled OpenAPI document; the path of its first server is where the API begins."""
        self.router = Router(bundle)

    async def asked(self, request: Outgoing) -> Asked:
        """Return what a request asks for and what is wrong with it."""
        headers = Headers(raw=request.headers)
        signed = headers.get("authorization", "").lower().startswith("oauth ")
        try:
            route = self.router.route(request.path)
            operation = route.operation(request.method)
        except RefusedError as refused:
            return Asked(None, frozenset(), signed, [refused.value])
        violations: list[str] = []
        pairs: Pairs = []
        form: Pairs = []
        try:
            pairs = urlencoded(request.query, "the query")
            if operation.method in _WITH_FORM:
                form = await read_form(headers, request.body)
        except RefusedError as refused:
            violations.append(refused.value)
        signed = signed or "oauth_signature" in {name for name, _ in (*pairs, *form)}
        for parameters, given in (
            (operation.segments, route.values.items()),
            (operation.query, pairs),
            (operation.form, form),
        ):
            try:
                parameters.read(given)
            except RefusedError as refused:
                violations.append(refused.value)
        sent = {name for name, _ in pairs} & operation.query.fields.keys()
        sent |= {name for name, _ in form} & operation.form.fields.keys()
        return Asked(operation, frozenset(sent), signed, violations)

    def answered(self, operation: Operation, status: int, headers: Headers, body: bytes) -> list[str]:
        """Return what is wrong with an answer of an operation."""
        answers = operation.answers
        described = answers.get(str(status)) or answers.get(f"{status // 100}XX") or answers.get("default")
        if described is None:
            return [f"status {status} is not described; there are {', '.join(answers)}"]
        if described.kind is None:
            return ["there is a body, and none is described"] if body else []
        kind = headers.get("content-type", "")
        # For JSON the contract wants the bare type; elsewhere a charset may follow.
        if (kind if described.kind == JSON else kind.partition(";")[0]) != described.kind:
            return [f"the content type must be {described.kind}"]
        if "content-encoding" in headers:
            return ["the body is encoded, which was not asked for"]
        return _wrong_in(described, body) if described.kind == JSON else []


def _wrong_in(described: Answer, body: bytes) -> list[str]:
    try:
        content = json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return ["the body is no JSON"]
    errors = islice(described.body.validator.iter_errors(content), _MAX_ERRORS)
    return [f"/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in errors]


def _refuse(name: str) -> None:
    raise ValueError(name)
