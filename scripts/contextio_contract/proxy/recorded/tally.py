"""Counts of what recorded traffic shows, in bounded space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = TypeVar("Key")


@dataclass(frozen=True)
class Where:
    """An entry of an archive: the name of the file, and the number of the entry, from 1."""

    file: str
    entry: int


@dataclass
class Count:
    """How many entries show something, and the first of them."""

    first: Where
    entries: int = 0


class Tally(Generic[Key]):
    """Counts entries by what they show, with the first of each.

    Attributes:
        more: the entries that show something else, once there are as many kinds as the limit allows.
    """

    def __init__(self, limit: int = 1000) -> None:
        self.more = 0
        self._limit = limit
        self._counts: dict[Key, Count] = {}

    def add(self, key: Key, where: Where) -> None:
        """Count an entry."""
        if key not in self._counts and len(self._counts) >= self._limit:
            self.more += 1
            return
        self._counts.setdefault(key, Count(where)).entries += 1

    def __iter__(self) -> Iterator[tuple[Key, Count]]:
        """Yield what was seen, in the order in which it was seen first."""
        yield from self._counts.items()

    @property
    def total(self) -> int:
        """How many entries were counted; one counts once for each thing that it shows."""
        return sum(count.entries for count in self._counts.values()) + self.more
