"""The command `migrate`."""

from __future__ import annotations

from contextlib import closing

import click

from contextio_contract.cli.database import database_option, describe_migration, usable_database


@click.command(
    epilog="""\b
Examples:
  contextio-contract migrate --database postgresql://contextio@db.example.com/contextio
  CONTEXTIO_DATABASE=postgresql://contextio:password@db/contextio contextio-contract migrate
  contextio-contract migrate --database /var/lib/contextio/server.sqlite3
"""
)
@database_option
def migrate(database: str) -> None:
    """Give a database the layout that this version of the server needs.

    An empty one gets its tables. `serve` does this itself for a SQLite file, and refuses a PostgreSQL
    database until it is done. A SQLite file is copied before it is changed. A database of another program,
    or of a later version of this one, is refused and stays as it is.
    """
    from contextio_contract.server.db.database import open_store
    from contextio_contract.server.db.migrate import HEAD
    from contextio_contract.server.db.migrate import migrate as give_layout

    with usable_database(database):
        store, name = open_store(database)
        with closing(store):
            migration = give_layout(store, name)
    done = describe_migration(migration, HEAD) if migration else f"has layout {HEAD} already"
    click.echo(f"migrate: {name}: {done}")
