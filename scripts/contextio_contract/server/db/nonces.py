"""Used nonces in the database, which all processes of a deployment share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from contextio_contract.server.db.tables import nonces

if TYPE_CHECKING:
    from contextio_contract.server.db.database import Database

_INSERT = insert(nonces)


class DatabaseNonceStore:
    """Keeps used nonces, so that a signed request counts once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, consumer_key: str, timestamp: int, nonce: str) -> bool:
        """Keep a nonce; return False if the key has used it with this timestamp before."""
        row = {"consumer_key": consumer_key, "timestamp": timestamp, "nonce": nonce}
        try:
            with self._database.transaction() as connection:
                connection.execute(_INSERT, row)
        except IntegrityError:
            return False
        return True

    def purge(self, before: int) -> None:
        """Drop the nonces with timestamps before a time, in seconds since 1970-01-01 UTC."""
        with self._database.transaction() as connection:
            connection.execute(delete(nonces).where(nonces.c.timestamp < before))
