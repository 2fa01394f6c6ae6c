"""How SQLite finds what calls ask for: by an index, however many rows a consumer key has."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from tests.server.statements import Statements, tracing

from contextio_contract.server.db import accounts, sources, tokens
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.documents import read_page, select_pages
from contextio_contract.server.db.selection import Selection
from contextio_contract.server.lists.selection import select_elements, select_window
from contextio_contract.server.pages.columns import ACCOUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection
    from tests.conftest import Contract

_IN_ORDER = re.compile(r"SEARCH \w+ USING (COVERING )?INDEX ix_(accounts|tokens)_of_key \(consumer_key=\?\)")
"""The one way in which all rows of a key are gone through: in the order of the list, until a page is full."""
_WHOLE_KEY = re.compile(r"\(consumer_key=\?\)")
_MAILBOX = {"server": "imap.example.com", "port": 993, "secret": "", "status": "OK"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "server.sqlite3"


@pytest.fixture
def statements(path: Path) -> Iterator[tuple[Database, Statements]]:
    with tracing() as statements, closing(Database(str(path))) as database:
        yield database, statements


def fill(connection: Connection) -> str:
    """Make an account with a source and a used token, and return its id."""
    account = accounts.add(connection, "k", {"email": "ada@example.com"}, 1)
    source = accounts.add_source(connection, "k", account, "ada@example.com", _MAILBOX)
    token = tokens.get_by_name(connection, 1, tokens.add(connection, _TOKEN))
    assert token
    tokens.set_result(connection, token, account, source["sequence"])
    assert tokens.use(connection, token, 1)
    return account


_TOKEN = {"consumer_key": "k", "created": 1, "callback_url": "https://a.example/"}


def test_no_read_goes_through_rows_that_it_does_not_show(
    statements: tuple[Database, Statements], path: Path, contract: Contract
) -> None:
    database, seen = statements
    with database.transaction() as connection:
        account = fill(connection)
    seen.seen.clear()
    listing = contract.served.operations["accounts_list"].listing
    queries: list[dict[str, Any]] = [{}, {"email": "ada@example.com"}, {"status": "OK"}]
    queries += [
        {"status_ok": 0},
        {"status_ok": 1},
        {"email": "x", "status_ok": 0},
        {"email": "x", "status": "OK"},
    ]
    queries += [{**query, "limit": 10, "offset": 20_000} for query in queries]
    for query in queries:
        pages, window = select_pages(select_elements(listing, query, ACCOUNTS)), select_window(listing, query)
        read_page(database, "k", pages, window, "edition")
    with database.read() as connection:
        accounts.get_many(connection, "k", [1])
        accounts.is_owned(connection, "k", account)
        sources.list_selected(connection, "k", account, Selection())
        for label in (sources.FIRST, "ada@example.com::imap.example.com"):
            sources.get(connection, "k", account, label)
        for of_account in (None, account):
            tokens.list_selected(connection, "k", 1, of_account, Selection())
            tokens.get(connection, "k", 1, "t", of_account)
    assert len(seen.seen) > len(queries)
    with closing(sqlite3.connect(path)) as file:
        for statement in seen.seen:
            for *_, step in file.execute(f"EXPLAIN QUERY PLAN {statement}"):
                assert not step.startswith("SCAN"), (step, statement)
                assert step != "USE TEMP B-TREE FOR DISTINCT", statement
                assert _IN_ORDER.fullmatch(step) or not _WHOLE_KEY.search(step), (step, statement)
