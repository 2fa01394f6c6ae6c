"""Limits of what goes on at once, for the whole process and for each host, consumer key and the like."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROCESS: Final = "process"
"""The kind of the limit that counts everything."""
MAILBOXES: Final[Mapping[str, int]] = {PROCESS: 64, "host": 16, "key": 16, "source": 4, "link": 4}
"""Mailboxes that are opened for calls: their clients wait."""
SYNCHRONISATIONS: Final[Mapping[str, int]] = {PROCESS: 4, "host": 2, "key": 2, "source": 1}
"""First synchronisations, which take much CPU time and for which nobody waits."""
CALLBACKS: Final[Mapping[str, int]] = {PROCESS: 16, "host": 2, "key": 4, "source": 1}
"""Callbacks, which wait for their receivers. Those about one source keep their order."""


class BusyError(Exception):
    """No slot is free."""


class Limits:
    """Slots, and for whom each is taken."""

    def __init__(self, most: Mapping[str, int]) -> None:
        """Set how many slots there are in all (`PROCESS`), and for each value of every other kind."""
        self.most = dict(most)
        self._lock = threading.Lock()
        self._taken: Counter[tuple[str, str]] = Counter()

    @property
    def taken(self) -> int:
        """How many slots are taken."""
        return self._taken[PROCESS, ""]

    def exhausted(self, kind: str) -> list[str]:
        """Return the values of a kind which have no free slot."""
        with self._lock:
            return [
                value
                for (name, value), taken in self._taken.items()
                if name == kind and taken >= self.most[kind]
            ]

    def acquire(self, claims: Mapping[str, str]) -> bool:
        """Take a slot, and return whether one was free.

        Args:
            claims: for whom, one value of each kind, such as `{"host": "imap.example.com"}`.
        """
        counted = {PROCESS: "", **claims}.items()
        with self._lock:
            free = all(self._taken[claim] < self.most[claim[0]] for claim in counted)
            if free:
                self._taken.update(counted)
        return free

    def release(self, claims: Mapping[str, str]) -> None:
        """Give back a slot that was taken for the same claims."""
        with self._lock:
            self._taken.subtract({PROCESS: "", **claims}.items())
            self._taken += Counter()  # forgets whoever has no slot any more

    @contextmanager
    def slot(self, claims: Mapping[str, str]) -> Iterator[None]:
        """Hold a slot for the time of a `with`.

        Raises:
            BusyError: if none is free.
        """
        if not self.acquire(claims):
            raise BusyError
        try:
            yield
        finally:
            self.release(claims)
