"""A call ends in time and in memory on every transport, whatever a server or a transport does."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import trio
from anyio.lowlevel import checkpoint
from tests.certificates import self_signed, server_side
from tests.codegen.test_deadline import call_sync, dripping, every
from tests.sockets import listening

from contextio_client import (
    AnswerTooLargeError,
    APIConnectionError,
    APITimeoutError,
    AsyncContextIO,
    ContextIO,
    IncompleteAnswerError,
    InvalidAnswerError,
    RedirectError,
    RequestError,
    ServiceUnavailableError,
    TooManyRequestsError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BASE = "https://deployment.example/2.0"
TIMEOUT = 0.3
AT_MOST = 20.0
"""Seconds that a busy machine may take for what ends after `TIMEOUT`; it would take a minute or for ever."""
MIB = 2**20
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def assert_in_time(call: Callable[..., None], base_url: str, **options: Any) -> None:
    """Assert that a call ends with an error about time, and soon."""
    began = time.monotonic()
    with pytest.raises(APITimeoutError, match=r"may take 0\.3 s$"):
        call(base_url, timeout=TIMEOUT, max_answer_bytes=2**40, **options)
    assert time.monotonic() - began < AT_MOST


def packed(data: bytes, window: int = zlib.MAX_WBITS | 16) -> bytes:
    """Return data compressed, by default as a gzip file."""
    packer = zlib.compressobj(9, zlib.DEFLATED, window)
    return packer.compress(data) + packer.flush()


# Time


ENDLESS = {
    "blanks": (OK + b"\r\n", b" " * 65536),
    "interim answers": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "empty members of a gzip file": (OK + b"Content-Encoding: gzip\r\n\r\n", packed(b"") * 1000),
    "compressed blanks": (
        OK + b"Content-Encoding: deflate\r\n\r\n" + packed(b"", -zlib.MAX_WBITS)[:0],
        zlib.compress(b" " * MIB)[:-6],
    ),
}


@every
@pytest.mark.parametrize("sent", ENDLESS.values(), ids=ENDLESS)
def test_an_endless_answer_ends_in_time(call: Callable[..., None], sent: tuple[bytes, bytes]) -> None:
    begin, drip = sent
    with dripping(begin, drip, pause=0) as base_url:
        began = time.monotonic()
        with pytest.raises((APITimeoutError, IncompleteAnswerError)):
            call(base_url, timeout=TIMEOUT, max_answer_bytes=2**40, max_retries=0)
        assert time.monotonic() - began < AT_MOST


@contextmanager
def unix_dripping(path: Path, begin: bytes, drip: bytes) -> Iterator[None]:
    """Answer with drips on a unix socket until the block ends."""
    done = threading.Event()

    def serve() -> None:
        with suppress(OSError):
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(begin)
                while not done.wait(0.02):
                    connection.sendall(drip)

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))
        listener.listen()
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join(60)


@pytest.mark.parametrize("begin", [OK + b"X-Long: ", OK + b"Content-Length: 999\r\n\r\n"])
@every
def test_a_unix_socket_that_drips_ends_in_time(
    call: Callable[..., None], begin: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "socket"
    kind = httpx.HTTPTransport if call is call_sync else httpx.AsyncHTTPTransport
    with unix_dripping(path, begin, b" "):
        assert_in_time(call, "http://localhost/2.0", transport=kind(uds=str(path)))


@every
def test_a_tunnel_through_a_proxy_that_drips_ends_in_time(call: Callable[..., None], tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    trusting = ssl.create_default_context(cafile=str(certificate))
    done = threading.Event()

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with suppress(OSError), connection:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            with server_side(certificate).wrap_socket(connection, server_side=True) as inner:
                inner.recv(65536)
                inner.sendall(OK + b"X-Long: ")
                while not done.wait(0.02):
                    inner.sendall(b"a")

    kind = httpx.HTTPTransport if call is call_sync else httpx.AsyncHTTPTransport
    with listening(serve) as origin:
        transport = kind(proxy=origin, verify=trusting)
        assert_in_time(call, "https://127.0.0.1:1/2.0", transport=transport, max_retries=0)
        done.set()


@pytest.mark.parametrize("size", [0, 1000], ids=["nothing", "little by little"])
@pytest.mark.parametrize("over_tls", [False, True], ids=["tcp", "tls"])
def test_a_server_that_does_not_take_a_large_body_ends_in_time(
    size: int, tmp_path: Path, *, over_tls: bool
) -> None:
    certificate = self_signed(tmp_path)
    done = threading.Event()

    def serve(listener: socket.socket) -> None:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection, _ = listener.accept()
        with suppress(OSError), ExitStack() as stack:
            if over_tls:
                connection = server_side(certificate).wrap_socket(connection, server_side=True)
            stack.enter_context(connection)
            while not done.wait(0.02):
                if size:
                    connection.recv(size)

    options: dict[str, Any] = {"timeout": TIMEOUT, "max_retries": 0}
    if over_tls:
        trusting = ssl.create_default_context(cafile=str(certificate))
        options["transport"] = httpx.HTTPTransport(verify=trusting)
    with listening(serve) as origin:
        base_url = f"{origin.replace('http:', 'https:') if over_tls else origin}/2.0"
        began = time.monotonic()
        with (
            ContextIO("key", "secret", base_url=base_url, **options) as client,
            pytest.raises(APITimeoutError),
        ):
            client.request("POST", "/accounts", content=b"a" * 30 * MIB)
        assert time.monotonic() - began < AT_MOST
        done.set()


def test_a_transport_of_a_user_is_bounded_between_its_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("contextio_client.deadline.time.monotonic", lambda: now)

    class Endless(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            nonlocal now
            while True:
                now += 1
                yield b" "

    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Endless()))
    with (
        ContextIO("key", "secret", base_url=BASE, transport=transport) as client,
        pytest.raises(APITimeoutError, match="may take 60 s"),
    ):
        client.accounts.list()
    assert now < 1100


def test_an_attempt_to_connect_after_the_end_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A transport with retries of its own waits between them for longer and longer."""
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)

    now = 1000.0
    monkeypatch.setattr("contextio_client.deadline.time.monotonic", lambda: now + sum(slept))
    monkeypatch.setattr("httpcore._backends.base.time.sleep", sleep)
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}/2.0"
    transport = httpx.HTTPTransport(retries=1_000_000)
    with (
        ContextIO("key", "secret", base_url=address, transport=transport, timeout=60) as client,
        pytest.raises(APITimeoutError, match="may take 60 s"),
    ):
        client.accounts.list()
    assert sum(slept) < 200


# Size


def answering(answer: httpx.Response | Callable[[], httpx.Response], **options: Any) -> Any:
    """Return what a client reads whose transport answers so, or the error that it raises."""
    transport = httpx.MockTransport(lambda _: answer() if callable(answer) else answer)
    with ContextIO("key", "secret", base_url=BASE, transport=transport, max_retries=0, **options) as client:
        try:
            return client.request("GET", "/accounts").response
        except RequestError as error:
            return error


class Sent(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that arrives as from a socket: as it was compressed, in pieces of 64 KiB."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self.data), 65536):
            yield self.data[start : start + 65536]

    async def __aiter__(self) -> Any:
        for piece in self:
            await checkpoint()
            yield piece


def compressed(data: bytes, coding: str = "gzip", status: int = 200) -> httpx.Response:
    return httpx.Response(status, headers={"Content-Encoding": coding}, stream=Sent(data))


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
@pytest.mark.parametrize("status", [200, 302, 503])
def test_a_compressed_bomb_takes_little_memory(coding: str, status: int) -> None:
    window = {"gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}[coding]
    bomb = packed(b" " * 48 * MIB, window)
    assert len(bomb) < MIB
    tracemalloc.start()
    try:
        error = answering(lambda: compressed(bomb, coding, status), max_answer_bytes=2 * MIB)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert type(error) is {200: AnswerTooLargeError, 302: RedirectError, 503: ServiceUnavailableError}[status]
    assert peak < 12 * MIB
    assert len(error.text) <= 10_000
    assert len(error.response.content) <= MIB


@pytest.mark.parametrize("run", [asyncio.run, trio.run], ids=["asyncio", "trio"])
def test_so_does_one_for_the_asynchronous_client(run: Any) -> None:
    bomb = packed(b" " * 48 * MIB)

    async def call() -> None:
        transport = httpx.MockTransport(lambda _: compressed(bomb))
        async with AsyncContextIO(
            "key", "secret", base_url=BASE, transport=transport, max_answer_bytes=2 * MIB
        ) as client:
            with pytest.raises(AnswerTooLargeError, match=r"more than 2097152 bytes; set max_answer_bytes"):
                await client.accounts.list()

    async def main() -> None:
        await call()

    tracemalloc.start()
    try:
        run(main() if run is asyncio.run else main)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * MIB


ROWS = json.dumps([{"id": str(number)} for number in range(50_000)]).encode()


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (packed(ROWS), "gzip"),
        (packed(ROWS), "X-GZIP"),
        (packed(ROWS[:999]) + packed(ROWS[999:]), "gzip"),
        (packed(ROWS) + b"\0" * 1000, "identity, gzip"),
        (packed(ROWS, zlib.MAX_WBITS), "deflate"),
        (packed(ROWS, -zlib.MAX_WBITS), "deflate"),
        (gzip.compress(ROWS, 0), "gzip"),
        (ROWS, "identity"),
    ],
)
def test_each_content_coding_that_is_asked_for_is_read(data: bytes, coding: str) -> None:
    assert answering(compressed(data, coding)).content == ROWS


@pytest.mark.parametrize(
    ("data", "coding", "error", "sentence"),
    [
        (packed(ROWS)[:-9], "gzip", IncompleteAnswerError, "the compressed body is cut off$"),
        (packed(ROWS)[:5], "gzip", IncompleteAnswerError, "the compressed body is cut off$"),
        (b"not packed", "gzip", IncompleteAnswerError, "gets no complete answer: Error -3"),
        (b"not packed", "deflate", IncompleteAnswerError, "gets no complete answer: Error -3"),
        (ROWS, "br", InvalidAnswerError, "200 in the content coding br, not in gzip, deflate$"),
        (packed(packed(ROWS)), "gzip, gzip", InvalidAnswerError, "in the content coding gzip, gzip, not in"),
        (ROWS, "\x1b[2J" + "x" * 60_000, InvalidAnswerError, "content coding \ufffd"),
    ],
)
def test_a_body_that_cannot_be_unpacked_has_its_class(
    data: bytes, coding: str, error: type[RequestError], sentence: str
) -> None:
    def answer() -> httpx.Response:
        return compressed(data, coding)

    with pytest.raises(error, match=sentence) as raised:
        raise answering(answer)
    assert type(raised.value) is error
    assert len(str(raised.value)) < 700
    refused = answering(lambda: compressed(data, coding, status=429))
    assert type(refused) is TooManyRequestsError


def test_a_refusal_that_breaks_off_keeps_its_class() -> None:
    class Broken(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b"<html>too many"
            message = "peer closed connection"
            raise httpx.RemoteProtocolError(message)

    error = answering(lambda: httpx.Response(429, headers={"Retry-After": "7"}, stream=Broken()))
    assert type(error) is TooManyRequestsError
    assert (error.text, error.headers["retry-after"]) == ("<html>too many", "7")
    assert type(answering(lambda: httpx.Response(200, stream=Broken()))) is IncompleteAnswerError


def test_an_endless_refusal_has_its_class() -> None:
    begin = b"HTTP/1.1 429 No\r\nContent-Type: text/plain\r\n\r\n"
    with dripping(begin, b"a" * 65536, pause=0) as base_url, pytest.raises(TooManyRequestsError) as raised:
        call_sync(base_url, max_retries=0)
    assert raised.value.text == "a" * 10_000


def test_a_body_that_a_transport_has_read_is_read_again() -> None:
    def answer() -> httpx.Response:
        response = compressed(packed(ROWS))
        response.read()
        return response

    assert answering(answer).content == ROWS


@every
def test_a_header_block_without_end_is_refused(call: Callable[..., None]) -> None:
    with dripping(OK, b"X-Long: a\r\n" * 5000, pause=0) as base_url, pytest.raises(APIConnectionError):
        call(base_url, timeout=60, max_retries=0)
