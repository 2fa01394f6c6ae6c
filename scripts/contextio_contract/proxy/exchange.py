"""Requests on their way to the deployment, signed anew if need be, and its responses."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import parse_qsl, unquote_plus, urlencode

import httpx
from oauthlib.oauth1 import Client
from starlette.datastructures import Headers
from starlette.responses import Response

from contextio_contract.contract import FORM
from contextio_contract.proxy.violations import SentRequest
from contextio_contract.server.http.forms import media_type
from contextio_contract.server.http.nonces import MemoryNonceStore
from contextio_contract.server.http.oauth1 import Verifier, replayed, secrets_from
from contextio_contract.server.http.responses import RefusedError, bad_request

if TYPE_CHECKING:
    from starlette.requests import Request

TIMEOUT: Final = 60.0
"""Seconds within which a response must have arrived to its end."""

MAX_BODY: Final = 16 * 1024 * 1024
"""Bytes that the body of a response may have."""

_STATUSES: Final = range(200, 600)
"""Statuses of final responses (RFC 9110, section 15)."""

_HOP_BY_HOP: Final = frozenset(
    b"connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer "
    b"transfer-encoding upgrade".split()
)

RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Outgoing(SentRequest):
    """A request as it goes on: as it came, except for what belongs to the connection that it came by."""

    body: bytes

    @classmethod
    def of(cls, request: Request, body: bytes) -> Outgoing:
        """Return what goes on of a request whose body was read."""
        path: bytes = request.scope["raw_path"]
        if path.startswith(b"http://"):
            # Clients that use us as their HTTP proxy send a whole address (RFC 9112, section 3.2.2).
            path = b"/" + path.removeprefix(b"http://").partition(b"/")[2]
        # An encoded response could not be checked in bounded space.
        headers = [*_end_to_end(request.headers.raw, b"accept-encoding"), (b"accept-encoding", b"identity")]
        return cls(request.method, path, request.scope["query_string"], headers, body)

    async def send(self, client: httpx.AsyncClient, origin: str) -> Response:
        """Send the request to the origin of a deployment, and return the response.

        Raises:
            RefusedError: 502 or 504 if there is no response, or it is too long.
        """
        # As an extension: httpx would encode some characters of an address anew.
        target = self.path + (b"?" + self.query if self.query else b"")
        extensions = {"target": target, "timeout": httpx.Timeout(TIMEOUT).as_dict()}
        request = httpx.Request(
            self.method, origin, headers=self.headers, content=self.body, extensions=extensions
        )
        try:
            async with asyncio.timeout(TIMEOUT):
                received = await client.send(request, stream=True)
                try:
                    content = await _read_bounded(received)
                finally:
                    await received.aclose()
        except (httpx.TimeoutException, TimeoutError) as error:
            sentence = f"the deployment did not answer within {TIMEOUT:g} seconds"
            raise RefusedError(HTTPStatus.GATEWAY_TIMEOUT, sentence) from error
        except httpx.HTTPError as error:
            reached = not isinstance(error, httpx.ConnectError)
            reason = "gave no answer that can be read" if reached else "could not be reached"
            sentence = f"the deployment {reason} ({type(error).__name__})"
            raise RefusedError(HTTPStatus.BAD_GATEWAY, sentence) from error
        if received.status_code not in _STATUSES:
            sentence = f"the deployment answered {received.status_code}, which is no status"
            raise RefusedError(HTTPStatus.BAD_GATEWAY, sentence)
        response = Response(content, received.status_code)
        kept = _end_to_end(received.headers.raw, b"date")  # uvicorn adds a date
        response.raw_headers = [(name.lower(), value) for name, value in kept]
        return response


def _end_to_end(raw: RawHeaders, *without: bytes) -> RawHeaders:
    """Return headers without some, and without those of a single connection (RFC 9110, section 7.6.1)."""
    named = {
        name.strip().lower()
        for key, value in raw
        if key.lower() == b"connection"
        for name in value.split(b",")
    }
    return [(key, value) for key, value in raw if key.lower() not in {*_HOP_BY_HOP, *named, *without}]


async def _read_bounded(received: httpx.Response) -> bytes:
    content = bytearray()
    async for chunk in received.aiter_raw():
        content += chunk
        if len(content) > MAX_BODY:
            sentence = f"the body that the deployment sent has more than {MAX_BODY} bytes"
            raise RefusedError(HTTPStatus.BAD_GATEWAY, sentence)
    return bytes(content)


class Signer:
    """Signs requests for the origin of a deployment, with a consumer key that it knows."""

    def __init__(self, key: str, secret: str, origin: str) -> None:
        self._verifier = Verifier(secrets_from({key: secret}))
        self._nonces = MemoryNonceStore()
        self._client = Client(key, client_secret=secret)
        self._origin = origin

    def sign_anew(self, request: Outgoing) -> Outgoing:
        """Return a request that was signed for the address of the proxy, signed for the deployment's.

        Raises:
            RefusedError: 401 if its signature is refused; 400 if it cannot be signed.
        """
        headers = Headers(raw=request.headers)
        path, query = request.path.decode("ascii"), request.query.decode("latin-1")
        url = f"http://{headers.get('host', '')}{path}?{query}"
        if not self._nonces.add(self._verifier.verify(request.method, url, headers, request.body)):
            raise replayed()

        has_form = media_type(headers) == FORM
        unsigned_query = _without_oauth(request.query)
        body = _without_oauth(request.body) if has_form else request.body
        fields = _encoded(body) if has_form else ""
        try:
            _, signed, _ = self._client.sign(
                f"{self._origin}{path}?{_encoded(unsigned_query)}",
                cast("Any", request.method),  # the stubs know some methods only
                body=fields or None,
                headers={"Content-Type": FORM} if fields else {},
            )
        except ValueError as error:
            raise bad_request(value="the request is of a kind that cannot be signed") from error
        kept = _end_to_end(request.headers, b"authorization", b"host", b"content-length")
        authorization = (b"authorization", signed["Authorization"].encode("ascii"))
        return replace(request, query=unsigned_query, headers=[*kept, authorization], body=body)


def _without_oauth(text: bytes) -> bytes:
    """Return a query or form without the parameters of a signature, the others as they were sent."""
    parts = text.split(b"&")
    names = (unquote_plus(part.partition(b"=")[0].decode("latin-1")) for part in parts)
    return b"&".join(part for part, name in zip(parts, names, strict=True) if not name.startswith("oauth_"))


def _encoded(text: bytes) -> str:
    """Return a query or form in the encoding that oauthlib reads."""
    return urlencode(parse_qsl(text.decode("utf-8", "replace"), keep_blank_values=True))
