"""Proofs about filters: what they select, what they show of it, and what several of them select together."""

from __future__ import annotations

import itertools
import re
from functools import partial
from http import HTTPStatus
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.conformance.checks.derived.looking import hold_against
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.samples import (
    LEADING,
    need_values,
    read_again,
    sampled,
)
from contextio_contract.conformance.checks.derived.windows import expect_windows
from contextio_contract.conformance.checks.others import oddness, query_of_filters, remedy_of
from contextio_contract.conformance.checks.responses import as_json, expect, expect_equal, need
from contextio_contract.conformance.fixtures.mail_addresses import is_plain
from contextio_contract.conformance.outcome import Unmet
from contextio_contract.contract.behaviour.listing import values_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.conformance.checks.steps import Collection, Deployment
    from contextio_contract.contract import Filter, Listing
    from contextio_contract.contract.behaviour.expectations import Expectation

Elements: TypeAlias = list[dict[str, Any]]
VALUES: Final = 4
"""How many values of a filter are sent."""
MANY: Final = 6
"""Of how many pairs of filters only one value each is sent."""
TRIED: Final = 6
"""From how many values of each filter those of a pair are chosen."""
OF_PAIR: Final = ((0, 1), (1, 1))
"""Offsets and limits in what two filters select."""
UNUSED: Final = ("nobody.at.all@example.com", "no such value", 10**9 + 7)
"""Values that no field has."""


@proves("filter", reads_only=True)
def selects_by_field(deployment: Deployment, expectation: Expectation) -> None:
    """A value of an element selects the element and nothing that does not match; other values do not."""
    collection, elements = sampled(deployment, expectation.described)
    criterion = expectation.listing.filters[expectation.parameter]
    values = _values(criterion, elements)
    need_values(deployment, criterion, values)
    parameters = {each.name: each.schema for each in expectation.operation.query_parameters}
    schema = parameters[criterion.parameter]
    wanted = list(dict.fromkeys(map(criterion.wanted_for, values)))[:VALUES]
    variants = [variant for value in wanted[:2] for variant in _variants(criterion, value)]
    accepts = (schema.items or schema).is_valid
    # Between commas stand several values.
    candidates = [value for value in (*wanted, *variants, *UNUSED, *schema.enum) if accepts(value)]
    taken = [value for value in candidates if not (criterion.several and "," in str(value))]
    for value in dict.fromkeys(taken):
        _expect_selected(expectation, collection, elements, {criterion.parameter: value})
    if criterion.several and len(taken) > 1:
        _expect_selected(expectation, collection, elements, {criterion.parameter: [taken[-1], *taken[:2]]})


def _variants(criterion: Filter, value: Any) -> list[Any]:
    """Return neighbours of a value, which differ in case, in a character, or in being a part of it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return [value - 1, value + 1]
    if not isinstance(value, str):
        return []
    middle = len(value) // 2
    variants = [value.swapcase(), value[:-1], value[1:], f"{value}m", f"_{value[1:]}"]
    variants.append(f"{value[: middle - 1]}%{value[middle:]}")
    part = value[: middle + 1]
    if criterion.match in {"text", "part"}:
        variants += [part, part.upper()]
    if criterion.match in {"text", "pattern"}:
        variants += [f"/^{re.escape(part)}/", f"/{re.escape(part).swapcase()}/i"]
    if criterion.match == "pattern":
        variants += [f"{part}*", f"*{value[1:]}", "?" * len(value)]
    return [variant for variant in variants if variant.strip("/")]


@proves("narrowing", reads_only=True)
def shows_only_what_matches(deployment: Deployment, expectation: Expectation) -> None:
    """The embedded list of a selected element holds what matches, each as without the filter."""
    collection, elements = sampled(deployment, expectation.described)
    criterion = expectation.listing.filters[expectation.parameter]
    values = _values(criterion, elements)
    reason = f"all elements have the same value in {' and '.join(criterion.names)}"
    need(len(values) > 1, reason, remedy_of(deployment))
    shown_at = tuple(str(criterion.narrows).split("."))

    def read() -> Elements:
        return _compared(collection, read_again(collection, elements))

    for value in values[:VALUES]:
        query = {criterion.parameter: criterion.wanted_for(value)}

        def look(elements: Elements, query: dict[str, Any] = query) -> None:
            hits, is_all = _hits(collection, query)
            listed = {collection.name_of(hit): hit for hit in hits}
            for wanted in expectation.listing.select(elements, query):
                name = collection.name_of(wanted)
                if is_all or name in listed:
                    shown, matching = values_at(listed.get(name), shown_at), values_at(wanted, shown_at)
                    expect_equal(shown, matching, f"{criterion.narrows} of {name} with {as_json(query)}")

        hold_against(_compared(collection, elements), look, read, "the list")


@proves("filters", reads_only=True)
def must_all_hold(deployment: Deployment, expectation: Expectation) -> None:
    """Two filters select what each of them selects, also within one embedded resource."""
    collection, elements = sampled(deployment, expectation.described)
    filters = expectation.listing.filters.values()
    wanted = {
        criterion: list(dict.fromkeys(map(criterion.wanted_for, _values(criterion, elements))))
        for criterion in filters
    }
    pairs = [
        pair
        for pair in itertools.combinations(filters, 2)
        if wanted[pair[0]] and wanted[pair[1]] and not _is_undecided(*pair, elements)
    ]
    need(pairs, "no element has values for two filters", remedy_of(deployment))
    most: tuple[int, dict[str, Any]] = (0, {})
    for first, second in pairs:
        combinations = itertools.product(wanted[first][:TRIED], wanted[second][:TRIED])
        queries = [{first.parameter: one, second.parameter: other} for one, other in combinations]
        queries.sort(key=partial(_told_by_one, expectation.listing, elements))
        for query in queries[: VALUES if len(pairs) <= MANY else 1]:
            selected = _expect_selected(expectation, collection, elements, query)
            most = max(most, (selected, query), key=itemgetter(0))
    if expectation.listing.paging and most[0]:
        expect_windows(collection, most[1], OF_PAIR)


def _told_by_one(listing: Listing, elements: Elements, query: dict[str, Any]) -> int:
    """Return how many filters of a query select by themselves what all of them select."""
    selected = listing.select(elements, query)
    return sum(listing.select(elements, {name: value}) == selected for name, value in query.items())


def _is_undecided(first: Filter, second: Filter, elements: Sequence[Mapping[str, Any]]) -> bool:
    outer = first.field[0]
    lists = any(isinstance(element.get(outer), list) for element in elements)
    return lists and second.field[0] == outer and len(first.field) > 1 and not first.narrows


def _values(criterion: Filter, elements: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return the values in the field of a filter, without those that are the same.

    First come the oddest and one that is the last of its element, then the first of each element, then the
    second of each.
    """
    rows = [*itertools.zip_longest(*map(criterion.values_in, reversed(elements)))]
    values = [value for row in rows for value in row if value is not None]
    last = [value for row in rows[-1:] for value in row if value is not None]
    return list(dict.fromkeys([*sorted(values, key=oddness)[-1:], *last[:1], *values]))


def _expect_selected(
    expectation: Expectation, collection: Collection, elements: Elements, query: dict[str, Any]
) -> int:
    """Expect a filtered list to hold the known elements that match, in their order, and none that does not.

    Returns:
        How many elements it holds.
    """
    listing, hits = expectation.listing, Elements()

    def look(elements: Elements) -> None:
        hits[:], is_all = _hits(collection, query_of_filters(expectation.described) | query)
        known = {collection.name_of(element): element for element in elements}
        names = list(map(collection.name_of, hits))
        for name, hit in zip(names, hits, strict=True):
            whole = known[name] if name in known else collection.whole(hit)
            expect(bool(listing.select([whole], query)), f"elements that match {as_json(query)}", hit)
        wanted = list(map(collection.name_of, listing.select(elements, query)))
        selected = [name for name in names if name in known]
        if not is_all:
            wanted = [name for name in wanted if name in selected]
        if not listing.is_ordered:
            selected, wanted = sorted(selected), sorted(wanted)
        expect_equal(selected, wanted, f"the elements with {as_json(query)}, of {len(known)} known ones,")

    def read() -> Elements:
        return _compared(collection, read_again(collection, elements))

    try:
        hold_against(_compared(collection, elements), look, read, "the list")
    except Unmet:
        if not _may_refuse(listing, query) or collection.get(**query).status != HTTPStatus.BAD_REQUEST:
            raise
    return len(hits)


def _compared(collection: Collection, elements: Elements) -> Elements:
    """Return of elements what filters compare, and their names; others may change the rest."""
    filters = collection.listing.filters.values()
    fields = {collection.key, *(field[0] for each in filters for field in each.fields)}
    return [{name: value for name, value in each.items() if name in fields} for each in elements]


def _hits(collection: Collection, query: dict[str, Any]) -> tuple[Elements, bool]:
    """Return the elements that a query selects, of others only the first ones, and whether they are all."""
    if collection.deployment.reads_only:
        return collection.leading(LEADING, **query)
    return collection.every(**query), True


def _may_refuse(listing: Listing, query: Mapping[str, Any]) -> bool:
    """Return whether no document says that a query is taken, as one with an unusual mail address."""
    return any(
        listing.filters[name].match == "address" and not is_plain(text)
        for name, value in query.items()
        for text in map(str, value if isinstance(value, list) else [value])
    )
