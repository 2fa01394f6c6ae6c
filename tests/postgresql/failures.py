"""What a PostgreSQL server does to calls when it ends connections, is full, or takes too long."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import create_engine, text
from tests.databases import migrate_at, new_postgresql

from contextio_contract.server.db import accounts
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

_REASONS: Final = {
    "53100": "the disk of the server is full",
    "53300": "the server has no resources left",
    "57014": "a statement took too long",
    "40P01": "another transaction was in the way",
    "25006": "the server takes no writes",
}


@pytest.fixture
def location() -> Iterator[str]:
    with new_postgresql() as location:
        migrate_at(location)
        yield location


@pytest.fixture
def database(location: str) -> Iterator[Database]:
    with closing(Database(location)) as database:
        yield database


def test_connections_that_the_server_ended_are_replaced(database: Database, location: str) -> None:
    with database.transaction() as connection:
        account = accounts.add(connection, "key", {"email": "ada@example.com"}, 1)
    engine = create_engine(location)
    with engine.connect() as connection:
        end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != pg_backend_pid()"
        connection.execute(text(f"{end} AND datname = current_database()"))
    engine.dispose()
    with database.read() as connection:
        assert accounts.is_owned(connection, "key", account)


@pytest.mark.parametrize("code", _REASONS)
def test_what_the_server_reports_is_told_in_words(database: Database, code: str) -> None:
    statement = text(f"DO $$BEGIN RAISE EXCEPTION USING ERRCODE = '{code}'; END$$")
    with pytest.raises(UnavailableError, match=_REASONS[code]), database.transaction() as connection:
        connection.execute(statement)


def test_a_statement_ends_when_its_time_is_up(database: Database) -> None:
    def sleep() -> None:
        with database.read() as connection:
            connection.execute(text("SET LOCAL statement_timeout = 10"))
            connection.execute(text("SELECT pg_sleep(60)"))

    with pytest.raises(UnavailableError, match="a statement took too long"):
        sleep()


def test_no_statement_of_a_read_writes(database: Database) -> None:
    with pytest.raises(UnavailableError, match="takes no writes"), database.read() as connection:
        accounts.add(connection, "key", {"email": "ada@example.com"}, 1)
