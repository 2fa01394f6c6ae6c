"""The layout of a database: which one it has, and how it gets that of this server."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text

from contextio_contract.errors import CannotRun
from contextio_contract.server.db.sqlite import Sqlite

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Connection

    from contextio_contract.server.db.postgresql import Postgresql

_MIGRATIONS: Final = Path(__file__).with_name("migrations")
_REVISIONS: Final = sorted(path.name[:4] for path in _MIGRATIONS.glob("versions/[0-9]*.py"))
HEAD: Final = _REVISIONS[-1]
"""The layout that this server needs."""

_OURS: Final = frozenset({"accounts", "addresses", "sources", "tokens", "nonces"})
"""Tables that every layout has."""
_NUMBER: Final = "schema_version"
"""Table of the layouts 1 to 3, which were there before Alembic numbered them."""
_LAST_NUMBER: Final = 3
_REVISION: Final = "alembic_version"
_ANY_NUMBER: Final = 0x636F6E74
"""What processes that migrate a PostgreSQL database at once agree to lock."""


@dataclass(frozen=True)
class Migration:
    """A migration that was carried out.

    Attributes:
        before: the layout before, or None if the database was empty.
        copy: the file that has the database as it was before; None without one.
    """

    before: str | None
    copy: Path | None


def refuse_foreign(name: str, tables: Collection[str]) -> None:
    """Raise CannotRun if a database has tables, and not those of this server."""
    if tables and not ({*tables} >= _OURS and {_NUMBER, _REVISION} & {*tables}):
        message = f"{name} is the database of another program, and was left as it is; name another --database"
        raise CannotRun(message)


def read_layout(connection: Connection, name: str) -> str | None:
    """Return the layout of a database; None if it is empty.

    Raises:
        CannotRun: if it is the database of another program, or of a later version of this one.
    """
    tables = inspect(connection).get_table_names()
    refuse_foreign(name, tables)
    if not tables:
        return None
    if _REVISION in tables:
        layout = str(connection.scalar(text(f"SELECT version_num FROM {_REVISION}")))  # noqa: S608 - a constant
        known = layout in _REVISIONS
    else:
        layout = str(connection.scalar(text(f"SELECT version FROM {_NUMBER}")))  # noqa: S608 - a constant
        known = int(layout) <= _LAST_NUMBER
    if not known:
        needed = f"this server needs {HEAD}"
        message = f"{name} has layout {layout}, {needed}; run a later version, or name another --database"
        raise CannotRun(message)
    return layout


def rewrite_layout(connection: Connection) -> None:
    """Write the number of the layout as it is, to see whether a database can be written."""
    connection.execute(text(f"UPDATE {_REVISION} SET version_num = version_num"))  # noqa: S608 - a constant


def migrate(store: Sqlite | Postgresql, name: str) -> Migration | None:
    """Give a database the layout of this server; return None if it has it.

    It happens in one transaction: a process that migrates at the same time waits, and finds it done. What a
    SQLite file had before is copied to a file beside it.

    Raises:
        CannotRun: if it is the database of another program, or of a later version of this one.
        sqlalchemy.exc.SQLAlchemyError: if the database cannot be changed; then it is as it was.
        OSError: if the copy cannot be written.
    """
    sqlite = store if isinstance(store, Sqlite) else None
    with sqlite.without_foreign_keys() if sqlite else nullcontext(), store.write() as connection:
        if sqlite is None:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ANY_NUMBER})"))
        before = read_layout(connection, name)
        if before == HEAD:
            return None
        copy = None
        if sqlite and sqlite.path and before is not None:
            copy = sqlite.path.with_name(f"{sqlite.path.name}.before-{HEAD}")
            sqlite.copy(copy)
        _upgrade(connection)
    return Migration(before, copy)


def _upgrade(connection: Connection) -> None:
    from alembic import command  # a server starts sooner without it, and seldom needs it
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS))
    command.upgrade(config, "head")
