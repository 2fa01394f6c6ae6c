"""Handlers of collections: what each operation does, and the names under which resources are stored."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.resources import enclosing_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.contract import Collection, Operation, PathTemplate
    from contextio_contract.server.db.resources import ResourceStore
    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.services import Clock


class ParentResolver:
    """Resolves path parameters to the names under which resources are stored.

    A client may use another name, such as the label 0 of the first source. So each resource on the way
    is read, and its name is taken from what the handler returns.
    """

    def __init__(self, collections: Iterable[Collection], handlers: Mapping[Operation, Handler]) -> None:
        self.handlers = handlers
        self._collections = {
            collection.element.text: collection for collection in collections if collection.reads
        }

    def resolve(self, path: PathTemplate, call: Call) -> Mapping[str, str]:
        """Return the path parameters of a call, with the stored names of resources above a path, or a 404."""
        parent = enclosing_element(path)
        return self.read(parent, call)[0] if parent else call.path

    def read(self, element: PathTemplate, call: Call) -> tuple[Mapping[str, str], Any]:
        """Return the same for the path of a resource, and the resource; None if no handler reads it."""
        values = self.resolve(element, call)
        collection = self._collections.get(element.text)
        handler = self.handlers.get(collection.reads) if collection and collection.reads else None
        if collection is None or collection.reads is None or handler is None:
            return values, None  # nothing is stored there: any name will do
        resource = handler(replace(call, operation=collection.reads, path=values, query={}, form={}))
        name = collection.name_in(resource)
        return (values if name is None else {**values, str(collection.parameter): name}), resource


class CollectionHandlers:
    """The handlers of one collection.

    Subclasses have the methods `_list`, `_create`, `_read`, `_update` and `_delete`; each takes the
    operation and the call, and returns the body of the response.
    """

    def __init__(
        self, collection: Collection, parents: ParentResolver, store: ResourceStore, clock: Clock
    ) -> None:
        self._collection = collection
        self._parents = parents
        self._store = store
        self._clock = clock

    def handlers(self) -> dict[Operation, Handler]:
        """Return the operations of the collection with their handlers."""
        roles = self._collection.roles
        return {operation: partial(getattr(self, f"_{role}"), operation) for role, operation in roles}

    def _resolve(self, call: Call) -> Mapping[str, str]:
        return self._parents.resolve(self._collection.path, call)

    def _key(self, call: Call, values: Mapping[str, str]) -> tuple[str, str, str]:
        """Return what a resource is stored under: the consumer key, the path of the collection, its name."""
        return call.consumer_key, self._collection.path.fill(values), values[str(self._collection.parameter)]
