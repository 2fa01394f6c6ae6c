"""Samples: elements of a collection that differ, for checks of lists and filters."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.conformance.checks.derived.values import percent_encoded, varied
from contextio_contract.conformance.checks.others import listed_of_others, remedy_of
from contextio_contract.conformance.checks.responses import need
from contextio_contract.conformance.checks.shared import existing
from contextio_contract.conformance.checks.steps import Collection
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.conformance.safety.ledger import path_of
from contextio_contract.conformance.safety.uploads import header_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.conformance.checks.steps import Deployment, Resource
    from contextio_contract.contract import Collection as DescribedCollection
    from contextio_contract.contract import Filter

Arrange: TypeAlias = "Callable[[Collection], None]"
ARRANGED: Final[dict[str, Arrange]] = {}
"""What adds elements that differ to a collection, by the template of its path."""
COUNT: Final = 3
"""How many elements are created for a sample."""
LEADING: Final = 3
"""How many pages of a list are looked at where not all need to be."""


def arranges(path: str) -> Callable[[Arrange], Arrange]:
    """Make a function add elements to the collections of a path that differ in more than forms can say."""

    def declare(function: Arrange) -> Arrange:
        ARRANGED[path] = function
        return function

    return declare


def need_values(deployment: Deployment, criterion: Filter, there: object) -> None:
    """Continue if there are values for a filter to compare."""
    need(
        there,
        f"nothing listed has a value in {' and '.join(criterion.names)}, as {criterion.parameter} compares",
        remedy_of(deployment),
    )


def sampled(
    deployment: Deployment, described: DescribedCollection
) -> tuple[Collection, list[dict[str, Any]]]:
    """Return a collection, and elements of it as they read alone, which must not be changed.

    They are elements of the run where its forms can make them differ, and otherwise of anybody.

    Raises:
        NotExercised: if there are none.
    """
    if not deployment.reads_only and not header_fields(described):
        with suppress(NotExercised):
            collection = _collection(deployment, described)
            return collection, [resource.read() for resource in _resources(collection)]
    for path in existing(deployment, described.path.segments):
        collection = Collection(deployment, path)
        if elements := listed_of_others(collection):
            return collection, elements
    message = f"there is nothing in {described.path}"
    raise NotExercised(message, remedy_of(deployment))


def read_again(collection: Collection, elements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the elements of a sample as they are now, without those that others have deleted."""
    names = list(map(collection.name_of, elements))
    if is_of_run(collection, elements):
        return [collection[name].read() for name in names]
    return [
        element
        for element in listed_of_others(collection, again=True)
        if collection.name_of(element) in names
    ]


def is_of_run(collection: Collection, elements: list[dict[str, Any]]) -> bool:
    """Return whether the run created the elements of a sample, so that nobody else changes them."""
    ledger = collection.deployment.gateway.guard.ledger
    return any(ledger.lives((*collection.path, collection.name_of(element))) for element in elements)


def _collection(deployment: Deployment, described: DescribedCollection) -> Collection:
    """Return a collection at the top level, or in the last element of the sample above it."""
    above = deployment.contract.collection_above(described)
    if above is None:
        return Collection(deployment, described.path.segments)
    return _resources(_collection(deployment, above))[-1][described.path.segments[-1]]


def _resources(collection: Collection) -> list[Resource]:
    if collection.described.resource.embedded_at:  # they were created with what shows them
        ledger = collection.deployment.gateway.guard.ledger
        return [collection[path[-1]] for path in reversed(ledger.leftovers()) if path[:-1] == collection.path]
    name, shared = path_of(collection.path), collection.deployment.shared
    return [shared(f"{name} {number}", partial(_create, collection, number)) for number in range(COUNT)]


def _create(collection: Collection, number: int) -> Resource:
    """Create an element with values of its own and, from the second on, with embedded resources."""
    form = collection.form(**varied(collection.described, number))
    forms = percent_encoded(collection.described, form) if number == 1 else [form]
    try:
        resource = collection.new(**forms[0])
    except Unmet:
        resource = collection.new(**forms[-1])
    for described in collection.deployment.contract.collections:
        if (
            described.resource.embedded_at
            and collection.deployment.contract.collection_above(described) is collection.described
        ):
            embedded = resource[described.path.segments[-1]]
            # A mailbox that is needed may not be there; a creation that fails has checks of its own.
            with suppress(NotExercised, Unmet):
                if number == 1:
                    embedded.new()
                elif number > 1:
                    ARRANGED.get(described.path.text, Collection.new)(embedded)
    return resource
