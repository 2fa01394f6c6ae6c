"""Places that show a resource: its list, the resource above, and the list of that; each under its filters."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.others import query_of_filters
from contextio_contract.conformance.checks.responses import as_json, expect_equal
from contextio_contract.conformance.checks.shared import resource_above
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.contract.behaviour.listing import values_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from contextio_contract.conformance.checks.steps import Collection, Resource
    from contextio_contract.contract import Filter

    Read = Mapping[str, Any]


def expect_shown(resource: Resource, read: Read, formerly: Read | None = None, *, whole: bool = True) -> None:
    """Expect each place to show a resource as it reads.

    Args:
        resource: what was written.
        read: what it reads now.
        formerly: what it read before a change; only filters on what differs are then sent, with the values of
            both.
        whole: whether lists are read to their end as well, and not only by what selects the resource.
    """
    _expect_in_places(resource, read, formerly, whole=whole)


def expect_hidden(resource: Resource, formerly: Read) -> None:
    """Expect no place to show a resource that was deleted, by none of the values that it had."""
    _expect_in_places(resource, None, formerly, whole=True)


def name_in_list(resource: Resource, read: Read) -> str:
    """Return what names a resource in its list, which may be another name than that in its path."""
    return str(read.get(resource.collection.key, resource.name))


def _expect_in_places(resource: Resource, read: Read | None, formerly: Read | None, *, whole: bool) -> None:
    collection, states = resource.collection, [each for each in (read, formerly) if each is not None]
    if collection.described.lists:
        _expect_listed(resource, read, states, whole=whole)
    above, field = resource_above(collection), collection.described.resource.embedded_at
    if not above or not field:
        return
    holder = above.read()
    name = name_in_list(resource, states[0])
    shown = [each for each in values_at(holder, (field,)) if _is_named(each, collection.key, name)]
    wanted = [] if read is None else [read]
    expect_equal(shown, wanted, f"{name} in {field} of {path_of(above.path)}")
    if above.collection.described.lists:
        embedded = [{**holder, field: [state]} for state in states]
        try:
            _expect_listed(above, holder, embedded, field=field, whole=whole)
        except Unmet:
            again = above.read()
            if again == holder:
                raise
            # Another check, which shares the resource above, wrote in it meanwhile.
            _expect_listed(above, again, embedded, field=field, whole=whole)


def _is_named(element: object, key: str, name: str) -> bool:
    return isinstance(element, dict) and element.get(key) == name


def _expect_listed(
    resource: Resource, read: Read | None, states: Sequence[Read], *, field: str = "", whole: bool
) -> None:
    """Expect the list that a resource is in to show it as it reads, where its filters select it.

    Args:
        resource: an element of the list.
        read: what it reads; None if it is gone.
        states: what it reads and read before, whose values are sent in filters.
        field: the only field to look at; empty for all.
        whole: whether the list is read to its end as well.
    """
    collection = resource.collection
    own = _query_for_own(collection, states[0])
    queries: list[dict[str, Any]] = [{}] if whole and own else []
    queries += [own, *({**own, **query} for query in _queries(collection, states, field))]
    for query in queries:
        with suppress(NotExercised):  # the whole list may be too long to be read
            _expect_selected(collection, name_in_list(resource, states[0]), read, query, field)


def _expect_selected(
    collection: Collection, name: str, read: Read | None, query: dict[str, Any], field: str
) -> None:
    listing = collection.listing
    every = collection.every(**query_of_filters(collection.described), **query)
    elements = [each for each in every if collection.name_of(each) == name]
    wanted = listing.select([read], query) if read is not None else []
    if listing.elements:
        expect_equal(len(elements), len(wanted), f"how often {name} is in the list with {as_json(query)}")
        return
    if field or not collection.described.reads_as_listed:  # compare what both show
        fields = (
            {field} if field else {each for element in elements for each in element if read and each in read}
        )
        elements, wanted = ([_only(each, fields) for each in every] for every in (elements, wanted))
    expect_equal(elements, wanted, f"{name} in the list with {as_json(query)}")


def _only(element: Read, fields: set[str]) -> dict[str, Any]:
    return {name: value for name, value in element.items() if name in fields}


def _queries(collection: Collection, states: Sequence[Read], field: str) -> Iterator[dict[str, Any]]:
    """Yield a query for each value of the states that a filter compares; of two states, where they differ."""
    lists = collection.described.lists
    schemas = {each.name: each.schema for each in lists.query_parameters} if lists else {}
    for criterion in _filters(collection):
        values = [criterion.values_in(state) for state in states]
        if (field and criterion.field[0] != field) or (len(values) > 1 and values[0] == values[1]):
            continue
        wanted = [criterion.wanted_for(value) for each in values for value in each if value is not None]
        for value in dict.fromkeys(wanted):
            schema = schemas[criterion.parameter]
            is_one = not (criterion.several and "," in f"{value}")
            if is_one and (schema.items or schema).is_valid(value):
                yield {criterion.parameter: value}


def _query_for_own(collection: Collection, read: Read) -> dict[str, Any]:
    """Return a query that selects little more than a resource of the run, by its mark; empty without one."""
    described = collection.described
    if not collection.listing.paging or not described.creates or not described.resource.mark:
        return {}
    field = (described.reads_back(described.creates).get(described.resource.mark, ""),)
    for criterion in _filters(collection):
        if field in criterion.fields and not criterion.narrows and (values := values_at(read, field)):
            return {criterion.parameter: criterion.wanted_for(values[0])}
    return {}


def _filters(collection: Collection) -> list[Filter]:
    operation = collection.described.lists
    in_path = operation.path.parameters if operation else ()
    return [each for name, each in collection.listing.filters.items() if name not in in_path]
