"""PostgreSQL: a pool of connections, each statement within a time limit."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import create_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import URL, Connection

_CONNECTIONS: Final = 10
_MORE_AT_PEAKS: Final = 20
_WAIT_SECONDS: Final = 10
"""How long a call waits for a connection, to the server or out of the pool."""
_LIMITS: Final = "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"


class Postgresql:
    """A PostgreSQL database.

    Each statement of a write sees what was committed when the statement began. All statements of a read see
    the same: an account that is deleted meanwhile is there for all of them.
    """

    path: Final = None

    def __init__(self, url: URL) -> None:
        """Prepare connections; the first transaction makes one.

        Raises:
            ModuleNotFoundError: if psycopg is not installed.
        """
        self.url = url
        options = url.query.get("options", "")  # what the URL sets goes before the limits here
        self._engine = create_engine(
            url,
            isolation_level="READ COMMITTED",
            pool_size=_CONNECTIONS,
            max_overflow=_MORE_AT_PEAKS,
            pool_timeout=_WAIT_SECONDS,
            pool_pre_ping=True,  # a connection that the server has ended is replaced
            hide_parameters=True,  # parameters of a failed statement would bring secrets into the log
            connect_args={"options": f"{_LIMITS} {options}", "connect_timeout": _WAIT_SECONDS},
        )
        self._reading = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

        self._committing = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def run_alone(self) -> Iterator[Connection]:
        """Yield a connection for one statement, which commits itself: it takes one way there and back."""
        with self._committing.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection; commit at the end, or roll back on an exception."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection for statements that write nothing."""
        with self._reading.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()
