"""The story of a description: what the examples of its lists and reads say is there at the start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from contextio_contract.contract.resources import enclosing_element, list_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from contextio_contract.contract import Collection, Contract, MediaType
    from contextio_contract.contract.schema import Schema
    from contextio_contract.server.http.call import Addresses, Call

STORY: Final = "story"
"""The name of an example that holds every element of a list with every field."""


class Story:
    """What there is at the start.

    The elements of a collection are those of the example called `story` of its list, or else of the first
    example. Each has the fields of the example of its read that shows it, too. Where the elements are
    addresses, these fields are all that it has.
    """

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._address = re.compile(re.escape(contract.server_url) + r"/(.*)")

    def elements(self, collection: Collection) -> list[tuple[str, dict[str, Any]]]:
        """Return the elements of a collection with their names in the path, each name once."""
        media = collection.lists.success.media if collection.lists else None
        place = list_in(media.schema) if media else None
        if media is None or place is None or collection.lists is None:
            return []
        body = story_of(media)
        listed = body if place[0] is None else body.get(place[0], [])
        read = dict(self._read(collection))
        elements: dict[str, dict[str, Any]] = {}
        for element in listed:
            if isinstance(element, dict):
                name = path_name(collection, element)
                if name is not None:
                    elements.setdefault(name, read.get(name, {}) | element)
            elif isinstance(element, str) and element:
                name = unquote(element.rpartition("/")[2])
                shown = read.get(name) or next(iter(read.values()), {})
                elements.setdefault(name, shown)
        return list(elements.items())

    def is_elsewhere(
        self, collection: Collection, element: Mapping[str, Any], values: Mapping[str, str]
    ) -> bool:
        """Return whether an element has an address below another resource than the path names."""
        above = enclosing_element(collection.path)
        for value in element.values() if above else ():
            address = self._address.fullmatch(value) if isinstance(value, str) else None
            segments = [unquote(part) for part in address[1].split("/")] if address else []
            named = above.match(segments[: len(above.segments)]) if above and address else None
            if named and any(values.get(name) != part for name, part in named.items()):
                return True
        return False

    def at(self, addresses: Addresses, value: Any, call: Call | None = None) -> Any:
        """Return a value with the addresses of the described server in it at the deployment.

        Those at or below the path of a call get its path parameters.
        """
        if isinstance(value, list):
            return [self.at(addresses, each, call) for each in value]
        if isinstance(value, dict):
            return {name: self.at(addresses, each, call) for name, each in value.items()}
        address = self._address.fullmatch(value) if isinstance(value, str) else None
        segments = [unquote(part) for part in address[1].split("/")] if address else []
        route = self.contract.router.route(segments)
        if route is None:
            return value
        operations, named = route
        path = next(iter(operations.values())).path
        is_own = call is not None and path.text.startswith(call.operation.path.text)
        return addresses.at(path, {**named, **call.path} if call and is_own else named)

    @staticmethod
    def _read(collection: Collection) -> Iterator[tuple[str, dict[str, Any]]]:
        media = collection.reads.success.media if collection.reads else None
        for example in media.examples if media else ():
            name = path_name(collection, example.value)
            if name is not None:
                yield name, example.value


def path_name(collection: Collection, body: Any) -> str | None:
    """Return the name of the element that a body shows as the path has it; None if it shows none."""
    name = collection.name_in(body)
    return None if name is None else f"{collection.resource.prefix}{name}"


def story_of(media: MediaType) -> Any:
    """Return the example called `story` of a list, or else the first."""
    return next((each.value for each in media.examples if each.name == STORY), media.sample)


def example_about(media: MediaType, names: Iterable[str], shape: Schema | None = None) -> Any:
    """Return the first example that names one of some resources, or else the first.

    Args:
        media: the media type with the examples.
        names: the names of the resources.
        shape: what the example must be valid against; None for any.
    """
    values = [each.value for each in media.examples if shape is None or shape.is_valid(each.value)]
    words = [re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])") for name in names if name]
    about = (value for word in words for value in values if word.search(str(value)))
    return next(about, values[0] if values else media.sample)
