"""HTTP clients of a user, over real connections: proxies, certificates, many threads and event loops."""

from __future__ import annotations

import ssl
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.certificates import self_signed, server_side
from tests.codegen.socket_calls import every_client
from tests.sockets import serving

from contextio_client import APIConnectionError, AsyncContextIO, ContextIO

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from pathlib import Path

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"


class Listener:
    """A server that answers each request with an empty list, and keeps the request lines."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.lines: list[str] = []
        self.connections = 0
        self.origin = ""
        self._context = context

    @contextmanager
    def running(self) -> Iterator[Listener]:
        with serving(self._answer, self._context) as self.origin:
            yield self

    def _answer(self, connection: socket.socket) -> None:
        self.connections += 1
        while head := connection.recv(65536):
            self.lines.append(head.partition(b"\r\n")[0].decode())
            connection.sendall(ANSWER)


def call_sync(base_url: str, **http: Any) -> Any:
    with httpx.Client(**http) as http_client:
        client = ContextIO("key", "secret", base_url=base_url, http_client=http_client, max_retries=0)
        return client.accounts.list()


async def call_async(base_url: str, **http: Any) -> Any:
    async with httpx.AsyncClient(**http) as http_client:
        client = AsyncContextIO("key", "secret", base_url=base_url, http_client=http_client, max_retries=0)
        return await client.accounts.list()


every = every_client(call_sync, call_async)


@every
def test_requests_go_through_the_proxy_of_an_http_client(call: Any) -> None:
    with Listener().running() as proxy:
        assert call("http://deployment.example/2.0", proxy=proxy.origin) == []
    assert proxy.lines == ["GET http://deployment.example/2.0/accounts HTTP/1.1"]


@every
def test_an_http_client_trusts_a_certificate_of_its_own(call: Any, tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    with Listener(server_side(certificate)).running() as server:
        trusting = ssl.create_default_context(cafile=certificate)
        assert call(f"{server.origin}/2.0", verify=trusting) == []
        with pytest.raises(APIConnectionError, match="cannot be sent: "):
            call(f"{server.origin}/2.0")


def test_a_client_is_shared_by_threads() -> None:
    with (
        Listener().running() as server,
        ContextIO("key", "secret", base_url=f"{server.origin}/2.0") as client,
    ):
        with ThreadPoolExecutor(8) as pool:
            told = list(pool.map(lambda _: client.with_options(timeout=30).accounts.list(), range(64)))
        assert told == [[]] * 64
        assert len(server.lines) == 64
        assert server.connections <= 8


def test_an_answer_is_settled_before_another_thread_gets_its_connection() -> None:
    second_has_begun, first_has_ended = Event(), Event()

    class Answer(httpx.SyncByteStream):
        """A body whose connection is used for the second call as soon as it is released."""

        def __init__(self, stream: httpx.SyncByteStream) -> None:
            self._stream = stream

        def __iter__(self) -> Iterator[bytes]:
            return iter(self._stream)

        def close(self) -> None:
            self._stream.close()
            calls.append(pool.submit(client.request, "GET", "/second"))
            assert second_has_begun.wait(60)

    class Overlapping(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            response = super().handle_request(request)
            if request.url.path.endswith("/first"):
                return httpx.Response(200, stream=Answer(response.stream), extensions=response.extensions)  # type: ignore[arg-type] # synchronous here
            second_has_begun.set()
            assert first_has_ended.wait(60)
            return response

    calls: list[Future[Any]] = []
    with (
        Listener().running() as server,
        httpx.Client(transport=Overlapping()) as http_client,
        ContextIO(
            "key", "secret", base_url=f"{server.origin}/2.0", http_client=http_client, max_retries=0
        ) as client,
        ThreadPoolExecutor(1) as pool,
    ):
        client.request("GET", "/first")
        first_has_ended.set()
        calls[0].result(60)
        assert server.connections == 1
