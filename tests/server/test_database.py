"""Transactions and used nonces in a SQLite file."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from contextio_contract.server.db import accounts
from contextio_contract.server.db import database as databases
from contextio_contract.server.db.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "server.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database(str(path))) as database:
        yield database


def _add_account(database: Database) -> str:
    with database.transaction() as connection:
        return accounts.add(connection, "key", {"email": "ada@example.com"}, 1)


def _is_owned(database: Database, account: str) -> bool:
    with database.transaction() as connection:
        return accounts.is_owned(connection, "key", account)


@pytest.mark.parametrize("ends_with", ["exception", "failed commit"])
def test_what_goes_wrong_undoes_a_transaction(database: Database, ends_with: str) -> None:
    added: list[str] = []

    def change() -> None:
        with database.transaction() as connection:
            added.append(accounts.add(connection, "key", {"email": "ada@example.com"}, 1))
            if ends_with == "exception":
                raise LookupError
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            nobody = "INSERT INTO addresses (account_id, email, folded) VALUES ('-', '-', '-')"
            connection.exec_driver_sql(nobody)

    with pytest.raises((LookupError, IntegrityError)):
        change()
    assert not _is_owned(database, added[0])
    assert _is_owned(database, _add_account(database))


def test_a_file_that_stays_locked_is_an_error_until_it_is_free(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "_BUSY_SECONDS", 0.1)
    with closing(Database(str(path))) as another:
        with database.transaction(), pytest.raises(OperationalError):
            _add_account(another)
        with database.transaction(), pytest.raises(OperationalError):
            Database(str(path))
        assert _is_owned(database, _add_account(another))


def test_used_nonces_outlive_the_process(path: Path) -> None:
    for is_new in (True, False):
        with closing(Database(str(path))) as database:
            assert database.keep_nonce("key", 1000, "a", 700) is is_new


def test_of_two_servers_on_one_file_one_takes_a_nonce(database: Database, path: Path) -> None:
    with closing(Database(str(path))) as another:
        for number in range(20):
            kept = [each.keep_nonce("key", 1000, str(number), 700) for each in (another, database)]
            assert kept == [True, False]


def test_old_nonces_go(database: Database) -> None:
    def stored() -> int:
        with database.transaction() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM nonces").scalar_one())

    for number in range(5):
        database.keep_nonce("key", 1000 + number, "a", 700)
    assert stored() == 5
    database.keep_nonce("key", 2000, "a", 1003)
    assert stored() == 3
