"""Rows of one consumer key: every query that a signed call causes starts here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select, update

from contextio_contract.server.db.tables import accounts

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Delete, FromClause, Select, Table, Update

KEY: Final = "of_key"
"""The parameter that takes the consumer key; updates cannot have one with the name of a column."""


def of_key(table: FromClause) -> ColumnElement[bool]:
    """Return the condition that a row belongs to the consumer key of the parameter `of_key`."""
    return table.c.consumer_key == bindparam(KEY)


def of_account(table: Table) -> ColumnElement[bool]:
    """Return the condition that a row belongs to the account of the parameter `account_id`, of that key."""
    # By number, not by id: SQLite would otherwise look through all rows of the key.
    account = select_own(accounts, accounts.c.sequence).where(accounts.c.id == bindparam("account_id"))
    return table.c.account_sequence == account.scalar_subquery()


def select_own(table: FromClause, *columns: Any) -> Select[Any]:
    """Return a query for rows of a consumer key, with all columns of the table or with these."""
    return select(*columns or (table,)).where(of_key(table))


def update_own(table: Table) -> Update:
    """Return a change of rows of a consumer key."""
    return update(table).where(of_key(table))


def delete_own(table: Table) -> Delete:
    """Return a deletion of rows of a consumer key."""
    return delete(table).where(of_key(table))
