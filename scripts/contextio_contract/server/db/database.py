"""Database transactions, on SQLite and PostgreSQL."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from contextio_contract.errors import CannotRun
from contextio_contract.server.db.errors import UnavailableError, find_reason
from contextio_contract.server.db.migrate import (
    HEAD,
    Migration,
    migrate,
    read_layout,
    refuse_foreign,
    rewrite_layout,
)
from contextio_contract.server.db.postgresql import Postgresql
from contextio_contract.server.db.sqlite import Sqlite, list_tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy.engine import Connection

_T = TypeVar("_T")
_log = logging.getLogger(__name__)

ENQUEUED: Final = "enqueued"
"""Set in the `info` of a connection whose transaction has enqueued a job."""

_MEMORY: Final = ":memory:"


class Database:
    """A database with the layout that this server needs.

    Attributes:
        url: the URL; None for SQLite.
        is_sqlite: whether it is one of SQLite.
        path: the SQLite file, or None without one.
        migration: what it took to give the database this layout; None if it had it.
        enqueued: called after a commit that has enqueued a job.
    """

    def __init__(self, location: str) -> None:
        """Open a file, `:memory:`, or a URL; a SQLite database gets the layout of this server.

        Raises:
            CannotRun: if it is no database, one of another program or of a later version of this one, or one
                on PostgreSQL that is yet to be migrated.
            sqlalchemy.exc.SQLAlchemyError: if the database cannot be opened.
            OSError: if the file or its folder cannot be created.
        """
        self._store, self._name = open_store(location)
        self.url = self._store.url
        self.is_sqlite = isinstance(self._store, Sqlite)
        self.path = self._store.path
        self.migration: Migration | None = None
        self.enqueued: Callable[[], None] = lambda: None
        self._thread = threading.local()
        self._problem = ""
        try:
            self._require_layout()
        except BaseException:
            self._store.close()
            raise

    def _require_layout(self) -> None:
        with self._store.read() as connection:
            layout = read_layout(connection, self._name)
        if layout == HEAD:
            return
        if isinstance(self._store, Postgresql):
            state = f"has layout {layout}, this server needs {HEAD}" if layout else "is empty"
            message = f"{self._name} {state}; run: contextio-contract migrate --database URL"
            raise CannotRun(message)
        self.migration = migrate(self._store, self._name)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Yield a connection; commit at the end, or roll back on an exception.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        with self._begin(self._store.write) as connection:
            connection.info.pop(ENQUEUED, None)
            yield connection
            has_enqueued = connection.info.pop(ENQUEUED, False)
        if has_enqueued:
            self.enqueued()
        if self._problem:
            self._problem = ""
            _log.info("the database can be used again")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection for statements that write nothing; on SQLite no other one waits for them.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        with self._begin(self._store.read) as connection:
            yield connection

    @contextmanager
    def write_directly(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection of the driver that writes to SQLite; commit at the end, or roll back.

        It takes a fraction of the time of a transaction through SQLAlchemy.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        with self._begin(self._sqlite.write_directly) as driver:
            yield driver

    def fetch(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """Return the rows of a query that SQLite is asked through its driver; see `Query`.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        with self._begin(partial(self._sqlite.read_directly, statement)) as driver:
            return driver.execute(statement, values).fetchall()

    @contextmanager
    def run_alone(self) -> Iterator[Connection]:
        """Yield a connection to PostgreSQL for one statement, which commits itself.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        if isinstance(self._store, Sqlite):
            message = "only a statement on PostgreSQL is run so"
            raise TypeError(message)
        with self._begin(self._store.run_alone) as connection:
            yield connection

    @property
    def _sqlite(self) -> Sqlite:
        if isinstance(self._store, Postgresql):
            message = "only SQLite is used through its driver"
            raise TypeError(message)
        return self._store

    def check(self) -> None:
        """Raise UnavailableError if the database cannot be used, or has another layout by now.

        A SQLite file is written to: on a full disk, or once it is gone, it can be read for longer.
        """
        with self.transaction() if self.is_sqlite else self.read() as connection:
            try:
                layout = read_layout(connection, self._name)
            except CannotRun as error:
                raise UnavailableError(error.message) from error
            if self.is_sqlite:
                rewrite_layout(connection)
        if layout != HEAD:
            message = f"{self._name} has layout {layout}"
            raise UnavailableError(message)

    def erase_deleted(self) -> None:
        """Let a SQLite file hold nothing that was deleted; PostgreSQL sees to that itself (VACUUM)."""
        if isinstance(self._store, Sqlite):
            self._store.empty_log()

    def close(self) -> None:
        """Close all connections."""
        self._store.close()

    @contextmanager
    def _begin(self, begin: Callable[[], AbstractContextManager[_T]]) -> Iterator[_T]:
        if getattr(self._thread, "has_begun", False):
            # On SQLite it would wait for itself.
            message = "a transaction has begun in this thread; pass its connection on"
            raise RuntimeError(message)
        self._thread.has_begun = True
        try:
            with begin() as connection:
                yield connection
        except UnavailableError as error:
            self._log_once(str(error))
            raise
        except SQLAlchemyError as error:
            reason = find_reason(error)
            if reason is None:
                raise
            self._log_once(reason)
            raise UnavailableError(reason) from error
        finally:
            self._thread.has_begun = False

    def _log_once(self, reason: str) -> None:
        """Log why the database cannot be used, once until a transaction succeeds."""
        if reason != self._problem:
            _log.error("the database %s cannot be used: %s", self._name, reason)
        self._problem = reason


def open_store(location: str) -> tuple[Sqlite | Postgresql, str]:
    """Open a file, `:memory:`, or a URL; return it with its name for messages, which has no password.

    Raises:
        CannotRun: if it is no database of a kind that is known here, or one of another program.
        ValueError: if the URL cannot be parsed.
        sqlalchemy.exc.SQLAlchemyError: if the database cannot be opened.
        OSError: if the file or its folder cannot be created.
    """
    url = make_url(location) if "://" in location else URL.create("sqlite", database=location)
    if url.drivername in {"postgres", "postgresql"}:
        url = url.set(drivername="postgresql+psycopg")
    kind = url.get_backend_name()
    if kind == "postgresql":
        return Postgresql(url), url.render_as_string(hide_password=True)
    if kind != "sqlite":
        known = "a SQLite file, or a URL such as postgresql://user@host/name"
        message = f"{kind} is no database for this server; name another --database: {known}"
        raise CannotRun(message)
    path = Path(url.database) if url.database and url.database != _MEMORY else None
    if path and path.is_file():
        refuse_foreign(str(path), list_tables(path))  # before anything is written to it
    return Sqlite(path), str(path or _MEMORY)
