"""Where a call leads: through which elements, which have to be there, and under which names they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contextio_contract.server.shapes import above

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.server.call import Call, Handler
    from contextio_contract.server.routing import Router
    from contextio_contract.server.shapes import Collection


class Places:
    """Finds the elements in a path by reading them, as a client would."""

    def __init__(
        self, router: Router, collections: Sequence[Collection], handlers: Mapping[str, Handler]
    ) -> None:
        """Take the description, the collections in it, and the handlers by operationId."""
        self._reads = {each.path: each.name for each in router.operations.values() if each.method == "GET"}
        self._collections = {each.element: each for each in collections if each.parameter}
        self._handlers = handlers

    def above(self, path: str, call: Call) -> Mapping[str, str]:
        """Return the values of a call's path, with the names under which the elements on the way are kept.

        Such an element may have been called by another name, as a source by the label 0.

        Args:
            path: the template of a path; elements that it lies below are looked at, itself is not.
            call: the call.

        Raises:
            RefusedError: 404, when one of them is not there.
        """
        for element in above(path):
            if element in self._reads:
                return self.at(element, call)
        return call.path

    def at(self, element: str, call: Call) -> Mapping[str, str]:
        """Do the same for an element itself, given the template of its path."""
        values = self.above(element, call)
        name = self._reads.get(element)
        collection = self._collections.get(element)
        if name is None:
            return values
        seen = self._handlers[name](replace(call, path=values, query={}, form={}))
        if collection is None or not isinstance(seen, dict):
            return values
        field = next((field for field in collection.fields if field in seen), None)
        return {**values, str(collection.parameter): str(seen[field])} if field else values
