"""Pages of lists as objects: what follows a page, copies of it, and raw answers."""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import pickle
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import trio
from tests.codegen.script import ERROR, Server

from contextio_client import (
    Answer,
    AsyncPage,
    ContextIOError,
    NotFoundError,
    Page,
    ServiceUnavailableError,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

pytestmark = pytest.mark.usefixtures("waits")


class Rows:
    """A server of a list, which remembers the windows that were asked for."""

    def __init__(self, bundle: dict[str, Any], count: int) -> None:
        row = bundle["components"]["examples"]["Accounts"]["value"][0]
        self.rows = [{**row, "id": str(number)} for number in range(count)]
        self.windows: list[tuple[int | None, int]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        params = request.url.params
        limit, offset = params.get("limit"), int(params.get("offset", 0))
        self.windows.append((None if limit is None else int(limit), offset))
        found = self.rows[offset : offset + min(int(limit or 100), 100)]
        if request.url.path.endswith("/contacts"):
            matches = [{"email": f"{row['id']}@example.com", "count": 1} for row in found]
            return httpx.Response(200, json={"query": {}, "matches": matches})
        return httpx.Response(200, json=found)


def ids(page: list[Any]) -> list[int]:
    return [int(row.id) for row in page]


def sync_pages(rows: Any, pages: Callable[[Any], Iterator[Any]], **options: Any) -> list[Any]:
    with Server(rows).client(**options) as client:
        return list(pages(client))


def async_pages(
    rows: Any, pages: Callable[[Any], Awaitable[Any] | AsyncIterator[Any]], **options: Any
) -> list[Any]:
    async def read() -> list[Any]:
        async with Server(rows).async_client(**options) as client:
            asked = pages(client)
            return [page async for page in (asked if hasattr(asked, "__aiter__") else await asked)]

    return asyncio.run(read())


def all_pages(call: str, rows: Rows, **window: Any) -> list[Any]:
    """Return the pages that follow one that is listed, by either client."""
    if call == "sync":
        return sync_pages(rows, lambda client: client.accounts.list(**window).pages())

    async def first(client: Any) -> Any:
        return (await client.accounts.list(**window)).pages()

    return async_pages(rows, first)


both = pytest.mark.parametrize("call", ["sync", "async"])


@both
@pytest.mark.parametrize(
    ("count", "window", "windows"),
    [
        (7, {"limit": 3}, [(3, 0), (3, 3), (3, 6)]),
        (7, {"limit": 3, "offset": 2}, [(3, 2), (3, 5)]),
        (6, {"limit": 3}, [(3, 0), (3, 3), (3, 6)]),
        (0, {"limit": 3}, [(3, 0)]),
        (150, {"limit": 250}, [(250, 0), (250, 100)]),
        (150, {}, [(None, 0), (None, 100)]),
        (2, {}, [(None, 0)]),
    ],
)
def test_a_page_leads_to_those_that_follow(
    call: str, count: int, window: dict[str, int], windows: list[Any], bundle: dict[str, Any]
) -> None:
    rows = Rows(bundle, count)
    pages = all_pages(call, rows, **window)
    assert [each for page in pages for each in ids(page)] == [*range(window.get("offset", 0), count)]
    assert rows.windows == windows
    assert all(type(page) is (Page if call == "sync" else AsyncPage) for page in pages)


def test_a_page_is_a_list(bundle: dict[str, Any]) -> None:
    with Server(Rows(bundle, 5)).client() as client:
        page = client.accounts.list(limit=2)
        assert page == list(page)
        assert isinstance(page, list)
        assert (len(page), page[-1].id, page[:1]) == (2, "1", [page[0]])
        assert page.has_next_page()
        assert ids(page.next_page()) == ids(page.next_page()) == [2, 3]
        last = page.next_page().next_page()
        assert (ids(last), last.has_next_page()) == ([4], False)
        with pytest.raises(ContextIOError, match=r"^there is no next page; has_next_page"):
            last.next_page()


def pickled(page: Any) -> Any:
    return pickle.loads(pickle.dumps(page))  # noqa: S301 - what was just written


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_of_a_page_has_its_rows_and_no_client(again: Any, bundle: dict[str, Any]) -> None:
    with Server(Rows(bundle, 5)).client() as client:
        for page in (client.accounts.list(limit=2), next(client.accounts.list_all(page_size=2).pages())):
            other = again(page)
            assert type(other) is Page
            assert [row.model_dump() for row in other] == [row.model_dump() for row in page]
            assert other.has_next_page()
            with pytest.raises(ContextIOError, match="this page is a copy"):
                other.next_page()
            assert b"secret" not in pickle.dumps(page).lower().replace(b"access_token_secret", b"")


@both
def test_filters_and_options_are_those_of_the_first_page(call: str, bundle: dict[str, Any]) -> None:
    requests: list[httpx.Request] = []
    rows = Rows(bundle, 5)

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return rows(request)

    if call == "sync":
        sync_pages(
            answer,
            lambda client: (
                client.with_options(extra_headers={"X-A": "1"}).accounts.list(email="a", limit=2).pages()
            ),
        )
    else:

        async def first(client: Any) -> Any:
            page = await client.with_options(extra_headers={"X-A": "1"}).accounts.list(email="a", limit=2)
            return page.pages()

        async_pages(answer, first)
    assert [(each.url.params["email"], each.headers["X-A"]) for each in requests] == [("a", "1")] * 3


def test_a_window_in_extra_values_is_obeyed(bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 5)
    pages = sync_pages(rows, lambda client: client.accounts.list().pages(), default_query={"limit": 2})
    assert list(map(len, pages)) == [2, 2, 1]
    pages = sync_pages(
        rows, lambda client: client.with_options(extra_query={"offset": 1}).accounts.list(limit=2).pages()
    )
    assert list(map(ids, pages)) == [[1, 2]], "each page would begin there"


def test_a_server_that_ignores_the_offset_repeats_no_page(bundle: dict[str, Any]) -> None:
    page = httpx.Response(200, json=Rows(bundle, 2).rows)
    assert len(sync_pages(page, lambda client: client.accounts.list(limit=2).pages())) == 1


def test_the_raw_answer_of_a_list_is_a_page(bundle: dict[str, Any]) -> None:
    with Server(Rows(bundle, 3)).client() as client:
        answer: Answer[Any] = client.accounts.with_raw_response.list(limit=2)
        page = answer.parse()
        assert type(page) is Page
        assert ids(page.next_page()) == [2]
        assert json.loads(answer.content)[0]["id"] == "0"


def test_an_error_on_the_way_lets_the_page_be_asked_for_again(bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 5)
    broken = httpx.Response(503, json=ERROR)
    server = Server(rows, rows, broken, rows)
    with server.client(max_retries=0) as client:
        paginator = client.accounts.list_all(page_size=3)
        first = next(paginator.pages())
        second = first.next_page()
        with pytest.raises(ServiceUnavailableError):
            second.next_page()
        assert ids(first) + ids(second) + ids(second.next_page() if second.has_next_page() else []) == [
            *range(5)
        ]
    with Server(httpx.Response(404, json=ERROR)).client() as client, pytest.raises(NotFoundError):
        next(client.accounts.list_all().pages())


@both
def test_all_rows_page_by_page_each_once(call: str, bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 250)
    read = sync_pages if call == "sync" else async_pages
    pages = read(rows, lambda client: client.accounts.list_all().pages())
    assert [each for page in pages for each in ids(page)] == [*range(250)]
    assert [page.has_next_page() for page in pages] == [True, True, False]
    assert rows.windows == [(100, 0), (100, 99), (100, 198)]
    pages = read(Rows(bundle, 0), lambda client: client.accounts.list_all().pages())
    assert pages == []


@both
def test_pages_of_a_list_in_an_envelope(call: str, bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 7)
    read = sync_pages if call == "sync" else async_pages
    pages = read(rows, lambda client: client.contacts.list_all("a", page_size=4).pages(), strict=False)
    assert [row.email for page in pages for row in page] == [f"{number}@example.com" for number in range(7)]


def test_a_page_of_all_rows_is_read_once(bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 7)
    with Server(rows).client() as client:
        first = next(client.accounts.list_all(page_size=4).pages())
        assert ids(first.next_page()) == ids(first.next_page()) == [4, 5, 6]
        assert len(rows.windows) == 2
        assert [ids(page) for page in first.pages()] == [[0, 1, 2, 3], [4, 5, 6]]

    async def read() -> None:
        async with Server(rows).async_client() as client:
            async for page in client.accounts.list_all(page_size=4).pages():
                assert ids(await page.next_page()) == [4, 5, 6]
                return

    asyncio.run(read())


def test_rows_and_pages_are_read_side_by_side(bundle: dict[str, Any]) -> None:
    with Server(Rows(bundle, 3)).client() as client:
        paginator = client.accounts.list_all(page_size=2)
        assert next(paginator).id == "0"
        assert [ids(page) for page in paginator.pages()] == [[0, 1], [2]]
        assert [row.id for row in paginator] == ["1", "2"]


def test_an_error_on_the_way_is_not_the_end_of_the_rows(bundle: dict[str, Any]) -> None:
    rows, broken = Rows(bundle, 5), httpx.Response(503, json=ERROR)
    with Server(rows, broken, rows).client(max_retries=0) as client:
        paginator = client.accounts.list_all(page_size=3)
        assert ids([next(paginator) for _ in range(3)]) == [0, 1, 2]
        with pytest.raises(ServiceUnavailableError):
            next(paginator)
        assert ids([*paginator]) == [3, 4]

    async def read() -> None:
        async with Server(rows, broken, rows).async_client(max_retries=0) as client:
            paginator = client.accounts.list_all(page_size=3)
            assert ids([await anext(paginator) for _ in range(3)]) == [0, 1, 2]
            with pytest.raises(ServiceUnavailableError):
                await anext(paginator)
            assert ids([row async for row in paginator]) == [3, 4]

    asyncio.run(read())


def test_two_tasks_that_read_the_same_rows_lose_none(bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 5)

    async def answer(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)  # lets the other task go on
        return rows(request)

    async def read() -> None:
        async with Server().async_client(transport=httpx.MockTransport(answer)) as client:
            paginator = client.accounts.list_all(page_size=3)
            async with asyncio.TaskGroup() as tasks:
                first, second = (tasks.create_task(try_next(paginator)) for _ in range(2))
            assert first.result() == "0"
            assert second.result() == "another thread or task reads these rows; call the method once for each"
            assert [row.id async for row in paginator] == ["1", "2", "3", "4"]

    async def try_next(paginator: Any) -> str:
        try:
            return str((await anext(paginator)).id)
        except RuntimeError as error:
            return str(error)

    asyncio.run(read())


def test_rows_may_be_left_before_their_end(bundle: dict[str, Any], recwarn: pytest.WarningsRecorder) -> None:
    async def read() -> None:
        async with Server(Rows(bundle, 5)).async_client() as client:
            async for row in client.accounts.list_all(page_size=3):
                assert row.id == "0"
                break
            gc.collect()

    trio.run(read)
    assert not [each for each in recwarn if each.category is ResourceWarning]


@both
def test_a_list_that_is_empty_from_a_page_on_ends(call: str, bundle: dict[str, Any]) -> None:
    rows = Rows(bundle, 100)

    def answer(request: httpx.Request) -> httpx.Response:
        assert len(rows.windows) < 10, "the same pages are read endlessly"
        found = rows(request)
        return found if request.url.params["offset"] == "0" else httpx.Response(200, json=[])

    read = sync_pages if call == "sync" else async_pages
    pages = read(answer, lambda client: client.accounts.list_all().pages())
    assert [each for page in pages for each in ids(page)] == [*range(100)]
