"""The API as an ASGI application: a request becomes one call of one operation, and its result a response."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool as _run
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from contextio_contract.contract import FORM, ContractError
from contextio_contract.server.http.call import Addresses, Call
from contextio_contract.server.http.content import RequestContent, read_content
from contextio_contract.server.http.context import context_of
from contextio_contract.server.http.forms import (
    declared_size,
    media_type,
    once,
    parse_urlencoded,
    read_body,
    too_long,
)
from contextio_contract.server.http.logged_path import describe_path, list_words
from contextio_contract.server.http.oauth1 import replayed
from contextio_contract.server.http.parameters import RequestParameters
from contextio_contract.server.http.rates import Rates
from contextio_contract.server.http.responses import (
    RefusedError,
    described_response,
    error_response,
    partial_response,
)
from contextio_contract.server.http.routing import find_route
from contextio_contract.server.http.threads import run_in_executor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor

    from starlette.types import Receive, Scope, Send

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.server.http.call import Handler
    from contextio_contract.server.http.nonces import Nonce, NonceStore
    from contextio_contract.server.http.oauth1 import Claim, Verifier
    from contextio_contract.server.http.routing import Route

_SHORT: Final = 32 * 1024
"""Bytes of a body that are verified and parsed at once; for more, other requests do not have to wait."""
_UNAVAILABLE: Final = RefusedError(
    HTTPStatus.SERVICE_UNAVAILABLE,
    "the service cannot be used now; try again later",
    {},
    {"retry-after": "10"},
)
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
        threaded: operations whose handlers take long, or wait for another machine.
        rates: how many calls a key may make.
        unavailable: what handlers and the store of nonces raise if no call can be answered now.
    """

    contract: Contract
    parameters: Mapping[Operation, RequestParameters]
    handlers: Mapping[Operation, Handler]
    waiting: Mapping[Operation, Callable[[Call], bool]] = field(default_factory=dict)
    executor: Executor | None = None
    threaded: frozenset[Operation] = frozenset()
    rates: Rates = field(default_factory=Rates)
    unavailable: tuple[type[Exception], ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The segments of paths that may stand in the log."""
        return list_words(self.contract)

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


@dataclass(frozen=True)
class _Signed:
    """A request that has a signature, which is not verified yet, and the address that was signed."""

    served: ServedContract
    route: Route
    request: Request
    claim: Claim
    address: str


class Api:
    """Responds to operations that have a handler, and to all else with an error of the contract's shape."""

    def __init__(self, served: ServedContract, verifier: Verifier, keep_nonce: NonceStore) -> None:
        self.served = served  # another contract may take its place for the next requests
        self._verifier = verifier
        self._keep_nonce = keep_nonce

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        context_of(scope).path = describe_path(scope["raw_path"], self.served.words)
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        except RefusedError as error:
            response = error_response(error, request.method)
        except self.served.unavailable:
            response = error_response(_UNAVAILABLE, request.method)
        except Exception:  # noqa: BLE001 - whatever goes wrong, the response keeps the contract's shape
            _log.exception("a request could not be answered")
            response = error_response(_FAULT, request.method)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        served = self.served  # one and the same for the whole request
        # 404 and 405 come before the signature, which covers the address: they tell nothing that is stored.
        # So does 413, for whoever knows a key. Everything else comes after it.
        route = find_route(served.contract, request.method, request.scope["raw_path"])
        operation, parameters = route[0], served.parameters[route[0]]
        context = context_of(request.scope)
        context.operation = operation.id
        kind, size = media_type(request.headers), declared_size(request.headers)
        limit = parameters.max_body(kind)
        address = f"{context.origin}{request.scope['raw_path'].decode('ascii')}"
        query = request.scope["query_string"].decode("latin-1")
        claim = self._verifier.read_claim(request.method, address, query, request.headers)
        if size is not None and size > limit:
            raise too_long(limit=limit)
        signed = _Signed(served, route, request, claim, address)
        # What is long takes a thread: other requests do not have to wait.
        is_long = size is None or size > _SHORT
        if kind == FORM and size != 0:
            body = await read_body(request, limit)
            verify = self._verify_form
            nonce, content = await _run(verify, signed, body) if is_long else verify(signed, body)
            await self._admit(signed, nonce)
            if content is None:
                content = await read_content(operation, parameters.files, request.headers, once(body))
        else:  # the signature does not cover the body: whoever may not send it is told first
            nonce = self._verifier.verify_claim(request.method, address, claim, [])
            await self._admit(signed, nonce)
            content = await read_content(operation, parameters.files, request.headers, request.stream())
        try:
            arguments = served, route, request, nonce.consumer_key, content
            call = await _run(_read_call, *arguments) if is_long else _read_call(*arguments)
            executor = served.executor_of(call)
            if executor:
                served.rates.check_mailbox(call.consumer_key, next(iter(call.path.values()), ""))
            if executor or is_long or operation in served.threaded:
                return await run_in_executor(executor, _carry_out, served, call)
            return _carry_out(served, call)
        finally:
            content.close()

    def _verify_form(self, signed: _Signed, body: bytes) -> tuple[Nonce, RequestContent | None]:
        """Return the nonce and the content of a request whose form is signed.

        The content is None if the operation takes no such form.
        """
        form = self._verifier.read_form(signed.claim, body)
        nonce = self._verifier.verify_claim(signed.request.method, signed.address, signed.claim, form)
        described = signed.route[0].body
        return nonce, RequestContent(form) if described and described.form else None

    async def _admit(self, signed: _Signed, nonce: Nonce) -> None:
        """Let a request count that is signed, once, and can be carried out."""
        if not await self._keep_nonce(nonce):
            raise replayed()
        context_of(signed.request.scope).consumer_key = nonce.consumer_key
        signed.served.rates.check(nonce.consumer_key)
        operation = signed.route[0]
        if operation not in signed.served.handlers:
            raise RefusedError(HTTPStatus.NOT_IMPLEMENTED, f"this server does not implement {operation}")


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
