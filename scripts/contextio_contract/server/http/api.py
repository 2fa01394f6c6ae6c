"""The API as an ASGI application: a request becomes one call of one operation, and its result a response."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import unquote_to_bytes

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from contextio_contract.contract import MULTIPART, ContractError
from contextio_contract.server.http.call import Addresses, Call
from contextio_contract.server.http.content import RequestContent, read_content
from contextio_contract.server.http.context import context_of
from contextio_contract.server.http.forms import media_type, once, parse_urlencoded, read_body
from contextio_contract.server.http.parameters import RequestParameters
from contextio_contract.server.http.responses import (
    RefusedError,
    described_response,
    error_response,
    partial_response,
)
from contextio_contract.server.http.threads import run_in_executor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from starlette.types import Receive, Scope, Send

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.http.call import Handler
    from contextio_contract.server.http.oauth1 import Verifier

Route: TypeAlias = "tuple[Operation, Mapping[str, str]]"
"""An operation, and the decoded values of its path parameters."""

_SHORT: Final = 32 * 1024
"""Bytes of a body that are verified and parsed at once; for more, other requests do not have to wait."""
_FAULT: Final = RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "the service could not answer this request")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ServedContract:
    """A contract that is served.

    Attributes:
        contract: the contract.
        parameters: the parameters of each operation.
        handlers: the handlers of the operations that are implemented.
        waiting: tells of a call whether its handler waits, for a mail server say; by the operations whose
            handlers may.
        executor: threads for calls that wait, so that no other call waits with them.
    """

    contract: Contract
    parameters: Mapping[Operation, RequestParameters]
    handlers: Mapping[Operation, Handler]
    waiting: Mapping[Operation, Callable[[Call], bool]] = field(default_factory=dict)
    executor: Executor | None = None

    def executor_of(self, call: Call) -> Executor | None:
        """Return the threads for a call that waits; None for any other."""
        waits = self.waiting.get(call.operation)
        return self.executor if waits and waits(call) else None


def compile_parameters(contract: Contract) -> dict[Operation, RequestParameters]:
    """Compile the parameters of each operation, and everything else that serving a contract takes.

    Raises:
        ContractError: if the contract lacks what a server needs, or has schemas that are not valid.
    """
    try:
        _ = contract.base_path
        contract.read_behaviour()
        for operation in contract.operations.values():
            _ = operation.success.schema and operation.success.schema.validator
        return {operation: RequestParameters(operation) for operation in contract.operations.values()}
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        message = f"it cannot be served ({type(error).__name__}: {error})"
        raise ContractError(message) from error


class Api:
    """Responds to operations that have a handler, and to all else with an error of the contract's shape."""

    def __init__(self, served: ServedContract, verifier: Verifier) -> None:
        self.served = served  # another contract may take its place for the next requests
        self._verifier = verifier

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        started = time.perf_counter()
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        except RefusedError as error:
            response = error_response(error, request.method)
        except Exception:  # noqa: BLE001 - whatever goes wrong, the response keeps the contract's shape
            _log.exception("a request could not be answered")
            response = error_response(_FAULT, request.method)
        elapsed = (time.perf_counter() - started) * 1000
        # The path without its query, which may hold a signature.
        _log.info("%s %s %d %.0f ms", request.method, printable_path(scope), response.status_code, elapsed)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        served = self.served  # one and the same for the whole request
        # 404, 405, a wrong Host and 413 come before the signature: they tell nothing that is stored, and
        # a signature covers the address and the form. Everything else comes after it.
        route = find_route(served.contract, request.method, request.scope["raw_path"])
        files = served.parameters[route[0]].files
        content: RequestContent | RefusedError
        if files and media_type(request.headers) == MULTIPART:
            # It may be large, and the signature does not cover it: whoever may not send it is told first.
            consumer_key = await run_in_threadpool(self._admit, served, route, request, b"")
            content = await read_content(route[0], files, request.headers, request.stream())
            try:
                call = await run_in_threadpool(_read_call, served, route, request, consumer_key, content)
                return await run_in_executor(served.executor_of(call), _carry_out, served, call)
            finally:
                content.close()
        body = await read_body(request)
        try:
            content = await read_content(route[0], files, request.headers, once(body))
        except RefusedError as refused:
            content = refused  # raised once the signature is verified
        if len(body) > _SHORT:
            call = await run_in_threadpool(self._admit_call, served, route, request, body, content)
        else:
            call = self._admit_call(served, route, request, body, content)
        executor = served.executor_of(call)
        if executor or len(body) > _SHORT:
            return await run_in_executor(executor, _carry_out, served, call)
        return _carry_out(served, call)

    def _admit_call(
        self,
        served: ServedContract,
        route: Route,
        request: Request,
        body: bytes,
        content: RequestContent | RefusedError,
    ) -> Call:
        consumer_key = self._admit(served, route, request, body)
        if isinstance(content, RefusedError):
            raise content
        return _read_call(served, route, request, consumer_key, content)

    def _admit(self, served: ServedContract, route: Route, request: Request, body: bytes) -> str:
        """Return the consumer key of a request that is signed and can be carried out."""
        query: bytes = request.scope["query_string"]
        path = request.scope["raw_path"].decode("ascii")
        context = context_of(request.scope)
        url = f"{context.origin}{path}?{query.decode('latin-1')}"
        consumer_key = self._verifier.verify(request.method, url, request.headers, body)
        if route[0] not in served.handlers:
            raise RefusedError(HTTPStatus.NOT_IMPLEMENTED, f"this server does not implement {route[0]}")
        return consumer_key


def _read_call(
    served: ServedContract, route: Route, request: Request, consumer_key: str, content: RequestContent
) -> Call:
    """Return the call that a request is which is admitted, or raise a 400."""
    operation, path = route
    parameters = served.parameters[operation]
    parameters.path.read(path.items())
    parameters.read_headers(request.headers)
    pairs = parse_urlencoded(request.scope["query_string"], "the query")
    if request.method == "PUT" != operation.method:
        # Clients that send PUT differ in where they put the fields.
        content = replace(content, form=[*pairs, *content.form])
    form, body = parameters.read_content(content)
    return Call(
        operation=operation,
        consumer_key=consumer_key,
        path=path,
        query=parameters.query.read(pairs),
        form=form,
        headers=request.headers,
        addresses=Addresses(context_of(request.scope).origin, served.contract),
        files=content.files,
        body=body,
    )


def _carry_out(served: ServedContract, call: Call) -> Response:
    """Return the response to a call."""
    operation = call.operation
    answer = served.handlers[operation](call)
    if not isinstance(answer, Response):
        accept = call.headers.get("accept", "")
        answer = described_response(operation.success, operation.success_status, answer, accept)
    if "range" in call.headers and str(HTTPStatus.PARTIAL_CONTENT.value) in operation.responses:
        return partial_response(answer, call.headers["range"])
    return answer


def find_route(contract: Contract, method: str, raw_path: bytes) -> Route:
    """Return the route that a request takes.

    In the path as it was sent, an encoded slash does not end a segment; one slash at the end is ignored.

    Raises:
        RefusedError: 404 if nothing is described at the path; 405 if the method is not.
    """
    segments = [unquote_to_bytes(part).decode("utf-8", "replace") for part in raw_path.split(b"/")]
    if len(segments) > 1 and not segments[-1]:
        del segments[-1]
    route = contract.router.locate(segments[1:])
    if route is None:
        sentence = f"there is nothing at this address; the API starts at {contract.base_path}"
        raise RefusedError(HTTPStatus.NOT_FOUND, sentence)
    operations, values = route
    operation = operations.get(_described_method(method, operations))
    if operation is None:
        methods = {*operations, "HEAD"} if "GET" in operations else operations
        allowed = ", ".join(sorted(methods))
        raise RefusedError(
            HTTPStatus.METHOD_NOT_ALLOWED, f"this address takes {allowed}", headers={"allow": allowed}
        )
    return operation, values


def _described_method(method: str, operations: Mapping[str, Operation]) -> str:
    """Return the method under which a request is described.

    HEAD is served as GET (RFC 9110, section 9.3.2). PUT on a single resource is served as POST: this is
    not described, but three of the old clients send it (contract decision 11; rules accounts-put-alias
    and src-put-alias).
    """
    if method in operations:
        return method
    if method == "PUT" and next(iter(operations.values())).path.names_resource:
        return "POST"
    return "GET" if method == "HEAD" else method


def printable_path(scope: Scope) -> str:
    """Return the path of a request for the log: as it was sent, bounded, without the query."""
    path: bytes = scope["raw_path"]
    return path[:200].decode("ascii", "backslashreplace")
