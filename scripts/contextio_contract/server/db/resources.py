"""Resources of any kind: fields by name, stored under the path of their collection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, or_, select, update

from contextio_contract.server.db.tables import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.database import Database


@dataclass(frozen=True)
class Resource:
    """A resource.

    Attributes:
        name: its name in the collection.
        created: when it was created, in seconds since 1970-01-01 UTC.
        updated: when it was last changed, likewise.
        fields: its fields.
    """

    name: str
    created: int
    updated: int
    fields: Mapping[str, Any]


class ResourceStore:
    """Stores resources, each in a transaction of its own; every consumer key sees only its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self, consumer_key: str, collection: str) -> list[Resource]:
        """Return the resources of a collection, oldest first."""
        query = select(resources).where(
            resources.c.consumer_key == consumer_key, resources.c.collection == collection
        )
        with self._database.transaction() as connection:
            rows = connection.execute(query.order_by(resources.c.sequence)).mappings().all()
        return [_resource(row) for row in rows]

    def get(self, consumer_key: str, collection: str, name: str) -> Resource | None:
        """Return a resource; None if there is none of this name."""
        with self._database.transaction() as connection:
            row = _row(connection, consumer_key, collection, name)
        return _resource(row) if row else None

    def add(
        self, consumer_key: str, collection: str, name: str, fields: Mapping[str, Any], now: int
    ) -> Resource | None:
        """Store a new resource and return it; None if there is one of this name."""
        values = {"consumer_key": consumer_key, "collection": collection, "name": name}
        with self._database.transaction() as connection:
            if _row(connection, consumer_key, collection, name):
                return None
            times = {"created": now, "updated": now}
            connection.execute(insert(resources), {**values, **times, "fields": dict(fields)})
        return Resource(name, now, now, fields)

    def update(
        self, consumer_key: str, collection: str, name: str, fields: Mapping[str, Any], now: int
    ) -> Resource | None:
        """Set some fields of a resource and return it; None if there is none of this name."""
        with self._database.transaction() as connection:
            row = _row(connection, consumer_key, collection, name)
            if row is None:
                return None
            merged = {**row["fields"], **fields}
            changed = update(resources).where(resources.c.sequence == row["sequence"])
            connection.execute(changed.values(fields=merged, updated=now))
        return Resource(name, row["created"], now, merged)

    def delete(self, consumer_key: str, collection: str, name: str, path: str) -> Resource | None:
        """Delete a resource with everything below it and return it; None if there is none of this name.

        Args:
            consumer_key: the key that it belongs to.
            collection: the path of the collection.
            name: the name of the resource.
            path: the path of the resource.
        """
        # Not LIKE, which SQLite compares without regard to case.
        below = func.substr(resources.c.collection, 1, len(path) + 1) == f"{path}/"
        named = (resources.c.collection == collection) & (resources.c.name == name)
        with self._database.transaction() as connection:
            row = _row(connection, consumer_key, collection, name)
            connection.execute(
                delete(resources).where(resources.c.consumer_key == consumer_key, or_(named, below))
            )
        return _resource(row) if row else None


def _row(connection: Connection, consumer_key: str, collection: str, name: str) -> RowMapping | None:
    query = select(resources).where(
        resources.c.consumer_key == consumer_key,
        resources.c.collection == collection,
        resources.c.name == name,
    )
    return connection.execute(query).mappings().one_or_none()


def _resource(row: RowMapping) -> Resource:
    return Resource(row["name"], row["created"], row["updated"], row["fields"])
