"""A call ends in time, whatever a server does; over real connections."""

from __future__ import annotations

import math
import ssl
import time
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.certificates import self_signed, server_side
from tests.codegen.socket_calls import TIMEOUT, call_async, call_sync, dripping, every, run_in
from tests.sockets import listening

from contextio_client import APITimeoutError, AsyncContextIO, ContextIO, ServiceUnavailableError

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable
    from pathlib import Path

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999999\r\n"
DRIPS = {
    "nothing": (b"", b""),
    "the head": (HEAD + b"X-Long: ", b"a"),
    "the body": (HEAD + b"\r\n", b" "),
    "the body of a refusal": (HEAD.replace(b"200 OK", b"503 No") + b"\r\n", b" "),
}
COMPLETE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"
BASE = "https://deployment.example/2.0"


@every
@pytest.mark.parametrize("drips", DRIPS.values(), ids=DRIPS)
def test_an_answer_that_drips_ends_in_time(call: Callable[..., None], drips: tuple[bytes, bytes]) -> None:
    with dripping(*drips) as base_url:
        began = time.monotonic()
        with pytest.raises(APITimeoutError, match=r"is not answered in time; a call may take 0.3 s"):
            call(base_url, timeout=TIMEOUT)
        assert time.monotonic() - began >= TIMEOUT


@every
def test_an_answer_that_is_fast_and_endless_ends_in_time(call: Callable[..., None]) -> None:
    """Bytes are there at each read, so that no read times out."""
    endless = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
    with dripping(endless, b" " * 1000, pause=0) as base_url, pytest.raises(APITimeoutError):
        call(base_url, timeout=TIMEOUT, max_answer_bytes=2**40)


def test_so_it_does_over_tls(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    transport = httpx.HTTPTransport(verify=ssl.create_default_context(cafile=str(certificate)))
    with dripping(*DRIPS["the head"], server_side(certificate)) as base_url, pytest.raises(APITimeoutError):
        call_sync(base_url, timeout=TIMEOUT, transport=transport)


def test_a_connection_that_is_used_again_keeps_the_time_of_each_call() -> None:
    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(COMPLETE)
            connection.recv(65536)  # the second request, which is not answered
            connection.recv(1)

    with (
        listening(serve) as origin,
        ContextIO("key", "secret", base_url=f"{origin}/2.0", timeout=math.inf, max_retries=0) as client,
    ):
        assert client.accounts.list() == []
        with pytest.raises(APITimeoutError, match=r"may take 0.3 s"):
            client.with_options(timeout=TIMEOUT).accounts.list()


@every
def test_an_error_names_the_bound_that_ended_the_call(call: Callable[..., None]) -> None:
    with (
        dripping(*DRIPS["nothing"]) as base_url,
        pytest.raises(APITimeoutError, match=r"in time; 0.2 s may pass without a byte$"),
    ):
        call(base_url, read_timeout=0.2, max_retries=0)


def test_so_it_does_for_connecting() -> None:
    def late(request: httpx.Request) -> httpx.Response:
        message = "not connected"
        raise httpx.ConnectTimeout(message, request=request)

    with pytest.raises(APITimeoutError, match=r"in time; connecting may take 2.5 s$"):
        call_sync(BASE, connect_timeout=2.5, max_retries=0, transport=httpx.MockTransport(late))


@every
def test_all_tries_share_the_time(call: Callable[..., None]) -> None:
    """A refusal is tried again while there is time; then it is raised, or the try that the time ended."""
    with (
        dripping(b"HTTP/1.1 503 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") as base_url,
        pytest.raises((ServiceUnavailableError, APITimeoutError)),
    ):
        call(base_url, timeout=0.6, max_retries=1_000_000)


def test_a_call_may_take_for_ever() -> None:
    with dripping(COMPLETE) as base_url:
        call_sync(base_url, timeout=math.inf)
        run_in("asyncio", call_async)(base_url, timeout=math.inf)


@pytest.mark.parametrize("client", [ContextIO, AsyncContextIO])
def test_what_would_never_send_a_request_is_refused(client: Any) -> None:
    for seconds in (0, -1, math.nan):
        with pytest.raises(ValueError, match=r"^timeout must be a positive number of seconds; it is"):
            client("key", "secret", timeout=seconds)
    with pytest.raises(ValueError, match=r"^max_retries must be 0 or more; it is -1$"):
        client("key", "secret").with_options(max_retries=-1)
