"""Lists that come in pages. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from contextio_client.errors import ContextIOError

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

T = TypeVar("T")


class Pages(Generic[T]):
    """Which page to ask for next, and which of its rows are new.

    Each page begins with the last row of the one before. Where that row is gone, rows before it were removed
    and others have moved up: a page is taken back then, so that none is missed.

    Attributes:
        limit: how many rows to ask for.
        offset: how many rows to leave out.
        done: whether there are no more pages.
    """

    def __init__(self, key: str, size: int, maximum: int) -> None:
        """Start with the first page.

        Args:
            key: field that tells rows apart.
            size: how many rows to ask for at a time, which becomes at least 2.
            maximum: how many rows a server lists at most.
        """
        self.limit = min(max(size, 2), maximum)
        self._step = max(self.limit - 1, 1)
        self.offset = 0
        self.done = False
        self._key = key
        self._seen: set[object] = set()

    def fresh(self, page: builtins.list[T]) -> builtins.list[T]:
        """Take the page that was asked for, and return its rows that were not on an earlier one.

        Raises:
            ContextIOError: when a row lacks the field, which may be so with `strict=False`.
        """
        rows = {getattr(row, self._key): row for row in page}
        if None in rows:
            message = (
                f"a row has no {self._key}, by which list_all tells rows apart; read the pages with list"
            )
            raise ContextIOError(message)
        fresh = [row for key, row in rows.items() if key not in self._seen]
        self._seen.update(rows)
        if self.offset and len(fresh) == len(rows) and self._step < self.limit:
            self.offset = max(0, self.offset - self._step)
        else:
            self.offset += self._step
            # A server that ignores the offset would repeat one page for ever.
            self.done = len(page) < self.limit or self.offset > len(self._seen)
        return fresh


def each(read: Callable[[int, int], builtins.list[T]], pages: Pages[T]) -> Iterator[T]:
    """Yield the rows of all pages; `read` takes limit and offset."""
    while not pages.done:
        yield from pages.fresh(read(pages.limit, pages.offset))


async def async_each(
    read: Callable[[int, int], Awaitable[builtins.list[T]]], pages: Pages[T]
) -> AsyncIterator[T]:
    """Yield the rows of all pages; `read` takes limit and offset."""
    while not pages.done:
        for row in pages.fresh(await read(pages.limit, pages.offset)):
            yield row
