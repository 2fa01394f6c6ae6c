"""The proxy as an ASGI application: a request goes on as it came, and its answer comes back with remarks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import click
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request

from contextio_contract.proxy.exchange import Outgoing
from contextio_contract.proxy.violations import Asked
from contextio_contract.server.http.api import answer, printable_path
from contextio_contract.server.http.errors import RefusedError
from contextio_contract.server.http.forms import read_body

if TYPE_CHECKING:
    import httpx
    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

    from contextio_contract.proxy.coverage import Coverage
    from contextio_contract.proxy.signing import Signer
    from contextio_contract.proxy.violations import Checker

HEADER: Final = "contextio-contract-violations"
"""The answer's header that names violations: a list of strings (RFC 9651, section 3.1)."""

_MAX_NAMED: Final = 10
_MAX_LENGTH: Final = 200
_log = logging.getLogger(__name__)


class Proxy:
    """Passes requests on to one deployment and checks both directions."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        origin: str,
        checker: Checker,
        coverage: Coverage,
        signer: Signer | None = None,
    ) -> None:
        """Take what the proxy works with.

        Args:
            client: sends the requests.
            origin: scheme, host and port of the deployment.
            checker: knows the contract.
            coverage: counts.
            signer: signs the requests anew; without it they keep the signature they came with.
        """
        self._client = client
        self._origin = origin
        self._checker = checker
        self._coverage = coverage
        self._signer = signer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; ASGI's own signature."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        except Exception:  # noqa: BLE001 - one request that cannot be passed on must not end the others
            _log.exception("a request could not be passed on")
            response = _refusal(RefusedError(500, "the proxy could not pass this request on"), request.method)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        try:
            outgoing = Outgoing.of(request, await read_body(request))
        except RefusedError as refused:
            asked = Asked(None, frozenset(), signed=False, violations=[refused.value])
            return self._noted(request, asked, _refusal(refused, request.method), asked.violations)
        asked = await self._checker.asked(outgoing)
        wrong = [f"request: {each}" for each in asked.violations]
        try:
            if self._signer:
                outgoing = await run_in_threadpool(self._signer.signed_anew, outgoing)
            elif not asked.signed:
                wrong.append("request: the request is not signed")
        except RefusedError as refused:
            wrong.append(f"request: {refused.value}")  # and the deployment will turn it down as well
        try:
            response = await outgoing.answer(self._client, self._origin)
        except RefusedError as refused:
            response = _refusal(refused, request.method)
            wrong.append(f"answer: {refused.value}")
        else:
            wrong += [f"answer: {each}" for each in await self._wrong_with(asked, response)]
        return self._noted(request, asked, response, wrong)

    async def _wrong_with(self, asked: Asked, response: Response) -> list[str]:
        if asked.operation is None:
            return []
        headers, content = Headers(raw=response.raw_headers), bytes(response.body)
        # In a thread: other requests need not wait until a long answer is checked.
        return await run_in_threadpool(
            self._checker.answered, asked.operation, response.status_code, headers, content
        )

    def _noted(self, request: Request, asked: Asked, response: Response, wrong: list[str]) -> Response:
        self._coverage.record(asked, response.status_code, len(wrong))
        line = f"{request.method} {printable_path(request.scope)} {response.status_code}"
        for each in wrong:
            click.echo(f"{line}: {_printable(each)}")
        if wrong:
            more = [f"and {len(wrong) - _MAX_NAMED} more"] if len(wrong) > _MAX_NAMED else []
            response.headers[HEADER] = ", ".join(_quoted(each) for each in (*wrong[:_MAX_NAMED], *more))
        return response


def _refusal(refused: RefusedError, method: str) -> Response:
    return answer(refused.status, refused.body(method), refused.headers)


def _printable(text: str) -> str:
    return text[:_MAX_LENGTH].encode("ascii", "backslashreplace").decode("ascii").replace("\n", " ")


def _quoted(text: str) -> str:
    """Return a text as a string of a structured header."""
    plain = "".join(letter if letter.isprintable() else " " for letter in _printable(text))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
