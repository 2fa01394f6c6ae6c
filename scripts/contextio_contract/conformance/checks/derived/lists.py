"""Proofs about lists: their elements, order and pages."""

from __future__ import annotations

import itertools
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.conformance.checks.derived.looking import hold_against
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.samples import LEADING, is_of_run, sampled
from contextio_contract.conformance.checks.others import remedy_of, select_telling
from contextio_contract.conformance.checks.responses import as_json, expect, expect_equal, need
from contextio_contract.conformance.checks.shared import existing, within
from contextio_contract.conformance.checks.steps import Collection
from contextio_contract.contract.behaviour.expectations import free_texts
from contextio_contract.contract.behaviour.listing import Order, values_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract.behaviour.expectations import Expectation
    from contextio_contract.contract.behaviour.listing import Listing

ByName: TypeAlias = "dict[str, dict[str, Any]]"
"""Elements of a list, by their names."""
READ: Final = 3
"""How many elements are read alone."""
TOLERANCE: Final = 60
"""Seconds by which the clocks of a deployment's machines may differ."""


@proves("elements", reads_only=True)
def reads_as_listed(deployment: Deployment, expectation: Expectation) -> None:
    """An element of the list reads the same alone; so do all that the run created."""
    collection, elements = sampled(deployment, expectation.described)
    is_own = is_of_run(collection, elements)

    def read() -> ByName:
        listed = collection.every() if is_own else collection.leading(LEADING)[0]
        return {collection.name_of(element): element for element in listed}

    listed = read()
    read_alone = elements[:READ] if is_own or not listed else select_telling(collection, [*listed.values()])
    for name in map(collection.name_of, read_alone):
        expect(name in listed or not is_own, f"{name} in the list", [*listed])
        look, read_again = partial(_read_alone, collection, name), partial(_named, read, name)
        hold_against(listed.get(name), look, read_again, name)


def _named(read: Callable[[], ByName], name: str) -> dict[str, Any] | None:
    return read().get(name)


def _read_alone(collection: Collection, name: str, shown: dict[str, Any] | None) -> None:
    """Expect an element to read as it is listed; None for one that others have deleted."""
    if shown is None:
        return
    if collection.listing.elements:
        collection.whole(shown)
        return
    alone = collection[name].read()
    if not collection.described.reads_as_listed:  # it has fields of its own, and shares the others
        shown = {field: value for field, value in shown.items() if field in alone}
        alone = {field: alone[field] for field in shown}
    expect_equal(alone, shown, f"{name} alone")


@proves("order", reads_only=True)
def is_in_order_of_creation(deployment: Deployment, expectation: Expectation) -> None:
    """Elements are listed in the order of their creation, oldest first, each once."""
    if deployment.reads_only:
        _expect_order_of_times(deployment, expectation)
        return
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


def _expect_order_of_times(deployment: Deployment, expectation: Expectation) -> None:
    """Expect no element to be listed before one that was created earlier, as far as elements tell."""
    field = expectation.resource.created
    need(field, f"nothing shows when a {expectation.resource.kind} was created", remedy_of(deployment))
    collection, _ = sampled(deployment, expectation.described)
    elements, _ = collection.leading(LEADING)
    times = [time for element in elements if type(time := element.get(str(field))) is int]
    reason = f"no two elements of {expectation.described.path} differ in {field}"
    need(len(set(times)) > 1, reason, remedy_of(deployment))
    for earlier, later in itertools.pairwise(times):
        expect(earlier <= later + TOLERANCE, f"{field} of {earlier} or later", later)


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
        names, listed = _in_order(collection, names, query)
        elements = [collection.whole(each) for each in listed]
        named = query.get(str(order.by_parameter))
        field = tuple(str(named).split(".")) if named else order.by
        # In which direction another field is sorted by itself, nothing says.
        if field and (named is None or order.parameter in query):
            wanted = order.sort(elements, query)
            values, in_order = (
                [values_at(each, field)[:1] for each in every] for every in (elements, wanted)
            )
            expect_equal(values, in_order, f"{'.'.join(field)} with {as_json(query)}")
            differs |= values != values[::-1]
    need(differs, "there are no two elements that differ in what orders them")


def _in_order(
    collection: Collection, names: list[str], query: dict[str, Any]
) -> tuple[list[str], list[dict[str, Any]]]:
    """Expect a list in another order to have the same elements, and a window of it to hold what it selects.

    Returns:
        The names, sorted, and the elements in that order.
    """
    listed: list[dict[str, Any]] = []

    def look(names: list[str]) -> None:
        listed[:] = collection.every(**query)
        in_order = [collection.name_of(element) for element in listed]
        expect_equal(sorted(in_order), names, f"the list with {as_json(query)}")
        if paging := collection.described.lists and collection.described.lists.paging:
            last = {paging.offset: max(len(listed) - 2, 0), paging.limit: 2}
            expect_equal(
                collection.names(**query, **last), in_order[-2:], f"the last two with {as_json(query)}"
            )

    names = hold_against(names, look, lambda: sorted(collection.every_name()), "the list")
    return names, listed


@proves("of", reads_only=True)
def has_elements_of(deployment: Deployment, expectation: Expectation) -> None:
    """The elements are among those of the other list, and those that the path selects are all there."""
    of, listing = deployment.contract.operations[str(expectation.listing.of)], expectation.listing
    shown = False
    for path in existing(deployment, expectation.described.path.segments):
        collection = Collection(deployment, path)
        other = Collection(deployment, (*path[: len(of.path.segments) - 1], of.path.segments[-1]))
        values = expectation.operation.path.match(path) or {}
        query = {name: values[name] for name in listing.filters if name in values}
        read = partial(_lists, collection, other)
        elements, _ = hold_against(read(), partial(_expect_among, listing, other, query), read, "the lists")
        shown = shown or bool(elements)
    need(shown, f"there is nothing in {expectation.described.path}")


def _lists(*collections: Collection) -> list[ByName]:
    return [{each.name_of(element): element for element in each.every()} for each in collections]


def _expect_among(listing: Listing, other: Collection, query: dict[str, Any], lists: list[ByName]) -> None:
    """Expect the elements of one list to be those of the other that a query of the path selects."""
    names, every = sorted(lists[0]), lists[1]
    if query:
        whole = {name: other.whole(element) for name, element in every.items()}
        wanted = sorted(name for name, each in whole.items() if listing.select([each], query))
        expect_equal(names, wanted, f"the elements for {as_json(query)}")
    else:
        strays = [name for name in names if name not in every]
        expect_equal(strays, [], f"elements that the list of {'/'.join(other.path)} lacks")


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

    def look(names: list[str]) -> None:
        expect_equal(collection.names(**query), names, "the list with parameters of other lists")

    hold_against(collection.names(), look, collection.names, "the list")
