"""Database connections, transactions, used nonces, and the check that a database is ours."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import bindparam, create_engine, delete, event, insert, select, update
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import StaticPool

from contextio_contract.errors import CannotRun
from contextio_contract.server.db.tables import ENDED, FIRST_LAYOUT, VERSION, metadata, nonces, schema_version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection, Engine

_BUSY_SECONDS = 10
_KEEP_NONCE = insert(nonces)
_KEEP_NONCE_ON_SQLITE = "INSERT OR IGNORE INTO nonces (consumer_key, timestamp, nonce) VALUES (?, ?, ?)"
_DROP_NONCES = delete(nonces).where(nonces.c.timestamp < bindparam("oldest"))


class Database:
    """A database; transactions on SQLite run one at a time."""

    def __init__(self, location: str) -> None:
        """Open a file, `:memory:`, or a URL of SQLAlchemy, and create its tables if it has none.

        Raises:
            CannotRun: if the tables are of a later version of this server, or of another program.
            ModuleNotFoundError: if the driver for the URL is not installed.
            sqlalchemy.exc.SQLAlchemyError: if the database cannot be opened.
            OSError: if the folder of the file cannot be created.
        """
        url = make_url(location) if "://" in location else URL.create("sqlite", database=location)
        self.is_sqlite = sqlite = url.get_backend_name() == "sqlite"
        self.path = Path(url.database) if sqlite and url.database and url.database != ":memory:" else None
        if self.path and self.path.is_file():
            _refuse_foreign(self.path)
        if self.path:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._engine = _sqlite_engine(url) if sqlite else create_engine(url, hide_parameters=True)
        self._sqlite = _Sqlite(self._engine.connect()) if sqlite else None
        self._oldest_nonce = 0
        with self.transaction() as connection:
            metadata.create_all(connection)
            version = connection.scalar(select(schema_version.c.version))
            if version is None:
                connection.execute(insert(schema_version).values(version=VERSION))
            elif version > VERSION:
                needed = f"this server needs {VERSION}"
                message = f"{location} has layout {version}, {needed}; name another database"
                raise CannotRun(message)
            ENDED.drop(connection, checkfirst=True)  # all that the layouts differ in
            connection.execute(update(schema_version).values(version=VERSION))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection; commit at the end, or roll back on an exception."""
        with self._sqlite.transaction() if self._sqlite else self._engine.begin() as connection:
            yield connection

    def keep_nonce(self, consumer_key: str, timestamp: int, nonce: str, oldest: int) -> bool:
        """Keep a nonce, and drop those before the oldest timestamp; return False if it was used before."""
        if oldest > self._oldest_nonce:  # once a second, not with each request
            with self.transaction() as connection:
                connection.execute(_DROP_NONCES, {"oldest": oldest})
            self._oldest_nonce = oldest
        if self._sqlite:
            return self._sqlite.change(_KEEP_NONCE_ON_SQLITE, (consumer_key, timestamp, nonce)) == 1
        row = {"consumer_key": consumer_key, "timestamp": timestamp, "nonce": nonce}
        try:
            with self.transaction() as connection:
                connection.execute(_KEEP_NONCE, row)
        except IntegrityError:
            return False
        return True

    def close(self) -> None:
        """Close all connections."""
        if self._sqlite:
            self._sqlite.close()
        self._engine.dispose()


class _Sqlite:
    """The one connection to a SQLite file: it has one writer at a time, and under a lock it is never busy."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        self._lock = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield the connection; commit at the end, or roll back on an exception."""
        with self._lock:
            try:
                with self._connection.begin():
                    self._begin()
                    yield self._connection
            finally:
                self._driver.rollback()  # a commit that failed leaves the transaction open

    def _begin(self) -> None:
        # IMMEDIATE: no other process writes between the reads and the writes of a transaction.
        statement = "BEGIN IMMEDIATE"
        try:
            self._driver.execute(statement)
        except sqlite3.Error as error:
            raise OperationalError(statement, None, error) from error

    def change(self, statement: str, values: tuple[str | int, ...]) -> int:
        """Carry out one statement, in a fraction of the time that it takes through SQLAlchemy.

        It is a transaction of its own. Returns the number of rows that it changed.
        """
        with self._lock:
            return self._driver.execute(statement, values).rowcount

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _refuse_foreign(path: Path) -> None:
    """Refuse a file that has tables, and not all of ours, before anything is written to it."""
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
    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the transactions are ours, see _Sqlite
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine
