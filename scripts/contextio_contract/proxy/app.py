"""The proxy as an ASGI application: requests go on as they came, and responses come back with remarks."""

from __future__ import annotations

import asyncio
import logging
import ssl
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import click
import httpx
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from contextio_contract.contract import Contract
from contextio_contract.errors import CannotRun
from contextio_contract.proxy.exchange import Outgoing, Signer
from contextio_contract.proxy.violations import CheckedRequest, Checker, Coverage
from contextio_contract.server.http.forms import read_body
from contextio_contract.server.http.responses import RefusedError, error_response
from contextio_contract.server.http.runner import server, stop_quietly

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import Receive, Scope, Send

HEADER: Final = "contextio-contract-violations"
"""The header that names violations in a response: a list of strings (RFC 9651, section 3.1)."""

_MAX_PORT: Final = 65535
_MAX_NAMED: Final = 10
_MAX_LENGTH: Final = 200
_FAULT: Final = RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, "the proxy could not pass this request on")
_log = logging.getLogger(__name__)


class Proxy:
    """Passes requests on to the origin of a deployment, and checks both directions.

    With a signer, requests are signed anew; without one, they keep the signature they came with.
    """

    def __init__(
        self, contract: Contract, client: httpx.AsyncClient, origin: str, signer: Signer | None = None
    ) -> None:
        self.client = client
        self.base_path = contract.base_path
        self.coverage = Coverage(contract)
        self._checker = Checker(contract)
        self._origin = origin
        self._signer = signer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ClientDisconnect:
            return
        except Exception:  # noqa: BLE001 - one request that cannot be passed on must not end the others
            _log.exception("a request could not be passed on")
            response = error_response(_FAULT, request.method)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        try:
            limit = self._checker.max_body(request.method, request.scope["raw_path"])
            outgoing = Outgoing.of(request, await read_body(request, limit))
        except RefusedError as refused:
            response = error_response(refused, request.method)
            return self._remark(request, CheckedRequest(), response, [refused.value])
        checked = await self._checker.check_request(outgoing)
        violations = [f"request: {violation}" for violation in checked.violations]
        try:
            if self._signer:
                outgoing = await run_in_threadpool(self._signer.sign_anew, outgoing)
            elif not checked.signed:
                violations.append("request: the request is not signed")
        except RefusedError as refused:
            violations.append(f"request: {refused.value}")  # and the deployment will refuse it as well
        try:
            response = await outgoing.send(self.client, self._origin)
        except RefusedError as refused:
            response = error_response(refused, request.method)
            violations.append(f"answer: {refused.value}")
        else:
            # In a thread: other requests need not wait until a long response is checked.
            check = self._checker.check_response
            wrong = await run_in_threadpool(check, checked.operation, request.method, response)
            violations += [f"answer: {violation}" for violation in wrong]
        return self._remark(request, checked, response, violations)

    def _remark(
        self, request: Request, checked: CheckedRequest, response: Response, violations: list[str]
    ) -> Response:
        """Count an exchange, and name its violations on stdout and in the response."""
        self.coverage.record(checked, response.status_code, len(violations))
        line = f"{request.method} {_path(request.scope)} {response.status_code}"
        for violation in violations:
            click.echo(f"{line}: {_printable(violation)}")
        if violations:
            shown, more = violations[:_MAX_NAMED], len(violations) - _MAX_NAMED
            shown += [f"and {more} more"] if more > 0 else []
            response.headers[HEADER] = ", ".join(map(_quoted, shown))
        return response


def _path(scope: Scope) -> str:
    """Return the path of a request as it was sent, bounded, without the query."""
    path: bytes = scope["raw_path"]
    return path[:200].decode("ascii", "backslashreplace")


def _printable(text: str) -> str:
    return text[:_MAX_LENGTH].encode("ascii", "backslashreplace").decode("ascii").replace("\n", " ")


def _quoted(text: str) -> str:
    """Return a text as a string of a structured header (RFC 9651, section 3.3.3)."""
    plain = "".join(letter if letter.isprintable() else " " for letter in _printable(text))
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def create_proxy(contract: Contract, upstream: str, credentials: tuple[str, str] | None = None) -> Proxy:
    """Return a proxy for a deployment.

    A path in its address takes the place of the described base path. With credentials, a consumer key and
    its secret, requests are signed anew.

    Raises:
        CannotRun: if the address is not valid.
        ContractError: if the contract has schemas that are not valid, or no server.
    """
    origin, path = _split(upstream)
    if path:
        contract = Contract({**contract.bundle, "servers": [{"url": path}]}, contract.source)
    # The environment may name this very proxy.
    client = httpx.AsyncClient(trust_env=False, verify=ssl.create_default_context())
    return Proxy(contract, client, origin, Signer(*credentials, origin) if credentials else None)


def run(proxy: Proxy, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Pass requests on until SIGINT or SIGTERM; `ready` is called once connections are accepted."""

    async def serve() -> None:
        async with proxy.client:
            await server(proxy, ready).serve(sockets=[listener])

    stop_quietly()
    asyncio.run(serve())


def _split(upstream: str) -> tuple[str, str]:
    """Return origin and path of the address of a deployment."""
    # Not repeated: it may hold a password.
    message = "--upstream must be an address such as http://127.0.0.1:8080, without user, query or fragment"
    try:
        url = httpx.URL(upstream)
    except httpx.InvalidURL as error:
        raise CannotRun(message) from error
    extras = url.userinfo or url.query or url.fragment
    if url.scheme not in {"http", "https"} or not url.host or extras or (url.port or 0) > _MAX_PORT:
        raise CannotRun(message)
    return f"{url.scheme}://{url.netloc.decode('ascii')}", url.raw_path.decode("ascii").rstrip("/")
