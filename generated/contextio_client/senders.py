"""Functions that make calls, as the classes of pages are given them. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from contextio_client.call import Call
    from contextio_client.operation import Answer
    from contextio_client.paging import AsyncPage, Page
    from contextio_client.streams import AsyncByteStream, ByteStream

P = ParamSpec("P")
T = TypeVar("T")


class Send(Protocol):
    """A function that makes a call and returns the parsed answer."""

    def __call__(self, call: Call[T]) -> T: ...


class AsyncSend(Protocol):
    """The same, to be awaited."""

    async def __call__(self, call: Call[T]) -> T: ...


class Stream(Protocol):
    """A function that makes a call and returns the stream of the answer."""

    def __call__(self, call: Call[Any]) -> ByteStream: ...


class AsyncStream(Protocol):
    """The same, to be awaited."""

    async def __call__(self, call: Call[Any]) -> AsyncByteStream: ...


class SendForPage(Protocol):
    """A function that makes a call and returns a page of a list."""

    def __call__(self, call: Call[Any]) -> Page[Any]: ...


class AsyncSendForPage(Protocol):
    """The same, to be awaited."""

    async def __call__(self, call: Call[Any]) -> AsyncPage[Any]: ...


def raw(method: Callable[P, T]) -> Callable[P, Answer[T]]:
    """Return the method with the type that it has on a page whose calls return raw answers."""
    return cast("Callable[P, Answer[T]]", method)


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[Answer[T]]]:
    """Return the method with the type that it has on a page whose calls return raw answers."""
    return cast("Callable[P, Awaitable[Answer[T]]]", method)
