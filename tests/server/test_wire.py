"""What old clients need of HTTP itself: the names of headers as they compare them, and HEAD."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest
from oauthlib.oauth1 import Client as Signer
from tests.conftest import running_mock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Client, Contract, LiveServer


@pytest.fixture(scope="module", params=["server", "mock"])
def deployment(request: pytest.FixtureRequest, contract: Contract) -> Iterator[LiveServer]:
    if request.param == "server":
        yield request.getfixturevalue("shared_server")
    else:
        with running_mock(contract.bundle) as mock:
            yield mock


@pytest.fixture
def client(deployment: LiveServer) -> Client:
    return deployment.client()


@pytest.fixture
def send(client: Client) -> Callable[..., bytes]:
    """Give a function that sends a signed request and returns all bytes of the answer."""

    def send(line: str, *, signed: bool, ends: bool = False) -> bytes:
        method, path, _ = line.split(" ")
        url = urlsplit(client.origin + path)
        signer = Signer(client.key, client_secret=client.secret)
        headers = signer.sign(url.geturl(), cast("Any", method))[1] if signed else {}
        lines = [line, f"Host: {url.netloc}", *([] if ends else ["Connection: close"])]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        with socket.create_connection((str(url.hostname), int(url.port or 80)), 60) as connection:
            connection.sendall("\r\n".join([*lines, "", ""]).encode())
            if ends:
                connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    return send


_JSON = "Content-Type: application/json"
_TEXT = "Content-Type: text/plain; charset=utf-8"


@pytest.mark.parametrize(
    ("line", "status", "headers"),
    [
        ("GET /2.0/accounts HTTP/1.1", 200, [_JSON, "Content-Length: 2"]),
        ("HEAD /2.0/accounts HTTP/1.1", 200, [_JSON, "Content-Length: 2"]),
        ("GET /2.0/accounts/nobody HTTP/1.1", 404, [_JSON]),
        ("GET /2.0/nothing HTTP/1.1", 404, [_JSON]),
        ("PATCH /2.0/accounts HTTP/1.1", 405, [_JSON, "Allow: GET, HEAD, POST"]),
        ("GET /2.0/accounts HTTP/1.1", 401, [_JSON, "WWW-Authenticate: OAuth"]),
        ("GET / HTTP/1.1", 404, [_TEXT]),
        ("GET / HTTP/9", 400, [_JSON]),
    ],
)
def test_names_of_headers_are_capitalised(
    send: Callable[..., bytes], line: str, status: int, headers: list[str]
) -> None:
    answer = send(line, signed=status != 401)
    first, *lines = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    assert first.startswith(f"HTTP/1.1 {status} ")
    assert set(headers) <= set(lines)
    names = [line.partition(":")[0] for line in lines]
    assert names == [name if name == "WWW-Authenticate" else name.title() for name in names]


def test_a_client_that_sends_nothing_more_is_answered(send: Callable[..., bytes]) -> None:
    answer = send("GET /2.0/accounts HTTP/1.1", signed=True, ends=True)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"\r\n\r\n[]")


def test_head_is_get_without_a_body(client: Client) -> None:
    account = client.account()
    for path, status in (("/accounts", 200), (f"/accounts/{account}", 200), ("/accounts/nobody", 404)):
        read, head = client.send("GET", path), client.send("HEAD", path)
        assert (read.status_code, head.status_code, head.content) == (status, status, b"")
        assert head.headers["content-length"] == str(len(read.content))
        assert head.headers["content-type"] == read.headers["content-type"]
    assert client.send("HEAD", "/accounts", auth=None).status_code == 401


def test_a_short_response_comes_in_one_piece(client: Client) -> None:
    url = urlsplit(client.origin)
    with socket.create_connection((str(url.hostname), int(url.port or 80)), 60) as connection:
        for _ in range(5):
            connection.sendall(f"GET /2.0/accounts HTTP/1.1\r\nHost: {url.netloc}\r\n\r\n".encode())
            head, _, body = connection.recv(65536).partition(b"\r\n\r\n")
            assert f"\r\nContent-Length: {len(body)}\r\n".encode() in head + b"\r\n"
            assert body


@pytest.fixture
def exchange(deployment: LiveServer) -> Callable[[bytes], bytes]:
    """Give a function that sends bytes, with the host in place of HOST, and returns all that comes back."""

    def exchange(sent: bytes) -> bytes:
        url = urlsplit(deployment.origin)
        with socket.create_connection((str(url.hostname), int(url.port or 80)), 60) as connection:
            connection.sendall(sent.replace(b"HOST", url.netloc.encode()))
            return b"".join(iter(lambda: connection.recv(65536), b""))

    return exchange


_CHUNKED = b"POST /2.0/accounts HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n"
_NEXT = b"GET /2.0/nothing HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    "first",
    [
        b"GET /2.0/accounts HTTP/1.1\r\nHost: HOST\r\n\r\n",
        b"GET /2.0/accounts HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        _CHUNKED + b"3\r\na=b\r\n0\r\nHost: elsewhere.example\r\n\r\n",
    ],
    ids=["plain", "upgrade", "trailer"],
)
def test_requests_are_answered_in_turn(exchange: Callable[[bytes], bytes], first: bytes) -> None:
    received = exchange(first + _NEXT)
    assert received.count(b"HTTP/1.1 ") == 2
    assert received.startswith(b"HTTP/1.1 401 ")
    assert b"HTTP/1.1 404 " in received


def test_http_1_0_ends_with_the_connection(exchange: Callable[[bytes], bytes]) -> None:
    received = exchange(b"GET /2.0/nothing HTTP/1.0\r\nHost: HOST\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 404 ")
    assert b"\r\nConnection: close\r\n" in received
    assert b"\r\nTransfer-Encoding:" not in received


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /2.0/accounts HTTP/1.1\r\nHost: HOST\r\nX: " + b"a" * 100_000,
        b"GET / HTTP/1.1\r\nHost: HOST\r\nno header\r\n\r\n",
        _CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Length: 4\r\n\r\n") + b"0\r\n\r\n",
    ],
    ids=["endless", "malformed", "two lengths"],
)
def test_what_is_no_request_ends_the_connection(exchange: Callable[[bytes], bytes], sent: bytes) -> None:
    answer = exchange(sent)
    assert answer.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert b"\r\nContent-Type: application/json\r\n" in answer
