"""An answer takes bounded memory, compressed or not, and says what is wrong with it."""

from __future__ import annotations

import gzip
import json
import time
import tracemalloc
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest
from anyio.lowlevel import checkpoint
from tests.codegen.socket_calls import AT_MOST, TIMEOUT, call_sync, dripping, every, run_in
from tests.codegen.test_bounds import BASE, MIB, OK, packed

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


def answering(answer: httpx.Response | Callable[[], httpx.Response], **options: Any) -> Any:
    """Return what a client reads whose transport answers so, or the error that it raises."""
    transport = httpx.MockTransport(lambda _: answer() if callable(answer) else answer)
    with ContextIO("key", "secret", base_url=BASE, transport=transport, max_retries=0, **options) as client:
        try:
            return client.request("GET", "/accounts").response
        except RequestError as error:
            return error


@contextmanager
def memory_bounded() -> Iterator[None]:
    """Assert that Python has at no time more than 12 MiB in use for what the block does."""
    tracemalloc.start()
    try:
        yield
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * MIB


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
    with memory_bounded():
        error = answering(lambda: compressed(bomb, coding, status), max_answer_bytes=2 * MIB)
    assert type(error) is {200: AnswerTooLargeError, 302: RedirectError, 503: ServiceUnavailableError}[status]
    assert len(error.text) <= 10_000
    assert len(error.response.content) <= MIB


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_bomb_takes_little_memory_in_the_asynchronous_client(backend: str) -> None:
    bomb = packed(b" " * 48 * MIB)

    async def call() -> None:
        transport = httpx.MockTransport(lambda _: compressed(bomb))
        async with AsyncContextIO(
            "key", "secret", base_url=BASE, transport=transport, max_answer_bytes=2 * MIB
        ) as client:
            with pytest.raises(AnswerTooLargeError, match=r"more than 2097152 bytes; set max_answer_bytes"):
                await client.accounts.list()

    with memory_bounded():
        anyio.run(call, backend=backend)


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


# Streams

STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: message/rfc822\r\n"


def read_sync(base_url: str, **options: Any) -> bytes:
    with ContextIO("key", "secret", base_url=base_url, max_retries=0, **options) as client:
        return client.messages.get_source("a", "m").read()


async def read_async(base_url: str, **options: Any) -> bytes:
    async with AsyncContextIO("key", "secret", base_url=base_url, max_retries=0, **options) as client:
        return await (await client.messages.get_source("a", "m")).read()


both = pytest.mark.parametrize("call", [read_sync, run_in("asyncio", read_async)], ids=["sync", "asyncio"])


@both
@pytest.mark.parametrize(
    ("begin", "drip"),
    [
        (STREAM + b"Content-Length: 999\r\n\r\nabc", b""),
        (STREAM + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1;", b"x"),
    ],
    ids=["nothing", "an extension of a chunk"],
)
def test_a_stream_without_bytes_ends_in_time(call: Callable[..., bytes], begin: bytes, drip: bytes) -> None:
    began = time.monotonic()
    with (
        dripping(begin, drip) as base_url,
        pytest.raises(APITimeoutError, match=r"sends nothing for 0\.3 s, after 3 bytes$"),
    ):
        call(base_url, timeout=TIMEOUT)
    assert time.monotonic() - began < AT_MOST


@both
def test_a_stream_that_is_a_bomb_takes_little_memory(call: Callable[..., bytes]) -> None:
    begin = STREAM + b"Content-Encoding: gzip\r\n\r\n" + packed(b" " * 48 * MIB)
    with (
        memory_bounded(),
        dripping(begin) as base_url,
        pytest.raises(AnswerTooLargeError, match="iterate or save the stream"),
    ):
        call(base_url, timeout=60, max_answer_bytes=2 * MIB)


@both
def test_a_stream_in_another_coding_is_refused(call: Callable[..., bytes]) -> None:
    begin = STREAM + b"Content-Encoding: br\r\n\r\nabc"
    with (
        dripping(begin) as base_url,
        pytest.raises(InvalidAnswerError, match="coding br, not in gzip"),
    ):
        call(base_url, timeout=60)
