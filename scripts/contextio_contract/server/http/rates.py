"""Rates of calls: how many a consumer key may make within an hour, and for one user within a minute.

Each process counts the calls that it answers. Of several processes behind one address, each gets a share.
"""

from __future__ import annotations

import math
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_HOUR: Final = 3600
_MINUTE: Final = 60
_ROUNDING: Final = 1e-6
"""Seconds by which sums of many calls may be off."""
_MOST: Final = 50_000
"""Holders that are remembered; beyond them those are forgotten whose buckets are full, or else all."""


class Buckets:
    """A bucket of calls for each holder, which is full at first and fills up again steadily."""

    def __init__(self, seconds: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Set in how many seconds an empty bucket is full again."""
        self._seconds = seconds
        self._clock = clock
        self._full_at: dict[Hashable, float] = {}

    def take(self, holder: Hashable, calls: int) -> float:
        """Take a call out of a bucket of so many calls; return 0, or in how many seconds there is one."""
        now = self._clock()
        full_at = max(self._full_at.get(holder, now), now) + self._seconds / calls
        wait = full_at - now - self._seconds
        if wait > _ROUNDING:
            return wait
        if len(self._full_at) >= _MOST:
            self._full_at = {known: at for known, at in self._full_at.items() if at > now}
            if len(self._full_at) >= _MOST:
                self._full_at.clear()  # cheaper for all than to look through them with each call
        self._full_at[holder] = full_at
        return 0.0


class Rates:
    """The rates of one process; what is None is not limited."""

    def __init__(
        self,
        calls_per_hour: int | None = None,
        mailbox_calls_per_minute: int | None = None,
        *,
        of_key: Callable[[str], int | None] = lambda _: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Set the rates.

        Args:
            calls_per_hour: calls that a key may make in an hour.
            mailbox_calls_per_minute: calls that a key may make in a minute which open a mailbox of one user.
            of_key: returns the calls that a key may make in an hour in place of the first.
            clock: counts the seconds.
        """
        self._calls = calls_per_hour
        self._mailbox_calls = mailbox_calls_per_minute
        self._of_key = of_key
        self._by_key = Buckets(_HOUR, clock)
        self._by_user = Buckets(_MINUTE, clock)
        self.refused: Callable[[str], None] = lambda _: None
        """Called with the kind of the limit, `calls` or `mailbox calls`, when a call is refused."""

    def check(self, consumer_key: str) -> None:
        """Count a call of a key, or raise a 429."""
        calls = self._of_key(consumer_key)
        calls = self._calls if calls is None else calls
        if calls is not None:
            self._refuse("calls", calls, "an hour", self._by_key.take(consumer_key, calls))

    def check_mailbox(self, consumer_key: str, user: str) -> None:
        """Count a call that opens a mailbox of a user, or raise a 429."""
        calls = self._mailbox_calls
        if calls is not None:
            wait = self._by_user.take((consumer_key, user), calls)
            self._refuse("mailbox calls", calls, "a minute for each user", wait)

    def _refuse(self, kind: str, calls: int, within: str, wait: float) -> None:
        if wait <= 0:
            return
        self.refused(kind)
        seconds = math.ceil(wait)
        sentence = f"this key may make {calls} {kind} {within}; try again in {seconds} seconds"
        raise RefusedError(HTTPStatus.TOO_MANY_REQUESTS, sentence, {}, {"retry-after": str(seconds)})
