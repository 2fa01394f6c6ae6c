"""Where a call leads: through which elements, which have to be there, and under which names they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from contextio_contract.server.mock.collections import above

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from contextio_contract.server.http.call import Call, Handler
    from contextio_contract.server.mock.collections import Collection


class Places:
    """Finds the elements in a path by reading them, as a client would."""

    def __init__(self, collections: Iterable[Collection], handlers: Mapping[str, Handler]) -> None:
        """Take the collections, and the handlers of what is kept by operationId."""
        self._collections = {each.element: each for each in collections if each.reads}
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
        element = above(path)
        return self.at(element, call) if element else call.path

    def at(self, element: str, call: Call) -> Mapping[str, str]:
        """Do the same for an element itself, given the template of its path."""
        values = self.above(element, call)
        collection = self._collections.get(element)
        reads = collection.reads.name if collection and collection.reads else ""
        if collection is None or reads not in self._handlers:
            return values  # nothing is kept there: any name will do
        seen = self._handlers[reads](replace(call, path=values, query={}, form={}))
        field = next((field for field in collection.fields if field in seen), None)
        return {**values, str(collection.parameter): str(seen[field])} if field else values
