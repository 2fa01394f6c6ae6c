"""Stores fields that are in the description but in no handler."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.resources import list_in
from contextio_contract.server.mock.bodies import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Collection, Operation
    from contextio_contract.server.db.resources import ResourceStore
    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.mock.parents import ParentResolver
    from contextio_contract.server.settings import Clock


class ExtraFields:
    """Adds extra fields to the handlers of a collection that were written by hand.

    A field is extra if a form of the collection and the response that reads a resource describe it, and
    the handler does not return it. It is stored when it is sent, and deleted with the resource.
    Deprecated and secret fields are not stored.
    """

    def __init__(
        self, collection: Collection, parents: ParentResolver, store: ResourceStore, clock: Clock
    ) -> None:
        self._collection = collection
        self._parents = parents
        self._store = store
        self._clock = clock
        self._body = body_of(collection.reads) if collection.reads else None
        self._names = {
            name
            for operation in collection.operations
            for name, schema in (operation.form.properties.items() if operation.form else ())
            if self._body and name in self._body.properties
            if not schema.get("deprecated") and not schema.is_secret
        }

    def wrap(self, handlers: Mapping[Operation, Handler]) -> Iterator[tuple[Operation, Handler]]:
        """Yield the operations of the collection with handlers around the given ones."""
        collection = self._collection
        wrappers = (
            (collection.lists, self._list),
            (collection.creates, self._create),
            (collection.reads, self._read),
            *((operation, self._update) for operation in collection.updates),
            (collection.deletes, self._delete),
        )
        for operation, wrapper in wrappers:
            if operation and operation in handlers:
                yield operation, partial(wrapper, handlers[operation])

    def _list(self, handler: Handler, call: Call) -> Any:
        content = handler(call)
        place = list_in(self._collection.lists.success.schema) if self._collection.lists else None
        if place is None or place[0] is None:
            return self._extended(content, call)
        return {**content, place[0]: self._extended(content[place[0]], call)}

    def _read(self, handler: Handler, call: Call) -> Any:
        return self._extended([handler(call)], call)[0]

    def _create(self, handler: Handler, call: Call) -> Any:
        content = handler(call)
        name = self._collection.name_in(content)
        if name is not None:
            self._store_extra(replace(call, path={**call.path, str(self._collection.parameter): name}))
        return content

    def _update(self, handler: Handler, call: Call) -> Any:
        content = handler(call)
        self._store_extra(call)
        return content

    def _delete(self, handler: Handler, call: Call) -> Any:
        values, _ = self._parents.read(self._collection.element, call)
        content = handler(call)
        name, path = values[str(self._collection.parameter)], self._collection.element.fill(values)
        self._store.delete(call.consumer_key, self._collection.path.fill(values), name, path)
        return content

    def _store_extra(self, call: Call) -> None:
        sent = {name: call.form[name] for name in self._names & call.form.keys()}
        if not sent:
            return
        values, resource = self._parents.read(self._collection.element, call)
        extra = {name: value for name, value in sent.items() if name not in (resource or {})}
        if extra:
            names = (self._collection.path.fill(values), values[str(self._collection.parameter)])
            changes = (call.consumer_key, *names, extra, self._clock())
            _ = self._store.update(*changes) or self._store.add(*changes)

    def _extended(self, resources: list[dict[str, Any]], call: Call) -> list[dict[str, Any]]:
        """Return resources with their extra fields; nothing is looked up if the handler returns them all."""
        if not self._body or not self._names or all(map(self._names.issubset, resources)):
            return resources
        path = self._collection.path.fill(self._parents.resolve(self._collection.path, call))
        stored = {resource.name: resource.fields for resource in self._store.list(call.consumer_key, path)}
        extra = (stored.get(self._collection.name_in(resource) or "", {}) for resource in resources)
        return [
            {**self._body.coerce(fields), **resource}
            for fields, resource in zip(extra, resources, strict=True)
        ]
