"""The API as an ASGI application: a request becomes one call of one operation, and its result a response."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from contextio_contract.contract import ContractError
from contextio_contract.server.http.call import Addresses, Call
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.forms import Pairs, parse_urlencoded, read_body, read_form
from contextio_contract.server.http.parameters import RequestParameters
from contextio_contract.server.http.prefer import parse_preferences
from contextio_contract.server.http.responses import described_response, error_response, example_headers
from contextio_contract.server.http.routing import find_route

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.http.call import Handler
    from contextio_contract.server.http.oauth1 import Verifier
    from contextio_contract.server.http.routing import Route
    from contextio_contract.server.services import Services

_HOST: Final = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_FAULT: Final = RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "the service could not answer this request")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ServedContract:
    """A contract, ready to be served.

    Attributes:
        contract: the operations.
        parameters: the parameters of each operation.
        handlers: the handler of each operation.
    """

    contract: Contract
    parameters: Mapping[Operation, RequestParameters]
    handlers: Mapping[Operation, Handler]


def compile_parameters(contract: Contract) -> dict[Operation, RequestParameters]:
    """Compile the parameters of each operation, and everything else that serving a contract takes.

    Raises:
        ContractError: if the contract lacks what a server needs, or has schemas that are not valid.
    """
    try:
        _ = contract.base_path, contract.collections
        for operation in contract.operations.values():
            _ = operation.success.schema and operation.success.schema.validator
        return {each: RequestParameters(each) for each in contract.operations.values()}
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        message = f"it cannot be served ({type(error).__name__}: {error})"
        raise ContractError(message) from error


@dataclass(frozen=True)
class _Received:
    """A request whose body was read, and the operation that it calls."""

    request: Request
    served: ServedContract
    route: Route
    origin: str
    body: bytes
    form: Pairs | RefusedError

    @property
    def url(self) -> str:
        """The address as it was sent, nothing decoded."""
        path, query = self.request.scope["raw_path"], self.request.scope["query_string"]
        return f"{self.origin}{path.decode('ascii')}?{query.decode('latin-1')}"


class Api:
    """Responds to every described operation, and to anything else with an error of the contract's shape.

    Attributes:
        served: the contract by which the next request is answered; another may take its place.
    """

    def __init__(self, served: ServedContract, services: Services, verifier: Verifier) -> None:
        self.served = served
        self._services = services
        self._verifier = verifier

    def parameters(self, operation: str) -> RequestParameters | None:
        """Return the parameters of an operation by its operationId; None if it is not described."""
        described = self.served.contract.operations.get(operation)
        return self.served.parameters[described] if described else None

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
        origin = origin_of(request)
        body = await read_body(request)
        form: Pairs | RefusedError
        try:
            form = await _read_form(route.operation, request, body)
        except RefusedError as refused:
            form = refused  # raised once the signature is verified
        received = _Received(request, served, route, origin, body, form)
        response, delay = await run_in_threadpool(self._carry_out, received)
        await asyncio.sleep(delay)
        return response

    def _carry_out(self, received: _Received) -> tuple[Response, float]:
        """Return the response to a request, and by how many seconds to hold it back."""
        request, operation = received.request, received.route.operation
        consumer_key = self._verifier.verify(request.method, received.url, request.headers, received.body)
        preferences = parse_preferences(request.headers)
        example = preferences.choose(operation)
        try:
            call = self._read_call(received, consumer_key)
            if example:
                response = described_response(example.described, example.status, example.body)
                response.headers.update(example_headers(example.described, example.status))
            else:
                content = received.served.handlers[operation](call)
                response = described_response(operation.success, operation.success_status, content)
        except RefusedError as error:
            example = None
            response = error_response(error, request.method)
        if applied := preferences.applied(example):
            response.headers["preference-applied"] = applied
        return response, preferences.delay

    def _read_call(self, received: _Received, consumer_key: str) -> Call:
        """Return a request as handlers see it.

        Raises:
            RefusedError: 400 if the parameters are not as described; 501 if its body cannot be read.
        """
        if isinstance(received.form, RefusedError):
            raise received.form
        form = received.form
        parameters = received.served.parameters[received.route.operation]
        parameters.path.read(received.route.path.items())
        pairs = parse_urlencoded(received.request.scope["query_string"], "the query")
        if received.request.method == "PUT":
            form = [*pairs, *form]  # clients that send PUT differ in where they put the fields
        return Call(
            consumer_key=consumer_key,
            path=received.route.path,
            query=parameters.query.read(pairs),
            form=parameters.form.read(form),
            addresses=Addresses(received.origin, received.served.contract),
            services=self._services,
        )


async def _read_form(operation: Operation, request: Request, body: bytes) -> Pairs:
    """Return the fields of the form of a request; none for an operation without a body.

    Raises:
        RefusedError: 400 if the form cannot be read; 501 if the operation takes no form.
    """
    if operation.body is None:
        return []
    if operation.form is not None:
        return await read_form(request.headers, body)
    if not body and not operation.body.required:
        return []
    described = ", ".join(operation.body.content)
    raise RefusedError(
        HTTPStatus.NOT_IMPLEMENTED, f"this server cannot read {described or 'this body'}; it reads forms only"
    )


def origin_of(request: Request) -> str:
    """Return scheme and host as the client named them.

    Raises:
        RefusedError: 400 if the Host header cannot be part of an address.
    """
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise RefusedError(
            HTTPStatus.BAD_REQUEST, "the Host header must be a host name, with a port if need be"
        )
    return f"{request.scope['scheme']}://{host}"


def printable_path(scope: Scope) -> str:
    """Return the path of a request for the log: as it was sent, bounded, without the query."""
    path: bytes = scope["raw_path"]
    return path[:200].decode("ascii", "backslashreplace")
