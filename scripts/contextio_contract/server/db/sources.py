"""Sources: the mailboxes of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

from contextio_contract.server.db.tables import accounts, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.engine import Connection, RowMapping

FIRST: Final = "0"
"""The label that stands for an account's first source (rule src-label-zero-alias)."""

WORKING: Final = "OK"
_MAX_LABEL = 200


@dataclass(frozen=True)
class StatusFilter:
    """Which sources count: `status` and `status_ok` as the documentation of both lists has them.

    Attributes:
        status: the state that a source must have, or None.
        working: whether its state must be `OK`, must be another, or None.
    """

    status: str | None = None
    working: bool | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return what a row of `sources` must fulfil."""
        conditions = []
        if self.status is not None:
            conditions.append(sources.c.status == self.status)
        if self.working is not None:
            conditions.append((sources.c.status == WORKING) == self.working)
        return conditions

    def admits(self, status: str) -> bool:
        """Tell whether a source in this state counts."""
        return self.status in {None, status} and self.working in {None, status == WORKING}


ANY_STATUS: Final = StatusFilter()


def add(connection: Connection, account_id: str, email: str, values: dict[str, Any]) -> RowMapping:
    """Attach a source to an account under a label of its own.

    Args:
        connection: where to write.
        account_id: the account.
        email: the mailbox's address, from which the label is made.
        values: columns of the table `sources`.
    """
    row = {"account_id": account_id, "label": _free_label(connection, account_id, email, values), **values}
    sequence = connection.scalar(insert(sources).values(row).returning(sources.c.sequence))
    return connection.execute(select(sources).where(sources.c.sequence == sequence)).mappings().one()


def _free_label(connection: Connection, account_id: str, email: str, values: dict[str, Any]) -> str:
    # A slash would need %2F in paths, which proxies like to decode.
    wanted = f"{email}::{values['server']}".replace("/", "_")[:_MAX_LABEL]
    taken = set(connection.scalars(select(sources.c.label).where(sources.c.account_id == account_id)))
    label, number = wanted, 1
    while label in taken:
        number += 1
        label = f"{wanted}::{number}"
    return label


def listed(connection: Connection, account_id: str, status: StatusFilter) -> Sequence[RowMapping]:
    """Return those sources of an account that count, oldest first."""
    query = select(sources).where(sources.c.account_id == account_id, *status.conditions())
    return connection.execute(query.order_by(sources.c.sequence)).mappings().all()


def get(connection: Connection, account_id: str, label: str) -> RowMapping | None:
    """Return a source of an account by its label, or its first one by the label `0`."""
    query = select(sources).where(sources.c.account_id == account_id)
    query = (
        query.order_by(sources.c.sequence).limit(1)
        if label == FIRST
        else query.where(sources.c.label == label)
    )
    return connection.execute(query).mappings().one_or_none()


def change(connection: Connection, sequence: int, values: dict[str, Any]) -> bool:
    """Set columns of a source; False when the source is no more."""
    if not values:
        return True
    done = connection.execute(update(sources).where(sources.c.sequence == sequence).values(values))
    return done.rowcount == 1


def remove(connection: Connection, sequence: int) -> None:
    """Detach a source."""
    connection.execute(delete(sources).where(sources.c.sequence == sequence))


def unsynchronised(connection: Connection) -> list[int]:
    """Return the sequence numbers of sources whose first synchronisation is not over."""
    return list(connection.scalars(select(sources.c.sequence).where(sources.c.synchronised.is_(False))))


def with_owner(connection: Connection, sequence: int) -> RowMapping | None:
    """Return a source together with the `consumer_key` of its account."""
    query = select(sources, accounts.c.consumer_key).join(accounts, accounts.c.id == sources.c.account_id)
    return connection.execute(query.where(sources.c.sequence == sequence)).mappings().one_or_none()
