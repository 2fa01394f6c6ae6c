"""Accounts and their mail addresses."""

from __future__ import annotations

import secrets
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from contextio_contract.server.db import sources as stored_sources
from contextio_contract.server.db.tables import accounts, addresses, sources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.selection import Conditions, Selection

_MAX_USERNAME = 200


def _total(column: ColumnElement[int]) -> Any:
    query = select(func.coalesce(func.sum(column), 0)).where(sources.c.account_id == accounts.c.id)
    return query.scalar_subquery()


_ACCOUNTS = select(
    accounts,
    _total(sources.c.nb_messages).label("nb_messages"),
    _total(sources.c.nb_files).label("nb_files"),
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
    connection.execute(insert(accounts), row)
    add_address(connection, identifier, form["email"])
    return identifier


def add_address(connection: Connection, account_id: str, email: str) -> None:
    """Add a mail address to an account, unless the account has it in whatever letter case."""
    row = {"account_id": account_id, "email": email, "folded": email.lower()}
    query = select(addresses.c.sequence).where(
        addresses.c.account_id == account_id, addresses.c.folded == row["folded"]
    )
    if connection.scalar(query) is None:
        connection.execute(insert(addresses), row)


def add_source(connection: Connection, account_id: str, email: str, columns: dict[str, Any]) -> RowMapping:
    """Attach a source to an account, and add the address of its mailbox to those of the account."""
    add_address(connection, account_id, email)
    return stored_sources.add(connection, account_id, email, columns)


def rename(connection: Connection, account_id: str, names: dict[str, str]) -> None:
    """Set `first_name`, `last_name` or both."""
    if names:
        connection.execute(update(accounts).where(accounts.c.id == account_id).values(names))


def remove(connection: Connection, account_id: str) -> None:
    """Delete an account with its addresses, sources and tokens."""
    connection.execute(delete(accounts).where(accounts.c.id == account_id))


def is_owned(connection: Connection, consumer_key: str, account_id: str) -> bool:
    """Return whether a consumer key has an account."""
    query = select(accounts.c.sequence).where(
        accounts.c.id == account_id, accounts.c.consumer_key == consumer_key
    )
    return connection.scalar(query) is not None


def get(connection: Connection, consumer_key: str, account_id: str) -> Account | None:
    """Return an account of a consumer key; None if the key has no such account."""
    query = _ACCOUNTS.where(accounts.c.id == account_id, accounts.c.consumer_key == consumer_key)
    return next(iter(_assemble(connection, query)), None)


def get_many(connection: Connection, ids: Collection[str]) -> dict[str, Account]:
    """Return accounts by id, whatever consumer key they belong to."""
    query = _ACCOUNTS.where(accounts.c.id.in_(ids))
    return {account["id"]: account for account in _assemble(connection, query)}


def list_selected(connection: Connection, consumer_key: str, selection: Selection) -> list[Account]:
    """Return the selected accounts of a consumer key, oldest first."""
    query = _ACCOUNTS.where(accounts.c.consumer_key == consumer_key).order_by(accounts.c.sequence)
    return _assemble(connection, selection.apply(query), selection.narrowing.get("sources", ()))


def _assemble(connection: Connection, query: Select[Any], shown_sources: Conditions = ()) -> list[Account]:
    rows = connection.execute(query).mappings().all()
    ids = [row["id"] for row in rows]
    addresses_of, sources_of = defaultdict(list), defaultdict(list)
    query = select(addresses).where(addresses.c.account_id.in_(ids)).order_by(addresses.c.sequence)
    for address in connection.execute(query).mappings():
        addresses_of[address["account_id"]].append(address["email"])
    query = select(sources).where(sources.c.account_id.in_(ids), *shown_sources).order_by(sources.c.sequence)
    for source in connection.execute(query).mappings():
        sources_of[source["account_id"]].append(source)
    return [
        {**row, "email_addresses": addresses_of[row["id"]], "sources": sources_of[row["id"]]} for row in rows
    ]
