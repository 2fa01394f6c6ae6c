"""Connect tokens."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert, or_, select, update

from contextio_contract.server.db.tables import sources, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.selection import Selection

LIFETIME: Final = 24 * 60 * 60
"""Seconds after which an unused token is purged (rule act-unused-purged-24h)."""

_ALPHABET: Final = string.ascii_lowercase + string.digits
_LENGTH: Final = 16

_ADD = insert(tokens)
_LIVE = (
    select(tokens, sources.c.label.label("server_label"))
    .outerjoin(sources, sources.c.sequence == tokens.c.source)
    .where(or_(tokens.c.used != 0, tokens.c.created > bindparam("expired")))
)
_OF_KEY = _LIVE.where(tokens.c.consumer_key == bindparam("consumer_key"))
_OF_ACCOUNT = _LIVE.where(tokens.c.of_account.is_(True), tokens.c.account_id == bindparam("account_id"))
_NAMED = tokens.c.token == bindparam("token")
_LISTS = {each: each.order_by(tokens.c.sequence) for each in (_OF_KEY, _OF_ACCOUNT)}
_READS = {each: each.where(_NAMED) for each in (_OF_KEY, _OF_ACCOUNT, _LIVE)}
_UPDATE = update(tokens).where(tokens.c.sequence == bindparam("of_sequence"))
_USE = _UPDATE.where(tokens.c.used == 0)
_REMOVE = delete(tokens).where(tokens.c.sequence == bindparam("of_sequence"))


def add(connection: Connection, columns: dict[str, Any]) -> str:
    """Create a token from columns of the table `tokens`, and return its name."""
    token = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    connection.execute(_ADD, {"token": token, **columns})
    return token


def list_selected(
    connection: Connection, consumer_key: str, now: int, account_id: str | None, selection: Selection
) -> Sequence[RowMapping]:
    """Return the selected tokens of a consumer key, or of one account, oldest first.

    The column `server_label` has the label of the source that a token was used for, or None.
    """
    scope, values = _scope(consumer_key, account_id)
    values |= {"expired": now - LIFETIME}
    return selection.execute(connection, _LISTS[scope], values).mappings().all()


def get(
    connection: Connection, consumer_key: str, now: int, token: str, account_id: str | None = None
) -> RowMapping | None:
    """Return a token of a consumer key, or of one account, with the column `server_label`."""
    scope, values = _scope(consumer_key, account_id)
    values |= {"expired": now - LIFETIME, "token": token}
    return connection.execute(_READS[scope], values).mappings().one_or_none()


def get_by_name(connection: Connection, now: int, token: str) -> RowMapping | None:
    """Return a token whatever consumer key it belongs to: a browser knows nothing but the name."""
    values = {"expired": now - LIFETIME, "token": token}
    return connection.execute(_READS[_LIVE], values).mappings().one_or_none()


def use(connection: Connection, sequence: int, now: int) -> bool:
    """Mark a token as used; return False if it was used before, or does not exist any more."""
    return connection.execute(_USE, {"of_sequence": sequence, "used": now}).rowcount == 1


def set_result(connection: Connection, sequence: int, account_id: str, source: int) -> None:
    """Store the account and the source (by its sequence number) that a token was used for."""
    connection.execute(_UPDATE, {"of_sequence": sequence, "account_id": account_id, "source": source})


def remove(connection: Connection, sequence: int) -> None:
    """Delete a token."""
    connection.execute(_REMOVE, {"of_sequence": sequence})


def _scope(consumer_key: str, account_id: str | None) -> tuple[Select[Any], dict[str, Any]]:
    """Return the tokens of a consumer key, or those that were created for one account, and its parameters."""
    if account_id is None:
        return _OF_KEY, {"consumer_key": consumer_key}
    return _OF_ACCOUNT, {"account_id": account_id}
