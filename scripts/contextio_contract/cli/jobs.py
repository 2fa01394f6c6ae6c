"""The command `jobs`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from contextio_contract.cli import counted
from contextio_contract.cli.database import database_option, opened_database
from contextio_contract.cli.times import describe_time
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy.engine import Connection, RowMapping

_ID: Final = click.IntRange(1, 2**63 - 1)


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  contextio-contract jobs
  contextio-contract jobs retry 12 13
  contextio-contract jobs drop 12
""",
)
@database_option
@click.pass_context
def jobs(context: click.Context, database: str) -> None:
    """List the jobs that are not done, or retry or drop some.

    Workers first synchronise mailboxes, deliver callbacks and purge what is old. A job that fails is tried
    again, after twice as long each time, and at last given up: a callback after a day.
    """
    if context.invoked_subcommand is None:
        _list(database)


@jobs.command(
    epilog="""\b
Examples:
  contextio-contract jobs retry 12 13
  contextio-contract jobs retry --all
"""
)
@click.argument("ids", nargs=-1, type=_ID, metavar="[ID]...")
@click.option("--all", "takes_all", is_flag=True, help="All that were given up.")
@database_option
def retry(ids: tuple[int, ...], database: str, *, takes_all: bool) -> None:
    """Let jobs be done now, given up or not, as if they were new."""
    from contextio_contract.server.db import jobs as stored

    if bool(ids) == takes_all:
        message = "name the jobs by their ids, or give --all for all that were given up"
        raise click.UsageError(message)
    with opened_database(database) as opened, opened.transaction() as connection:
        if takes_all:
            ids = tuple(row["sequence"] for row in stored.list_all(connection) if row["given_up_at"])
        _change(connection, ids, stored.retry)
    click.echo(f"jobs: {counted(len(set(ids)), 'job')} will be done now")


@jobs.command(
    epilog="""\b
Examples:
  contextio-contract jobs drop 12 13
"""
)
@click.argument("ids", nargs=-1, type=_ID, metavar="ID...", required=True)
@database_option
def drop(ids: tuple[int, ...], database: str) -> None:
    """Remove jobs, which are then never done; one that recurs stays."""
    from contextio_contract.server.db import jobs as stored

    with opened_database(database) as opened, opened.transaction() as connection:
        _refuse_recurring(connection, ids)
        _change(connection, ids, stored.drop)
    click.echo(f"jobs: dropped {counted(len(set(ids)), 'job')}")


def _change(
    connection: Connection,
    ids: Collection[int],
    change: Callable[[Connection, Collection[int], int], set[int]],
) -> None:
    """Change all the jobs, or say why none is changed."""
    from contextio_contract.server.db import jobs as stored

    left = set(ids) - change(connection, ids, int(time.time()))
    if not left:
        return
    is_there = min(left) in {row["sequence"] for row in stored.list_all(connection)}
    reason = "a worker is doing it; try again later" if is_there else "there is none with this id"
    message = f"job {min(left)}: {reason}; nothing was changed"
    raise CannotRun(message)


def _refuse_recurring(connection: Connection, ids: Collection[int]) -> None:
    """Raise CannotRun if a job recurs: only the next start of a worker would bring it back."""
    from contextio_contract.server.db import jobs as stored
    from contextio_contract.server.jobs.kinds import RECURRING

    recurring = {kind.name for kind in RECURRING}
    for row in stored.list_all(connection):
        if row["sequence"] in ids and row["kind"] in recurring:
            message = f"job {row['sequence']}: it recurs, and has to stay; nothing was changed"
            raise CannotRun(message)


def _list(database: str) -> None:
    from contextio_contract.server.db import jobs as stored

    with opened_database(database) as opened, opened.read() as connection:
        rows = stored.list_all(connection)
    now = int(time.time())
    for row in rows:
        place = f" at {row['host']}" if row["host"] else ""
        click.echo(f"{row['sequence']}  {row['kind']}{place}: {_state(row, now)}")
    given_up = sum(row["given_up_at"] is not None for row in rows)
    click.echo(f"jobs: {counted(len(rows), 'job')}, {given_up} given up")


def _state(row: RowMapping, now: int) -> str:
    problem = f", {row['last_error']}" if row["last_error"] else ""
    attempts = f" after {counted(row['attempts'], 'attempt')}" if row["attempts"] else ""
    if row["given_up_at"] is not None:
        return f"given up {describe_time(row['given_up_at'], now)}{attempts}{problem}"
    if row["lease_until"] is not None and row["lease_until"] > now:
        return f"being done, attempt {row['attempts']}{problem}"
    due = "due" if row["run_at"] <= now else f"due {describe_time(row['run_at'], now)}"
    return f"{due}{attempts}{problem}"
