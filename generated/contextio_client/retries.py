"""Retries: what is worth one, and how long to wait. Generated from the description; not to be edited."""

from __future__ import annotations

import random
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_client.dates import time_of

if TYPE_CHECKING:
    import httpx

LONGEST_WAIT: Final = 86_400.0
"""Seconds that no wait exceeds, even if a call may take for ever."""
_FIRST_BACKOFF: Final = 0.5
_MAX_DOUBLINGS: Final = 4
_PASSING: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})


def is_transient(response: httpx.Response) -> bool:
    """Return whether a refused request may succeed later: by `X-Should-Retry`, or else by the status."""
    told = response.headers.get("X-Should-Retry", "").strip().lower()
    if told in {"true", "false"}:
        return bool(told == "true")
    status = response.status_code
    return status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR


def wait_asked_for(response: httpx.Response) -> float | None:
    """Return the seconds that a server asks to wait.

    `Retry-After-Ms` comes first, then `Retry-After` as RFC 9110, section 10.2.3, has it: digits or a date.
    None without a valid one.
    """
    milliseconds = response.headers.get("Retry-After-Ms", "").strip()
    if _is_digits(milliseconds):
        return float(milliseconds) / 1000
    header = response.headers.get("Retry-After", "").strip()
    if _is_digits(header):
        return float(header)
    asked = time_of(header)
    return None if asked is None else max(0.0, asked - time.time())


def backoff(retries: int) -> float:
    """Return the seconds to wait after some retries: twice as many each time, up to 8, with jitter."""
    return _FIRST_BACKOFF * 2.0 ** min(retries, _MAX_DOUBLINGS) * random.uniform(0.5, 1)


def _is_digits(header: str) -> bool:
    return header.isascii() and header.isdigit()
