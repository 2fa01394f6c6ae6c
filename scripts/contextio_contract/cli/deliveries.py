"""The command `deliveries`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from contextio_contract.cli import counted
from contextio_contract.cli.database import database_option, opened_database
from contextio_contract.cli.times import describe_time

if TYPE_CHECKING:
    from sqlalchemy.engine import RowMapping


@click.command(
    epilog="""\b
Examples:
  contextio-contract deliveries
  contextio-contract deliveries --limit 1000 --database postgresql://contextio@db.example.com/contextio
"""
)
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="How many, the latest."
)
@database_option
def deliveries(limit: int, database: str) -> None:
    """List the callbacks that were sent or will be, newest first, and what came of each.

    Of their URLs, user names and queries are left out, as they may be secret. Those that were given up are
    sent again by `contextio-contract jobs retry`.
    """
    from contextio_contract.server.db import deliveries as stored

    with opened_database(database) as opened, opened.read() as connection:
        rows = stored.list_latest(connection, limit)
    now = int(time.time())
    for row in rows:
        created, address = describe_time(row["created"], now), _address(row["url"])
        click.echo(f"{created}  {row['event']} to {address}: {_state(row, now)}")
    delivered = sum(row["delivered_at"] is not None for row in rows)
    given_up = sum(row["given_up_at"] is not None for row in rows)
    total = counted(len(rows), "callback")
    click.echo(f"deliveries: {total}, {delivered} delivered, {given_up} given up")


def _state(row: RowMapping, now: int) -> str:
    tries = "1 try" if row["tries"] == 1 else f"{row['tries']} tries"
    problem = f", {row['problem']}" if row["problem"] else ""
    if row["delivered_at"] is not None:
        return f"delivered {describe_time(row['delivered_at'], now)} with {row['status']} in {tries}"
    if row["given_up_at"] is not None:
        remedy = f"to send it again run: contextio-contract jobs retry {row['job']}"
        return f"given up after {tries}{problem}; {remedy}"
    if row["run_at"] is None:
        return f"dropped after {tries}{problem}"
    following = "now" if row["run_at"] <= now else describe_time(row["run_at"], now)
    return f"{tries}{problem}; the next one is {following}"


def _address(url: str) -> str:
    """Return a URL without user name, password, query and fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "a URL that cannot be parsed"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
