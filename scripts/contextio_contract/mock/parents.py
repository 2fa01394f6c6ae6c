"""Names of the resources above a path, as the mock stores them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contextio_contract.contract.resources import enclosing_element
from contextio_contract.mock.story import path_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.contract import Collection, Operation, PathTemplate
    from contextio_contract.server.http.call import Call, Handler


class Parents:
    """Resolves path parameters to the names under which resources are kept.

    A client may use another name, such as the label 0 of the first source. So each resource on the way
    is read, and its name is taken from what the handler returns.
    """

    def __init__(self, collections: Iterable[Collection], handlers: Mapping[Operation, Handler]) -> None:
        self._handlers = handlers
        self._readers = {
            collection.element.text: (collection, collection.reads)
            for collection in collections
            if collection.reads
        }

    def place(self, path: PathTemplate, values: Mapping[str, str]) -> tuple[str, str] | None:
        """Return path and name of the resource above a path; None at the top level."""
        element = enclosing_element(path)
        return (element.parent.fill(values), values[element.parameters[-1]]) if element else None

    def resolve(self, path: PathTemplate, call: Call) -> Mapping[str, str]:
        """Return the path parameters of a call, with the names of resources above a path, or raise a 404."""
        parent = enclosing_element(path)
        return self.resolve_element(parent, call) if parent else call.path

    def resolve_element(self, element: PathTemplate, call: Call) -> Mapping[str, str]:
        """Return the same with the name of the resource at a path, or raise a 404."""
        values = self.resolve(element, call)
        collection, reads = self._readers.get(element.text, (None, None))
        if collection is None or reads is None or reads not in self._handlers:
            return values  # nothing is kept there: any name will do
        resource = self._handlers[reads](replace(call, operation=reads, path=values, query={}, form={}))
        name = path_name(collection, resource)
        return values if name is None else {**values, str(collection.parameter): name}
