"""What transports and event loops do wrong is an error of the client."""

from __future__ import annotations

import asyncio
import gc
import ssl
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest
from tests.codegen.test_bounds import BASE
from tests.sockets import serving

from contextio_client import (
    APIConnectionError,
    APITimeoutError,
    AsyncContextIO,
    ContextIO,
    RequestError,
)

if TYPE_CHECKING:
    import socket


@pytest.mark.parametrize(
    ("failure", "error", "sentence"),
    [
        (
            OSError(5, "Input/output error"),
            APIConnectionError,
            r"gets no answer: \[Errno 5\] Input/output error$",
        ),
        (
            ConnectionRefusedError(111, "refused"),
            APIConnectionError,
            r"cannot be sent: \[Errno 111\] refused$",
        ),
        (TimeoutError("late"), APITimeoutError, "is not answered in time"),
        (ssl.SSLError(1, "bad certificate"), APIConnectionError, "gets no answer: .*bad certificate"),
        (RuntimeError("Event loop is closed"), APIConnectionError, "gets no answer: Event loop is closed$"),
        (EOFError(), APIConnectionError, "gets no answer: EOFError$"),
        (anyio.BrokenResourceError(), APIConnectionError, "gets no answer: BrokenResourceError$"),
        (anyio.ClosedResourceError(), APIConnectionError, "gets no answer: ClosedResourceError$"),
        (anyio.EndOfStream(), APIConnectionError, "gets no answer: EndOfStream$"),
        (httpx.InvalidURL("odd"), APIConnectionError, "gets no answer: odd$"),
    ],
    ids=repr,
)
def test_what_a_transport_raises_is_an_error_of_the_client(
    failure: Exception, error: type[RequestError], sentence: str
) -> None:
    def respond(_: httpx.Request) -> httpx.Response:
        raise failure

    transport = httpx.MockTransport(respond)
    with (
        ContextIO("key", "secret", base_url=BASE, transport=transport, max_retries=0) as client,
        pytest.raises(error, match=sentence) as raised,
    ):
        client.accounts.list()
    assert type(raised.value) is error
    assert raised.value.__cause__ is failure


def test_an_error_without_a_text_says_what_its_cause_says() -> None:
    def respond(_: httpx.Request) -> httpx.Response:
        silent = ""
        raise httpx.ConnectError(silent) from ssl.SSLError(1, "certificate verify failed")

    transport = httpx.MockTransport(respond)
    with (
        ContextIO("key", "secret", base_url=BASE, transport=transport, max_retries=0) as client,
        pytest.raises(APIConnectionError, match=r"cannot be sent: .*certificate verify failed"),
    ):
        client.accounts.list()


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")  # connections of a loop that is gone
def test_a_client_may_be_used_in_a_second_event_loop() -> None:
    """Its idle connections belong to the first loop; reads are tried again without them."""
    assert lists_of_three_loops() == [[], [], []]
    gc.collect()


def lists_of_three_loops() -> list[Any]:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]"

    def answer(connection: socket.socket) -> None:
        while connection.recv(65536):
            connection.sendall(body)

    with serving(answer) as origin:
        client = AsyncContextIO("key", "secret", base_url=f"{origin}/2.0")

        async def call() -> list[Any]:
            return await client.accounts.list()

        return [asyncio.run(call()) for _ in range(3)]
