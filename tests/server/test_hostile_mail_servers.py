"""Mail servers that hang, drip, lie and flood: each ends in time, and gives its slot back."""

from __future__ import annotations

import errno
import os
import socket
import struct
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from tests.server.hostile import (
    TickingClock,
    dripping,
    flooding,
    frozen_clock,
    keep_silent,
    running_peer,
    saying,
)
from tests.server.mail_server import run_mail_server

from contextio_contract.server.mail.mailbox import Login, Mailboxes
from contextio_contract.server.mail.observation import CONNECTION_IMPOSSIBLE, OK
from contextio_contract.server.mail.session import Session
from contextio_contract.server.mail.statistics import Selection
from contextio_contract.server.outbound.connection import Deadline, LimitError
from contextio_contract.server.outbound.dialler import Dialler
from contextio_contract.server.outbound.limits import MAILBOXES, BusyError, Limits
from contextio_contract.server.outbound.policy import DEVELOPMENT, MAIL, Policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.server.hostile import Peer

_GREETING = b"* OK IMAP4rev1\r\n"
_EVERYTHING = Selection(all_folders=True, folders="", all_files=True)


def login(port: int, host: str = "127.0.0.1") -> Login:
    return Login(host, port, use_ssl=False, username="ada", password="secret")  # noqa: S106 - of no mailbox


@contextmanager
def opening(timeout: float = 60.0, clock: Any = None, **most: int) -> Iterator[Mailboxes]:
    """Give what opens mailboxes on the loopback; in the end, all slots must be free."""
    limits = Limits({**MAILBOXES, **most})
    settings = {"clock": clock} if clock else {}
    yield Mailboxes(Dialler(Policy(DEVELOPMENT)), limits, timeout, **settings)
    assert limits.taken == 0


def last_line(mailboxes: Mailboxes, port: int) -> tuple[str, bool, str]:
    observation = mailboxes.probe(login(port), {})
    return observation.status, observation.reachable, observation.log.splitlines()[-1]


def test_a_silent_mail_server_is_given_up_in_time() -> None:
    with running_peer(keep_silent) as peer, opening(0.1, frozen_clock) as mailboxes:
        expected = (CONNECTION_IMPOSSIBLE, False, "no response in time")
        assert last_line(mailboxes, peer.port) == expected
        assert peer.was_closed()


def test_a_mail_server_that_says_nothing_after_the_greeting_is_given_up_in_time() -> None:
    def greet(connection: socket.socket, _peer: Peer) -> None:
        connection.sendall(_GREETING)

    with running_peer(greet) as peer, opening(0.1, frozen_clock) as mailboxes:
        expected = (CONNECTION_IMPOSSIBLE, False, "no response in time")
        assert last_line(mailboxes, peer.port) == expected
        assert peer.was_closed()


@pytest.mark.parametrize("start", [b"*", _GREETING + b"* CAPABILITY I"])
def test_a_dripping_mail_server_is_given_up_in_time(start: bytes) -> None:
    with running_peer(dripping(start)) as peer, opening(30.0, TickingClock()) as mailboxes:
        expected = (CONNECTION_IMPOSSIBLE, False, "no response in time")
        assert last_line(mailboxes, peer.port) == expected
        assert peer.was_closed()


@pytest.mark.parametrize(
    ("start", "repeated"),
    [
        pytest.param(_GREETING, b"* X aaa\r\n" * 1000, id="lines"),
        pytest.param(_GREETING, b"*\r\n" * 10_000, id="short lines"),
        pytest.param(b"* OK ", b"a" * 65536, id="a greeting without end"),
        pytest.param(_GREETING + b"* X ", b"a" * 65536, id="a line without end"),
        pytest.param(_GREETING + b"* X {3900000000}\r\n", bytes(65536), id="a literal of 4 GB"),
        pytest.param(_GREETING, b"* X {60000}\r\n" + bytes(60_000) + b"\r\n", id="many literals"),
        pytest.param(_GREETING + b"* X {" + b"9" * 5000 + b"}\r\n", bytes(65536), id="a literal of all"),
    ],
)
def test_a_flooding_mail_server_is_not_listened_to_for_long(start: bytes, repeated: bytes) -> None:
    with running_peer(flooding(start, repeated)) as peer, opening() as mailboxes:
        status, reachable, line = last_line(mailboxes, peer.port)
        assert peer.was_closed()
        assert peer.sent < 32_000_000  # what the buffers of the system take, and a little
    assert (status, reachable) == (CONNECTION_IMPOSSIBLE, True)
    assert line in {"a response that is too long", "a response that is not IMAP"} | {
        "the connection ended without a valid response"
    }


@pytest.mark.parametrize(
    ("start", "repeated", "problem"),
    [
        pytest.param(_GREETING, b"* X aaa\r\n" * 1000, "too many lines", id="lines"),
        pytest.param(_GREETING, b"* X " + b"a" * 500_000 + b"\r\n", "too many bytes", id="bytes"),
        pytest.param(_GREETING + b"* X ", b"a" * 65536, "a line that is too long", id="line"),
        pytest.param(
            _GREETING + b"* X {70000}\r\n", bytes(70_000), "a literal that is too long", id="literal"
        ),
    ],
)
def test_no_command_gets_more_than_it_can_need(start: bytes, repeated: bytes, problem: str) -> None:
    """Whatever the limit of the connection is: that of a synchronisation allows much more."""
    with running_peer(flooding(start, repeated)) as peer:
        dialler = Dialler(Policy(DEVELOPMENT))
        connection = dialler.dial("127.0.0.1", peer.port, MAIL, Deadline(60), 2**40)
        with pytest.raises(LimitError, match=problem):
            Session(connection)
        connection.close()
        assert peer.was_closed()
        assert peer.sent < 32_000_000


def test_a_list_of_folders_may_be_long_but_not_endless() -> None:
    gmail: dict[str, Any] = {"CAPABILITY": ["CAPABILITY IMAP4REV1 X-GM-EXT-1"]}
    for number, status in ((4_000, OK), (6_000, CONNECTION_IMPOSSIBLE)):
        folders = [*[f'LIST () "/" f{n}' for n in range(number)], 'LIST (\\All) "/" All']
        with run_mail_server(**gmail, LIST=folders) as port, opening() as mailboxes:
            assert mailboxes.probe(login(port), {}).status == status


def test_a_mail_server_that_does_not_answer_logout_is_not_waited_for() -> None:
    end = threading.Event()

    def wait() -> list[str]:
        end.wait(60)
        return []

    with run_mail_server(LOGOUT=wait) as port, opening(30.0) as mailboxes:
        assert mailboxes.probe(login(port), {}).status == OK
        end.set()


def test_a_mail_server_is_told_that_the_session_ends() -> None:
    said = threading.Event()

    def note() -> list[str]:
        said.set()
        return []

    with run_mail_server(LOGOUT=note) as port, opening() as mailboxes:
        assert mailboxes.probe(login(port), {}).status == OK
        assert said.wait(60)


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [b"* CAPABILITY IMAP4rev1\r\n"],
        [b"* BYE\r\n"],
        [b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA0 OK\r\n"],
        [b"no IMAP at all"],
    ],
)
def test_a_mail_server_that_ends_in_the_middle_refuses_nobody(parts: list[bytes]) -> None:
    def behave(connection: socket.socket, peer: Peer) -> None:
        connection.sendall(_GREETING)
        saying(*parts)(connection, peer)

    with running_peer(behave) as peer, opening() as mailboxes:
        status, reachable, line = last_line(mailboxes, peer.port)
        assert peer.was_closed()
    assert (status, reachable, line) == (
        CONNECTION_IMPOSSIBLE,
        True,
        "a response that is not IMAP",
    )


def test_a_mail_server_that_closes_during_the_login_has_not_refused_it() -> None:
    def close() -> list[str]:
        raise OSError

    for name, capability in (("LOGIN", "IMAP4REV1"), ("AUTHENTICATE", "AUTH=PLAIN")):
        replies: dict[str, Any] = {"CAPABILITY": [f"CAPABILITY IMAP4REV1 {capability}"], name: close}
        with run_mail_server(**replies) as port, opening() as mailboxes:
            observation = mailboxes.probe(login(port), {})
        assert observation.status == CONNECTION_IMPOSSIBLE


def test_a_mail_server_that_resets_the_connection_does_not_answer() -> None:
    def reset(connection: socket.socket, _peer: Peer) -> None:
        connection.sendall(_GREETING)
        connection.recv(65536)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()

    with running_peer(reset) as peer, opening() as mailboxes:
        status, reachable, line = last_line(mailboxes, peer.port)
    assert (status, reachable, line) == (CONNECTION_IMPOSSIBLE, False, "Connection reset by peer")


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.ENOMEM])
def test_what_this_machine_lacks_tells_nothing_of_a_mailbox(number: int) -> None:
    def fail(*_: object) -> socket.socket:
        raise OSError(number, os.strerror(number))

    mailboxes = Mailboxes(Dialler(Policy(DEVELOPMENT), connect=fail), Limits(MAILBOXES), 60.0)
    with pytest.raises(BusyError):
        mailboxes.probe(login(1), {})


def test_only_ports_of_mail_servers_are_called() -> None:
    mailboxes = Mailboxes(Dialler(Policy()), Limits(MAILBOXES), 60.0)
    observation = mailboxes.probe(login(25, "93.184.216.34"), {})
    assert observation.message == "93.184.216.34:25 is not called: port 25 is not called here; take 143, 993"
    assert observation.http_status == 400
    assert "connected" not in observation.log


def test_addresses_inside_are_not_called_and_tell_nothing() -> None:
    """Whether a port inside is closed, silent or talks makes no difference."""
    mailboxes = Mailboxes(Dialler(Policy()), Limits(MAILBOXES), 60.0)
    with running_peer(keep_silent) as silent, run_mail_server() as talking:
        logs = []
        for port in (silent.port, talking, 1):
            observation = mailboxes.probe(login(port), {})
            assert observation.status == CONNECTION_IMPOSSIBLE
            logs.append(observation.log.replace(f":{port}\n", ":PORT\n"))
        assert not silent.opened.acquire(blocking=False)
    assert set(logs) == {"connecting to 127.0.0.1:PORT\nthis address is not a public one"}


@pytest.mark.parametrize("kind", ["process", "host", "key", "source", "link"])
def test_no_more_are_opened_at_once_than_the_limits_allow(kind: str) -> None:
    claims = {"key": "k", "source": "1", "link": "l"}
    end = threading.Event()

    def wait(connection: socket.socket, _peer: Peer) -> None:
        end.wait(60)
        connection.shutdown(socket.SHUT_RDWR)

    with (
        running_peer(wait) as peer,
        opening(**{kind: 2}) as mailboxes,
        ThreadPoolExecutor(2) as pool,
    ):
        probes = [pool.submit(mailboxes.probe, login(peer.port), claims) for _ in range(2)]
        assert all(peer.was_opened() for _ in probes)
        with pytest.raises(BusyError):
            mailboxes.probe(login(peer.port), claims)
        if kind not in {"process", "host"}:
            others = dict.fromkeys(claims, "another")
            probes.append(pool.submit(mailboxes.probe, login(peer.port), others))
        end.set()
        assert {probe.result().status for probe in probes} == {CONNECTION_IMPOSSIBLE}


def test_a_synchronisation_of_a_dripping_mail_server_ends_in_time() -> None:
    with (
        running_peer(dripping(_GREETING + b"* CAPABILITY I")) as peer,
        opening(60.0, TickingClock()) as mailboxes,
        pytest.raises(TimeoutError),
    ):
        mailboxes.count(login(peer.port), _EVERYTHING)
    assert peer.was_closed()


def test_a_folder_that_cannot_be_read_is_passed_over() -> None:
    folders = iter(["NO [NOPERM] it is not yours", "OK done", "BAD what", "OK done"])
    replies: dict[str, Any] = {
        "LIST": [f'LIST () "/" {name}' for name in ("Shared", "INBOX", "Odd", "Sent")],
        "EXAMINE": ["2 EXISTS"],
        "EXAMINE ends": lambda: next(folders),
        "SEARCH": ["SEARCH 1 2"],
        "FETCH": ["1 FETCH (UID 1 BODYSTRUCTURE )", "2 FETCH (UID 2 BODYSTRUCTURE ((((("],
    }
    with run_mail_server(**replies) as port, opening() as mailboxes:
        messages, _files = mailboxes.count(login(port), _EVERYTHING)
    assert messages == 4


def test_a_large_folder_is_not_listed_whole() -> None:
    commands: list[str] = []
    replies: dict[str, Any] = {"EXAMINE": ["900000 EXISTS"], "SEARCH": ["SEARCH 1 2 3"], "commands": commands}
    with run_mail_server(**replies) as port, opening() as mailboxes:
        assert mailboxes.count(login(port), _EVERYTHING) == (900_000, 0)
    assert "UID SEARCH 1:5000" in commands


def test_a_number_of_messages_that_no_database_takes_is_cut() -> None:
    with run_mail_server(EXAMINE=["99999999999999999999 EXISTS"]) as port, opening() as mailboxes:
        messages, files = mailboxes.count(login(port), _EVERYTHING)
    assert (messages, files) == (2**31 - 1, 0)
