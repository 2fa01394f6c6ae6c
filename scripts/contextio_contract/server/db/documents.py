"""Accounts as JSON that is ready to be sent, beside their rows.

Triggers of the database clear the document of an account with every change of the account, its addresses or
its sources; it is made again when it is read. An edition says how documents are made: of another version of
the server, or of the description, none is taken.

Transactions lock documents last, after the rows of which they are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import and_, bindparam, case, exists, false, func, literal, not_, select, update

from contextio_contract.server.db.accounts import select_positions
from contextio_contract.server.db.positions import BLOCK, find_start
from contextio_contract.server.db.query import Query
from contextio_contract.server.db.selection import paged
from contextio_contract.server.db.tables import account_documents as documents
from contextio_contract.server.db.tables import accounts, sources
from contextio_contract.server.db.tenancy import KEY, of_key, select_own

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.selection import Selection

_SEQUENCE: Final = documents.c.sequence
_CURRENT: Final = case((documents.c.edition == bindparam("of_edition"), documents.c.content))
_OF_ACCOUNT: Final = Query(
    select_own(accounts, accounts.c.sequence, _CURRENT, literal(value=False))
    .join(documents, accounts.c.sequence == _SEQUENCE)
    .where(accounts.c.id == bindparam("account_id"))
)
_LOCK: Final = (
    select(_SEQUENCE)
    .where(_SEQUENCE.in_(bindparam("numbers", expanding=True)))
    .order_by(_SEQUENCE)
    .with_for_update()
)
_STORE: Final = update(documents).where(documents.c.sequence == bindparam("of_sequence"))


class Document(NamedTuple):
    """The document of an account.

    Attributes:
        sequence: the sequence number of the account.
        content: the JSON; None if it is yet to be made.
        is_narrowed: whether the account is to be shown without some of its sources, so not as it is here.
    """

    sequence: int
    content: str | None
    is_narrowed: bool


@dataclass(frozen=True)
class Pages:
    """The pages of a list: the queries for the documents that are selected, whatever the window is.

    Attributes:
        on_sqlite: the query for SQLite.
        on_postgresql: the query for PostgreSQL.
        is_everything: whether all accounts of the consumer key are selected.
    """

    on_sqlite: Query
    on_postgresql: Query
    is_everything: bool


def read(database: Database, consumer_key: str, account_id: str, edition: str) -> Document | None:
    """Return the document of an account; None if the consumer key has no such account."""
    values = {KEY: consumer_key, "account_id": account_id, "of_edition": edition}
    rows = _OF_ACCOUNT.fetch(database, values)
    return Document(*rows[0]) if rows else None


def select_pages(selection: Selection) -> Pages:
    """Return the queries for the pages of what a selection selects, with any window."""
    positions = select_positions(selection)
    narrowing = selection.narrowing.get("sources", ())
    is_shown = func.coalesce(and_(*narrowing), false()) if narrowing else None
    is_narrowed: Any = literal(value=False)
    if is_shown is not None:
        of_account = sources.c.account_sequence == _SEQUENCE
        is_narrowed = exists().where(of_key(sources), of_account, not_(is_shown))

    def query(*, is_literal: bool) -> Query:
        page: Select[Any] = paged(positions, is_literal=is_literal)
        statement = select(_SEQUENCE, _CURRENT, is_narrowed).where(_SEQUENCE.in_(page))
        return Query(statement.order_by(_SEQUENCE))

    return Pages(query(is_literal=False), query(is_literal=True), selection.is_everything)


def read_page(
    database: Database, consumer_key: str, pages: Pages, window: Mapping[str, int], edition: str
) -> list[Document]:
    """Return the documents of a page of accounts of a consumer key, oldest account first."""
    query = pages.on_sqlite if database.is_sqlite else pages.on_postgresql
    values = {KEY: consumer_key, "of_edition": edition, "first": 0, **window}
    if pages.is_everything and window["offset"] >= BLOCK:
        values["first"], values["offset"] = find_start(database, consumer_key, window["offset"])
    return [Document(*row) for row in query.fetch(database, values)]


def lock(connection: Connection, numbers: Collection[int]) -> None:
    """Let what changes accounts with these sequence numbers wait to clear their documents."""
    connection.execute(_LOCK, {"numbers": [*numbers]})


def store(connection: Connection, edition: str, contents: Mapping[int, str]) -> None:
    """Store the documents of accounts that are locked, by sequence number."""
    rows = [
        {"of_sequence": sequence, "edition": edition, "content": text} for sequence, text in contents.items()
    ]
    if rows:
        connection.execute(_STORE, rows)
