"""Connect tokens."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, or_, select, update

from contextio_contract.server.db.tables import sources, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection, RowMapping

LIFETIME: Final = 24 * 60 * 60
"""Seconds after which an unused token is purged (rule act-unused-purged-24h)."""

_ALPHABET = string.ascii_lowercase + string.digits
_LENGTH = 16


def add(connection: Connection, values: dict[str, Any]) -> str:
    """Make a token from columns of the table `tokens` and return its identifier."""
    token = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    connection.execute(insert(tokens), {"token": token, **values})
    return token


def purge(connection: Connection, now: int) -> None:
    """Remove the tokens that nobody used in their lifetime."""
    connection.execute(delete(tokens).where(tokens.c.used == 0, tokens.c.created <= now - LIFETIME))


def listed(
    connection: Connection, consumer_key: str, now: int, account_id: str | None = None
) -> Sequence[RowMapping]:
    """Return the tokens made with a key, or those made for one account, oldest first.

    Each has the column `server_label`, the label of the source that came out of it, or None.
    """
    query = _live(now).where(*_scope(consumer_key, account_id)).order_by(tokens.c.sequence)
    return connection.execute(query).mappings().all()


def get(
    connection: Connection, consumer_key: str, now: int, token: str, account_id: str | None = None
) -> RowMapping | None:
    """Return a token made with a key or for one account, with the column `server_label`."""
    query = _live(now).where(tokens.c.token == token, *_scope(consumer_key, account_id))
    return connection.execute(query).mappings().one_or_none()


def find(connection: Connection, now: int, token: str) -> RowMapping | None:
    """Return a token by its identifier alone, as a browser names it."""
    return connection.execute(_live(now).where(tokens.c.token == token)).mappings().one_or_none()


def use(connection: Connection, sequence: int, now: int) -> bool:
    """Mark a token as used `now`; False when it was used before or is no more."""
    query = update(tokens).where(tokens.c.sequence == sequence, tokens.c.used == 0).values(used=now)
    return connection.execute(query).rowcount == 1


def tie(connection: Connection, sequence: int, account_id: str, source: int) -> None:
    """Keep what came out of a used token: the account, and the source by its sequence number."""
    values = {"account_id": account_id, "source": source}
    connection.execute(update(tokens).where(tokens.c.sequence == sequence).values(values))


def remove(connection: Connection, sequence: int) -> None:
    """Discard a token."""
    connection.execute(delete(tokens).where(tokens.c.sequence == sequence))


def _live(now: int) -> Any:
    columns = select(tokens, sources.c.label.label("server_label"))
    rows = columns.outerjoin(sources, sources.c.sequence == tokens.c.source)
    return rows.where(or_(tokens.c.used != 0, tokens.c.created > now - LIFETIME))


def _scope(consumer_key: str, account_id: str | None) -> list[ColumnElement[bool]]:
    if account_id is None:
        return [tokens.c.consumer_key == consumer_key]
    return [tokens.c.of_account.is_(True), tokens.c.account_id == account_id]
