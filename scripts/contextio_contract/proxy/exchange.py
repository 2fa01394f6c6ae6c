"""A request on its way to the deployment, and the deployment's answer, in bounded time and space."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import httpx
from starlette.responses import Response

from contextio_contract.server.http.errors import RefusedError

if TYPE_CHECKING:
    from starlette.requests import Request

TIMEOUT: Final = 60.0
"""Seconds within which an answer must be there to its end."""

MAX_ANSWER: Final = 16 * 1024 * 1024
"""Bytes that the body of an answer may have."""

_STATUSES: Final = range(200, 600)
"""Of answers that end an exchange (RFC 9110, section 15)."""

RawHeaders = list[tuple[bytes, bytes]]

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


@dataclass(frozen=True)
class Outgoing:
    """A request as it goes on: as it came, but for what belongs to the connection that it came by.

    Attributes:
        method: its method.
        path: its path, nothing decoded.
        query: its query, likewise.
        headers: its headers.
        body: its body.
    """

    method: str
    path: bytes
    query: bytes
    headers: RawHeaders
    body: bytes

    @classmethod
    def of(cls, request: Request, body: bytes) -> Outgoing:
        """Make one of a request whose body was read."""
        path: bytes = request.scope["raw_path"]
        if path.startswith(b"http://"):
            # Clients that take us for their HTTP proxy send a whole address.
            path = b"/" + path.removeprefix(b"http://").partition(b"/")[2]
        # What an encoded answer says could not be checked in bounded space.
        headers = [*end_to_end(request.headers.raw, b"accept-encoding"), (b"accept-encoding", b"identity")]
        return cls(request.method, path, request.scope["query_string"], headers, body)

    async def answer(self, client: httpx.AsyncClient, origin: str) -> Response:
        """Send it and return the answer.

        Args:
            client: sends it.
            origin: scheme, host and port of the deployment.

        Raises:
            RefusedError: 502 or 504, when there is no answer, or it is too long.
        """
        # As it is: from an address, httpx would encode some characters anew.
        target = self.path + (b"?" + self.query if self.query else b"")
        extensions = {"target": target, "timeout": httpx.Timeout(TIMEOUT).as_dict()}
        request = httpx.Request(
            self.method, origin, headers=self.headers, content=self.body, extensions=extensions
        )
        try:
            async with asyncio.timeout(TIMEOUT):
                received = await client.send(request, stream=True)
                try:
                    content = await _bounded(received)
                finally:
                    await received.aclose()
        except (httpx.TimeoutException, TimeoutError) as error:
            raise RefusedError(504, f"the deployment did not answer within {TIMEOUT:g} seconds") from error
        except httpx.HTTPError as error:
            reached = not isinstance(error, httpx.ConnectError)
            what = "gave no answer that can be read" if reached else "could not be reached"
            raise RefusedError(502, f"the deployment {what} ({type(error).__name__})") from error
        if received.status_code not in _STATUSES:
            raise RefusedError(502, f"the deployment answered {received.status_code}, which is no status")
        response = Response(content, received.status_code)
        kept = end_to_end(received.headers.raw, b"date")  # uvicorn adds a date
        response.raw_headers = [(name.lower(), value) for name, value in kept]
        return response


def end_to_end(raw: RawHeaders, *without: bytes) -> RawHeaders:
    """Return headers without some and without those of one connection (RFC 9110, section 7.6.1)."""
    named = {
        name.strip().lower()
        for key, value in raw
        if key.lower() == b"connection"
        for name in value.split(b",")
    }
    return [(key, value) for key, value in raw if key.lower() not in {*_HOP_BY_HOP, *named, *without}]


async def _bounded(received: httpx.Response) -> bytes:
    content = bytearray()
    async for chunk in received.aiter_raw():
        content += chunk
        if len(content) > MAX_ANSWER:
            raise RefusedError(502, f"the deployment's answer has more than {MAX_ANSWER} bytes")
    return bytes(content)
