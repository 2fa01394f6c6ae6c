"""Accounts and their mail addresses."""

from __future__ import annotations

import secrets
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, bindparam, cast, delete, func, insert, select, update

from contextio_contract.server.db import sources as stored_sources
from contextio_contract.server.db.tables import accounts, addresses, sources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection, CursorResult, RowMapping

    from contextio_contract.server.db.selection import Conditions, Selection

_MAX_USERNAME = 200


def _total(column: ColumnElement[int]) -> Any:
    total = cast(func.sum(column), BigInteger)  # PostgreSQL sums as NUMERIC
    query = select(func.coalesce(total, 0)).where(sources.c.account_id == accounts.c.id)
    return query.scalar_subquery()


_ACCOUNTS = select(
    accounts,
    _total(sources.c.nb_messages).label("nb_messages"),
    _total(sources.c.nb_files).label("nb_files"),
)
_OF_KEY = _ACCOUNTS.where(accounts.c.consumer_key == bindparam("consumer_key"))
_BY_ID = _OF_KEY.where(accounts.c.id == bindparam("account_id"))
_BY_IDS = _ACCOUNTS.where(accounts.c.id.in_(bindparam("ids", expanding=True)))
_IN_ORDER = _OF_KEY.order_by(accounts.c.sequence)
_OWNED = select(accounts.c.sequence).where(
    accounts.c.id == bindparam("account_id"), accounts.c.consumer_key == bindparam("consumer_key")
)
_ADD = insert(accounts)
_RENAME = update(accounts).where(accounts.c.id == bindparam("account_id"))
_REMOVE = delete(accounts).where(accounts.c.id == bindparam("account_id"))
_ADD_ADDRESS = insert(addresses)
_HAS_ADDRESS = select(addresses.c.sequence).where(
    addresses.c.account_id == bindparam("account_id"), addresses.c.folded == bindparam("folded")
)
_ADDRESSES = (
    select(addresses.c.account_id, addresses.c.email)
    .where(addresses.c.account_id.in_(bindparam("ids", expanding=True)))
    .order_by(addresses.c.sequence)
)
_SOURCES = (
    select(sources)
    .where(sources.c.account_id.in_(bindparam("ids", expanding=True)))
    .order_by(sources.c.sequence)
)

Account = dict[str, Any]
"""The columns of an account, `nb_messages`, `nb_files`, `email_addresses` and `sources`."""


def add(connection: Connection, consumer_key: str, form: Mapping[str, Any], now: int) -> str:
    """Create an account from `email`, `first_name` and `last_name` of a form, and return its id."""
    identifier = secrets.token_hex(12)
    row = {
        "id": identifier,
        "consumer_key": consumer_key,
        "username": f"{form['email'].replace('@', '.')[:_MAX_USERNAME]}_{secrets.token_hex(8)}",
        "created": now,
        "first_name": form.get("first_name", ""),
        "last_name": form.get("last_name", ""),
    }
    connection.execute(_ADD, row)
    add_address(connection, identifier, form["email"])
    return identifier


def add_address(connection: Connection, account_id: str, email: str) -> None:
    """Add a mail address to an account, unless the account has it in whatever letter case."""
    row = {"account_id": account_id, "email": email, "folded": email.lower()}
    if connection.scalar(_HAS_ADDRESS, {"account_id": account_id, "folded": row["folded"]}) is None:
        connection.execute(_ADD_ADDRESS, row)


def add_source(connection: Connection, account_id: str, email: str, columns: dict[str, Any]) -> RowMapping:
    """Attach a source to an account, and add the address of its mailbox to those of the account."""
    add_address(connection, account_id, email)
    return stored_sources.add(connection, account_id, email, columns)


def rename(connection: Connection, account_id: str, names: dict[str, str]) -> None:
    """Set `first_name`, `last_name` or both."""
    if names:
        connection.execute(_RENAME, {"account_id": account_id, **names})


def remove(connection: Connection, account_id: str) -> None:
    """Delete an account with its addresses, sources and tokens."""
    connection.execute(_REMOVE, {"account_id": account_id})


def is_owned(connection: Connection, consumer_key: str, account_id: str) -> bool:
    """Return whether a consumer key has an account."""
    values = {"account_id": account_id, "consumer_key": consumer_key}
    return connection.scalar(_OWNED, values) is not None


def get(connection: Connection, consumer_key: str, account_id: str) -> Account | None:
    """Return an account of a consumer key; None if the key has no such account."""
    rows = connection.execute(_BY_ID, {"account_id": account_id, "consumer_key": consumer_key})
    return next(iter(_assemble(connection, rows)), None)


def get_many(connection: Connection, ids: Collection[str]) -> dict[str, Account]:
    """Return accounts by id, whatever consumer key they belong to."""
    rows = connection.execute(_BY_IDS, {"ids": list(ids)})
    return {account["id"]: account for account in _assemble(connection, rows)}


def list_selected(connection: Connection, consumer_key: str, selection: Selection) -> list[Account]:
    """Return the selected accounts of a consumer key, oldest first."""
    rows = selection.execute(connection, _IN_ORDER, {"consumer_key": consumer_key})
    return _assemble(connection, rows, selection.narrowing.get("sources", ()))


def _assemble(
    connection: Connection, result: CursorResult[Any], shown_sources: Conditions = ()
) -> list[Account]:
    """Return the accounts of rows of `_ACCOUNTS`, with their addresses and sources."""
    rows = result.mappings().all()
    if not rows:
        return []
    ids = {"ids": [row["id"] for row in rows]}
    addresses_of, sources_of = defaultdict(list), defaultdict(list)
    for account_id, email in connection.execute(_ADDRESSES, ids):
        addresses_of[account_id].append(email)
    query = _SOURCES.where(*shown_sources) if shown_sources else _SOURCES
    for source in connection.execute(query, ids).mappings():
        sources_of[source["account_id"]].append(source)
    return [
        {**row, "email_addresses": addresses_of[row["id"]], "sources": sources_of[row["id"]]} for row in rows
    ]
