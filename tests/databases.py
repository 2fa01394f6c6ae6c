"""Databases of tests: SQLite, and PostgreSQL where `make test-postgres` has started it."""

from __future__ import annotations

import os
import secrets
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.server.db.migrate import Migration

SERVER: Final = os.environ.get("CONTEXTIO_TEST_POSTGRESQL", "")
"""URL of a database of a PostgreSQL server, whose user may create others."""
KINDS: Final = ("sqlite", "postgresql") if SERVER else ("sqlite",)


@contextmanager
def new_database(kind: str, folder: Path) -> Iterator[str]:
    """Give the location of a database that is empty: of a file in a folder, or on the PostgreSQL server."""
    if kind == "sqlite":
        yield str(folder / "server.sqlite3")
        return
    with new_postgresql() as location:
        yield location


@contextmanager
def new_postgresql(server: str = SERVER) -> Iterator[str]:
    """Give the URL of an empty database on a PostgreSQL server, which is dropped in the end."""
    from sqlalchemy.engine import make_url

    name = f"test_{secrets.token_hex(6)}"
    _execute(server, f"CREATE DATABASE {name}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def migrate_at(location: str) -> Migration | None:
    """Give a database the layout of this server, as the command `migrate` does."""
    from contextio_contract.server.db.database import open_store
    from contextio_contract.server.db.migrate import migrate

    store, name = open_store(location)
    with closing(store):
        return migrate(store, name)


def _execute(server: str, statement: str) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()
