"""The API as an ASGI application: HTTP in, one call of one operation, JSON out."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from contextio_contract.server.http.call import Addresses, Call
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.forms import Pairs, read_body, read_form, urlencoded
from contextio_contract.server.http.oauth1 import CHALLENGE, Verifier
from contextio_contract.server.http.prefer import preferences
from contextio_contract.server.http.responses import JSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

    from contextio_contract.server.http.responses import Answer
    from contextio_contract.server.http.routing import Operation, Router
    from contextio_contract.server.mock.dispatch import Dispatch
    from contextio_contract.server.services import Services

_HOST: Final = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_WITH_FORM: Final = frozenset({"POST", "PUT", "PATCH"})
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Received:
    """A request that was read to its end, and what it asks for."""

    request: Request
    dispatch: Dispatch
    operation: Operation
    path: Mapping[str, str]
    origin: str
    body: bytes
    form: Pairs | RefusedError

    @property
    def url(self) -> str:
        """The address as it was sent, nothing decoded."""
        path, query = self.request.scope["raw_path"], self.request.scope["query_string"]
        return f"{self.origin}{path.decode('ascii')}?{query.decode('latin-1')}"


class Api:
    """Answers whatever stands in the bundle, and everything else with an error of the contract's shape.

    Attributes:
        dispatch: the description by which the next request is answered; another may take its place.
    """

    def __init__(self, dispatch: Dispatch, services: Services) -> None:
        """Take the description and the parts of the server."""
        self.dispatch = dispatch
        self._services = services
        self._verifier = Verifier(services.settings.keys, services.database)

    @property
    def router(self) -> Router:
        """The routes that the next request is led along."""
        return self.dispatch.router

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ASGI's own signature."""
        started = time.perf_counter()
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        except RefusedError as error:
            response = _refusal(error, request.method)
        except Exception:  # noqa: BLE001 - whatever goes wrong, the answer keeps the contract's shape
            _log.exception("a request could not be answered")
            fault = RefusedError(500, "the service could not answer this request")
            response = _refusal(fault, request.method)
        elapsed = (time.perf_counter() - started) * 1000
        # The path without its query, which may hold a signature.
        _log.info("%s %s %d %.0f ms", request.method, printable_path(scope), response.status_code, elapsed)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        dispatch = self.dispatch  # one and the same for the whole request
        route = dispatch.router.route(request.scope["raw_path"])
        operation = route.operation(request.method)
        origin = origin_of(request)
        body = await read_body(request)
        form: Pairs | RefusedError = []
        if operation.method in _WITH_FORM:
            try:
                form = await read_form(request.headers, body)
            except RefusedError as refused:
                form = refused  # held back: a request that is not signed is told so first
        received = _Received(request, dispatch, operation, route.values, origin, body, form)
        response, delay = await run_in_threadpool(self._carry_out, received)
        await asyncio.sleep(delay)
        return response

    def _carry_out(self, received: _Received) -> tuple[Response, float]:
        """Return the answer to a request, and by how many seconds to hold it back."""
        request, operation = received.request, received.operation
        # Before all else: nobody learns or delays anything without a signature.
        consumer_key = self._verifier.consumer_key(
            request.method, received.url, request.headers, received.body
        )
        wanted = preferences(request.headers)
        described = wanted.described(operation)
        try:
            call = self._call(received, consumer_key)
            if described:
                response = answered(described.status, described.answer, described.body)
                challenge = CHALLENGE if described.status == HTTPStatus.UNAUTHORIZED else {}
                response.headers.update({**described.answer.headers, **challenge})
            else:
                content = received.dispatch.handlers[operation.name](call)
                completed = operation.answer.body.completed(content)
                response = answered(operation.status, operation.answer, completed)
        except RefusedError as error:
            described = None
            response = _refusal(error, request.method)
        if applied := wanted.applied(described):
            response.headers["preference-applied"] = applied
        return response, wanted.delay

    def _call(self, received: _Received, consumer_key: str) -> Call:
        """Return a request as handlers see it.

        Raises:
            RefusedError: 400, when the parameters are not as declared.
        """
        if isinstance(received.form, RefusedError):
            raise received.form
        operation, form = received.operation, received.form
        operation.segments.read(received.path.items())
        pairs = urlencoded(received.request.scope["query_string"], "the query")
        if received.request.method == "PUT":
            form = [*pairs, *form]  # the clients that send PUT are not of one mind where the fields go
        return Call(
            consumer_key=consumer_key,
            path=received.path,
            query=operation.query.read(pairs),
            form=operation.form.read(form),
            addresses=Addresses(received.origin, received.dispatch.router),
            services=self._services,
        )


def answered(status: int, described: Answer, content: Any) -> Response:
    """Return an answer in the media type that it is described with."""
    if described.kind == JSON:
        return answer(status, content)
    body = b"" if described.kind is None else str(content).encode()
    return Response(body, status, media_type=described.kind)


def answer(status: int, content: Any, headers: dict[str, str] | None = None) -> Response:
    """Return an answer in JSON with the bare content type that clients compare with."""
    body = json.dumps(content, separators=(",", ":")).encode("ascii")
    return Response(body, status, headers, media_type="application/json")


def _refusal(error: RefusedError, method: str) -> Response:
    return answer(error.status, error.body(method), error.headers)


def origin_of(request: Request) -> str:
    """Return scheme and host as the client named them.

    Raises:
        RefusedError: 400, when the Host header cannot be part of an address.
    """
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        raise RefusedError(400, "the Host header must be a host name, with a port if need be")
    return f"{request.scope['scheme']}://{host}"


def printable_path(scope: Scope) -> str:
    """Return a request's path for the log, as it was sent, without the query and in bounded length."""
    path: bytes = scope["raw_path"]
    return path[:200].decode("ascii", "backslashreplace")
