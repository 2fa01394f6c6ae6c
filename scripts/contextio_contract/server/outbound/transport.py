"""HTTP over the dialler: a transport of httpx whose every connection the dialler opens."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Final

import httpcore
import httpx

from contextio_contract.server.outbound.connection import LimitError
from contextio_contract.server.outbound.dialler import ForbiddenTargetError, HostError
from contextio_contract.server.outbound.limits import BusyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from httpcore import SOCKET_OPTION

    from contextio_contract.server.outbound.connection import Connection, Deadline
    from contextio_contract.server.outbound.dialler import Dialler
    from contextio_contract.server.outbound.policy import Ports


FAILURES: Final = (BusyError, OSError, httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError)
"""What a request over the transport raises."""
_DESCRIPTIONS: Final = (
    (BusyError, "too much is going on"),
    (TimeoutError, "no answer in time"),
    (LimitError, "the answer was too long"),
    (ssl.SSLError, "no TLS connection came about"),
    ((httpcore.ProtocolError, httpx.ProtocolError), "the answer was not HTTP"),
)


def describe_failure(error: Exception) -> str:
    """Return what a failure was, in words of ours."""
    if isinstance(error, ForbiddenTargetError | HostError):
        return str(error)
    descriptions = (description for kinds, description in _DESCRIPTIONS if isinstance(error, kinds))
    return next(descriptions, "no connection came about")


class _Stream(httpcore.NetworkStream):
    """A connection as httpcore sees it, whose timeouts give way to the deadline."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        return self._connection.receive(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._connection.send(buffer)

    def close(self) -> None:
        self._connection.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        del timeout
        try:
            self._connection.start_tls(ssl_context, server_hostname or "")
        except BaseException:
            self._connection.close()
            raise
        return self


class _Backend(httpcore.NetworkBackend):
    def __init__(self, dialler: Dialler, ports: Ports, deadline: Deadline, max_bytes: int) -> None:
        self._dialler = dialler
        self._ports, self._deadline, self._max_bytes = ports, deadline, max_bytes

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        del timeout, local_address, socket_options
        return _Stream(self._dialler.dial(host, port, self._ports, self._deadline, self._max_bytes))


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class DialledTransport(httpx.BaseTransport):
    """Sends requests over connections of the dialler, within one deadline and one limit of bytes.

    A request raises one of `FAILURES`.
    """

    def __init__(
        self, dialler: Dialler, tls: ssl.SSLContext, ports: Ports, deadline: Deadline, max_bytes: int
    ) -> None:
        backend = _Backend(dialler, ports, deadline, max_bytes)
        self._pool = httpcore.ConnectionPool(ssl_context=tls, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and return the response, whose body is not read yet."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream)
        response = self._pool.handle_request(sent)
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()
