"""What the vocabulary promises: one expectation for each thing that a deployment must be seen to do.

The conformance suite derives a check from each expectation. `enforcement.yaml` names them by their ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from contextio_contract.contract.behaviour.listing import Listing
    from contextio_contract.contract.behaviour.resource import Resource
    from contextio_contract.contract.operation import Operation
    from contextio_contract.contract.resources import Collection


@dataclass(frozen=True)
class Expectation:
    """Something that a deployment must do because the description says so.

    Attributes:
        operation: the operation that it is about.
        kind: what is expected, such as `window`; one function of the suite proves a kind.
        sentence: the expectation in a sentence.
        collection: the collection that the operation belongs to; None for an operation without one.
        parameter: the filter that it is about; empty for others.
    """

    operation: Operation
    kind: str
    sentence: str
    collection: Collection | None = None
    parameter: str = ""

    @property
    def id(self) -> str:
        """Its name, such as `accounts_list.filter.status`."""
        return ".".join(filter(None, (self.operation.id, self.kind, self.parameter)))


def expectations(collections: Sequence[Collection], operations: Iterable[Operation]) -> Iterator[Expectation]:
    """Yield what the operations of a contract promise, collection by collection."""
    for collection in collections:
        if collection.resource:
            yield from _of_collection(collections, collection, collection.resource)
    for operation in operations:
        if operation.query_parameters:
            yield Expectation(operation, "bad-query", "A query that the description does not allow is a 400.")
        if operation.form:
            sentence = "A form that the description does not allow is a 400, and changes nothing."
            collection_of = (each for each in collections if operation in each.operations)
            yield Expectation(operation, "bad-form", sentence, next(collection_of, None))


def _of_collection(
    collections: Sequence[Collection], collection: Collection, resource: Resource
) -> Iterator[Expectation]:
    kind = resource.kind
    if collection.lists and collection.lists.listing:
        yield from _of_list(collection, collection.lists, collection.lists.listing, kind)
    if collection.creates and collection.reads:
        yield from _of_creation(collection, collection.creates, resource)
    for updates in collection.updates if collection.reads else ():
        if collection.reads_back(updates):
            sentence = "Each field that an update sends reads back; the other fields stay."
            yield Expectation(updates, "reads-back", sentence, collection)
            sentence = "An update changes no field that its form lacks, and no other resource."
            yield Expectation(updates, "only-its-fields", sentence, collection)
    if collection.deletes:
        sentence = f"What was deleted is gone wherever a {kind} shows."
        yield Expectation(collection.deletes, "gone", sentence, collection)
        sentence = "A deletion leaves other resources as they were."
        yield Expectation(collection.deletes, "others-stay", sentence, collection)
        if any(each.path.text.startswith(f"{collection.element}/") for each in collections):
            sentence = f"What lies in a {kind} is gone with it."
            yield Expectation(collection.deletes, "takes-children", sentence, collection)
    if collection.reads and len(collection.reads.path.parameters) > 1:
        sentence = f"A {kind} cannot be reached through another parent."
        yield Expectation(collection.reads, "own-parent", sentence, collection)


def _of_list(
    collection: Collection, operation: Operation, listing: Listing, kind: str
) -> Iterator[Expectation]:
    def expect(name: str, sentence: str, parameter: str = "") -> Expectation:
        return Expectation(operation, name, sentence, collection, parameter)

    if collection.reads:
        yield expect("elements", f"Each {kind} of the list reads the same alone.")
    if listing.is_ordered and collection.creates:
        yield expect("order", "The list is in the order of creation, with each element once.")
    if listing.paging:
        maximum = listing.paging.maximum
        yield expect("window", "A limit and an offset return exactly the window that they select.")
        yield expect("maximum", f"A limit above {maximum} is refused, or returns at most {maximum}.")
    for name, criterion in listing.filters.items():
        yield expect("filter", f"The filter {criterion.description}.", name)
        if criterion.narrows:
            sentence = f"With the filter {name}, {criterion.narrows} holds nothing but what matches."
            yield expect("narrowing", sentence, name)
        if listing.paging:
            yield expect("filtered-window", f"A limit and an offset divide what {name} selects.", name)
    if len(listing.filters) > 1:
        yield expect("filters", "Filters that are sent together must all hold.")


def _of_creation(collection: Collection, operation: Operation, resource: Resource) -> Iterator[Expectation]:
    def expect(name: str, sentence: str) -> Expectation:
        return Expectation(operation, name, sentence, collection)

    kind = resource.kind
    if collection.reads_back(operation):
        yield expect("reads-back", f"A {kind} reads back with the values that its creation sent.")
        yield expect("any-text", "Texts in every script, empty, long and with special characters read back.")
    if resource.initial:
        yield expect("initial", "Fields that a creation does not send start with their described values.")
    yield expect("new-name", f"Each creation makes a new {kind} with a name of its own.")
    if resource.url:
        yield expect("url", f"Each {resource.url} is absolute and leads to its {kind}.")
    if resource.created:
        yield expect("created", f"{resource.created} is the time of creation in whole seconds.")
    if resource.lifetime:
        field, seconds = resource.lifetime
        yield expect("lifetime", f"{field} is {seconds:,} seconds after the creation.")
    if resource.embedded_at:
        yield expect("embedded", f"A {kind} shows in {resource.embedded_at} of the resource above it.")
    if operation.form and operation.form.required:
        yield expect("required", "A form without a required field is a 400, and creates nothing.")
