"""HTTP/1.1 as uvicorn and httptools read it, with the request target and header names as they were written.

Header names are case-insensitive (RFC 9110, section 5.1), but two Java clients of the service look for
`Content-Type` alone: names are capitalised. A response whose length is known is written in one piece; head
and body by themselves would each wake the client up.
"""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from contextio_contract.server.http.connections import Phase
from contextio_contract.server.http.responses import RefusedError, error_response

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import Message

    from contextio_contract.server.http.connections import Watch

_REGISTERED: Final = {b"etag": b"ETag", b"www-authenticate": b"WWW-Authenticate"}
"""Names that RFC 9110 writes with more capitals than one for each word."""
_ILLEGAL: Final = re.compile(rb"[\x00\r\n]")
_MAX_HEAD: Final = 64 * 1024
"""Bytes that a head may have, and what comes between the pieces of a body."""
_WITHOUT_BODY: Final = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})


class CapitalisingProtocol(HttpToolsProtocol):
    """A connection: uvicorn's, with another reading of targets and another writing of responses.

    It tells a `Watch` what it waits for, which ends the connection if that takes too long.
    """

    _unread = 0
    """Bytes since the last head or piece of a body was complete."""
    _expected = Phase.IDLE
    """What the parser expects: the next request, or the rest of the headers or of the body of one."""

    def __init__(self, watch: Watch, **settings: Any) -> None:
        super().__init__(**settings)
        self._watch = watch

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin with a connection."""
        super().connection_made(transport)
        self._watch.attach(transport, self._time_out)

    def connection_lost(self, exc: Exception | None) -> None:
        """End with a connection."""
        self._watch.lose()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read what was received, and start a task for each request that is complete up to its body."""
        self._unset_keepalive_if_required()
        self._watch.receive(len(data))
        self._read(data)
        self._watch.enter(self._phase())

    def eof_received(self) -> bool:  # type: ignore[override] # uvicorn always closes
        """Respond to what has come, if it is whole, although the client sends nothing more."""
        is_whole = self._expected is Phase.IDLE and not self._is_free
        if not is_whole or self.transport.get_extra_info("ssl_object"):  # TLS ends both ways at once
            return False
        last = self.pipeline[0][0] if self.pipeline else self.cycle
        last.keep_alive = False
        return True

    def _read(self, data: bytes) -> None:
        self._unread += len(data)
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            # No protocol is changed to. The request counts, and so does what follows it.
            self.parser = httptools.HttpRequestParser(self)
            if rest := data[upgrade.args[0] :]:
                self._read(rest)
            return
        except httptools.HttpParserError:
            self._refuse(_NO_HTTP)
            return
        if self._unread > _MAX_HEAD:
            self._refuse(_TOO_LONG)

    def _refuse(self, response: bytes) -> None:
        """Answer a request that cannot be read, unless a response is under way, and end the connection."""
        if not self.transport.is_closing():
            if self._is_free or not self.cycle.response_started:
                self.transport.write(response)
            self.transport.close()

    def _time_out(self) -> None:
        self._refuse(_TOO_SLOW)

    @property
    def _is_free(self) -> bool:
        """Whether there is no request to be answered."""
        cycle = cast("RequestResponseCycle | None", self.cycle)
        return cycle is None or cycle.response_complete

    def _phase(self) -> Phase:
        """Return what the connection waits for."""
        if self._expected is Phase.BODY:
            return Phase.REST if self._is_free else Phase.BODY
        return self._expected if self._is_free else Phase.RESPONSE

    def on_message_begin(self) -> None:
        """Begin to read a request."""
        super().on_message_begin()
        self._expected = Phase.HEAD

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header; those behind a body are passed over."""
        if self._expected is Phase.HEAD:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Start to respond to a request, or let it wait for those before it on this connection."""
        self._expected, self._unread = Phase.BODY, 0
        scope, version = self.scope, self.parser.get_http_version()
        path, _, scope["query_string"] = self.url.partition(b"?")
        scope["method"] = self.parser.get_method().decode("ascii")
        scope["http_version"] = version
        scope["raw_path"] = path
        scope["path"] = unquote(path.decode("latin-1"))
        before = cast("RequestResponseCycle | None", self.cycle)
        self.cycle = _Exchange(
            scope=scope,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            expect_100_continue=self.expect_100_continue,
            keep_alive=version != "1.0" and self.parser.should_keep_alive(),
            on_response=self.on_response_complete,
        )
        if before is None or before.response_complete:
            self._start_asgi_task(self.cycle, self.app)
        else:
            self.flow.pause_reading()
            self.pipeline.appendleft((self.cycle, self.app))

    def on_body(self, body: bytes) -> None:
        """Keep a piece of a body."""
        self._unread = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End the reading of a request."""
        super().on_message_complete()
        self._expected = Phase.IDLE

    def on_response_complete(self) -> None:
        """Go on to the next request."""
        super().on_response_complete()
        self._watch.enter(self._phase())


class _Exchange(RequestResponseCycle):
    """A request and its response."""

    _kept = b""
    """The head of a response, until its body begins."""
    _has_body = True

    async def send(self, message: Message) -> None:  # type: ignore[override] # Starlette has another type
        """Write a part of the response."""
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected:
            return
        if message["type"] == "http.response.start":
            self._start(message["status"], message.get("headers", ()))
        else:
            self._write(message.get("body", b""), more=message.get("more_body", False))

    def _start(self, status: int, headers: Iterable[tuple[bytes, bytes]]) -> None:
        self.response_started, self.waiting_for_100_continue = True, False
        headers = [*self.default_headers, *headers]
        for name, value in headers:
            lower = name.lower()
            if lower == b"content-length":
                self.expected_content_length, self.chunked_encoding = int(value), False
            elif lower == b"connection" and b"close" in value.lower():
                self.keep_alive = False
            elif lower == b"transfer-encoding":
                self.chunked_encoding = True
        has_body = self.scope["method"] != "HEAD" and status not in _WITHOUT_BODY
        if self.chunked_encoding is None and has_body and self.scope["http_version"] == "1.1":
            self.chunked_encoding = True
            headers.append((b"transfer-encoding", b"chunked"))
        if not self.keep_alive:
            headers = [header for header in headers if header[0].lower() != b"connection"]
            headers.append((b"connection", b"close"))
        self._kept = _head(status, headers) + b"\r\n"
        self._has_body = has_body
        if has_body and self.chunked_encoding is not False:  # of a stream, whose body may be long in coming
            self.transport.write(self._kept)
            self._kept = b""

    def _write(self, body: bytes, *, more: bool) -> None:
        if not self._has_body:  # whatever an application sends
            self.transport.write(self._kept)
        elif self.chunked_encoding:
            chunk = b"%x\r\n%b\r\n" % (len(body), body) if body else b""
            self.transport.write(chunk if more else chunk + b"0\r\n\r\n")
        elif self.chunked_encoding is None:  # HTTP/1.0: it ends with the connection
            self.transport.write(body)
        else:
            self.expected_content_length -= len(body)
            if self.expected_content_length < 0 or (self.expected_content_length and not more):
                message = "the body of a response has another length than its Content-Length"
                raise RuntimeError(message)
            self.transport.write(self._kept + body)
        self._kept = b""
        if not more:
            self.response_complete = True
            self.message_event.set()
            if not self.keep_alive:
                self.transport.close()
            self.on_response()


def _head(status: int, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Return the status line and the header lines of a response."""
    lines = [STATUS_LINE[status]]
    for name, value in headers:
        if _ILLEGAL.search(value):
            message = f"the header {name!r} has a line break"
            raise RuntimeError(message)
        lines.append(b"%b: %b\r\n" % (_capitalise(name), value))
    return b"".join(lines)


@lru_cache(maxsize=256)
def _capitalise(name: bytes) -> bytes:
    """Return a name with capitals; one that has some, as behind the proxy, stays as it is."""
    return _REGISTERED.get(name, name.title()) if name.islower() else name


def plain_refusal(error: RefusedError) -> bytes:
    """Return the whole response that an error is, for a connection that is closed after it."""
    response = error_response(error, "GET")
    headers = [*response.raw_headers, (b"connection", b"close")]
    return _head(error.status, headers) + b"\r\n" + bytes(response.body)


_NO_HTTP: Final = plain_refusal(RefusedError(HTTPStatus.BAD_REQUEST, "the request is not HTTP/1.1"))
_TOO_LONG: Final = plain_refusal(RefusedError(HTTPStatus.BAD_REQUEST, "the headers are too long"))
_TOO_SLOW: Final = plain_refusal(
    RefusedError(HTTPStatus.REQUEST_TIMEOUT, "the request did not come in time; send it again")
)
