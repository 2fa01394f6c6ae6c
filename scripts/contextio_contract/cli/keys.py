"""The command `keys`."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.database import database_option, opened_database, refuse_missing
from contextio_contract.cli.key_file import check_pair, read_pairs
from contextio_contract.cli.listening import KEY, SECRET, given_credentials
from contextio_contract.cli.vault import drop_lost, new_vault_key, open_with_vault, reencrypt
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.vault import Vault

_ACCEPTED, _REFUSED = "within 10 seconds", "within 30 seconds"


@click.group(
    epilog="""\b
Examples:
  contextio-contract keys add
  contextio-contract keys list
  contextio-contract keys rotate 6f1b2c0d9e8a7f35
"""
)
def keys() -> None:
    """Manage the consumer keys with which calls are signed, and the key that encrypts secrets.

    Servers need no restart: they read the keys anew every 10 seconds.
    """


@keys.command(
    epilog="""\b
Examples:
  contextio-contract keys add
  contextio-contract keys add acme --calls-per-hour 5000
  contextio-contract keys add --database postgresql://contextio@db.example.com/contextio
"""
)
@click.argument("key", required=False)
@click.option(
    "--calls-per-hour",
    type=click.IntRange(1),
    help="Calls that the key may make in an hour; without, as many as any.",
)
@database_option
def add(key: str | None, calls_per_hour: int | None, database: str) -> None:
    """Add a consumer key, and print its secret, once.

    A key that is not named is drawn.
    """
    from contextio_contract.server.db import consumer_keys

    name, secret = key or secrets.token_hex(8), secrets.token_hex(16)
    check_pair((name, secret))
    with open_with_vault(database) as (store, vault), store.transaction() as connection:
        if consumer_keys.get(connection, name):
            message = f"there is a consumer key {name} already; name another, or rotate that one"
            raise CannotRun(message)
        columns = vault.encrypt_columns(secret)
        consumer_keys.add(connection, name, columns, int(time.time()), calls_per_hour)
    _print_secret(name, secret)
    click.echo(f"keys: added {name}; servers accept it {_ACCEPTED}, and its secret is not shown again")


@keys.command(
    "list",
    epilog="""\b
Examples:
  contextio-contract keys list
  contextio-contract keys list --database /var/lib/contextio/server.sqlite3
""",
)
@database_option
def list_keys(database: str) -> None:
    """List the consumer keys, without secrets."""
    from contextio_contract.server.db import consumer_keys

    with opened_database(database) as store, store.read() as connection:
        rows = consumer_keys.list_all(connection)
    width = max((len(row["key"]) for row in rows), default=0)
    for row in rows:
        limit = f", {row['calls_per_hour']} calls an hour" if row["calls_per_hour"] else ""
        click.echo(f"{row['key']:{width}}  added {_day(row['created'])}, {_state(row)}{limit}")
    revoked = sum(row["revoked"] is not None for row in rows)
    click.echo(f"keys: {counted(len(rows), 'consumer key')}, {revoked} revoked")


@keys.command(
    epilog="""\b
Examples:
  contextio-contract keys rotate acme
  contextio-contract keys rotate acme --finish
"""
)
@click.argument("key")
@click.option("--finish", is_flag=True, help="End the older secret.")
@database_option
def rotate(key: str, database: str, *, finish: bool) -> None:
    """Give a consumer key another secret, and print it, once.

    Calls may be signed with either until --finish ends the older one, which signs callbacks until then.
    """
    from contextio_contract.server.db import consumer_keys

    refuse_missing(database)
    secret, command = secrets.token_hex(16), f"contextio-contract keys rotate {key}"
    with open_with_vault(database) as (store, vault), store.transaction() as connection:
        is_rotating = _require_live(connection, key)["secrets"] > 1
        if finish and not is_rotating:
            message = f"the consumer key {key} has one secret alone; for another one run: {command}"
            raise CannotRun(message)
        if is_rotating and not finish:
            message = f"the consumer key {key} has two secrets; to end the older one run: {command} --finish"
            raise CannotRun(message)
        if finish:
            consumer_keys.drop_older_secrets(connection, key)
        else:
            consumer_keys.add_secret(connection, key, vault.encrypt_columns(secret))
    if finish:
        click.echo(f"keys: the older secret of {key} has ended; servers refuse it {_REFUSED}")
        return
    _print_secret(key, secret)
    click.echo(f"keys: {key} has two secrets; when all clients have the newer one, run: {command} --finish")


@keys.command(
    epilog="""\b
Examples:
  contextio-contract keys revoke acme
"""
)
@click.argument("key")
@database_option
def revoke(key: str, database: str) -> None:
    """Revoke a consumer key for good; what it has stored stays."""
    from contextio_contract.server.db import consumer_keys

    with opened_database(database) as store, store.transaction() as connection:
        _require_live(connection, key)
        consumer_keys.revoke(connection, key, int(time.time()))
    click.echo(f"keys: revoked {key}; servers refuse it {_REFUSED}, and its data stay")


@keys.command(
    "import",
    epilog="""\b
Examples:
  contextio-contract keys import keys.csv
  pass show contextio | contextio-contract keys import -
  CONTEXTIO_CONSUMER_KEY=key CONTEXTIO_CONSUMER_SECRET=secret contextio-contract keys import
""",
)
@click.argument("file", type=click.File(encoding="utf-8-sig"), required=False)
@database_option
def import_keys(file: IO[str] | None, database: str) -> None:
    """Add consumer keys that have a secret.

    A line of the CSV file, or of standard input (-), has a key and its secret, but for a header that says
    "key,secret". All are added, or none.
    Without a file, those in CONTEXTIO_CONSUMER_KEY and CONTEXTIO_CONSUMER_SECRET are taken.
    """
    given = given_credentials()
    if file is None and given is None:
        message = f"there is nothing to import; name a file, or set {KEY} and {SECRET}"
        raise CannotRun(message)
    pairs = read_pairs(file) if file else [given] if given else []
    with open_with_vault(database) as (store, vault), store.transaction() as connection:
        added = sum(_import(connection, vault, *pair) for pair in pairs)
    known = len(pairs) - added
    click.echo(f"keys: imported {counted(added, 'consumer key')}, {known} were there already")


def _import(connection: Connection, vault: Vault, key: str, secret: str) -> bool:
    """Add a key; return False if it is there with this secret."""
    from contextio_contract.server.db import consumer_keys

    check_pair((key, secret))
    if consumer_keys.get(connection, key) is None:
        consumer_keys.add(connection, key, vault.encrypt_columns(secret), int(time.time()))
        return True
    if secret not in map(vault.decrypt, consumer_keys.list_secrets(connection, key)):
        message = f"the consumer key {key} is there with another secret, or revoked; nothing was imported"
        raise CannotRun(message)
    return False


for command in (new_vault_key, reencrypt, drop_lost):
    keys.add_command(command)


def _require_live(connection: Connection, key: str) -> RowMapping:
    """Return a key that is not revoked, or say why there is none."""
    from contextio_contract.server.db import consumer_keys

    row = consumer_keys.get(connection, key)
    if row is None:
        message = f"there is no consumer key {key} in the database; see: contextio-contract keys list"
        raise CannotRun(message)
    if row["revoked"] is not None:
        message = f"the consumer key {key} is revoked; for another one run: contextio-contract keys add"
        raise CannotRun(message)
    return row


def _print_secret(key: str, secret: str) -> None:
    """Print a key and its secret as a shell and an environment file read them."""
    click.echo(f"{KEY}={key}\n{SECRET}={secret}")


def _state(row: RowMapping) -> str:
    if row["revoked"] is not None:
        return f"revoked {_day(row['revoked'])}"
    return {0: "without a secret: rotate it", 1: "live"}.get(row["secrets"], "two secrets are live")


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
