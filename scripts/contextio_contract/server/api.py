"""The API as an ASGI application: HTTP in, one call of one operation, JSON out."""

from __future__ import annotations

import json
import logging
import re
import time
from typing import TYPE_CHECKING, Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from contextio_contract.server.answers import JSON
from contextio_contract.server.body import Pairs, read_body, read_form, urlencoded
from contextio_contract.server.call import Addresses, Call
from contextio_contract.server.oauth1 import Verifier
from contextio_contract.server.problems import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

    from contextio_contract.server.answers import Answer
    from contextio_contract.server.dispatch import Dispatch
    from contextio_contract.server.routing import Operation, Router
    from contextio_contract.server.services import Services

_HOST: Final = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_WITH_FORM: Final = frozenset({"POST", "PUT", "PATCH"})
_log = logging.getLogger(__name__)


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
        return await run_in_threadpool(
            self._carry_out, request, dispatch, operation, route.values, origin, body, form
        )

    def _carry_out(  # noqa: PLR0913, PLR0917 - what a call is made of
        self,
        request: Request,
        dispatch: Dispatch,
        operation: Operation,
        path: Mapping[str, str],
        origin: str,
        body: bytes,
        form: Pairs | RefusedError,
    ) -> Response:
        query: bytes = request.scope["query_string"]
        url = f"{origin}{request.scope['raw_path'].decode('ascii')}?{query.decode('latin-1')}"
        consumer_key = self._verifier.consumer_key(request.method, url, request.headers, body)
        if isinstance(form, RefusedError):
            raise form
        operation.segments.read(path.items())
        pairs = urlencoded(query, "the query")
        if request.method == "PUT":
            form = [*pairs, *form]  # the clients that send PUT are not of one mind where the fields go
        call = Call(
            consumer_key=consumer_key,
            path=path,
            query=operation.query.read(pairs),
            form=operation.form.read(form),
            addresses=Addresses(origin, dispatch.router),
            services=self._services,
        )
        content = dispatch.handlers[operation.name](call)
        return answered(operation.status, operation.answer, operation.answer.body.completed(content))


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
