"""Used nonces in the database, which all processes of a deployment share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert
from sqlalchemy.exc import IntegrityError

from contextio_contract.server.db.tables import nonces

if TYPE_CHECKING:
    from contextio_contract.server.db.database import Database


def keep(database: Database, consumer_key: str, timestamp: int, nonce: str, oldest: int) -> bool:
    """Keep a nonce, and drop those with timestamps before the oldest that is accepted.

    Returns:
        False if the key has used the nonce with this timestamp before.
    """
    row = {"consumer_key": consumer_key, "timestamp": timestamp, "nonce": nonce}
    try:
        with database.transaction() as connection:
            connection.execute(delete(nonces).where(nonces.c.timestamp < oldest))
            connection.execute(insert(nonces), row)
    except IntegrityError:
        return False
    return True
