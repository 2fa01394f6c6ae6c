"""Transactions, on SQLite and PostgreSQL."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError
from tests.databases import migrate_at

from contextio_contract.server.db import accounts, sqlite
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    migrate_at(location)
    with closing(Database(location)) as database:
        yield database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "server.sqlite3"


@pytest.fixture
def file(path: Path) -> Iterator[Database]:
    with closing(Database(str(path))) as database:
        yield database


def _add_account(database: Database) -> str:
    with database.transaction() as connection:
        return accounts.add(connection, "key", {"email": "ada@example.com"}, 1)


def _is_owned(database: Database, account: str) -> bool:
    with database.read() as connection:
        return accounts.is_owned(connection, "key", account)


def test_an_exception_undoes_a_transaction(database: Database) -> None:
    added: list[str] = []

    def change() -> None:
        with database.transaction() as connection:
            added.append(accounts.add(connection, "key", {"email": "ada@example.com"}, 1))
            raise LookupError

    with pytest.raises(LookupError):
        change()
    assert not _is_owned(database, added[0])
    assert _is_owned(database, _add_account(database))


def test_a_commit_that_fails_undoes_a_transaction(file: Database) -> None:
    added: list[str] = []

    def change() -> None:
        with file.transaction() as connection:
            added.append(accounts.add(connection, "key", {"email": "ada@example.com"}, 1))
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            nobody = "INSERT INTO addresses (account_id, email, folded) VALUES ('-', '-', '-')"
            connection.exec_driver_sql(nobody)

    with pytest.raises(IntegrityError):
        change()
    assert not _is_owned(file, added[0])
    assert _is_owned(file, _add_account(file))


def test_a_transaction_within_another_one_is_refused_before_it_waits_for_itself(database: Database) -> None:
    for begin in (database.transaction, database.read):
        with begin(), pytest.raises(RuntimeError, match="pass its connection on"):
            _add_account(database)
    assert _is_owned(database, _add_account(database))


def test_reads_do_not_wait_for_a_write(database: Database) -> None:
    account = _add_account(database)
    with database.transaction() as connection, ThreadPoolExecutor(1) as pool:
        accounts.remove(connection, "key", account)
        assert pool.submit(_is_owned, database, account).result(60)
    assert not _is_owned(database, account)


def test_writes_of_many_threads_are_all_kept(database: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda _: _add_account(database), range(40)))
    assert all(_is_owned(database, account) for account in added)


def test_a_connection_for_reading_writes_nothing_to_a_file(file: Database) -> None:
    with pytest.raises(UnavailableError, match="may not be written"), file.read() as connection:
        accounts.add(connection, "key", {"email": "ada@example.com"}, 1)


def test_what_is_acknowledged_is_synchronised_to_the_disk(file: Database) -> None:
    with file.transaction() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_file_that_stays_locked_is_an_error_until_it_is_free(
    file: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_BUSY_SECONDS", 0.1)
    with closing(Database(str(path))) as another:
        with file.transaction(), pytest.raises(UnavailableError):
            _add_account(another)
        assert _is_owned(file, _add_account(another))


def test_a_database_in_memory_is_one_for_all_threads() -> None:
    with closing(Database(":memory:")) as database, ThreadPoolExecutor(4) as pool:
        added = list(pool.map(lambda _: _add_account(database), range(8)))
        assert all(pool.map(lambda account: _is_owned(database, account), added))


def test_a_file_can_be_read_by_other_programs_meanwhile(file: Database, path: Path) -> None:
    account = _add_account(file)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as other:
        assert other.execute("SELECT id FROM accounts").fetchall() == [(account,)]
