"""Pages of accounts that begin far from the first one, after others were deleted."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert
from tests.databases import migrate_at

from contextio_contract.server.db import tables
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.documents import read_page, select_pages
from contextio_contract.server.db.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

_MANY = 3_500


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    """A database with accounts of two keys by turns."""
    migrate_at(location)
    with closing(Database(location)) as database:
        rows = [{"id": str(number), "consumer_key": f"k{number % 2}"} for number in range(2 * _MANY)]
        with database.transaction() as connection:
            connection.execute(insert(tables.accounts), rows)
        yield database


def page(database: Database, offset: int, limit: int) -> list[int]:
    window = {"limit": limit, "offset": offset}
    rows = read_page(database, "k1", select_pages(Selection()), window, "edition")
    return [row.sequence for row in rows]


def test_a_page_begins_where_its_offset_says(database: Database) -> None:
    every = page(database, 0, 2 * _MANY)
    assert every == list(range(2, 2 * _MANY + 1, 2))
    gone = {*every[:10], *every[300:1_700], every[-1]}
    with database.transaction() as connection:
        connection.execute(delete(tables.accounts).where(tables.accounts.c.sequence.in_(gone)))
    left = [number for number in every if number not in gone]
    for offset in (
        0,
        289,
        290,
        291,
        999,
        1_000,
        1_001,
        1_500,
        len(left) - 3,
        len(left),
        10 * _MANY,
        2**63 - 1,
    ):
        assert page(database, offset, 5) == left[offset : offset + 5], offset


def test_one_page_after_the_other_shows_each_account_once(database: Database) -> None:
    every = page(database, 0, 2 * _MANY)
    pages = [page(database, offset, 100) for offset in range(0, _MANY + 100, 100)]
    assert [number for each in pages for number in each] == every
