"""Bytes that follow an answer on a connection are never taken for the next answer."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from tests.codegen.socket_calls import every_client
from tests.sockets import serving

from contextio_client import AsyncContextIO, ContextIO

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator


def answer(body: bytes, *headers: bytes) -> bytes:
    """Return an answer in HTTP/1.1 of known length."""
    fields = [b"Content-Type: application/json", b"Content-Length: %d" % len(body), *headers]
    return b"HTTP/1.1 200 OK\r\n" + b"".join(field + b"\r\n" for field in fields) + b"\r\n" + body


def in_chunks(body: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


class Told:
    """What a server was asked, by connection."""

    def __init__(self) -> None:
        self.connections: list[int] = []


@contextmanager
def following(first: bytes, rest: bytes) -> Iterator[tuple[str, Told]]:
    """Answer the first request with an answer and what follows it, others with `rest`."""
    told = Told()

    def answer_all(connection: socket.socket) -> None:
        told.connections.append(0)
        number = len(told.connections) - 1
        while connection.recv(65536):
            told.connections[number] += 1
            connection.sendall(first if sum(told.connections) == 1 else rest)

    with serving(answer_all) as origin:
        yield f"{origin}/2.0", told


def twice_sync(base_url: str) -> list[Any]:
    with ContextIO("key", "secret", base_url=base_url) as client:
        return [client.request("GET", "/a").json() for _ in range(2)]


async def twice(base_url: str) -> list[Any]:
    async with AsyncContextIO("key", "secret", base_url=base_url) as client:
        return [(await client.request("GET", "/a")).json() for _ in range(2)]


every = every_client(twice_sync, twice)
POISON = answer(b'{"poison": 1}')
FIRST = {"of known length": answer(b'{"a": 1}'), "in chunks": in_chunks(b'{"a": 1}')}


@every
@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
@pytest.mark.parametrize(
    "more",
    [
        POISON,
        POISON[:40],
        POISON[:-3],
        answer(b'{"a": 1}'),
        in_chunks(b'{"poison": 1}'),
        b"HTTP",
        b"\r\n\r\n",
    ],
)
def test_bytes_that_follow_an_answer_are_not_the_next_one(
    call: Callable[[str], list[Any]], first: bytes, more: bytes
) -> None:
    with following(first + more, answer(b'{"b": 2}')) as (base_url, _):
        assert call(base_url) == [{"a": 1}, {"b": 2}]


@every
@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
def test_a_connection_without_them_is_kept(call: Callable[[str], list[Any]], first: bytes) -> None:
    with following(first, first) as (base_url, told):
        assert call(base_url) == [{"a": 1}] * 2
    assert told.connections == [2]


@pytest.mark.parametrize("body", [b"", json.dumps(["x" * 100_000]).encode(), b"[]"])
def test_so_it_is_after_any_length(body: bytes) -> None:
    with (
        following(answer(body), answer(body)) as (base_url, told),
        ContextIO("key", "secret", base_url=base_url) as client,
    ):
        for _ in range(3):
            assert client.request("GET", "/a").content == body
    assert told.connections == [3]


def test_connections_that_a_user_opened_are_used() -> None:
    with following(answer(b"[]"), answer(b"[]")) as (base_url, told), httpx.Client() as http:
        http.get(base_url)
        client = ContextIO("key", "secret", base_url=base_url, http_client=http)
        assert client.request("GET", "/a").json() == []
    assert told.connections == [2]
