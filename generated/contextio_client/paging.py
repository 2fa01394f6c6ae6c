"""Iteration over lists that are divided into pages. Generated from the description; not to be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from contextio_client.errors import ContextIOError

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

T = TypeVar("T")


class Pages(Generic[T]):
    """The window of the next page, and the rows that were read.

    Each page begins with the last row of the page before. If that row is gone, rows before it were removed
    and others have moved up. One page is read again then, so that no row is missed.
    """

    def __init__(self, key: str | None, size: int, maximum: int, field: str | None = None) -> None:
        """Begin with the first page.

        Args:
            key: the attribute that tells rows apart; empty if they do so themselves, None if nothing does.
            size: how many rows to request at a time.
            maximum: how many rows an answer has at most.
            field: the attribute of an answer that is the list; None if it is the list itself.
        """
        self.limit = min(max(size, 2), maximum)
        self._step = max(self.limit - 1, 1) if key is not None else self.limit
        self.offset = 0
        self.done = False
        self._key = key
        self._field = field
        self._seen: set[object] = set()
        self._last: builtins.list[T] = []

    def fresh(self, answer: Any) -> builtins.list[T]:
        """Return the rows of an answer that were not on an earlier page, and move the window.

        Raises:
            ContextIOError: if a row lacks its key, which `strict=False` allows.
        """
        page: builtins.list[T] = (getattr(answer, self._field) if self._field else answer) or []
        if self._key is None:
            self.offset += self._step
            # A server that ignores the offset would repeat one page endlessly.
            is_repeated, self._last = page == self._last, page
            self.done = is_repeated or len(page) < self.limit
            return [] if is_repeated else page
        by_key = {getattr(row, self._key) if self._key else row: row for row in page}
        if None in by_key:
            message = (
                f"a row has no {self._key}, by which list_all tells rows apart; read the pages with list"
            )
            raise ContextIOError(message)
        fresh = [row for key, row in by_key.items() if key not in self._seen]
        self._seen.update(by_key)
        if self.offset and len(fresh) == len(by_key) and self._step < self.limit:
            self.offset = max(0, self.offset - self._step)
        else:
            self.offset += self._step
            # A server that ignores the offset would repeat one page endlessly.
            self.done = len(page) < self.limit or self.offset > len(self._seen)
        return fresh


def rows(read: Callable[[int, int], Any], pages: Pages[T]) -> Iterator[T]:
    """Yield the rows of all pages; `read` takes a limit and an offset."""
    while not pages.done:
        yield from pages.fresh(read(pages.limit, pages.offset))


async def async_rows(read: Callable[[int, int], Awaitable[Any]], pages: Pages[T]) -> AsyncIterator[T]:
    """Yield the same, awaiting each page."""
    while not pages.done:
        for row in pages.fresh(await read(pages.limit, pages.offset)):
            yield row
