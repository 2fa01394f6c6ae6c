"""A call ends in time on every transport, whatever a server or a transport does."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.certificates import self_signed, server_side
from tests.codegen.socket_calls import AT_MOST, TIMEOUT, call_sync, dripping, every
from tests.sockets import listening

from contextio_client import (
    APITimeoutError,
    ContextIO,
    IncompleteAnswerError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

BASE = "https://deployment.example/2.0"
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


ENDLESS = {
    "blanks": (OK + b"\r\n", b" " * 65536),
    "interim answers": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
    "empty members of a gzip file": (OK + b"Content-Encoding: gzip\r\n\r\n", packed(b"") * 1000),
    "compressed blanks": (OK + b"Content-Encoding: deflate\r\n\r\n", zlib.compress(b" " * MIB)[:-6]),
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


@every
def test_a_connection_that_nobody_accepts_ends_in_time(call: Callable[..., None]) -> None:
    with socket.socket() as listener, ExitStack() as waiting:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):  # more than the kernel queues; it answers no further ones
            client = waiting.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
        assert_in_time(call, f"http://127.0.0.1:{listener.getsockname()[1]}/2.0", max_retries=0)


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
