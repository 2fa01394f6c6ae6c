"""Deadlines of calls, in threads and under asyncio and trio. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import time
from typing import Final

_AT_ONCE: Final = 1e-6
"""Seconds to wait once no time is left; 0 would mean without waiting, or for ever."""

_ENDLESS: Final = 1e9
"""Seconds that count as for ever: about thirty years, and less than sockets and locks can count."""


class Deadline:
    """The end of the time of a call, over all its tries and reads."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + (seconds if seconds < _ENDLESS else math.inf)

    @property
    def left(self) -> float:
        """The seconds that are left; never 0 or less."""
        return max(self._end - time.monotonic(), _AT_ONCE)

    @property
    def is_over(self) -> bool:
        """Whether no time is left."""
        return time.monotonic() >= self._end

    def timeouts(self, connect: float, read: float) -> dict[str, float | None]:
        """Return the limits of one attempt, in the form of the httpx extension `timeout`.

        Args:
            connect: how many seconds a connection may take at most.
            read: how many seconds may pass without a byte at most.
        """
        limits = {"connect": connect, "read": read, "write": math.inf, "pool": math.inf}
        left = self.left
        return {
            name: None if (least := min(limit, left)) >= _ENDLESS else least for name, limit in limits.items()
        }
