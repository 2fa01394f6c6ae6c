"""Connect tokens."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, or_, select, update

from contextio_contract.server.db.tables import sources, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.selection import Selection

LIFETIME: Final = 24 * 60 * 60
"""Seconds after which an unused token is purged (rule act-unused-purged-24h)."""

_ALPHABET: Final = string.ascii_lowercase + string.digits
_LENGTH: Final = 16


def add(connection: Connection, columns: dict[str, Any]) -> str:
    """Create a token from columns of the table `tokens`, and return its name."""
    token = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    connection.execute(insert(tokens), {"token": token, **columns})
    return token


def purge(connection: Connection, now: int) -> None:
    """Delete the tokens that were not used in their lifetime."""
    connection.execute(delete(tokens).where(tokens.c.used == 0, tokens.c.created <= now - LIFETIME))


def list_selected(
    connection: Connection, consumer_key: str, now: int, account_id: str | None, selection: Selection
) -> Sequence[RowMapping]:
    """Return the selected tokens of a consumer key, or of one account, oldest first.

    The column `server_label` has the label of the source that a token was used for, or None.
    """
    query = _live(now).where(*_scope(consumer_key, account_id)).order_by(tokens.c.sequence)
    return connection.execute(selection.apply(query)).mappings().all()


def get(
    connection: Connection, consumer_key: str, now: int, token: str, account_id: str | None = None
) -> RowMapping | None:
    """Return a token of a consumer key, or of one account, with the column `server_label`."""
    query = _live(now).where(tokens.c.token == token, *_scope(consumer_key, account_id))
    return connection.execute(query).mappings().one_or_none()


def get_by_name(connection: Connection, now: int, token: str) -> RowMapping | None:
    """Return a token whatever consumer key it belongs to: a browser knows nothing but the name."""
    return connection.execute(_live(now).where(tokens.c.token == token)).mappings().one_or_none()


def use(connection: Connection, sequence: int, now: int) -> bool:
    """Mark a token as used; return False if it was used before, or does not exist any more."""
    statement = update(tokens).where(tokens.c.sequence == sequence, tokens.c.used == 0).values(used=now)
    return connection.execute(statement).rowcount == 1


def set_result(connection: Connection, sequence: int, account_id: str, source: int) -> None:
    """Store the account and the source (by its sequence number) that a token was used for."""
    columns = {"account_id": account_id, "source": source}
    connection.execute(update(tokens).where(tokens.c.sequence == sequence).values(columns))


def remove(connection: Connection, sequence: int) -> None:
    """Delete a token."""
    connection.execute(delete(tokens).where(tokens.c.sequence == sequence))


def _live(now: int) -> Select[Any]:
    query = select(tokens, sources.c.label.label("server_label"))
    query = query.outerjoin(sources, sources.c.sequence == tokens.c.source)
    return query.where(or_(tokens.c.used != 0, tokens.c.created > now - LIFETIME))


def _scope(consumer_key: str, account_id: str | None) -> list[ColumnElement[bool]]:
    if account_id is None:
        return [tokens.c.consumer_key == consumer_key]
    return [tokens.c.of_account.is_(True), tokens.c.account_id == account_id]
