"""Accounts and their mail addresses."""

from __future__ import annotations

import secrets
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, bindparam, cast, exists, func, insert, select

from contextio_contract.server.db import sources as stored_sources
from contextio_contract.server.db.tables import accounts, addresses, sources
from contextio_contract.server.db.tenancy import (
    KEY,
    delete_own,
    of_account,
    of_key,
    select_own,
    update_own,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import BindParameter, ColumnElement, FromClause, Select
    from sqlalchemy.engine import Connection, CursorResult, RowMapping

    from contextio_contract.server.db.selection import Conditions, Selection

MAX_ADDRESS: Final = 320
"""Characters of a mail address (RFC 5321, section 4.5.3.1); many more do not fit into an index."""
_MAX_USERNAME = 200


_MOST: Final = 500
"""Accounts that are read by one statement; databases bound how many parameters it has."""


def _total(column: ColumnElement[int]) -> Any:
    total = cast(func.sum(column), BigInteger)  # PostgreSQL sums as NUMERIC
    query = select(func.coalesce(total, 0)).where(
        sources.c.consumer_key == accounts.c.consumer_key, sources.c.account_sequence == accounts.c.sequence
    )
    return query.scalar_subquery()


_SEQUENCE: Final = accounts.c.sequence
_OWNED = select_own(accounts, _SEQUENCE).where(accounts.c.id == bindparam("account_id"))
_LOCKED = _OWNED.with_for_update()
_ACCOUNTS = select_own(
    accounts,
    accounts,
    _total(sources.c.nb_messages).label("nb_messages"),
    _total(sources.c.nb_files).label("nb_files"),
)
_ANY = select_own(accounts, _SEQUENCE).limit(1)
_NUMBERS: Final[BindParameter[Any]] = bindparam("numbers", expanding=True)
_BY_NUMBERS = _ACCOUNTS.where(_SEQUENCE.in_(_NUMBERS))
_ADD = insert(accounts).returning(_SEQUENCE)
_RENAME = update_own(accounts).where(accounts.c.id == bindparam("account_id"))
_REMOVE = delete_own(accounts).where(accounts.c.id == bindparam("account_id"))
_ADD_ADDRESS = insert(addresses)
_HAS_ADDRESS = select_own(addresses, addresses.c.sequence).where(
    of_account(addresses), addresses.c.folded == bindparam("folded")
)
_ADDRESSES = (
    select_own(addresses, addresses.c.account_sequence, addresses.c.email)
    .where(addresses.c.account_sequence.in_(_NUMBERS))
    .order_by(addresses.c.sequence)
)
_SOURCES = select_own(sources).where(sources.c.account_sequence.in_(_NUMBERS)).order_by(sources.c.sequence)

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
    owner = {
        "account_id": identifier,
        "consumer_key": consumer_key,
        "account_sequence": connection.scalar(_ADD, row),
    }
    _add_address(connection, owner, form["email"])
    return identifier


def add_source(
    connection: Connection, consumer_key: str, account_id: str, email: str, columns: dict[str, Any]
) -> RowMapping:
    """Attach a source to an account that is locked, and add the address of its mailbox to the account's."""
    values = {KEY: consumer_key, "account_id": account_id}
    owner = {
        "account_id": account_id,
        "consumer_key": consumer_key,
        "account_sequence": connection.scalar(_OWNED, values),
    }
    if connection.scalar(_HAS_ADDRESS, {**values, "folded": email.lower()}) is None:
        _add_address(connection, owner, email)
    return stored_sources.add(connection, owner, email, columns)


def rename(connection: Connection, consumer_key: str, account_id: str, names: dict[str, str]) -> None:
    """Set `first_name`, `last_name` or both."""
    if names:
        connection.execute(_RENAME, {KEY: consumer_key, "account_id": account_id, **names})


def remove(connection: Connection, consumer_key: str, account_id: str) -> None:
    """Delete an account with its addresses, sources and tokens."""
    connection.execute(_REMOVE, {KEY: consumer_key, "account_id": account_id})


def is_owned(connection: Connection, consumer_key: str, account_id: str) -> bool:
    """Return whether a consumer key has an account."""
    return connection.scalar(_OWNED, {KEY: consumer_key, "account_id": account_id}) is not None


def has_any(connection: Connection, consumer_key: str) -> bool:
    """Return whether a consumer key has accounts."""
    return connection.scalar(_ANY, {KEY: consumer_key}) is not None


def lock(connection: Connection, consumer_key: str, account_id: str) -> bool:
    """Let no other transaction change an account; return whether the consumer key has it.

    What changes an account, or what belongs to it, begins with this.
    """
    return connection.scalar(_LOCKED, {KEY: consumer_key, "account_id": account_id}) is not None


def get_many(
    connection: Connection, consumer_key: str, numbers: Collection[int], shown_sources: Conditions = ()
) -> dict[str, Account]:
    """Return accounts of a consumer key with these sequence numbers, by id, with sources that show."""
    accounts_by_id: dict[str, Account] = {}
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _MOST):
        values = {KEY: consumer_key, "numbers": ordered[start : start + _MOST]}
        rows = connection.execute(_BY_NUMBERS, values)
        accounts_by_id |= {
            each["id"]: each for each in _assemble(connection, consumer_key, rows, shown_sources)
        }
    return accounts_by_id


def select_positions(selection: Selection) -> Select[Any]:
    """Return the query for the sequence numbers of the accounts that are selected, in their order.

    It goes through an index of the table that the first filter looks at, so that it ends once a page is full.
    Without filters it begins with the sequence number of the parameter `first`.
    """
    rows: FromClause = accounts
    conditions, others = selection.conditions, selection.related
    if others and not conditions:
        rows, conditions, others = others[0].rows, others[0].conditions, others[1:]
    position = rows.c.sequence if rows is accounts else rows.c.account_sequence
    query = select_own(rows, position).where(*conditions)
    if selection.is_everything:
        query = query.where(position >= bindparam("first"))
    for other in others:
        is_of_account = other.rows.c.account_sequence == position
        query = query.where(exists().where(of_key(other.rows), is_of_account, *other.conditions))
    return query.distinct().order_by(position)


def _add_address(connection: Connection, owner: Mapping[str, Any], email: str) -> None:
    connection.execute(_ADD_ADDRESS, {**owner, "email": email, "folded": email.lower()})


def _assemble(
    connection: Connection, consumer_key: str, result: CursorResult[Any], shown_sources: Conditions = ()
) -> list[Account]:
    """Return the accounts of rows of `_ACCOUNTS`, with their addresses and sources."""
    rows = result.mappings().all()
    if not rows:
        return []
    values = {KEY: consumer_key, "numbers": [row["sequence"] for row in rows]}
    addresses_of, sources_of = defaultdict(list), defaultdict(list)
    for number, email in connection.execute(_ADDRESSES, values):
        addresses_of[number].append(email)
    query = _SOURCES.where(*shown_sources) if shown_sources else _SOURCES
    for source in connection.execute(query, values).mappings():
        sources_of[source["account_sequence"]].append(source)
    return [
        {
            **row,
            "email_addresses": addresses_of[row["sequence"]],
            "sources": sources_of[row["sequence"]],
        }
        for row in rows
    ]
