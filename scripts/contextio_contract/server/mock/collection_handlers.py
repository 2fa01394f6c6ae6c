"""The handlers of collections that nobody wrote handlers for: elements are kept as they are sent."""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import resources
from contextio_contract.server.http.errors import RefusedError, unknown
from contextio_contract.server.http.routing import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.http.routing import Operation
    from contextio_contract.server.mock.collections import Collection
    from contextio_contract.server.mock.parents import Places

_CREATED: Final = ("created", "created_at", "date_created")
_UPDATED: Final = ("updated", "updated_at", "modified", "modified_at", "date_modified")
"""Fields that hold the time of creation and of the last change, unless they are sent."""

_UNFIT: Final = frozenset({"", ".", ".."})
"""Names that no path can have as a segment."""

_MAX_NUMBER: Final = 10**9
_MAX_PAGE: Final = 10_000


class Things:
    """The elements of one collection.

    An element has the fields that were sent with it, apart from passwords. An answer shows those that
    its schema has, and besides the element's name, its `resource_url` and its times where the schema
    asks for them. A name that is not sent is made; it stays when the element is changed.

    A list has the oldest first. It is narrowed by those parameters of the query that are fields, and
    divided into pages where the operation has `x-paging`.
    """

    def __init__(self, collection: Collection, places: Places) -> None:
        """Take the collection, and what finds the elements that it lies below."""
        self._collection = collection
        self._places = places

    def handlers(self) -> Iterator[tuple[str, Handler]]:
        """Give the handler of each operation by operationId."""
        collection = self._collection
        parts: list[tuple[Operation | None, Callable[[Operation, Call], Any]]] = [
            (collection.lists, self._list),
            (collection.creates, self._create),
            (collection.reads, self._read),
            *((operation, self._change) for operation in collection.changes),
            (collection.deletes, self._delete),
        ]
        for operation, carry_out in parts:
            if operation:
                yield operation.name, _bound(carry_out, operation)

    def _list(self, operation: Operation, call: Call) -> Any:
        values, place = self._place(call)
        with call.services.database.transaction() as connection:
            rows = resources.listed(connection, call.consumer_key, place)
        listed = operation.answer.listed
        paging = operation.node.get("x-paging", {})
        found = [self._known(call, values, row) for row in rows]
        wanted = {
            name: value
            for name, value in call.query.items()
            if listed and name in listed.properties and name not in paging.values()
        }
        found = [each for each in found if all(each.get(name) == value for name, value in wanted.items())]
        maximum = paging.get("maximum", _MAX_PAGE)
        start = _sent_or_default(operation, call, paging.get("offset"), 0)
        limit = min(_sent_or_default(operation, call, paging.get("limit"), maximum), maximum)
        elements = [listed.made_of(each) for each in found[start : start + limit]] if listed else []
        field = operation.answer.list_field
        return operation.answer.body.made_of({field: elements}) if field else elements

    def _create(self, operation: Operation, call: Call) -> Any:
        values, place = self._place(call)
        sent = next((str(call.form[name]) for name in self._collection.fields if name in call.form), None)
        if sent in _UNFIT:
            raise RefusedError(400, f"the name of a {self._collection.kind} must not be empty or dots alone")
        return self._add(operation, call, values, place, self._new_name() if sent is None else sent)

    def _read(self, operation: Operation, call: Call) -> Any:
        values, place = self._place(call)
        with call.services.database.transaction() as connection:
            row = self._require(connection, call, place)
        return operation.answer.body.made_of(self._known(call, values, row))

    def _change(self, operation: Operation, call: Call) -> Any:
        values, place = self._place(call)
        name = values[str(self._collection.parameter)]
        with call.services.database.transaction() as connection:
            row = resources.get(connection, call.consumer_key, place, name)
            if row:
                fields = {**row["fields"], **_kept(operation, call.form)}
                resources.change(connection, row["sequence"], fields, call.services.clock())
                row = resources.get(connection, call.consumer_key, place, name)
        if row:
            return operation.answer.body.made_of(self._known(call, values, row))
        if operation.method == "PUT" and self._collection.creates is None:
            return self._add(operation, call, values, place, name)
        raise unknown(name, self._collection.kind)

    def _delete(self, operation: Operation, call: Call) -> Any:
        values, place = self._place(call)
        path = filled(self._collection.element, values)
        with call.services.database.transaction() as connection:
            row = self._require(connection, call, place)
            resources.remove(connection, call.consumer_key, place, row["name"], path)
        return operation.answer.body.made_of(self._known(call, values, row))

    def _add(self, operation: Operation, call: Call, values: Mapping[str, str], place: str, name: str) -> Any:
        now = call.services.clock()
        defaults = {
            field: node["default"] for field, node in operation.form.fields.items() if "default" in node
        }
        row = {
            "consumer_key": call.consumer_key,
            "collection": place,
            "name": name,
            "created": now,
            "updated": now,
            "fields": {**defaults, **_kept(operation, call.form)},
        }
        with call.services.database.transaction() as connection:
            if not resources.add(connection, row):
                raise RefusedError(409, f"{self._collection.kind} {name[:100]} is there already")
        return operation.answer.body.made_of(self._known(call, values, row))

    def _place(self, call: Call) -> tuple[Mapping[str, str], str]:
        """Return the values of the path's parameters, and the path under which the elements are kept."""
        values = self._places.above(self._collection.path, call)
        return values, filled(self._collection.path, values)

    def _require(self, connection: Connection, call: Call, place: str) -> RowMapping:
        name = call.path[str(self._collection.parameter)]
        row = resources.get(connection, call.consumer_key, place, name)
        if row is None:
            raise unknown(name, self._collection.kind)
        return row

    def _known(
        self, call: Call, values: Mapping[str, str], row: RowMapping | Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return all that an answer can show of an element."""
        known = {
            "success": True,
            **dict.fromkeys(_CREATED, row["created"]),
            **dict.fromkeys(_UPDATED, row["updated"]),
            **row["fields"],
            **dict.fromkeys(self._collection.fields, row["name"]),
        }
        if self._collection.parameter:
            here = {**values, self._collection.parameter: row["name"]}
            known["resource_url"] = call.addresses.at(self._collection.element, here)
        return known

    def _new_name(self) -> str:
        """Return a name that the path and the bodies can have, if one of the usual kinds is such."""
        candidates = (secrets.token_hex(12), str(uuid.uuid4()), str(secrets.randbelow(_MAX_NUMBER) + 1))
        return next((name for name in candidates if self._fits(name)), candidates[0])

    def _fits(self, name: str) -> bool:
        operations = self._collection.operations
        bodies = [body for each in operations for body in (each.answer.body, each.answer.listed) if body]
        return all(each.segments.takes(str(self._collection.parameter), name) for each in operations) and all(
            body.fits(field, name) for body in bodies for field in self._collection.fields
        )


def _bound(carry_out: Callable[[Operation, Call], Any], operation: Operation) -> Handler:
    return lambda call: carry_out(operation, call)


def _sent_or_default(operation: Operation, call: Call, name: str | None, otherwise: int) -> int:
    described = operation.query.fields.get(name or "", {})
    return int(call.query.get(name or "", described.get("default", otherwise)))


def _kept(operation: Operation, form: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a form without those that must not be read back."""
    secret = {
        name
        for name, node in operation.form.fields.items()
        if node.get("format") == "password" or node.get("writeOnly")
    }
    return {name: value for name, value in form.items() if name not in secret}
