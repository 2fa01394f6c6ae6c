"""SQLite: connections that read beside the one that writes, to a file or to memory."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from collections import deque
from contextlib import closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, StaticPool

from contextio_contract.errors import CannotRun
from contextio_contract.server.db.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.engine import Connection

_log = logging.getLogger(__name__)
_BUSY_SECONDS = 10
"""How long a connection waits for another process that writes."""
_OWNER_ALONE: Final = 0o600
_PRAGMAS: Final = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


class Sqlite:
    """A SQLite database; writes run one at a time, reads beside them.

    A write to a file that was deleted would be acknowledged and lost, so that it is refused.

    Connections stay open: taking one from a pool of SQLAlchemy doubles the time of a short transaction.
    """

    url: Final = None

    def __init__(self, path: Path | None) -> None:
        """Open a file, which only its owner may read, or a database in memory.

        Raises:
            CannotRun: if the file is no SQLite database, or cannot be read.
            OSError: if the file or its folder cannot be created.
            sqlalchemy.exc.SQLAlchemyError: if the file cannot be written.
        """
        self.path = path
        if path:
            _keep_private(path)
        self._engine = create_engine(
            URL.create("sqlite", database=str(path) if path else ":memory:"),
            poolclass=NullPool if path else StaticPool,
            hide_parameters=True,  # parameters of a failed statement would bring secrets into the log
            connect_args={"check_same_thread": False, "timeout": _BUSY_SECONDS},
        )
        event.listen(self._engine, "connect", _configure)
        self._writer = self._engine.connect()
        self._file = _identify(path) if path else None
        self._driver = _driver_of(self._writer)
        self._lock = threading.Lock()
        self._readers: deque[Connection] = deque()
        self._closed = False

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield the connection that writes; commit at the end, or roll back on an exception."""
        # IMMEDIATE: no other process writes between the reads and the writes of a transaction.
        with self._lock, _begin(self._writer, "BEGIN IMMEDIATE"):
            self._require_file()
            yield self._writer

    def _require_file(self) -> None:
        if self.path and _identify(self.path) != self._file:
            message = f"the file {self.path} is gone, or another one is in its place; start again"
            raise UnavailableError(message)

    @contextmanager
    def write_directly(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection of the driver that writes; commit at the end, or roll back on an exception."""
        statement = "BEGIN IMMEDIATE"
        with self._lock:
            try:
                self._driver.execute(statement)
                self._require_file()
                yield self._driver
                self._driver.commit()
            except sqlite3.Error as error:
                raise OperationalError(statement, None, error) from error
            finally:
                self._driver.rollback()  # unless it is committed

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees the database as it is at the first statement, and cannot write."""
        if self.path is None:  # memory is seen by one connection alone
            with self.write() as connection:
                yield connection
            return
        with self._lend_reader() as reader, _begin(reader, "BEGIN"):
            yield reader

    @contextmanager
    def read_directly(self, statement: str) -> Iterator[sqlite3.Connection]:
        """Yield the connection of the driver, for one query, which errors name."""
        with self._lock if self.path is None else nullcontext(), self._lend_reader() as reader:
            try:
                yield _driver_of(reader)
            except sqlite3.Error as error:
                raise OperationalError(statement, None, error) from error

    @contextmanager
    def _lend_reader(self) -> Iterator[Connection]:
        if self.path is None:
            yield self._writer
            return
        try:
            reader = self._readers.pop()
        except IndexError:
            reader = self._engine.connect()
            _driver_of(reader).execute("PRAGMA query_only=ON")
        try:
            yield reader
        finally:
            if self._closed:
                reader.close()
            else:
                self._readers.append(reader)

    @contextmanager
    def without_foreign_keys(self) -> Iterator[None]:
        """Check no foreign keys in a migration: to rebuild a table would delete what refers to it."""
        self._driver.execute("PRAGMA foreign_keys=OFF")
        try:
            yield
        finally:
            self._driver.execute("PRAGMA foreign_keys=ON")

    def empty_log(self) -> None:
        """Let the log beside the file hold nothing that was deleted; while others read, it keeps it."""
        with self._lock:
            self._driver.execute("PRAGMA busy_timeout=0")  # the next time will do
            try:
                self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.OperationalError:
                _log.info("the log of %s could not be emptied; others use it", self.path)
            finally:
                self._driver.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000:.0f}")

    def copy(self, target: Path) -> None:
        """Write what is committed to a file, whole or not at all; an earlier file of the name is replaced."""
        partial = target.with_name(f"{target.name}.partial")
        partial.unlink(missing_ok=True)
        partial.touch(_OWNER_ALONE)
        try:
            with self._engine.connect() as connection:
                connection.exec_driver_sql("VACUUM INTO ?", (str(partial),))
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    def close(self) -> None:
        """Close all connections; those that still read are closed when they are done."""
        self._closed = True
        with self._lock:
            self._writer.close()
        while self._readers:
            self._readers.pop().close()
        self._engine.dispose()


@contextmanager
def _begin(connection: Connection, statement: str) -> Iterator[None]:
    driver = _driver_of(connection)
    try:
        with connection.begin():
            try:
                driver.execute(statement)
            except sqlite3.Error as error:
                raise OperationalError(statement, None, error) from error
            yield
    finally:
        driver.rollback()  # a commit that failed leaves the transaction open


def _driver_of(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def _configure(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says so
    _use_wal(connection)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Write to a log beside the file; SQLite does not wait if several connections change to that at once."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _identify(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from others that may take its place; None if there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - half the time, for each write
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _keep_private(path: Path) -> None:
    """Create a file if there is none, and let its owner alone read it; SQLite makes -wal and -shm alike."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch(_OWNER_ALONE)
    if not path.is_file():  # a folder, whose mode is none of ours
        message = f"cannot use the database {path}: it is no file; name another --database"
        raise CannotRun(message)
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(
            FileNotFoundError, PermissionError
        ):  # the file of another user stays as that one wants it
            path.with_name(name).chmod(_OWNER_ALONE)


def list_tables(path: Path) -> set[str]:
    """Return the names of the tables in a file, to which nothing is written.

    Raises:
        CannotRun: if the file is no SQLite database, or cannot be read.
    """
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", _BUSY_SECONDS, uri=True)) as file:
            return {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        message = f"cannot use the database {path}: {error}; name another --database"
        raise CannotRun(message) from error
