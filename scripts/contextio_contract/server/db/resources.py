"""Elements of collections, whatever they are: fields by name, kept under the path of the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, or_, select, update

from contextio_contract.server.db.tables import things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.engine import Connection, RowMapping


def add(connection: Connection, row: dict[str, Any]) -> bool:
    """Keep an element, given the columns of the table `things`.

    Returns:
        False when the collection has an element of this name already.
    """
    if get(connection, row["consumer_key"], row["collection"], row["name"]):
        return False
    connection.execute(insert(things), row)
    return True


def get(connection: Connection, consumer_key: str, collection: str, name: str) -> RowMapping | None:
    """Return an element of a collection."""
    query = select(things).where(
        things.c.consumer_key == consumer_key, things.c.collection == collection, things.c.name == name
    )
    return connection.execute(query).mappings().one_or_none()


def listed(connection: Connection, consumer_key: str, collection: str) -> Sequence[RowMapping]:
    """Return the elements of a collection, oldest first."""
    query = select(things).where(things.c.consumer_key == consumer_key, things.c.collection == collection)
    return connection.execute(query.order_by(things.c.sequence)).mappings().all()


def change(connection: Connection, sequence: int, fields: dict[str, Any], now: int) -> None:
    """Set all fields of an element."""
    connection.execute(update(things).where(things.c.sequence == sequence).values(fields=fields, updated=now))


def remove(connection: Connection, consumer_key: str, collection: str, name: str, path: str) -> None:
    """Remove an element with everything below it.

    Args:
        connection: where to write.
        consumer_key: whose element.
        collection: path of the collection.
        name: the element's name.
        path: path of the element.
    """
    # Not LIKE, which SQLite compares without regard to case.
    below = func.substr(things.c.collection, 1, len(path) + 1) == f"{path}/"
    named = (things.c.collection == collection) & (things.c.name == name)
    connection.execute(delete(things).where(things.c.consumer_key == consumer_key, or_(named, below)))
