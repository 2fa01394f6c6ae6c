"""Demo data of a mock: the examples that a description gives of its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.contract.resources import enclosing_element, list_in
from contextio_contract.mock.store import Stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Collection, Contract, PathTemplate
    from contextio_contract.mock.store import Store


def fill(store: Store, contract: Contract, now: int) -> None:
    """Keep the first example of each list in a store, below each of the resources above it."""
    _fill(store, contract, now, None, {}, {})


def _fill(  # noqa: PLR0913, PLR0917 - what changes from a resource to those below it
    store: Store,
    contract: Contract,
    now: int,
    above: PathTemplate | None,
    values: Mapping[str, str],
    shown: Mapping[str, Any],
) -> None:
    for collection in contract.collections:
        if enclosing_element(collection.path) != above or not collection.is_writable:
            continue
        embedded_at = collection.resource.embedded_at if collection.resource else None
        for element in shown.get(embedded_at, ()) if embedded_at else _listed(collection):
            name = collection.name_in(element)
            if name is not None:
                store.add(collection.path.fill(values), Stored(name, element, now))
                path = {**values, str(collection.parameter): name}
                _fill(store, contract, now, collection.element, path, element)


def _listed(collection: Collection) -> Iterator[Any]:
    """Yield the elements of the first example of a list."""
    media = collection.lists.success.media if collection.lists else None
    place = list_in(media.schema) if media else None
    if media and place:
        yield from media.sample if place[0] is None else media.sample[place[0]]
