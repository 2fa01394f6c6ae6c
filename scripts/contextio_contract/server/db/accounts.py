"""Accounts and their mail addresses."""

from __future__ import annotations

import secrets
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, delete, exists, func, insert, select, update

from contextio_contract.server.db import sources as stored_sources
from contextio_contract.server.db.tables import accounts, addresses, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.sources import StatusFilter

_MAX_USERNAME = 200
_MAX_OFFSET = 2**63 - 1

# Every read of an account asks these, and to build a statement takes longer than to run it.
_ONE = select(accounts).where(
    accounts.c.id == bindparam("id"), accounts.c.consumer_key == bindparam("consumer_key")
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


@dataclass(frozen=True)
class Account:
    """An account with what hangs on it.

    Attributes:
        row: its own columns.
        addresses: its mail addresses in the order they were added.
        sources: the sources that count, oldest first.
        nb_messages: messages in all of its sources, also in those that do not count.
        nb_files: files in all of its sources.
    """

    row: RowMapping
    addresses: Sequence[str]
    sources: Sequence[RowMapping]
    nb_messages: int
    nb_files: int


class Person(NamedTuple):
    """Whom an account stands for."""

    email: str
    first_name: str = ""
    last_name: str = ""


def add(connection: Connection, consumer_key: str, person: Person, now: int) -> str:
    """Make an account created `now` and return its identifier."""
    identifier = secrets.token_hex(12)
    row = {
        "id": identifier,
        "consumer_key": consumer_key,
        "username": f"{person.email.replace('@', '.')[:_MAX_USERNAME]}_{secrets.token_hex(8)}",
        "created": now,
        "first_name": person.first_name,
        "last_name": person.last_name,
    }
    connection.execute(insert(accounts), row)
    add_address(connection, identifier, person.email)
    return identifier


def add_address(connection: Connection, account_id: str, email: str) -> None:
    """Add a mail address to an account unless it is there, in whatever letter case."""
    row = {"account_id": account_id, "email": email, "folded": email.lower()}
    there = select(addresses.c.sequence).where(
        addresses.c.account_id == account_id, addresses.c.folded == row["folded"]
    )
    if connection.scalar(there) is None:
        connection.execute(insert(addresses), row)


def rename(connection: Connection, account_id: str, names: dict[str, str]) -> None:
    """Set `first_name`, `last_name` or both."""
    if names:
        connection.execute(update(accounts).where(accounts.c.id == account_id).values(names))


def remove(connection: Connection, account_id: str) -> None:
    """Remove an account; its addresses, sources and tokens go with it."""
    connection.execute(delete(accounts).where(accounts.c.id == account_id))


def owned(connection: Connection, consumer_key: str, account_id: str) -> bool:
    """Tell whether a consumer key has an account."""
    query = select(accounts.c.sequence).where(
        accounts.c.id == account_id, accounts.c.consumer_key == consumer_key
    )
    return connection.scalar(query) is not None


def count(connection: Connection, consumer_key: str) -> int:
    """Return how many accounts a consumer key has."""
    query = select(func.count()).select_from(accounts).where(accounts.c.consumer_key == consumer_key)
    return connection.scalar(query) or 0


def get(connection: Connection, consumer_key: str, account_id: str) -> Account | None:
    """Return an account of a consumer key with all its sources."""
    rows = connection.execute(_ONE, {"id": account_id, "consumer_key": consumer_key}).mappings().all()
    found = _with_parts(connection, rows)
    return found[0] if found else None


def by_ids(connection: Connection, ids: set[str]) -> dict[str, Account]:
    """Return accounts with all their sources, by identifier."""
    rows = connection.execute(select(accounts).where(accounts.c.id.in_(ids))).mappings().all()
    return {account.row["id"]: account for account in _with_parts(connection, rows)}


def page(  # noqa: PLR0913 - the documented filters
    connection: Connection,
    consumer_key: str,
    *,
    email: str | None,
    status: StatusFilter,
    limit: int,
    offset: int,
) -> list[Account]:
    """Return one page of a consumer key's accounts, oldest first.

    Args:
        connection: where to read.
        consumer_key: whose accounts.
        email: an address that must be among those of the account, letter case aside.
        status: which sources count; accounts without any such are left out.
        limit: how many at most.
        offset: how many to skip.
    """
    query = select(accounts).where(accounts.c.consumer_key == consumer_key)
    if email is not None:
        query = query.where(
            exists().where(addresses.c.account_id == accounts.c.id, addresses.c.folded == email.lower())
        )
    conditions = status.conditions()
    if conditions:
        query = query.where(exists().where(sources.c.account_id == accounts.c.id, *conditions))
    query = query.order_by(accounts.c.sequence).limit(limit).offset(min(offset, _MAX_OFFSET))
    return _with_parts(connection, connection.execute(query).mappings().all(), status)


def _with_parts(
    connection: Connection, rows: Sequence[RowMapping], status: StatusFilter = stored_sources.ANY_STATUS
) -> list[Account]:
    ids = [row["id"] for row in rows]
    if not ids:
        return []
    parts: dict[str, dict[str, Any]] = defaultdict(
        lambda: {"addresses": [], "sources": [], "files": 0, "messages": 0}
    )
    for account_id, email in connection.execute(_ADDRESSES, {"ids": ids}):
        parts[account_id]["addresses"].append(email)
    for source in connection.execute(_SOURCES, {"ids": ids}).mappings():
        part = parts[source["account_id"]]
        part["messages"] += source["nb_messages"]
        part["files"] += source["nb_files"]
        if status.admits(source["status"]):
            part["sources"].append(source)
    return [
        Account(
            row=row,
            addresses=parts[row["id"]]["addresses"],
            sources=parts[row["id"]]["sources"],
            nb_messages=parts[row["id"]]["messages"],
            nb_files=parts[row["id"]]["files"],
        )
        for row in rows
    ]
