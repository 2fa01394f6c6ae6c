"""The generated Python client before servers that answer as no server should, over real connections."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.sockets import free_port, listening

from contextio_client import (
    APIConnectionError,
    APITimeoutError,
    ContextIO,
    IncompleteAnswerError,
    NotJSONError,
    RedirectError,
    RequestError,
)

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator


@contextmanager
def answering(answer: bytes, *, hang: bool = False) -> Iterator[tuple[str, list[bytes]]]:
    """Send some bytes to whoever connects; give the base URL, and what was received."""
    received: list[bytes] = []
    done = threading.Event()

    def serve(listener: socket.socket) -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                received.append(connection.recv(65536))
                connection.sendall(answer)
                if hang:
                    done.wait()

    with listening(serve) as origin:
        try:
            yield f"{origin}/2.0", received
        finally:
            done.set()


def catch(base_url: str, timeout: float = 60.0) -> RequestError:
    """Return the error of a call with one retry."""
    with ContextIO("key", "secret", base_url=base_url, timeout=timeout, max_retries=1) as client:
        with pytest.raises(RequestError) as raised:
            client.accounts.list()
        return raised.value


@pytest.mark.parametrize(
    ("answer", "error", "tries"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[{", IncompleteAnswerError, 2),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[{", IncompleteAnswerError, 1),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>login</html>", NotJSONError, 1),
        (b"", IncompleteAnswerError, 2),
        (b"nonsense\r\n\r\n", IncompleteAnswerError, 2),
    ],
    ids=["shorter than promised", "half the JSON", "a proxy's page", "nothing", "no HTTP"],
)
def test_a_broken_answer_has_its_class(answer: bytes, error: type[RequestError], tries: int) -> None:
    with answering(answer) as (base_url, received):
        assert type(catch(base_url)) is error
        assert len(received) == tries


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n["])
def test_a_server_that_hangs_does_not_hang_the_client(answer: bytes) -> None:
    with answering(answer, hang=True) as (base_url, _):
        assert isinstance(catch(base_url, timeout=0.2), APITimeoutError)


def test_nobody_at_the_address() -> None:
    problem = catch(f"http://127.0.0.1:{free_port()}/2.0")
    assert type(problem) is APIConnectionError
    assert "cannot be sent" in str(problem)


def test_another_host_hears_nothing() -> None:
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]") as (elsewhere, heard):
        moved = f"HTTP/1.1 307 Moved\r\nLocation: {elsewhere}/accounts\r\nContent-Length: 0\r\n\r\n"
        with answering(moved.encode()) as (base_url, _):
            problem = catch(base_url)
    assert isinstance(problem, RedirectError)
    assert elsewhere in str(problem)
    assert not heard
