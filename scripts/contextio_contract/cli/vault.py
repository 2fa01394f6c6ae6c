"""Commands about the key that encrypts secrets, and what is said of it at a start."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from contextio_contract.cli import counted
from contextio_contract.cli.database import database_option, refuse_missing, usable_database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault import Vault
    from contextio_contract.server.services import Services


@contextmanager
def open_with_vault(location: str, *, accepts_loss: bool = False) -> Iterator[tuple[Database, Vault]]:
    """Yield a database and its vault; see `open_vault` for `accepts_loss`."""
    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault_keys import VARIABLE, open_vault

    with usable_database(location):
        database = Database(location)
        try:
            yield database, open_vault(os.environ.get(VARIABLE, ""), database, accepts_loss=accepts_loss)
        finally:
            database.close()


@click.command(
    epilog="""\b
Examples:
  contextio-contract keys new-vault-key > vault.key
  CONTEXTIO_VAULT_KEY=$(cat vault.key) contextio-contract serve
"""
)
def new_vault_key() -> None:
    """Print a new key for CONTEXTIO_VAULT_KEY.

    It encrypts what a server keeps of mailboxes and consumer keys; whoever loses it loses their secrets.
    """
    from contextio_contract.server.db.vault import generate_key

    click.echo(generate_key())


@click.command(
    epilog="""\b
Examples:
  CONTEXTIO_VAULT_KEY=new,former contextio-contract keys reencrypt
"""
)
@database_option
def reencrypt(database: str) -> None:
    """Encrypt all secrets with the first vault key.

    Servers do this themselves after a start with a new first key. It may be cut short and made again.
    """
    from contextio_contract.server.db.encrypted import encrypt_anew

    refuse_missing(database)
    with open_with_vault(database) as (store, vault):
        progress = encrypt_anew(store, vault)
    rest = f", {progress.unreadable} cannot be decrypted" if progress.unreadable else ""
    done = f"{counted(progress.encrypted, 'secret')} encrypted anew{rest}"
    click.echo(f"keys: {done}; the first vault key is the only one that is needed")


@click.command(
    epilog="""\b
Examples:
  contextio-contract keys drop-lost
  CONTEXTIO_VAULT_KEY=new contextio-contract keys drop-lost --yes
"""
)
@database_option
@click.confirmation_option(prompt="Nothing brings the secrets back. Are all copies of their key lost?")
def drop_lost(database: str) -> None:
    """Give up secrets whose vault key is lost.

    Sources of mailboxes ask for their passwords anew, as INVALID_CREDENTIALS. Consumer keys lose the secret,
    and get another one by `keys rotate`.
    """
    from contextio_contract.server.db import encrypted
    from contextio_contract.server.jobs.synchronisation import ASKS_FOR_PASSWORD

    refuse_missing(database)
    with open_with_vault(database, accepts_loss=True) as (store, vault), store.transaction() as connection:
        passwords, secrets_gone = encrypted.drop_lost(connection, vault, ASKS_FOR_PASSWORD)
    of_mailboxes = f"{counted(passwords, 'password')} of mailboxes"
    click.echo(f"keys: gave up {of_mailboxes} and {counted(secrets_gone, 'secret')} of consumer keys")


def describe_vault(services: Services) -> list[str]:
    """Return, for an operator who changes the vault key, whether the former one is still needed."""
    from contextio_contract.server.db.encrypted import list_fingerprints
    from contextio_contract.server.db.vault_keys import VARIABLE

    with services.database.read() as connection:
        used = list_fingerprints(connection)
    if used - {services.vault.fingerprint}:
        return [f"  secrets under a former vault key are being encrypted anew; keep it in {VARIABLE}"]
    if len(services.vault.fingerprints) > 1:
        return [f"  all secrets are under the first vault key; {VARIABLE} needs no former one any more"]
    return []
