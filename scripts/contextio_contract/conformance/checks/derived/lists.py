"""Proofs about lists: their elements, order and pages."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.samples import need_values, sampled
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.checks.shared import existing, within
from contextio_contract.conformance.checks.steps import Collection
from contextio_contract.conformance.fixtures.forms import needs_mailbox
from contextio_contract.contract.behaviour.expectations import free_texts
from contextio_contract.contract.behaviour.listing import Order, values_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract.behaviour.expectations import Expectation

PAST_ANY_END: Final = 2**31 - 1
WINDOWS: Final = (*itertools.product(range(4), (1, 2, 3)), (0, None), (PAST_ANY_END, 5))
"""Offsets and limits at the start of a list; None stands for the maximum."""
OF_FILTERED: Final = ((0, 1), (1, 1), (0, None), (PAST_ANY_END, 5))
READ: Final = 3
"""How many elements are read alone."""


@proves("elements", reads_only=True)
def reads_as_listed(deployment: Deployment, expectation: Expectation) -> None:
    """An element of the list reads the same alone; so do all that the run created."""
    collection, elements = sampled(deployment, expectation.described)
    listed = {collection.name_of(element): element for element in collection.every()}
    for element in elements[:READ]:
        name = collection.name_of(element)
        expect(name in listed, f"{name} in the list", f"the list without it: {[*listed]}")
        if collection.listing.elements:
            collection.whole(listed[name])
            continue
        alone, shown = collection[name].read(), listed[name]
        if not expectation.described.reads_as_listed:  # it has fields of its own, and shares the others
            shown = {field: value for field, value in shown.items() if field in alone}
            alone = {field: alone[field] for field in shown}
        if alone != shown:
            again = [each for each in collection.every() if collection.name_of(each) == name]
            need(again == [listed[name]], f"{name} changed while it was read")
        expect_equal(alone, shown, f"{name} alone")


@proves("order")
def is_in_order_of_creation(deployment: Deployment, expectation: Expectation) -> None:
    """Elements that are created one after another are listed in this order, each once."""
    collection = within(deployment, expectation.described)
    creates, mark = expectation.described.creates, str(expectation.resource.mark)
    texts = [name for name in free_texts(expectation.described, creates) if name != mark] if creates else []
    forms = sorted((collection.form() for _ in range(3)), key=lambda form: str(form.get(mark)))
    # They are created in the order of no field, neither upwards nor downwards.
    created = [collection.new(**forms[at] | dict.fromkeys(texts, "abc"[at])).name for at in (1, 2, 0)]
    names = collection.every_name()
    expect_equal([name for name in names if name in created], created, "the order of the new elements")
    again = [name for name in collection.every_name() if name in names]
    expect_equal(again, [name for name in names if name in again], "the list, read again,")


@proves("sorted", reads_only=True)
def is_sorted(deployment: Deployment, expectation: Expectation) -> None:
    """Each order that can be asked for holds, no element comes twice, and all of them come in each order."""
    collection, _ = sampled(deployment, expectation.described)
    order = expectation.listing.order or Order()
    schemas = {each.name: each.schema for each in expectation.operation.query_parameters}
    fields = schemas[order.by_parameter].enum if order.by_parameter else ()
    ways: list[dict[str, Any]] = [{}]
    ways += [{order.parameter: way} for way in ("asc", "desc") if order.parameter]
    by: list[dict[str, Any]] = [{}, *({str(order.by_parameter): field} for field in fields)]
    names, differs = sorted(collection.every_name()), False
    for query in ({**field, **way} for field, way in itertools.product(by, ways)):
        listed = collection.every(**query)
        expect_equal(sorted(map(collection.name_of, listed)), names, f"the list with {query}")
        elements = [collection.whole(each) for each in listed]
        named = query.get(str(order.by_parameter))
        field = tuple(str(named).split(".")) if named else order.by
        # In which direction another field is sorted by itself, nothing says.
        if field and (named is None or order.parameter in query):
            wanted = order.sort(elements, query)
            values, in_order = (
                [values_at(each, field)[:1] for each in every] for every in (elements, wanted)
            )
            expect_equal(values, in_order, f"{'.'.join(field)} with {query}")
            differs |= values != values[::-1]
    need(differs, "there are no two elements that differ in what orders them")


@proves("default", reads_only=True)
def has_default(deployment: Deployment, expectation: Expectation) -> None:
    """Without a limit, the list has its first elements, as many as are described or else all."""
    collection, _ = sampled(deployment, expectation.described)
    paging = collection.paging
    names = collection.every_name()
    expect_equal(collection.names(), names[: paging.default], f"the list without {paging.limit}")


@proves("of", reads_only=True)
def has_elements_of(deployment: Deployment, expectation: Expectation) -> None:
    """The elements are among those of the other list, and those that the path selects are all there."""
    operations, listing = deployment.contract.operations, expectation.listing
    of = operations[str(listing.of)]
    path_filters = set(listing.filters) & set(expectation.operation.path.parameters)
    shown = False
    for path in existing(deployment, expectation.described.path.segments):
        collection = Collection(deployment, path)
        other = Collection(deployment, (*path[: len(of.path.segments) - 1], of.path.segments[-1]))
        values = expectation.operation.path.match(path) or {}
        query = {name: values[name] for name in path_filters}
        every = {other.name_of(each): other.whole(each) for each in other.every()}
        names = sorted(collection.every_name())
        if path_filters:
            wanted = sorted(name for name, each in every.items() if listing.select([each], query))
            expect_equal(names, wanted, f"the elements for {query}")
        else:
            expect_equal([name for name in names if name not in every], [], f"elements that {of.id} lacks")
        shown = shown or bool(names)
    need(shown, f"there is nothing in {expectation.described.path}")


@proves("window", reads_only=True)
def selects_window(deployment: Deployment, expectation: Expectation) -> None:
    """Windows at the start, at the end and past the end hold exactly the elements that they select."""
    collection, _ = sampled(deployment, expectation.described)
    _expect_windows(collection, {}, WINDOWS)


@proves("filtered-window", reads_only=True)
def selects_window_of_filtered(deployment: Deployment, expectation: Expectation) -> None:
    """Windows of a filtered list hold exactly the elements that they select of it."""
    collection, elements = sampled(deployment, expectation.described)
    criterion = expectation.listing.filters[expectation.parameter]
    holders = [element for element in elements if criterion.values_in(element)]
    need_values(criterion, holders)
    name, [value, *_] = collection.name_of(holders[0]), criterion.values_in(holders[0])
    query = {criterion.parameter: criterion.wanted_for(value)}
    names = _expect_windows(collection, query, OF_FILTERED)
    expect(name in names, f"{name} in the list with {query}", names)


def _expect_windows(
    collection: Collection, query: dict[str, Any], windows: Iterable[tuple[int, int | None]]
) -> list[str]:
    """Expect windows of a list to hold what they select, and return the names of all elements."""
    paging = collection.paging
    before = collection.every_name(**query)
    last = max(len(before) - 1, 0)
    for offset, limit in (*windows, (last, 5), (last + 1, 5)):
        size = limit or paging.maximum
        names = collection.names(**query, **{paging.offset: offset, paging.limit: size})
        wanted = before[offset : offset + size]
        if names != wanted:
            after = collection.every_name(**query)
            need(set(before) == set(after), "elements were created or deleted while the list was read")
            expect_equal(after, before, "the list, read again,")
        expect_equal(names, wanted, f"the window {paging.offset}={offset}, {paging.limit}={size}")
    return before


@proves("maximum", reads_only=True)
def has_maximum(deployment: Deployment, expectation: Expectation) -> None:
    """A limit above the maximum returns as many elements as the maximum, of a list that has more."""
    collection, _ = sampled(deployment, expectation.described)
    paging = collection.paging
    creates = expectation.described.creates
    if deployment.gateway.is_loopback and not deployment.reads_only and creates:
        # Elsewhere, and where each takes a mailbox or a place in another, so many would be a burden.
        is_cheap = not needs_mailbox(creates) and len(collection.path) == 1
        for _ in range(len(collection.every()), paging.maximum + 1 if is_cheap else 0):
            collection.new()
    names = collection.names(**{paging.limit: 10 * paging.maximum})
    expect(len(names) <= paging.maximum, f"at most {paging.maximum} elements", f"{len(names)} elements")
    first = collection.names(**{paging.limit: paging.maximum})
    expect_equal(names, first, f"the list with a {paging.limit} above {paging.maximum}")
    beyond = collection.names(**{paging.offset: paging.maximum, paging.limit: 1})
    need(beyond, f"the list has no more than {paging.maximum} elements")


@proves("undivided", reads_only=True)
def is_undivided(deployment: Deployment, expectation: Expectation) -> None:
    """A list without pages and filters of its own ignores those of other lists, and has all elements."""
    collection, _ = sampled(deployment, expectation.described)
    own = {each.name for each in expectation.operation.query_parameters}
    others = [each for each in deployment.contract.operations.values() if each.paging]
    parameters = [each for other in others for each in other.query_parameters]
    query = {each.name: each.example for each in parameters if not each.schema.items}
    query |= {
        name: 1 for other in others if other.paging for name in (other.paging.limit, other.paging.offset)
    }
    query = {name: value for name, value in query.items() if name not in own}
    expect_equal(collection.names(**query), collection.names(), "the list with parameters of other lists")
