"""Stores fields that are in the description but in no handler."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.server.mock.bodies import body_of, element_body_of
from contextio_contract.server.mock.collection import CollectionHandlers

if TYPE_CHECKING:
    from contextio_contract.contract import Collection, Operation
    from contextio_contract.server.db.resources import ResourceStore
    from contextio_contract.server.http.call import Call
    from contextio_contract.server.mock.collection import ParentResolver
    from contextio_contract.server.services import Clock


class ExtraFields(CollectionHandlers):
    """Adds extra fields to the handlers of a collection that were written by hand.

    A field is extra if a form of the collection and the response that reads a resource describe it, and
    the handler does not return it. It is stored when it is sent, and deleted with the resource.
    Deprecated and secret fields are not stored.
    """

    def __init__(
        self, collection: Collection, parents: ParentResolver, store: ResourceStore, clock: Clock
    ) -> None:
        super().__init__(collection, parents, store, clock)
        self._body = body_of(collection.reads) if collection.reads else None
        self._names = {
            name
            for operation in collection.operations
            for name, schema in operation.form_fields.items()
            if self._body and name in self._body.properties
            if not schema.get("deprecated") and not schema.is_secret
        }

    def _list(self, operation: Operation, call: Call) -> Any:
        content = self._parents.handlers[operation](call)
        name, _ = element_body_of(operation)
        if name is None:
            return self._extend(content, call)
        return {**content, name: self._extend(content[name], call)}

    def _read(self, operation: Operation, call: Call) -> Any:
        return self._extend([self._parents.handlers[operation](call)], call)[0]

    def _create(self, operation: Operation, call: Call) -> Any:
        content = self._parents.handlers[operation](call)
        name = self._collection.name_in(content)
        if name is not None:
            self._store_extra(replace(call, path={**call.path, str(self._collection.parameter): name}))
        return content

    def _update(self, operation: Operation, call: Call) -> Any:
        content = self._parents.handlers[operation](call)
        self._store_extra(call)
        return content

    def _delete(self, operation: Operation, call: Call) -> Any:
        values, _ = self._parents.read(self._collection.element, call)
        content = self._parents.handlers[operation](call)
        self._store.delete(*self._key(call, values), self._collection.element.fill(values))
        return content

    def _store_extra(self, call: Call) -> None:
        sent = {name: call.form[name] for name in self._names & call.form.keys()}
        if not sent:
            return
        values, resource = self._parents.read(self._collection.element, call)
        extra = {name: value for name, value in sent.items() if name not in (resource or {})}
        if extra:
            changes = (*self._key(call, values), extra, self._clock())
            _ = self._store.update(*changes) or self._store.add(*changes)

    def _extend(self, resources: list[dict[str, Any]], call: Call) -> list[dict[str, Any]]:
        """Return resources with their extra fields; nothing is looked up if the handler returns them all."""
        if self._body is None or all(self._names <= resource.keys() for resource in resources):
            return resources
        path = self._collection.path.fill(self._resolve(call))
        stored = {row["name"]: row["fields"] for row in self._store.list(call.consumer_key, path)}
        extra = (stored.get(self._collection.name_in(resource) or "", {}) for resource in resources)
        return [
            {**self._body.coerce(fields), **resource}
            for fields, resource in zip(extra, resources, strict=True)
        ]
