"""Mail servers and receivers of one tenant that hang, and calls of another, which do not wait for them."""

from __future__ import annotations

import queue
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import requests
from tests.server.hostile import keep_silent, running_peer
from tests.server.mail_server import run_mail_server
from tests.sockets import free_port

from contextio_contract.server.outbound.limits import MAILBOXES
from contextio_contract.server.outbound.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Client, LiveServer
    from tests.imap import Imap
    from tests.server.hostile import Peer

_ACCEPTED = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
_MANY = 44
"""More than the threads that all calls share."""


@contextmanager
def waiting_mail_server() -> Iterator[tuple[Peer, threading.Event]]:
    """Run a mail server that says nothing until an event, and hangs up then."""
    end = threading.Event()

    def wait(connection: socket.socket, _peer: Peer) -> None:
        end.wait(120)
        connection.shutdown(socket.SHUT_RDWR)

    with running_peer(wait) as peer:
        try:
            yield peer, end
        finally:
            end.set()


def expect_busy(response: requests.Response) -> None:
    """Expect that nothing is told but when to try again."""
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    error = response.json()
    assert error["value"].startswith("too many mailboxes are being opened; try again in ")
    assert error.keys() == {"type", "value", "success"}


@pytest.mark.parametrize("by", ["calls", "people"])
def test_calls_do_not_wait_for_the_mail_servers_of_others(
    new_server: Callable[..., LiveServer], imap: Imap, by: str
) -> None:
    server = new_server(mailbox_limits=dict.fromkeys(MAILBOXES, _MANY), mailbox_timeout=120.0)
    client, other = server.client(), server.client()
    link = other.post("/connect_tokens", callback_url="https://app.example.com/", email="a@example.com")
    url = link["browser_redirect_url"]

    def create(port: int) -> int:
        return other.send("POST", "/accounts", data=imap.form(port=port)).status_code

    def connect(port: int) -> int:
        data = {"server": "127.0.0.1", "port": str(port), "username": "u", "password": "p"}
        return requests.post(url, data=data, timeout=180).status_code

    with waiting_mail_server() as (peer, end), ThreadPoolExecutor(_MANY) as pool:
        call = create if by == "calls" else connect
        calls = [pool.submit(call, peer.port) for _ in range(_MANY)]
        assert all(peer.was_opened() for _ in calls)
        account = client.account()
        assert client.get(f"/accounts/{account}")["id"] == account
        assert requests.get(url, timeout=60).status_code == 200
        assert not any(call.done() for call in calls)
        end.set()
        assert {call.result() for call in calls} == {400}
    client.account(**imap.form())


def test_a_mailbox_that_cannot_be_opened_now_keeps_its_status(
    new_server: Callable[..., LiveServer], imap: Imap
) -> None:
    server = new_server(mailbox_limits={**MAILBOXES, "process": 1}, mailbox_timeout=120.0)
    client, other = server.client(), server.client()
    told: queue.Queue[str] = queue.Queue()

    def tell(connection: socket.socket, _peer: Peer) -> None:
        told.put(connection.recv(65536).decode())

    with running_peer(tell) as receiver:
        url = f"http://127.0.0.1:{receiver.port}/"
        account = client.account(**imap.form())
        server.settle()
        source = f"/accounts/{account}/sources/0"
        client.post(source, 200, status_callback_url=url)
        before = client.get(source)
        with waiting_mail_server() as (peer, end), ThreadPoolExecutor(1) as pool:
            call = pool.submit(other.send, "POST", "/accounts", data=imap.form(port=peer.port))
            assert peer.was_opened()
            for form in (
                {"force_status_check": 1},
                {"password": "another", "sync_all_folders": 1},
            ):
                expect_busy(client.send("POST", source, data=form))
            expect_busy(client.send("POST", "/accounts", data=imap.form()))
            expect_busy(client.send("POST", f"/accounts/{account}/sources", data=imap.form()))
            assert client.get(source) == before
            end.set()
            assert call.result().status_code == 400
        assert client.post(source, 200, force_status_check=1) == {"status": "OK"}
        server.settle()
        assert told.empty()
    assert len(client.get("/accounts")) == 1


def test_a_person_is_asked_to_try_again_if_too_many_connect(
    new_server: Callable[..., LiveServer], imap: Imap
) -> None:
    server = new_server(mailbox_limits={**MAILBOXES, "link": 1}, mailbox_timeout=120.0)
    client = server.client()
    urls = [
        client.post("/connect_tokens", callback_url="https://app.example.com/", email="a@example.com")[
            "browser_redirect_url"
        ]
        for _ in range(2)
    ]
    fields = {"server": "127.0.0.1", "username": imap.username, "password": imap.password}

    def connect(url: str, port: int) -> requests.Response:
        data = {**fields, "port": str(port)}
        return requests.post(url, data=data, timeout=180, allow_redirects=False)

    with waiting_mail_server() as (peer, end), ThreadPoolExecutor(1) as pool:
        call = pool.submit(connect, urls[0], peer.port)
        assert peer.was_opened()
        page = connect(urls[0], imap.port)
        assert page.status_code == 503
        assert page.headers["Retry-After"] == "60"
        assert "Too many mailboxes are being connected" in page.text
        assert connect(urls[1], imap.port).status_code == 303
        end.set()
        assert call.result().status_code == 400
    assert connect(urls[0], imap.port).status_code == 303


def test_slow_receivers_do_not_hold_the_callbacks_of_others(
    new_server: Callable[..., LiveServer], imap: Imap
) -> None:
    server = new_server()
    slow, client = server.client(), server.client()
    arrived = threading.Event()

    def accept(connection: socket.socket, _peer: Peer) -> None:
        connection.recv(65536)
        connection.sendall(_ACCEPTED)
        arrived.set()

    with waiting_mail_server() as (peer, end), running_peer(accept) as receiver:
        for _ in range(3):
            slow.account(**imap.form(callback_url=f"http://127.0.0.1:{peer.port}/"))
        assert all(peer.was_opened() for _ in range(2))
        client.account(**imap.form(callback_url=f"http://localhost:{receiver.port}/"))
        assert arrived.wait(60)
        end.set()
        server.settle()


def test_slow_synchronisations_do_not_hold_those_of_others(
    new_server: Callable[..., LiveServer], imap: Imap
) -> None:
    server = new_server()
    slow, client = server.client(), server.client()
    end, begun = threading.Event(), threading.Semaphore(0)

    def wait() -> list[str]:
        begun.release()
        end.wait(120)
        return []

    with run_mail_server(EXAMINE=wait) as port:
        for _ in range(5):
            slow.account(**imap.form(port=port))
        assert all(begun.acquire(timeout=60) for _ in range(2))
        account = client.account(**imap.form(server="localhost"))
        for _ in range(600):
            if client.get(f"/accounts/{account}")["nb_messages"]:
                break
            end.wait(0.1)
        assert client.get(f"/accounts/{account}")["nb_messages"] == 6
        end.set()
        server.settle()


def test_one_folder_that_cannot_be_read_does_not_fail_the_first_synchronisation(
    client: Client, shared_server: LiveServer, imap: Imap
) -> None:
    told = threading.Event()

    def accept(connection: socket.socket, _peer: Peer) -> None:
        connection.recv(65536)
        connection.sendall(_ACCEPTED)
        told.set()

    endings = iter(["NO [NOPERM] not yours", "OK done"])
    replies: dict[str, Any] = {
        "LIST": ['LIST () "/" Shared', 'LIST () "/" INBOX'],
        "EXAMINE": ["3 EXISTS"],
        "EXAMINE ends": lambda: next(endings),
        "SEARCH": ["SEARCH"],
    }
    with run_mail_server(**replies) as port, running_peer(accept) as receiver:
        url = f"http://127.0.0.1:{receiver.port}/"
        account = client.account(**imap.form(port=port, callback_url=url))
        assert told.wait(60)
        assert client.get(f"/accounts/{account}")["nb_messages"] == 3
        shared_server.settle()


def test_a_first_synchronisation_that_failed_is_tried_again_with_a_check(
    client: Client, shared_server: LiveServer, imap: Imap
) -> None:
    endings = iter(["NO try again later", "OK done"])
    replies: dict[str, Any] = {
        "EXAMINE": ["3 EXISTS"],
        "LIST ends": lambda: next(endings),
        "SEARCH": ["SEARCH"],
    }
    with run_mail_server(**replies) as port:
        account = client.account(**imap.form(port=port))
        shared_server.settle()
        assert client.get(f"/accounts/{account}")["nb_messages"] == 0
        assert client.post(f"/accounts/{account}/sources/0", 200, force_status_check=1) == {"status": "OK"}
        shared_server.settle()
        assert client.get(f"/accounts/{account}")["nb_messages"] == 3


@pytest.mark.parametrize("server", ["127.0.0.1", "localhost", "0x7f.1", "::ffff:127.0.0.1"])
def test_what_is_inside_stays_unknown_without_leave(
    new_server: Callable[..., LiveServer], imap: Imap, server: str
) -> None:
    client = new_server(policy=Policy()).client()
    url = client.post("/connect_tokens", callback_url="https://app.example.com/", email="a@example.com")
    with running_peer(keep_silent) as silent:
        answers = set()
        for port in (imap.port, silent.port, free_port()):
            response = client.send("POST", "/accounts", data=imap.form(server=server, port=port))
            assert response.status_code == (503 if server == "localhost" else 400)
            assert response.json()["feedback_code"] == "CONNECTION_IMPOSSIBLE"
            answers.add(response.text.replace(f":{port}", ":PORT"))
            data = {"server": server, "port": str(port), "username": "u", "password": "p"}
            page = requests.post(url["browser_redirect_url"], data=data, timeout=60)
            assert page.status_code == response.status_code
        assert len(answers) == 1
        assert not silent.opened.acquire(blocking=False)
    assert client.get("/accounts") == []
