"""Clients that hold connections open and send nothing, or send slowly."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from tests import program
from tests.certificates import self_signed

from contextio_contract.server.http.connections import ConnectionLimits
from contextio_contract.server.http.runner import listen, server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.types import Receive, Scope, Send

    from contextio_contract.server.http.runner import Server

_WAIT = 60.0
_LONG = 600.0
_PATIENT: dict[str, float] = dict.fromkeys(("head", "body", "rest", "idle", "unsent"), _LONG)
"""Limits that no test reaches."""


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer the body of a request; at /early before it is read, at /long with much, at /wait never."""
    path = scope["path"]
    try:
        if path == "/wait":
            await receive()
            await receive()  # until the client has gone
            return
        body = b"" if path == "/early" else await Request(scope, receive).body()
    except ClientDisconnect:
        return
    content = b"x" * 20_000_000 if path == "/long" else b"read " + body
    await Response(content)(scope, receive, send)


@contextmanager
def running(*, certificate: Path | None = None, **limits: float) -> Iterator[tuple[Server, tuple[str, int]]]:
    """Run a server with limits; give it and its address."""
    ready, listener = threading.Event(), listen("127.0.0.1", 0)
    settings: dict[str, Any] = {**_PATIENT, **limits}
    started = server(echo, ready.set, certificate, ConnectionLimits(**settings))
    thread = threading.Thread(target=started.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        assert ready.wait(_WAIT)
        yield started, listener.getsockname()
    finally:
        started.should_exit = started.force_exit = True
        thread.join(_WAIT)


def read_all(connection: socket.socket) -> bytes:
    """Return what comes until the server closes the connection."""
    answer = b""
    try:
        while chunk := connection.recv(65536):
            answer += chunk
    except ConnectionResetError:
        pass
    return answer


def call(address: tuple[str, int], path: str = "/") -> bytes:
    """Return the answer to a request on a connection of its own."""
    with socket.create_connection(address, _WAIT) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        return read_all(connection)


@pytest.mark.parametrize(
    ("limits", "sent", "status"),
    [
        ({"head": 0.2}, b"", b""),
        ({"head": 0.2}, b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"HTTP/1.1 408 "),
        ({"body": 0.2}, b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n12345678", b"HTTP/1.1 408 "),
        ({"idle": 0.2}, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"HTTP/1.1 200 "),
        ({"rest": 0.2}, b"POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n1", b"HTTP/1.1 200 "),
    ],
)
def test_time_is_limited(limits: dict[str, float], sent: bytes, status: bytes) -> None:
    with (
        running(certificate=None, **limits) as (started, address),
        socket.create_connection(address, _WAIT) as connection,
    ):
        connection.sendall(sent)
        answer = read_all(connection)
        assert answer[: len(status)] == status
        assert answer.count(b"HTTP/1.1 ") == bool(status)
        assert (b"the request did not come in time" in answer) == (b" 408 " in status)
        assert started.connections.expired == 1


@pytest.mark.slow
def test_bytes_that_drip_do_not_give_more_time() -> None:
    with running(head=1, body=1) as (_, address):
        for head in (b"GET /", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n"):
            with socket.create_connection(address, _WAIT) as connection:
                connection.sendall(head)
                connection.settimeout(0.05)
                answer, until = b"", time.monotonic() + _WAIT
                while not answer and time.monotonic() < until:
                    connection.sendall(b"x")
                    try:
                        answer = connection.recv(65536)
                    except TimeoutError:
                        continue
                assert answer.startswith(b"HTTP/1.1 408 ")


@pytest.mark.slow
def test_a_response_that_nobody_takes_is_dropped() -> None:
    with running(unsent=0.2) as (started, address), socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(address)
        connection.sendall(b"GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n")
        until = time.monotonic() + _WAIT
        while not started.connections.expired and time.monotonic() < until:
            time.sleep(0.05)
        connection.settimeout(_WAIT)
        assert 0 < len(read_all(connection)) < 20_000_000


def test_whoever_waits_longest_makes_room(caplog: pytest.LogCaptureFixture) -> None:
    with running(most=4) as (started, address), ExitStack() as stack, caplog.at_level(logging.WARNING):
        silent = [stack.enter_context(socket.create_connection(address, _WAIT)) for _ in range(20)]
        assert call(address).startswith(b"HTTP/1.1 200 ")
        assert read_all(silent[0]) == b""
        assert (started.connections.evicted, started.connections.refused) == (17, 0)
    assert [record.message for record in caplog.records if "connections" in record.message] == [
        "connections: all 4 are taken; 1 were closed for others, 0 refused"
    ]


def test_calls_under_way_are_not_ended_for_others() -> None:
    with running(most=2) as (started, address), ExitStack() as stack:
        for _ in range(2):
            connection = stack.enter_context(socket.create_connection(address, _WAIT))
            connection.sendall(b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n")
        until = time.monotonic() + _WAIT
        while len(started.server_state.tasks) < 2 and time.monotonic() < until:
            time.sleep(0.01)
        answer = call(address)
        assert answer.startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
        assert b"\r\nRetry-After: 5\r\n" in answer
        assert started.connections.count == 2


def test_tls_handshakes_count(tmp_path: Path) -> None:
    file = self_signed(tmp_path)
    with running(certificate=file, most=3) as (started, address), ExitStack() as stack:
        silent = [stack.enter_context(socket.create_connection(address, _WAIT)) for _ in range(9)]
        context = ssl.create_default_context(cafile=file)
        connection = stack.enter_context(socket.create_connection(address, _WAIT))
        with context.wrap_socket(connection, server_hostname="127.0.0.1") as stream:
            stream.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert stream.recv(65536).startswith(b"HTTP/1.1 200 ")
        assert [read_all(each) for each in silent[:7]] == [b""] * 7
        assert started.connections.evicted >= 7


@pytest.mark.slow
def test_some_descriptors_are_left_for_other_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limited = tmp_path / "limited"
    limited.write_text(f'#!/bin/sh\nulimit -n 128\nexec {program.PROGRAM} "$@"\n')
    limited.chmod(0o700)
    monkeypatch.setattr(program, "PROGRAM", str(limited))
    with program.serving("--database", str(tmp_path / "db"), log=tmp_path / "log") as served:
        host, port = served.origin.removeprefix("http://").split(":")
        with ExitStack() as stack:
            for _ in range(500):
                connection = stack.enter_context(socket.create_connection((host, int(port)), _WAIT))
                connection.sendall(b"GET / HTTP/1.1\r\n")
            assert call((host, int(port)), "/2.0/accounts").startswith(b"HTTP/1.1 401 ")
    lines = (tmp_path / "log").read_text().splitlines()
    assert len([line for line in lines if "connections: all 64 are taken" in line]) == 1
    assert len(lines) == 2, lines  # the other is about the call
