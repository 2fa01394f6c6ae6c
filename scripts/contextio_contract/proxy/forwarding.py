"""The proxy as an ASGI application: a request goes on as it came, and its answer comes back with remarks."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

import click
import httpx
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from contextio_contract.proxy.checking import Asked
from contextio_contract.server.api import answer, printable_path
from contextio_contract.server.body import read_body
from contextio_contract.server.problems import RefusedError

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from contextio_contract.proxy.checking import Checker
    from contextio_contract.proxy.coverage import Coverage

HEADER: Final = "contextio-contract-violations"
"""The answer's header that names violations: a list of strings (RFC 9651, section 3.1)."""

TIMEOUT: Final = 60.0
"""Seconds within which an answer must be there to its end."""

MAX_ANSWER: Final = 16 * 1024 * 1024
"""Bytes that the body of an answer may have."""

_MAX_NAMED: Final = 10
_MAX_LENGTH: Final = 200
_HOP_BY_HOP: Final = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
_log = logging.getLogger(__name__)


class Proxy:
    """Passes requests on to one deployment and checks both directions."""

    def __init__(self, client: httpx.AsyncClient, origin: str, checker: Checker, coverage: Coverage) -> None:
        """Take what the proxy works with.

        Args:
            client: sends the requests.
            origin: scheme, host and port of the deployment.
            checker: knows the contract.
            coverage: counts.
        """
        self._client = client
        self._origin = origin
        self._checker = checker
        self._coverage = coverage

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
        path, query = _target(request)
        try:
            body = await read_body(request)
        except RefusedError as refused:
            response = _refusal(refused, request.method)
            asked = Asked(None, frozenset(), [refused.value])
            return self._noted(request, asked, response, [f"request: {refused.value}"])
        asked = await self._checker.asked(request.method, path, query, request.headers, body)
        wrong = [f"request: {each}" for each in asked.violations]
        try:
            response = await self._passed_on(request, path, query, body)
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

    async def _passed_on(self, request: Request, path: bytes, query: bytes, body: bytes) -> Response:
        """Return the deployment's answer.

        Raises:
            RefusedError: 502 or 504, when there is none, or it is too long.
        """
        sent = httpx.Request(
            request.method,
            self._origin,
            headers=[
                *_end_to_end(request.headers.raw, b"accept-encoding"),
                (b"accept-encoding", b"identity"),
            ],
            content=body,
            # As it came: httpx would encode some characters anew.
            extensions={"target": path + (b"?" + query if query else b""), "timeout": _timeouts()},
        )
        try:
            async with asyncio.timeout(TIMEOUT):
                received = await self._client.send(sent, stream=True)
                try:
                    content = await _bounded(received)
                finally:
                    await received.aclose()
        except (httpx.TimeoutException, TimeoutError) as error:
            raise RefusedError(504, f"the deployment did not answer within {TIMEOUT:g} seconds") from error
        except httpx.HTTPError as error:
            raise RefusedError(
                502, f"the deployment could not be reached ({type(error).__name__})"
            ) from error
        response = Response(content, received.status_code)
        # uvicorn adds a date.
        response.raw_headers = [
            *(
                (name.lower(), value)
                for name, value in _end_to_end(received.headers.raw, b"date", HEADER.encode())
            )
        ]
        return response


async def _bounded(received: httpx.Response) -> bytes:
    content = bytearray()
    async for chunk in received.aiter_raw():
        content += chunk
        if len(content) > MAX_ANSWER:
            raise RefusedError(502, f"the deployment's answer has more than {MAX_ANSWER} bytes")
    return bytes(content)


def _timeouts() -> dict[str, float | None]:
    return httpx.Timeout(TIMEOUT).as_dict()


def _target(request: Request) -> tuple[bytes, bytes]:
    """Return path and query as sent; clients that take us for their HTTP proxy send a whole address."""
    path: bytes = request.scope["raw_path"]
    query: bytes = request.scope["query_string"]
    if path.startswith(b"http://"):
        path = b"/" + path.removeprefix(b"http://").partition(b"/")[2]
    return path, query


def _end_to_end(raw: list[tuple[bytes, bytes]], *without: bytes) -> list[tuple[bytes, bytes]]:
    """Return headers without those that belong to one connection (RFC 9110, section 7.6.1)."""
    named = {
        name.strip().lower()
        for key, value in raw
        if key.lower() == b"connection"
        for name in value.split(b",")
    }
    return [(key, value) for key, value in raw if key.lower() not in {*_HOP_BY_HOP, *named, *without}]


def _refusal(refused: RefusedError, method: str) -> Response:
    return answer(refused.status, refused.body(method), refused.headers)


def _printable(text: str) -> str:
    return text[:_MAX_LENGTH].encode("ascii", "backslashreplace").decode("ascii").replace("\n", " ")


def _quoted(text: str) -> str:
    """Return a text as a string of a structured header."""
    plain = "".join(letter if letter.isprintable() else " " for letter in _printable(text))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
