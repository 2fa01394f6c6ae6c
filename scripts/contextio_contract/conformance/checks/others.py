"""Elements of lists that others created, for checks that may not create any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from contextio_contract.conformance.outcome import Unmet

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.conformance.checks.steps import Collection, Deployment
    from contextio_contract.contract import Collection as DescribedCollection
    from contextio_contract.contract import Filter

PAGES: Final = (1, 10)
"""Of how many pages elements are read: of more if those of fewer do not differ in what filters compare."""


def listed_of_others(collection: Collection, *, again: bool = False) -> list[dict[str, Any]]:
    """Return elements of a list, each whole and with its name, among them ones that filters tell apart.

    In a run that only reads they are read once, unless they are wanted `again`.
    """
    kept = collection.deployment.listed
    if again or collection.path not in kept or not collection.deployment.reads_only:
        kept[collection.path] = _read(collection)
    return kept[collection.path]


def _read(collection: Collection) -> list[dict[str, Any]]:
    query, filters = query_of_filters(collection.described), collection.listing.filters.values()
    elements: list[dict[str, Any]] = []
    for pages in PAGES:
        listed, is_all = collection.leading(pages, **query)
        elements = [{collection.key: collection.name_of(each), **collection.whole(each)} for each in listed]
        if is_all or all(_differ(each, elements) for each in filters):
            break
    return elements


def _differ(criterion: Filter, elements: list[dict[str, Any]]) -> bool:
    return len({str(value) for element in elements for value in criterion.values_in(element)}) > 1


def remedy_of(deployment: Deployment) -> str:
    """Return the option with which a run creates what it does not find; empty if it may create already."""
    return "--mode sandbox" if deployment.reads_only else ""


def oddness(value: object) -> int:
    """Return how many bytes of a value have to be percent-encoded, which careless handling breaks."""
    text = str(value)
    return len(quote(text, safe="@")) - len(text)


def select_telling(collection: Collection, elements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the elements that tell most: the fullest, the oddest, the first, the middle and the last."""

    def oddest(element: dict[str, Any]) -> int:
        return max((oddness(value) for name, value in element.items() if name in texts), default=0)

    texts = {name for each in elements for name, value in each.items() if isinstance(value, str)}
    texts -= {collection.described.resource.url}
    chosen = [max(elements, key=_fullness(collection)), max(elements, key=oddest)]
    chosen += [elements[0], elements[len(elements) // 2], elements[-1]]
    return list({collection.name_of(each): each for each in chosen}.values())


def _fullness(collection: Collection) -> Callable[[dict[str, Any]], int]:
    """Return what counts the elements that an element embeds."""
    contract = collection.deployment.contract
    fields = [
        str(each.resource.embedded_at)
        for each in contract.collections
        if each.resource.embedded_at and contract.collection_above(each) is collection.described
    ]
    return lambda element: sum(len(element[name]) for name in fields if isinstance(element.get(name), list))


def query_of_filters(described: DescribedCollection) -> dict[str, Any]:
    """Return the query whose switches show what the filters of a list compare."""
    lists = described.lists
    if lists is None or lists.listing is None:
        return {}
    return lists.query_for(*(field for each in lists.listing.filters.values() for field in each.fields))


def fullest_first(collection: Collection) -> list[dict[str, Any]]:
    """Return elements of others, first those that embed most; none if they cannot be listed."""
    try:
        return sorted(listed_of_others(collection), key=_fullness(collection), reverse=True)
    except Unmet:
        return []
