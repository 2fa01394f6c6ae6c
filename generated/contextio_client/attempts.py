"""Attempts of calls, for tracing and metrics. Generated from the description; not to be edited."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_logger = logging.getLogger("contextio_client")


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """A request and what became of it, as `on_attempt` is told. It holds no query, form or header.

    Attributes:
        operation: the id of the operation, such as `accounts_list`; empty for `request`.
        method: the HTTP method.
        path: the path with the names of its parameters, such as `/accounts`.
        url: the URL without its query.
        number: which attempt of the call it was, from 1 on.
        started: when it began, in seconds since 1970-01-01 UTC.
        seconds: how long it took, until the last byte of the answer or, for a stream, until the first.
        status: the HTTP status; None without an answer.
        error: what it failed with, also if it is retried; None for a success.
        wait: the seconds before the next attempt; None if it was the last one.
        request_id: the header `X-Request-Id` of the answer, or else that of the request.
    """

    operation: str
    method: str
    path: str
    url: str
    number: int
    started: float
    seconds: float
    status: int | None
    error: BaseException | None
    wait: float | None
    request_id: str


def report(hook: Callable[[Attempt], object], attempt: Attempt) -> None:
    """Tell a hook of an attempt; an exception in it is logged, and changes nothing of the call."""
    try:
        hook(attempt)
    except Exception:
        _logger.exception("on_attempt fails; the call goes on")
