"""Fields that the description gives to elements and that the handlers written for them do not know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.server.db import resources
from contextio_contract.server.http.routing import filled

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.http.routing import Operation
    from contextio_contract.server.mock.collections import Collection
    from contextio_contract.server.mock.parents import Places


class Further:
    """Keeps such fields, and adds them to what the handlers answer.

    A field counts when a form of the collection and the answer to reading an element both have it, and
    the handlers never answer it. It is kept when it is sent, and goes when the element goes. Deprecated
    fields of forms stay without effect.
    """

    def __init__(self, collection: Collection, places: Places) -> None:
        """Take a collection that has handlers, and what finds its elements."""
        self._collection = collection
        self._places = places
        self._handled: set[str] = set()
        shown = collection.reads.answer.body.properties if collection.reads else {}
        self._fields = {
            name
            for operation in collection.operations
            for name, node in operation.form.fields.items()
            if name in shown and not node.get("deprecated") and node.get("format") != "password"
        }

    def extend(self, handlers: MutableMapping[str, Handler]) -> None:
        """Put itself around the handlers of the collection."""
        collection = self._collection

        def put(operation: Operation | None, around: Any) -> None:
            if operation and operation.name in handlers:
                handler = handlers[operation.name]
                handlers[operation.name] = lambda call: around(handler, call)

        put(collection.lists, self._list)
        put(collection.creates, self._create)
        put(collection.reads, self._read)
        for operation in collection.changes:
            put(operation, self._change)
        put(collection.deletes, self._delete)

    def _list(self, handler: Handler, call: Call) -> Any:
        return self._extended(handler(call), call)

    def _read(self, handler: Handler, call: Call) -> Any:
        return self._extended([handler(call)], call)[0]

    def _create(self, handler: Handler, call: Call) -> Any:
        answer = handler(call)
        name = next((str(answer[field]) for field in self._collection.fields if field in answer), None)
        if name:
            self._keep(replace(call, path={**call.path, self._parameter: name}))
        return answer

    def _change(self, handler: Handler, call: Call) -> Any:
        answer = handler(call)
        self._keep(call)
        return answer

    def _delete(self, handler: Handler, call: Call) -> Any:
        values = self._places.at(self._collection.element, call)
        answer = handler(call)
        place, path = (filled(each, values) for each in (self._collection.path, self._collection.element))
        with call.services.database.transaction() as connection:
            resources.remove(connection, call.consumer_key, place, values[self._parameter], path)
        return answer

    @property
    def _parameter(self) -> str:
        return str(self._collection.parameter)

    def _keep(self, call: Call) -> None:
        if not self._unhandled(call):
            return
        values = self._places.at(self._collection.element, call)  # which also shows what is handled
        place, name = filled(self._collection.path, values), values[self._parameter]
        fields, now = self._unhandled(call), call.services.clock()
        row = {"consumer_key": call.consumer_key, "collection": place, "name": name}
        with call.services.database.transaction() as connection:
            there = resources.get(connection, call.consumer_key, place, name)
            if there:
                resources.change(connection, there["sequence"], {**there["fields"], **fields}, now)
            else:
                resources.add(connection, {**row, "created": now, "updated": now, "fields": fields})

    def _unhandled(self, call: Call) -> dict[str, Any]:
        return {name: call.form[name] for name in self._fields - self._handled if name in call.form}

    def _extended(self, contents: list[dict[str, Any]], call: Call) -> list[dict[str, Any]]:
        self._handled |= {name for content in contents for name in content}
        body = self._collection.reads.answer.body if self._collection.reads else None
        if body is None or not contents or self._fields <= self._handled:
            return contents
        place = filled(self._collection.path, self._places.above(self._collection.path, call))
        with call.services.database.transaction() as connection:
            rows = {
                row["name"]: row["fields"] for row in resources.listed(connection, call.consumer_key, place)
            }
        return [{**body.fitting(self._of(content, rows)), **content} for content in contents]

    def _of(self, content: Mapping[str, Any], rows: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
        name = next((str(content[field]) for field in self._collection.fields if field in content), "")
        return rows.get(name, {})
