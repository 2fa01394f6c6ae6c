"""The command `keys`."""

from __future__ import annotations

import click


@click.group(
    epilog="""\b
Examples:
  contextio-contract keys new-vault-key
"""
)
def keys() -> None:
    """Manage what a server signs and encrypts with."""


@keys.command(
    epilog="""\b
Examples:
  contextio-contract keys new-vault-key > vault.key
  CONTEXTIO_VAULT_KEY=$(cat vault.key) contextio-contract serve
"""
)
def new_vault_key() -> None:
    """Print a new key for CONTEXTIO_VAULT_KEY.

    It encrypts what a server keeps of mailboxes; whoever loses it loses their passwords.
    """
    from contextio_contract.server.db.vault import generate_key

    click.echo(generate_key())
