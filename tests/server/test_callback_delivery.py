"""Callbacks to receivers as they can be, sent through the guard."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.certificates import self_signed, server_side
from tests.server.hostile import (
    TickingClock,
    dripping,
    flooding,
    frozen_clock,
    keep_silent,
    running_peer,
    saying,
)
from tests.sockets import free_port

from contextio_contract.server.outbound.callbacks import CallbackSender, Outcome
from contextio_contract.server.outbound.connection import Deadline
from contextio_contract.server.outbound.dialler import Dialler
from contextio_contract.server.outbound.policy import DEVELOPMENT, MAIL, Policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.server.hostile import Peer

_BODY = {"account_id": "a", "token": "t"}
_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def loopback(_host: str, port: int) -> list[tuple[Any, ...]]:
    """Look every name up as the loopback."""
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]


def deliver(url: str, *, policy: Policy | None = None, **settings: Any) -> Outcome:
    dialler = Dialler(policy or Policy(DEVELOPMENT), lookup=loopback)
    return CallbackSender(dialler, **settings).deliver(url, _BODY)


@pytest.fixture(scope="module")
def answering() -> Iterator[dict[str, Any]]:
    """Give a receiver's port, and take its answer."""
    state: dict[str, Any] = {}

    def answer(connection: socket.socket, peer: Peer) -> None:
        saying(state["answer"])(connection, peer)

    with running_peer(answer) as peer:
        state["port"] = peer.port
        yield state


def receive(connection: socket.socket) -> tuple[str, dict[str, str], bytes]:
    """Read a request; return its first line, its headers and its body."""
    stream = connection.makefile("rb")
    first = stream.readline().decode().strip()
    headers = {}
    while line := stream.readline().decode().strip():
        name, _, value = line.partition(": ")
        headers[name.lower()] = value
    return first, headers, stream.read(int(headers["content-length"]))


def test_a_callback_is_posted_under_its_name_to_the_address_that_was_looked_up() -> None:
    requests = []

    def accept(connection: socket.socket, _peer: Peer) -> None:
        requests.append(receive(connection))
        connection.sendall(_OK)

    with running_peer(accept) as peer:
        outcome = deliver(f"http://ada:s%20e@app.example.com:{peer.port}/a?b=c#d")
        assert peer.was_closed()
    assert outcome == Outcome(200)
    assert outcome.is_delivered
    first, headers, body = requests[0]
    assert first == "POST /a?b=c HTTP/1.1"
    assert headers["host"] == f"app.example.com:{peer.port}"
    assert headers["authorization"] == "Basic YWRhOnMgZQ=="
    assert headers["content-type"] == "application/json"
    assert json.loads(body) == _BODY


def test_a_server_of_tls_is_asked_for_the_name(tmp_path: Path) -> None:
    names = []
    tls = server_side(self_signed(tmp_path))
    tls.sni_callback = lambda _socket, name, _context: names.append(name)
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with running_peer(keep_silent, tls) as peer:
        dialler = Dialler(Policy(DEVELOPMENT), lookup=loopback)
        connection = dialler.dial("mail.example.com", peer.port, MAIL, Deadline(60), 100)
        connection.start_tls(trusting, "mail.example.com")
        connection.send(b"hello")
        connection.close()
        assert peer.was_closed()
        assert deliver(f"https://app.example.com:{peer.port}/") == Outcome(
            None, "no TLS connection came about"
        )
    assert names == ["mail.example.com", "app.example.com"]


def test_a_lookup_that_does_not_end_is_given_up_in_time() -> None:
    end = threading.Event()

    def wait(host: str, port: int) -> list[tuple[Any, ...]]:
        end.wait(60)
        return loopback(host, port)

    dialler = Dialler(Policy(DEVELOPMENT), lookup=wait)
    outcome = CallbackSender(dialler, seconds=0.05).deliver("http://app.example.com/", _BODY)
    assert outcome == Outcome(None, "no answer in time")
    end.set()


def test_a_silent_receiver_is_given_up_in_time() -> None:
    with running_peer(keep_silent) as peer:
        outcome = deliver(f"http://127.0.0.1:{peer.port}/", seconds=0.1, clock=frozen_clock)
        assert outcome == Outcome(None, "no answer in time")
        assert peer.was_closed()


@pytest.mark.parametrize("start", [b"H", b"HTTP/1.1 200 OK\r\nX: "])
def test_a_dripping_receiver_is_given_up_in_time(start: bytes) -> None:
    clock = TickingClock()
    with running_peer(dripping(start)) as peer:
        outcome = deliver(f"http://127.0.0.1:{peer.port}/", seconds=20.0, clock=clock)
        assert peer.was_closed()
    assert outcome == Outcome(None, "no answer in time")


def test_a_receiver_that_drips_its_content_has_accepted_the_callback() -> None:
    clock = TickingClock()
    with running_peer(dripping(b"HTTP/1.1 200 OK\r\n\r\nx")) as peer:
        outcome = deliver(f"http://127.0.0.1:{peer.port}/", seconds=20.0, clock=clock)
        assert peer.was_closed()
    assert outcome == Outcome(200)
    assert clock.now >= 20


def test_little_of_an_endless_answer_is_read() -> None:
    head = b"HTTP/1.1 202 Accepted\r\nContent-Encoding: gzip\r\nContent-Length: 99999999999\r\n\r\n"
    with running_peer(flooding(head, bytes(65536))) as peer:
        outcome = deliver(f"http://127.0.0.1:{peer.port}/")
        assert peer.was_closed()
        assert peer.sent < 32_000_000  # what the buffers of the system take
    assert outcome == Outcome(202)


@pytest.mark.parametrize(
    ("start", "repeated"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000),
        (b"HTTP/1.1 200 OK\r\nX: ", b"y" * 10_000),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100),
        (b"", b"y" * 10_000),
        (b"", b"\r\n" * 1000),
    ],
)
def test_an_answer_without_an_end_of_its_head_is_refused(start: bytes, repeated: bytes) -> None:
    with running_peer(flooding(start, repeated)) as peer:
        outcome = deliver(f"http://127.0.0.1:{peer.port}/")
        assert peer.was_closed()
    assert outcome.status is None
    assert outcome.problem in {"the answer was too long", "the answer was not HTTP"}


def test_a_redirect_is_not_followed() -> None:
    with running_peer(keep_silent) as inside:
        answer = f"HTTP/1.1 307 Go\r\nLocation: http://127.0.0.1:{inside.port}/\r\nContent-Length: 0\r\n\r\n"
        with running_peer(saying(answer.encode())) as peer:
            outcome = deliver(f"http://127.0.0.1:{peer.port}/")
        assert not inside.opened.acquire(blocking=False)
    assert outcome == Outcome(307, "it answered with 307")
    assert not outcome.is_delivered


@pytest.mark.parametrize("status", [199, 300, 404, 500, 599])
def test_whatever_is_no_success_is_not_delivered(status: int) -> None:
    with running_peer(saying(b"HTTP/1.1 %d Hm\r\nContent-Length: 0\r\n\r\n" % status)) as peer:
        outcome = deliver(f"http://127.0.0.1:{peer.port}/")
    assert not outcome.is_delivered


@given(
    status=st.integers(100, 599),
    name=st.sampled_from(
        ["Location", "Content-Length", "Transfer-Encoding", "Set-Cookie", "Content-Type", "X"]
    ),
    value=st.text(st.characters(codec="latin-1"), max_size=30)
    | st.sampled_from(["http://[::1/", "http://a:b/", "//", "chunked", "-1", "9" * 5000, "\x00"]),
    body=st.binary(max_size=50),
)
def test_no_answer_of_a_receiver_raises_anything(
    answering: dict[str, Any], status: int, name: str, value: str, body: bytes
) -> None:
    head = f"HTTP/1.1 {status} Hm\r\n{name}: {value}\r\n\r\n"
    answering["answer"] = head.encode("latin-1") + body
    outcome = deliver(f"http://127.0.0.1:{answering['port']}/")
    assert outcome.is_delivered == (outcome.problem == "")
    assert outcome.status in {None, status}


def test_connections_that_do_not_come_about_are_told_apart() -> None:
    with running_peer(saying(b"")) as peer:
        ends = deliver(f"http://127.0.0.1:{peer.port}/")
    with running_peer(saying(b"* OK IMAP4rev1\r\n")) as peer:
        odd = deliver(f"http://127.0.0.1:{peer.port}/")
    assert ends == odd == Outcome(None, "the answer was not HTTP")
    refused = deliver(f"http://127.0.0.1:{free_port()}/")
    assert refused == Outcome(None, "no connection came about")


def test_addresses_inside_are_not_called() -> None:
    with running_peer(keep_silent) as peer:
        for host, problem in (
            ("127.0.0.1", "this address is not a public one"),
            ("2130706433", "this address is not a public one"),
            ("[::ffff:7f00:1]", "this address is not a public one"),
            ("app.example.com", "the name has no address that may be called"),
        ):
            outcome = deliver(f"http://{host}:{peer.port}/", policy=Policy())
            assert outcome == Outcome(None, problem)
        assert not peer.opened.acquire(blocking=False)


def test_ports_of_other_services_are_not_called() -> None:
    outcome = deliver("http://93.184.216.34:25/")
    assert outcome == Outcome(None, "port 25 is not called here; take 80, 443, or 1024 and above")


@pytest.mark.parametrize(
    "url",
    ["cio-api-auth://callback", "ftp://127.0.0.1/", "file:///etc/passwd", "javascript:alert(1)", "//x/"],
)
def test_schemes_that_are_not_of_http_are_refused(url: str) -> None:
    assert deliver(url) == Outcome(None, "callbacks are sent to http and https alone")


@pytest.mark.parametrize(
    "url", ["http://", "http:///a", "http://[::1/", "http://a:b/", "http://\x00/", "http://a..b/"]
)
def test_what_is_no_url_is_refused(url: str) -> None:
    outcome = deliver(url)
    assert outcome.status is None
    assert outcome.problem
