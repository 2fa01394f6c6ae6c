"""Lists that are divided into pages. Generated from the description; not to be edited."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from contextio_client.errors import ContextIOError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterable

    from contextio_client.call import Call
    from contextio_client.options import Options

T = TypeVar("T")
_NO_NEXT: Final = "there is no next page; has_next_page() tells so"
_SHARED: Final = "another thread or task reads these rows; call the method once for each"
_COPIED: Final = "this page is a copy, which cannot read the next one; ask the page that the client returned"


@dataclass(frozen=True)
class Window:
    """How a list is divided into pages.

    Attributes:
        limit: the parameter that bounds how many rows come back.
        offset: the parameter that skips leading rows.
        maximum: how many rows an answer has at most.
        default: how many it has without a limit.
    """

    limit: str
    offset: str
    maximum: int
    default: int


def next_call(call: Call[Any], count: int, options: Options) -> Call[Any] | None:
    """Return the call of the next page; None where the window tells that there is none.

    Args:
        call: the call of this page.
        count: how many rows it has.
        options: the options by which it was sent.
    """
    window = call.operation.window
    query = {
        **options.default_query,
        **{name: value for name, value in call.query.items() if value is not None},
    }
    query |= options.extra_query
    try:
        limit = int(str(query.get(window.limit, window.default))) if window else 0
        offset = int(str(query.get(window.offset, 0))) if window else 0
    except ValueError:  # the server took a text that says nothing here
        return None
    if (
        window is None
        or not count
        or count < min(limit, window.maximum)
        or window.offset in options.extra_query
    ):
        return None
    return replace(call, query={**call.query, window.offset: offset + count})


class _Cursor(Generic[T]):
    """The window of the next page, and the rows that were read.

    Each page begins with the last row of the page before. If that row is gone, rows before it were removed
    and others have moved up. One page is read again then, so that no row is missed.
    """

    def __init__(self, key: str | None, size: int, maximum: int, field: str | None) -> None:
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
        self._count = 0
        self._turns: set[tuple[int, int]] = set()
        self._page: list[T] = []
        self._lock = Lock()

    @contextmanager
    def alone(self) -> Generator[None]:
        """Refuse a second reader meanwhile: both would move the window.

        Raises:
            RuntimeError: if another thread or task reads.
        """
        if not self._lock.acquire(blocking=False):
            raise RuntimeError(_SHARED)
        try:
            yield
        finally:
            self._lock.release()

    def fresh(self, answer: Any) -> list[T]:
        """Return the rows of an answer that were not on an earlier page, and move the window.

        Rows without a key, which are not as described, are all fresh but for the one that two pages share.
        """
        rows = getattr(answer, self._field, None) if self._field else answer
        page: list[T] = rows if isinstance(rows, list) else []
        before, self._page = self._page, page
        keys = [self._key_of(row) for row in page]
        has_keys = None not in keys
        # A server that ignores the offset repeats one page endlessly.
        if not has_keys and page == before:
            self.done = True
            return []
        fresh: list[T] = []
        new_keys: set[object] = set()
        for place, (key, row) in enumerate(zip(keys, page, strict=True)):
            if key is None:
                is_known = place == 0 and self._key is not None and before[-1:] == [row]
            else:
                is_known = key in self._seen or key in new_keys
                new_keys.add(key)
            if not is_known:
                fresh.append(row)
        has_moved = bool(self.offset) and has_keys and self._step < self.limit and not new_keys & self._seen
        self._seen |= new_keys
        self._count += len(fresh)
        # To turn twice at one place without a new row between would go on endlessly.
        turn = self.offset, self._count
        if has_moved and turn not in self._turns:
            self._turns.add(turn)
            self.offset = max(0, self.offset - self._step)
        else:
            self.offset += self._step
            # As above, for rows with keys.
            self.done = len(page) < self.limit or self.offset > self._count
        return fresh

    def _key_of(self, row: object) -> str | int | None:
        """Return what tells a row apart; None if nothing does, or the row is not as described."""
        if self._key is None:
            return None
        value = getattr(row, self._key, None) if self._key else row
        return value if isinstance(value, str | int) else None


class Page(list[T]):
    """The rows of one answer: a list that can read what follows it.

    Copies and pickles keep the rows, and whether more follow; they cannot read on.
    """

    def __init__(
        self,
        rows: Iterable[T] = (),
        *,
        has_next: bool = False,
        read_next: Callable[[], Page[T]] | None = None,
    ) -> None:
        super().__init__(rows)
        self._has_next = has_next
        self._read_next = read_next

    def has_next_page(self) -> bool:
        """Return whether rows may follow; after a page as long as was asked for, the next one can be empty."""
        return self._has_next

    def next_page(self) -> Page[T]:
        """Return the next page.

        Raises:
            ContextIOError: if there is none, or the page is a copy, which has no client.
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        if self._read_next is None:
            raise ContextIOError(_COPIED if self._has_next else _NO_NEXT)
        return self._read_next()

    def pages(self) -> Iterator[Page[T]]:
        """Yield this page and those that follow it.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        page = self
        yield page
        while page.has_next_page():
            following = page.next_page()
            # A server that ignores the offset repeats one page endlessly.
            if not following or following == page:
                return
            page = following
            yield page

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (list(self),), {"_has_next": self._has_next, "_read_next": None}


class Paginator(Iterator[T]):
    """The rows of all pages of a list, which are read as they are needed.

    After an error, the next row is looked for on the same page again.
    """

    def __init__(
        self,
        read: Callable[[int, int], Any],
        key: str | None,
        size: int,
        maximum: int,
        field: str | None = None,
    ) -> None:
        """Read nothing yet.

        Args:
            read: reads a page from a limit and an offset.
            key: the attribute that tells rows apart; empty if they do so themselves, None if nothing does.
            size: how many rows to request at a time.
            maximum: how many rows an answer has at most.
            field: the attribute of an answer that is the list; None if it is the list itself.
        """
        self._read = read
        self._window = key, size, maximum, field
        self._rows: deque[T] = deque()
        self._read_more: Callable[[], Page[T]] | None = partial(self._page, _Cursor(*self._window))

    def __next__(self) -> T:
        while not self._rows:
            read = self._read_more
            if read is None:
                raise StopIteration
            page = read()
            self._rows.extend(page)
            self._read_more = page.next_page if page.has_next_page() else None
        return self._rows.popleft()

    def pages(self) -> Iterator[Page[T]]:
        """Yield the rows page by page, from the first page on.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        page = self._page(_Cursor(*self._window))
        while page:
            yield page
            if not page.has_next_page():
                return
            page = page.next_page()

    def _page(self, cursor: _Cursor[T]) -> Page[T]:
        """Return the next rows; none at the end."""
        fresh: list[T] = []
        with cursor.alone():
            while not fresh and not cursor.done:
                fresh = cursor.fresh(self._read(cursor.limit, cursor.offset))
        following: Page[T] | None = None

        def read_next() -> Page[T]:
            nonlocal following  # the cursor moves on, so that a page is read once
            if following is None:
                following = self._page(cursor)
            return following

        has_next = not cursor.done
        return Page(fresh, has_next=has_next, read_next=read_next if has_next else None)


def page_of(rows: list[T], call: Call[Any], options: Options, send: Callable[[Call[Any]], Any]) -> Page[T]:
    """Return the rows of an answer as a page, which reads the next one with the same call."""
    following = next_call(call, len(rows), options)
    read_next = None if following is None else partial(send, following)
    return Page(rows, has_next=following is not None, read_next=read_next)


class AsyncPage(list[T]):
    """The rows of one answer: a list that can read what follows it.

    Copies and pickles keep the rows, and whether more follow; they cannot read on.
    """

    def __init__(
        self,
        rows: Iterable[T] = (),
        *,
        has_next: bool = False,
        read_next: Callable[[], Awaitable[AsyncPage[T]]] | None = None,
    ) -> None:
        super().__init__(rows)
        self._has_next = has_next
        self._read_next = read_next

    def has_next_page(self) -> bool:
        """Return whether rows may follow; after a page as long as was asked for, the next one can be empty."""
        return self._has_next

    async def next_page(self) -> AsyncPage[T]:
        """Return the next page.

        Raises:
            ContextIOError: if there is none, or the page is a copy, which has no client.
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        if self._read_next is None:
            raise ContextIOError(_COPIED if self._has_next else _NO_NEXT)
        return await self._read_next()

    async def pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Yield this page and those that follow it.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        page = self
        yield page
        while page.has_next_page():
            following = await page.next_page()
            # A server that ignores the offset repeats one page endlessly.
            if not following or following == page:
                return
            page = following
            yield page

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (list(self),), {"_has_next": self._has_next, "_read_next": None}


class AsyncPaginator(AsyncIterator[T]):
    """The rows of all pages of a list, which are read as they are needed.

    After an error, the next row is looked for on the same page again.
    """

    def __init__(
        self,
        read: Callable[[int, int], Awaitable[Any]],
        key: str | None,
        size: int,
        maximum: int,
        field: str | None = None,
    ) -> None:
        """Read nothing yet.

        Args:
            read: reads a page from a limit and an offset.
            key: the attribute that tells rows apart; empty if they do so themselves, None if nothing does.
            size: how many rows to request at a time.
            maximum: how many rows an answer has at most.
            field: the attribute of an answer that is the list; None if it is the list itself.
        """
        self._read = read
        self._window = key, size, maximum, field
        self._rows: deque[T] = deque()
        self._read_more: Callable[[], Awaitable[AsyncPage[T]]] | None = partial(
            self._page, _Cursor(*self._window)
        )

    async def __anext__(self) -> T:
        while not self._rows:
            read = self._read_more
            if read is None:
                raise StopAsyncIteration
            page = await read()
            self._rows.extend(page)
            self._read_more = page.next_page if page.has_next_page() else None
        return self._rows.popleft()

    async def pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Yield the rows page by page, from the first page on.

        Raises:
            RequestError: if no complete answer arrives, or one that is no success; see `errors`.
        """
        page = await self._page(_Cursor(*self._window))
        while page:
            yield page
            if not page.has_next_page():
                return
            page = await page.next_page()

    async def _page(self, cursor: _Cursor[T]) -> AsyncPage[T]:
        """Return the next rows; none at the end."""
        fresh: list[T] = []
        with cursor.alone():
            while not fresh and not cursor.done:
                fresh = cursor.fresh(await self._read(cursor.limit, cursor.offset))
        following: AsyncPage[T] | None = None

        async def read_next() -> AsyncPage[T]:
            nonlocal following  # the cursor moves on, so that a page is read once
            if following is None:
                following = await self._page(cursor)
            return following

        has_next = not cursor.done
        return AsyncPage(fresh, has_next=has_next, read_next=read_next if has_next else None)


def async_page_of(
    rows: list[T], call: Call[Any], options: Options, send: Callable[[Call[Any]], Awaitable[Any]]
) -> AsyncPage[T]:
    """Return the rows of an answer as a page, which reads the next one with the same call."""
    following = next_call(call, len(rows), options)
    read_next = None if following is None else partial(send, following)
    return AsyncPage(rows, has_next=following is not None, read_next=read_next)
