"""Calls of the Python clients over real connections, to servers that answer slowly."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
import pytest
from tests.sockets import serving

from contextio_client import AsyncContextIO, ContextIO

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Awaitable, Callable, Iterator

T = TypeVar("T")
TIMEOUT = 0.3
AT_MOST = 20.0
"""Seconds that a busy machine may take for what ends after `TIMEOUT`; it would take a minute or for ever."""


@contextmanager
def dripping(
    begin: bytes, drip: bytes = b"", context: ssl.SSLContext | None = None, pause: float = 0.05
) -> Iterator[str]:
    """Send the beginning of an answer, then drips until the block ends; give the base URL."""
    done = threading.Event()

    def answer(connection: socket.socket) -> None:
        connection.recv(65536)
        connection.sendall(begin)
        while not done.wait(pause):
            connection.sendall(drip)

    with serving(answer, context) as origin:
        try:
            yield f"{origin}/2.0"
        finally:
            done.set()


def run_in(backend: str, call: Callable[..., Awaitable[T]]) -> Callable[..., T]:
    """Return a function that runs an asynchronous one in an event loop of asyncio or trio."""
    return lambda *arguments, **options: anyio.run(partial(call, *arguments, **options), backend=backend)


def every_client(call: Callable[..., T], call_async: Callable[..., Awaitable[T]]) -> pytest.MarkDecorator:
    """Run a test with `call` of the synchronous client, and of the other one under asyncio and trio."""
    ways = [call, run_in("asyncio", call_async), run_in("trio", call_async)]
    return pytest.mark.parametrize("call", ways, ids=["sync", "asyncio", "trio"])


def call_sync(base_url: str, **options: Any) -> None:
    with ContextIO("key", "secret", base_url=base_url, **options) as client:
        client.accounts.list()


async def call_async(base_url: str, **options: Any) -> None:
    async with AsyncContextIO("key", "secret", base_url=base_url, **options) as client:
        await client.accounts.list()


every = every_client(call_sync, call_async)
