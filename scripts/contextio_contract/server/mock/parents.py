"""Parents in a nested path, resolved by reading them; 404 when one is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.resources import enclosing_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.contract import Collection, Operation, PathTemplate
    from contextio_contract.server.http.call import Call, Handler


class ParentResolver:
    """Resolves path parameters to the names under which resources are stored.

    A client may use another name, such as the label 0 of the first source. So each resource on the way
    is read, and its name is taken from what the handler returns.
    """

    def __init__(self, collections: Iterable[Collection], handlers: Mapping[Operation, Handler]) -> None:
        self._collections = {
            collection.element.text: collection for collection in collections if collection.reads
        }
        self._handlers = handlers

    def resolve(self, path: PathTemplate, call: Call) -> Mapping[str, str]:
        """Return the path parameters of a call, with the stored names of the resources above a path.

        Raises:
            RefusedError: 404 if one of these resources does not exist.
        """
        parent = enclosing_element(path)
        return self.read(parent, call)[0] if parent else call.path

    def read(self, element: PathTemplate, call: Call) -> tuple[Mapping[str, str], Any]:
        """Return the same for the path of a resource, and the resource; None if no handler reads it."""
        values = self.resolve(element, call)
        collection = self._collections.get(element.text)
        handler = self._handlers.get(collection.reads) if collection and collection.reads else None
        if collection is None or handler is None:
            return values, None  # nothing is stored there: any name will do
        resource = handler(replace(call, path=values, query={}, form={}))
        name = collection.name_in(resource)
        return (values if name is None else {**values, str(collection.parameter): name}), resource
