"""A server that answers from a script, and calls of both Python clients that it answers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from contextio_client import AsyncContextIO, ContextIO

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = "https://deployment.example/2.0"
ERROR = {"type": "error", "value": "no"}
NOW = 1_700_000_000
"""Where the fixture `stopped_clock` stops the clock, in seconds since 1970-01-01 UTC."""


class Server:
    """Answers from a script, the last answer again and again, and remembers the requests."""

    def __init__(
        self, *script: httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]
    ) -> None:
        self.script = list(script)
        self.requests: list[httpx.Request] = []
        self.headers: list[str] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        self.headers.append(request.headers["Authorization"])
        (now, *later) = self.script
        self.script = later or [now]
        if isinstance(now, Exception):
            raise now
        if callable(now):
            return now(request)
        return httpx.Response(now.status_code, headers=now.headers, content=now.content)

    def client(self, **options: Any) -> ContextIO:
        return ContextIO(
            "key", "secret", **{"base_url": BASE, "transport": httpx.MockTransport(self.answer), **options}
        )

    def async_client(self, **options: Any) -> AsyncContextIO:
        return AsyncContextIO(
            "key", "secret", **{"base_url": BASE, "transport": httpx.MockTransport(self.answer), **options}
        )


def call_sync(server: Server, use: Callable[[Any], Any], **options: Any) -> Any:
    with server.client(**options) as client:
        return use(client)


def call_async(server: Server, use: Callable[[Any], Any], **options: Any) -> Any:
    async def call() -> Any:
        async with server.async_client(**options) as client:
            used = use(client)
            if hasattr(used, "__aiter__"):
                return [row async for row in used]
            return await used

    return asyncio.run(call())


both = pytest.mark.parametrize("call", [call_sync, call_async])


def listed(client: Any) -> Any:
    return client.accounts.list()


def deleted(client: Any) -> Any:
    return client.accounts.delete("a")


def ok(value: object = ()) -> httpx.Response:
    return httpx.Response(200, json=value)
