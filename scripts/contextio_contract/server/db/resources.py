"""Resources of any kind: fields by name, stored under the path of their collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, or_, select, update

from contextio_contract.server.db.tables import resources

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.database import Database


class ResourceStore:
    """Stores resources, each in a transaction of its own; every consumer key sees only its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, consumer_key: str, collection: str) -> Sequence[RowMapping]:
        """Return the resources of a collection, oldest first."""
        query = select(resources).where(
            resources.c.consumer_key == consumer_key, resources.c.collection == collection
        )
        with self._database.transaction() as connection:
            return connection.execute(query.order_by(resources.c.sequence)).mappings().all()

    def get(self, consumer_key: str, collection: str, name: str) -> RowMapping | None:
        """Return a resource; None if there is none of this name."""
        with self._database.transaction() as connection:
            return _row(connection, consumer_key, collection, name)

    def add(
        self, consumer_key: str, collection: str, name: str, fields: Mapping[str, Any], now: int
    ) -> RowMapping | None:
        """Store a new resource and return it; None if there is one of this name."""
        row = {"consumer_key": consumer_key, "collection": collection, "name": name, "fields": dict(fields)}
        statement = insert(resources).values(created=now, updated=now, **row).returning(resources)
        with self._database.transaction() as connection:
            if _row(connection, consumer_key, collection, name):
                return None
            return connection.execute(statement).mappings().one()

    def update(
        self, consumer_key: str, collection: str, name: str, fields: Mapping[str, Any], now: int
    ) -> RowMapping | None:
        """Set some fields of a resource and return it; None if there is none of this name."""
        with self._database.transaction() as connection:
            row = _row(connection, consumer_key, collection, name)
            if row is None:
                return None
            statement = update(resources).where(resources.c.sequence == row["sequence"])
            changed = statement.values(fields={**row["fields"], **fields}, updated=now)
            return connection.execute(changed.returning(resources)).mappings().one()

    def delete(self, consumer_key: str, collection: str, name: str, path: str) -> RowMapping | None:
        """Delete a resource with everything below its path; return it, or None without one of this name."""
        # Not LIKE, which SQLite compares without regard to case.
        below = func.substr(resources.c.collection, 1, len(path) + 1) == f"{path}/"
        named = (resources.c.collection == collection) & (resources.c.name == name)
        statement = delete(resources).where(resources.c.consumer_key == consumer_key, or_(named, below))
        with self._database.transaction() as connection:
            row = _row(connection, consumer_key, collection, name)
            connection.execute(statement)
        return row


def _row(connection: Connection, consumer_key: str, collection: str, name: str) -> RowMapping | None:
    query = select(resources).where(
        resources.c.consumer_key == consumer_key,
        resources.c.collection == collection,
        resources.c.name == name,
    )
    return connection.execute(query).mappings().one_or_none()
