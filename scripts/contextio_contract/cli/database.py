"""The option that names a database, and what is said of one that cannot be used."""

from __future__ import annotations

import re
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.migrate import Migration

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def database_option(command: _Command) -> _Command:
    """Give a command the option `--database`, whose value is neither empty nor has blanks around it."""

    def check(context: click.Context, parameter: click.Parameter, location: str) -> str:
        if not location or location != location.strip():
            message = "it is empty, or has blanks or line breaks around it; name a SQLite file or a URL"
            raise click.BadParameter(message, context, parameter)
        return location

    return click.option(
        "--database",
        envvar="CONTEXTIO_DATABASE",
        show_envvar=True,
        default=".cache/contextio-server.sqlite3",
        callback=check,
        show_default=True,
        help="SQLite file that keeps the data, :memory:, or a URL such as postgresql://user@host/name.",
    )(command)


@contextmanager
def usable_database(database: str) -> Iterator[None]:
    """Say in one sentence what keeps a database from being used, without the password of its URL."""
    from sqlalchemy.exc import SQLAlchemyError

    from contextio_contract.server.db.errors import UnavailableError

    name = re.sub(r"(?<=://)[^/]*@", "", database)
    try:
        yield
    except ModuleNotFoundError as error:
        remedy = f"name a SQLite file, or run: pip install {error.name}"
        message = f"cannot use the database {name}: its driver {error.name} is not installed; {remedy}"
        raise CannotRun(message) from error
    except UnavailableError as error:
        message = f"cannot use the database {name} now: {error}; try again later"
        raise CannotRun(message) from error
    except (SQLAlchemyError, OSError, ValueError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        message = f"cannot use the database {name}: {reason}; name another --database"
        raise CannotRun(message) from error


@contextmanager
def opened_database(location: str) -> Iterator[Database]:
    """Yield the database of a server, which must be there.

    Raises:
        CannotRun: if it is not, or cannot be used; one sentence says why.
    """
    from contextio_contract.server.db.database import Database

    refuse_missing(location)
    with usable_database(location), closing(Database(location)) as database:
        yield database


def refuse_missing(location: str) -> None:
    """Raise CannotRun if a database is no other process's, or a file that is not there."""
    if location == ":memory:":
        message = "a database in memory is seen by its own process alone; name the --database of a server"
        raise CannotRun(message)
    if "://" not in location and not Path(location).is_file():
        message = f"there is no database {location}; name the --database of a server"
        raise CannotRun(message)


def describe_migration(migration: Migration, now: str) -> str:
    """Return what a migration did, and where the copy is that it left."""
    done = (
        f"changed from layout {migration.before} to {now}" if migration.before else f"made with layout {now}"
    )
    return f"{done}; as it was before: {migration.copy}" if migration.copy else done
