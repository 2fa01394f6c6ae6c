"""The database behind the server."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import StaticPool

from contextio_contract.errors import CannotRun
from contextio_contract.server.db.tables import FIRST_LAYOUT, VERSION, metadata, schema_version
from contextio_contract.server.db.vault import Vault
from contextio_contract.server.settings import IN_MEMORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection, Engine

_BUSY_SECONDS = 10


class Database:
    """Connections to the tables, one transaction at a time where the database is SQLite."""

    def __init__(self, place: str) -> None:
        """Open a database and make its tables if it has none.

        Args:
            place: a file, `:memory:`, or a URL that SQLAlchemy knows.

        Raises:
            CannotRun: when the tables are of another version of this server, or of another program.
            ModuleNotFoundError: when the driver of another database than SQLite is not installed.
            sqlalchemy.exc.SQLAlchemyError: when the database cannot be opened.
            OSError: when the file's folder cannot be made.
        """
        url = make_url(place) if "://" in place else URL.create("sqlite", database=place)
        self.path = _file_of(url)
        if self.path and self.path.is_file():
            _require_ours(self.path)
        if self.path:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        sqlite = url.get_backend_name() == "sqlite"
        # SQLite has one writer at a time anyway: one connection under one lock never finds it busy.
        self._lock = threading.Lock() if sqlite else nullcontext()
        self._engine = _sqlite_engine(url) if sqlite else create_engine(url, hide_parameters=True)
        with self.transaction() as connection:
            metadata.create_all(connection)
            version = connection.scalar(select(schema_version.c.version))
            if version is None:
                connection.execute(insert(schema_version).values(version=VERSION))
            elif version < VERSION:
                # So far, later layouts add tables and nothing else.
                connection.execute(update(schema_version).values(version=VERSION))
            elif version > VERSION:
                message = f"{place} has layout {version}, this server needs {VERSION}; name another database"
                raise CannotRun(message)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept together at the end, or dropped on an exception."""
        with self._lock, self._engine.begin() as connection:
            yield connection

    def vault(self) -> Vault:
        """Return the vault that keeps this database's secrets."""
        return Vault.beside(self.path) if self.path else Vault.in_memory()

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            self._engine.dispose()


def _file_of(url: URL) -> Path | None:
    in_file = url.get_backend_name() == "sqlite" and url.database not in {None, "", IN_MEMORY}
    return Path(str(url.database)) if in_file else None


def _require_ours(path: Path) -> None:
    """Turn down the file of another program before anything is written to it.

    Raises:
        CannotRun: when there are tables in it, and not all of ours.
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", _BUSY_SECONDS, uri=True)) as file:
            names = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        message = f"cannot use the database {path}: {error}; name another --database"
        raise CannotRun(message) from error
    if names and not names >= FIRST_LAYOUT:
        message = f"{path} is the database of another program, and was left as it is; name another --database"
        raise CannotRun(message)


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url,
        poolclass=StaticPool,
        hide_parameters=True,  # parameters of a failed statement would bring secrets into the log
        connect_args={"check_same_thread": False, "timeout": _BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the transactions are ours, see begin
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # IMMEDIATE: what a transaction read is still so when it writes, with other processes about too.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
