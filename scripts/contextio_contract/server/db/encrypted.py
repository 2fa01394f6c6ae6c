"""Which keys encrypted the secrets in a database, and their encryption under another one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.fernet import InvalidToken
from sqlalchemy import bindparam, delete, func, select, update

from contextio_contract.server.db.tables import consumer_secrets, sources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Table
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault import Vault

UNKNOWN: Final = ""
"""The fingerprint of the key that encrypted what was there before fingerprints were kept."""

_TABLES: Final = (sources, consumer_secrets)
_BATCH: Final = 500


@dataclass(frozen=True)
class Progress:
    """What an encryption of secrets under another key has come to.

    Attributes:
        encrypted: how many secrets were encrypted anew.
        unreadable: how many none of the keys can decrypt; they stay as they are.
    """

    encrypted: int = 0
    unreadable: int = 0


def list_fingerprints(connection: Connection) -> set[str]:
    """Return the fingerprints of the keys that encrypted what is there.

    It takes one look into an index for each of them, whatever the number of secrets.
    """
    fingerprints: set[str] = set()
    for table in _TABLES:
        fingerprint: str | None = connection.scalar(select(func.min(table.c.vault_key)))
        while fingerprint is not None:
            fingerprints.add(fingerprint)
            later = select(func.min(table.c.vault_key)).where(table.c.vault_key > fingerprint)
            fingerprint = connection.scalar(later)
    return fingerprints


def find_secret(connection: Connection, fingerprint: str) -> str | None:
    """Return one of the secrets that a key encrypted."""
    for table in _TABLES:
        secret: str | None = connection.scalar(
            select(table.c.secret).where(table.c.vault_key == fingerprint).limit(1)
        )
        if secret is not None:
            return secret
    return None


def list_lost(connection: Connection, vault: Vault) -> set[str]:
    """Return the fingerprints of the keys that encrypted what is there, and that a vault does not have."""
    lost = list_fingerprints(connection) - {*vault.fingerprints}
    unknown = find_secret(connection, UNKNOWN)
    return lost - {UNKNOWN} if unknown is None or vault.can_decrypt(unknown) else lost


def drop_lost(connection: Connection, vault: Vault, asking: Mapping[str, str]) -> tuple[int, int]:
    """Give up the secrets under keys that a vault does not have.

    Args:
        connection: a transaction.
        vault: has the keys that there are.
        asking: columns of a source that asks for its password anew.

    Returns how many passwords of mailboxes and how many secrets of consumer keys are gone.
    """
    lost = list_lost(connection, vault)
    columns = {"secret": "", "vault_key": vault.fingerprint, **asking}
    passwords = connection.execute(update(sources).where(sources.c.vault_key.in_(lost)).values(columns))
    secrets = connection.execute(delete(consumer_secrets).where(consumer_secrets.c.vault_key.in_(lost)))
    return passwords.rowcount, secrets.rowcount


def encrypt_anew(database: Database, vault: Vault, most: float = math.inf) -> Progress:
    """Encrypt secrets under the first key of a vault that another key encrypted: all, or most at least.

    It goes on where it was cut short, and may run beside a server: each batch is a transaction, and a secret
    that changes meanwhile keeps its change.
    """
    encrypted = unreadable = 0
    with database.read() as connection:
        others = sorted(list_fingerprints(connection) - {vault.fingerprint})
    for table in _TABLES:
        for fingerprint in others:
            last = 0
            while encrypted < most and (rows := _list_after(database, table, fingerprint, last)):
                changed = _encrypt(database, table, rows, vault)
                encrypted, unreadable = encrypted + changed, unreadable + len(rows) - changed
                last = rows[-1]["sequence"]
    return Progress(encrypted, unreadable)


def _list_after(database: Database, table: Table, fingerprint: str, last: int) -> Sequence[RowMapping]:
    of_key = select(table.c.sequence, table.c.secret).where(table.c.vault_key == fingerprint)
    batch = of_key.where(table.c.sequence > last).order_by(table.c.sequence).limit(_BATCH)
    with database.read() as connection:
        return connection.execute(batch).mappings().all()


def _encrypt(database: Database, table: Table, rows: Sequence[RowMapping], vault: Vault) -> int:
    """Store secrets under the first key; return how many, without those that cannot be decrypted."""
    changes = []
    for row in rows:
        columns = _encrypt_anew(vault, row["secret"])
        if columns:
            changes.append({"of_sequence": row["sequence"], "former": row["secret"], **columns})
    unchanged = (table.c.sequence == bindparam("of_sequence")) & (table.c.secret == bindparam("former"))
    if changes:
        with database.transaction() as connection:
            connection.execute(update(table).where(unchanged), changes)
    return len(changes)


def _encrypt_anew(vault: Vault, secret: str) -> dict[str, str] | None:
    try:
        return vault.encrypt_columns(vault.decrypt(secret))
    except InvalidToken:
        return None
