"""Nonces that were used, so that no signed request counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from contextio_contract.server.db.tables import nonces

if TYPE_CHECKING:
    from contextio_contract.server.db.database import Database

_INSERT = insert(nonces)


def remember(database: Database, consumer_key: str, timestamp: int, nonce: str) -> bool:
    """Keep a nonce.

    Returns:
        False when the key has used the nonce with this timestamp before.
    """
    row = {"consumer_key": consumer_key, "timestamp": timestamp, "nonce": nonce}
    try:
        with database.transaction() as connection:
            connection.execute(_INSERT, row)
    except IntegrityError:
        return False
    return True


def forget(database: Database, before: int) -> None:
    """Drop the nonces whose timestamps, in seconds since 1970-01-01 UTC, lie before a time."""
    with database.transaction() as connection:
        connection.execute(delete(nonces).where(nonces.c.timestamp < before))
