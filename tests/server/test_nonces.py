"""Used nonces in a database, on SQLite and PostgreSQL."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.databases import migrate_at

from contextio_contract.server.db import nonces
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.errors import UnavailableError
from contextio_contract.server.db.nonces import NonceWriter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.server.db.nonces import Nonce


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    migrate_at(location)
    with closing(Database(location)) as database:
        yield database


def _keep(database: Database, *used: Nonce) -> list[bool]:
    return nonces.keep(database, used)


def test_a_nonce_counts_once_with_its_key_and_timestamp(database: Database) -> None:
    used = [("key", 1000, "a"), ("another key", 1000, "a"), ("key", 1001, "a"), ("key", 1000, "ä")]
    assert _keep(database, *used, used[1]) == [True, True, True, True, False]
    assert _keep(database, ("key", 1, "new"), *used) == [True, False, False, False, False]


def test_used_nonces_outlive_the_process(location: str) -> None:
    migrate_at(location)
    for is_new in (True, False):
        with closing(Database(location)) as database:
            assert _keep(database, ("key", 1000, "a")) == [is_new]


def test_of_two_servers_on_one_database_one_takes_a_nonce(database: Database, location: str) -> None:
    with closing(Database(location)) as another, ThreadPoolExecutor(2) as pool:
        used = [("key", 1000, str(number)) for number in range(20)]
        first, second = pool.map(lambda each: _keep(*each), [(database, *used), (another, *reversed(used))])
        assert [one != other for one, other in zip(first, reversed(second), strict=True)] == [True] * 20


def test_of_requests_that_bring_a_nonce_at_once_one_takes_it(database: Database) -> None:
    async def keep_all() -> list[bool]:
        used = [writer.keep(("key", 1000, str(number // 8))) for number in range(80)]
        return await asyncio.gather(*used)

    with closing(NonceWriter(database)) as writer:
        assert asyncio.run(keep_all()) == ([True] + [False] * 7) * 10
        assert asyncio.run(keep_all()) == [False] * 80


def test_each_request_learns_that_its_nonce_could_not_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "server.sqlite3"
    with closing(Database(str(path))) as database, closing(NonceWriter(database)) as writer:
        path.unlink()

        async def keep_all() -> list[bool | BaseException]:
            used = [writer.keep(("key", 1000, value)) for value in "ab"]
            return await asyncio.gather(*used, return_exceptions=True)

        assert [type(result) for result in asyncio.run(keep_all())] == [UnavailableError] * 2


def test_old_nonces_are_purged(database: Database) -> None:
    used = [("key", 1000 + number, "a") for number in range(5)]
    _keep(database, *used)
    with database.transaction() as connection:
        nonces.purge(connection, 1003)
    assert _keep(database, *used) == [True, True, True, False, False]
