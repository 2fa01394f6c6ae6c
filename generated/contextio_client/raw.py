"""Types of methods that return raw answers. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from contextio_client.operation import Answer

P = ParamSpec("P")
T = TypeVar("T")


def raw(method: Callable[P, T]) -> Callable[P, Answer[T]]:
    """Return the method with the type that it has on a page whose calls return raw answers."""
    return cast("Callable[P, Answer[T]]", method)


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[Answer[T]]]:
    """Return the method with the type that it has on a page whose calls return raw answers."""
    return cast("Callable[P, Awaitable[Answer[T]]]", method)
