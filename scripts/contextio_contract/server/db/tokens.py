"""Connect tokens."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, or_, select

from contextio_contract.server.db.tables import accounts, sources, tokens
from contextio_contract.server.db.tenancy import KEY, delete_own, select_own, update_own

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
_IS_LIVE = or_(tokens.c.used != 0, tokens.c.created > bindparam("expired"))
_RESULT = tokens.outerjoin(sources, sources.c.sequence == tokens.c.source).outerjoin(
    accounts, accounts.c.id == tokens.c.account_id
)
_COLUMNS = (tokens, sources.c.label.label("server_label"), accounts.c.sequence.label("account_sequence"))
_OF_KEY = select_own(tokens, *_COLUMNS).select_from(_RESULT).where(_IS_LIVE)
_OF_ACCOUNT = _OF_KEY.where(tokens.c.of_account.is_(True), tokens.c.account_id == bindparam("account_id"))
_NAMED = tokens.c.token == bindparam("token")
_LISTS = {each: each.order_by(tokens.c.sequence) for each in (_OF_KEY, _OF_ACCOUNT)}
_READS = {each: each.where(_NAMED) for each in (_OF_KEY, _OF_ACCOUNT)}
_BY_NAME = select(tokens).where(_IS_LIVE, _NAMED)
_OF_SEQUENCE = tokens.c.sequence == bindparam("of_sequence")
_UPDATE = update_own(tokens).where(_OF_SEQUENCE)
_USE = _UPDATE.where(tokens.c.used == 0)
_REMOVE = delete_own(tokens).where(_OF_SEQUENCE)


def add(connection: Connection, columns: dict[str, Any]) -> str:
    """Create a token from columns of the table `tokens`, and return its name."""
    token = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    connection.execute(_ADD, {"token": token, **columns})
    return token


def list_selected(
    connection: Connection, consumer_key: str, now: int, account_id: str | None, selection: Selection
) -> Sequence[RowMapping]:
    """Return the selected tokens of a consumer key, or of one account, oldest first.

    The columns `server_label` and `account_sequence` have the label of the source and the number of the
    account that a token was used for, or None.
    """
    scope, values = _scope(consumer_key, account_id)
    values |= {"expired": now - LIFETIME}
    return selection.execute(connection, _LISTS[scope], values).mappings().all()


def get(
    connection: Connection, consumer_key: str, now: int, token: str, account_id: str | None = None
) -> RowMapping | None:
    """Return a token of a consumer key, or of one account, with the columns of a list."""
    scope, values = _scope(consumer_key, account_id)
    values |= {"expired": now - LIFETIME, "token": token}
    return connection.execute(_READS[scope], values).mappings().one_or_none()


def get_by_name(connection: Connection, now: int, token: str) -> RowMapping | None:
    """Return a token whatever consumer key it belongs to: a browser knows nothing but the name."""
    if "\0" in token:  # which PostgreSQL takes in no text
        return None
    values = {"expired": now - LIFETIME, "token": token}
    return connection.execute(_BY_NAME, values).mappings().one_or_none()


def use(connection: Connection, token: RowMapping, now: int) -> bool:
    """Mark a token as used; return False if it was used before, or does not exist any more."""
    return connection.execute(_USE, {**_identify(token), "used": now}).rowcount == 1


def set_result(connection: Connection, token: RowMapping, account_id: str, source: int) -> None:
    """Store the account and the source (by its sequence number) that a token was used for."""
    connection.execute(_UPDATE, {**_identify(token), "account_id": account_id, "source": source})


def remove(connection: Connection, token: RowMapping) -> None:
    """Delete a token."""
    connection.execute(_REMOVE, _identify(token))


def _identify(token: RowMapping) -> dict[str, Any]:
    return {KEY: token["consumer_key"], "of_sequence": token["sequence"]}


def _scope(consumer_key: str, account_id: str | None) -> tuple[Select[Any], dict[str, Any]]:
    """Return the tokens of a consumer key, or those that were created for one account, and its parameters."""
    if account_id is None:
        return _OF_KEY, {KEY: consumer_key}
    return _OF_ACCOUNT, {KEY: consumer_key, "account_id": account_id}
