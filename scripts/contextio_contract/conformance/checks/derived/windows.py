"""Proofs about pages: the windows of a list, its maximum, and what it has without a limit."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.derived.looking import hold_against
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.samples import LEADING, need_values, sampled
from contextio_contract.conformance.checks.responses import as_json, expect, expect_equal, need
from contextio_contract.conformance.fixtures.forms import needs_mailbox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.conformance.checks.steps import Collection, Deployment
    from contextio_contract.contract import Filter
    from contextio_contract.contract.behaviour.expectations import Expectation

PAST_ANY_END: Final = 2**31 - 1
WINDOWS: Final = (*itertools.product(range(4), (1, 2, 3)), (0, None), (PAST_ANY_END, 5))
"""Offsets and limits at the start of a list; None stands for the maximum."""
OF_FILTERED: Final = ((0, 1), (1, 1), (0, None), (PAST_ANY_END, 5))


@proves("default", reads_only=True)
def has_default(deployment: Deployment, expectation: Expectation) -> None:
    """Without a limit, the list has its first elements, as many as are described or else all."""
    collection, _ = sampled(deployment, expectation.described)
    paging = collection.paging

    def read() -> list[str]:
        return collection.names(**{paging.limit: paging.maximum})[: paging.default]

    def look(names: list[str]) -> None:
        expect_equal(collection.names(), names, f"the list without {paging.limit}")

    hold_against(read(), look, read, "the list")


@proves("window", reads_only=True)
def selects_window(deployment: Deployment, expectation: Expectation) -> None:
    """Windows at the start, at the end and past the end hold exactly the elements that they select."""
    collection, _ = sampled(deployment, expectation.described)
    expect_windows(collection, {}, WINDOWS)


@proves("filtered-window", reads_only=True)
def selects_window_of_filtered(deployment: Deployment, expectation: Expectation) -> None:
    """Windows of a filtered list hold exactly the elements that they select of it."""
    collection, elements = sampled(deployment, expectation.described)
    criterion = expectation.listing.filters[expectation.parameter]
    holders = [element for element in elements if _values_in(criterion, element)]
    need_values(deployment, criterion, holders)
    holders.reverse()  # those at the end are not among the first of the whole list
    counted = Counter(str(value) for element in holders for value in _values_in(criterion, element))
    [(most, _)] = counted.most_common(1)
    name, value = next(
        (collection.name_of(element), value)
        for element in holders
        for value in _values_in(criterion, element)
        if str(value) == most
    )
    query = {criterion.parameter: criterion.wanted_for(value)}
    names, is_all = expect_windows(collection, query, OF_FILTERED)
    expect(name in names or not is_all, f"{name} in the list with {as_json(query)}", names)


def _values_in(criterion: Filter, element: dict[str, Any]) -> list[Any]:
    return [value for value in criterion.values_in(element) if value is not None]


def expect_windows(
    collection: Collection, query: dict[str, Any], windows: Iterable[tuple[int, int | None]]
) -> tuple[list[str], bool]:
    """Expect windows of a list to hold what they select.

    Returns:
        The names of its first elements, and whether they are all.
    """
    paging = collection.paging
    elements, is_all = collection.leading(LEADING, **query)
    names = [collection.name_of(element) for element in elements]
    last = max(len(names) - 1, 0)
    for offset, limit in (*windows, *(((last, 5), (last + 1, 5)) if is_all else ())):
        size = limit or paging.maximum

        def read(end: int = offset + size) -> list[str]:
            leading, _ = collection.leading(LEADING, **query)
            again = [collection.name_of(element) for element in leading]
            if collection.listing.is_ordered:  # by creation, which nobody changes
                kept = [name for name in again if name in names]
                expect_equal(kept, [name for name in names if name in kept], "the list, read again,")
            return again[:end]

        def look(names: list[str], offset: int = offset, size: int = size) -> None:
            window = collection.names(**query, **{paging.offset: offset, paging.limit: size})
            expect_equal(
                window, names[offset:], f"the window {paging.offset}={offset}, {paging.limit}={size}"
            )

        hold_against(names[: offset + size], look, read, "the list")
    return names, is_all


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

    def read() -> list[str]:
        return collection.names(**{paging.limit: paging.maximum})

    def look(first: list[str]) -> None:
        names = collection.names(**{paging.limit: 10 * paging.maximum})
        expect(len(names) <= paging.maximum, f"at most {paging.maximum} elements", f"{len(names)} elements")
        expect_equal(names, first, f"the list with a {paging.limit} above {paging.maximum}")

    hold_against(read(), look, read, "the list")
    beyond = collection.names(**{paging.offset: paging.maximum, paging.limit: 1})
    need(beyond, f"the list has no more than {paging.maximum} elements")
