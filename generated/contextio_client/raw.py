"""Calls that return the answer as it came. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from contextio_client.operation import Answer

P = ParamSpec("P")
T = TypeVar("T")


def raw(method: Callable[P, T]) -> Callable[P, Answer[T]]:
    """Say what a method returns on a page whose calls return the answer as it came."""
    return cast("Callable[P, Answer[T]]", method)


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[Answer[T]]]:
    """Say what a method returns on a page whose calls return the answer as it came."""
    return cast("Callable[P, Awaitable[Answer[T]]]", method)
