"""What the vocabulary promises: one expectation for each thing that a deployment must be seen to do.

The conformance suite derives a check from each expectation. `enforcement.yaml` names them by their ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from contextio_contract.contract.behaviour.listing import Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from contextio_contract.contract.behaviour.answers import Effect, Part
    from contextio_contract.contract.behaviour.listing import Listing
    from contextio_contract.contract.behaviour.resource import Resource
    from contextio_contract.contract.operation import Operation
    from contextio_contract.contract.resources import Collection
    from contextio_contract.contract.schema import Schema


@dataclass(frozen=True)
class Expectation:
    """Something that a deployment must do because the description says so.

    Attributes:
        operation: the operation that it is about.
        kind: what is expected, such as `window`; one function of the suite proves a kind.
        sentence: the expectation in a sentence.
        collection: the collection that the operation belongs to; None for an operation without one.
        parameter: the filter or the switch that it is about; empty for others.
    """

    operation: Operation
    kind: str
    sentence: str
    collection: Collection | None = None
    parameter: str = ""

    @property
    def described(self) -> Collection:
        """The collection of an expectation that has one."""
        if self.collection is None:
            message = f"{self.id} is about no collection"
            raise ValueError(message)
        return self.collection

    @property
    def resource(self) -> Resource:
        """What `x-resource` says, for an expectation of a collection."""
        return self.described.resource

    @property
    def listing(self) -> Listing:
        """The list of an expectation that is about one."""
        if self.operation.listing is None:
            message = f"{self.id} is about no list"
            raise ValueError(message)
        return self.operation.listing

    @property
    def id(self) -> str:
        """Its name, such as `accounts_list.filter.status`."""
        return ".".join(filter(None, (self.operation.id, self.kind, self.parameter)))


def expectations(collections: Sequence[Collection], operations: Iterable[Operation]) -> Iterator[Expectation]:
    """Yield what the operations of a contract promise, collection by collection."""
    for collection in collections:
        if collection.lists and collection.lists.listing:
            yield from _of_list(collection, collection.lists, collection.lists.listing)
        if collection.has_resource:
            yield from _of_collection(collections, collection, collection.resource)
    for operation in operations:
        if not (operation.is_safe or operation.path.parameters or _is_undone(operation, collections)):
            continue  # it changes what all users share, which no run may do
        yield from _of_answer(operation)
        if operation.part is None or operation.is_safe or _is_of_created(operation.part, collections):
            yield from _of_change(operation)
        if not all(takes_anything(parameter.schema) for parameter in operation.query_parameters):
            yield Expectation(operation, "bad-query", "A query that the description does not allow is a 400.")
        if operation.body and operation.body.form and operation.body.multipart:
            yield Expectation(operation, "multipart", "The form as multipart/form-data does the same.")
        if not all(map(takes_anything, operation.form_fields.values())):
            sentence = "A form that the description does not allow is a 400, and changes nothing."
            collection_of = (each for each in collections if operation in each.operations)
            yield Expectation(operation, "bad-form", sentence, next(collection_of, None))


def _is_undone(operation: Operation, collections: Iterable[Collection]) -> bool:
    return any(each.creates is operation and each.deletes for each in collections)


def _of_answer(operation: Operation) -> Iterator[Expectation]:
    for name, effects in operation.switches.items():
        sentence = f"The parameter {name} {_described(effects)}, and changes nothing else."
        yield Expectation(operation, "switch", sentence, parameter=name)
    part = operation.part
    if part and operation.is_safe:
        yield Expectation(operation, "part", f"It answers {part.field} of what {part.of} reads.")
    if operation.asynchronous:
        sentence = f"The work that it starts shows in {operation.asynchronous.observe}: times there grow."
        yield Expectation(operation, "work", sentence)


def _is_of_created(part: Part, collections: Iterable[Collection]) -> bool:
    return any(each.reads and each.reads.id == part.of and each.creates for each in collections)


def _of_change(operation: Operation) -> Iterator[Expectation]:
    part = operation.part
    if part and operation.method == "POST":
        sentence = (
            f"A change of {part.field} shows here and in what {part.of} reads, and changes nothing else."
        )
        yield Expectation(operation, "part-changes", sentence)
    if part and operation.method == "PUT":
        sentence = f"What is sent takes the place of {part.field}, here and in what {part.of} reads."
        yield Expectation(operation, "part-replaced", sentence)
    if operation.body and operation.body.json:
        sentence = "A body that is no JSON, or that the description does not allow, is a 400."
        yield Expectation(operation, "bad-body", sentence)


def _described(effects: Iterable[Effect]) -> str:
    sentences = {
        "adds": "adds {}",
        "narrows": "leaves of {} what matches",
        "answers": "asks for {}",
        "elements": "asks for elements of the kind {}",
    }
    shown = (
        sentence.format(value if isinstance(value, str) else ".".join(value))
        for effect in effects
        for name, sentence in sentences.items()
        if (value := getattr(effect, name))
    )
    return " or ".join(dict.fromkeys(shown))


def _of_collection(
    collections: Sequence[Collection], collection: Collection, resource: Resource
) -> Iterator[Expectation]:
    kind = resource.kind
    if collection.reads and (resource.also_named or resource.prefix):
        sentence = f"Each further name of a {kind} leads to it."
        yield Expectation(collection.reads, "also-named", sentence, collection)
    if collection.creates and collection.reads:
        yield from _of_creation(collection, collection.creates, resource)
    for updates in collection.updates if collection.reads else ():
        if collection.reads_back(updates):
            sentence = "Each field that an update sends reads back; the other fields stay."
            yield Expectation(updates, "changes", sentence, collection)
            sentence = "An update changes no field that its form lacks, and no other resource."
            yield Expectation(updates, "only-its-fields", sentence, collection)
    if collection.deletes and collection.creates:
        sentence = "What was deleted is gone wherever it was shown."
        yield Expectation(collection.deletes, "gone", sentence, collection)
        sentence = "A deletion leaves other resources as they were."
        yield Expectation(collection.deletes, "others-stay", sentence, collection)
        if any(each.path.text.startswith(f"{collection.element}/") for each in collections):
            sentence = f"What lies in a deleted {kind} is gone with it."
            yield Expectation(collection.deletes, "takes-children", sentence, collection)
    if collection.reads and len(collection.reads.path.parameters) > 1:
        sentence = "Through another resource above it, nothing of it can be read or deleted."
        yield Expectation(collection.reads, "own-parent", sentence, collection)


def _of_list(collection: Collection, operation: Operation, listing: Listing) -> Iterator[Expectation]:
    expect = partial(Expectation, operation, collection=collection)
    if listing.elements:
        yield expect("elements", f"Each element of the list is the address of a {collection.resource.kind}.")
    elif collection.reads:
        yield expect("elements", f"Each {collection.resource.kind} of the list reads the same alone.")
    if listing.of:
        yield expect("of", f"The elements are those of {listing.of} that belong here.")
    if listing.is_ordered and collection.creates:
        yield expect("order", "The list is in the order of creation, with each element once.")
    elif listing.order and listing.order != Order():
        yield expect("sorted", "The list is in the order that is described or asked for, each element once.")
    if paging := listing.paging:
        yield expect("window", "A limit and an offset return exactly the window that they select.")
        sentence = f"A limit above {paging.maximum} returns {paging.maximum} elements at most."
        yield expect("maximum", sentence)
        if paging.default != paging.maximum:
            yield expect("default", f"Without a limit, the list has at most {paging.default} elements.")
    elif collection.creates:
        yield expect("undivided", "The list has all elements, whatever parameters of other lists say.")
    yield from _of_filters(collection, operation, listing)


def _of_filters(collection: Collection, operation: Operation, listing: Listing) -> Iterator[Expectation]:
    expect = partial(Expectation, operation, collection=collection)
    filters = {name: each for name, each in listing.filters.items() if name not in operation.path.parameters}
    for name, criterion in filters.items():
        yield expect("filter", f"The filter {criterion.description}.", parameter=name)
        if criterion.narrows:
            sentence = f"With the filter {name}, {criterion.narrows} holds nothing but what matches."
            yield expect("narrowing", sentence, parameter=name)
        if listing.paging:
            sentence = f"A limit and an offset divide what {name} selects."
            yield expect("filtered-window", sentence, parameter=name)
    if len(filters) > 1:
        yield expect("filters", "Filters that are sent together must all hold.")


def _of_creation(collection: Collection, operation: Operation, resource: Resource) -> Iterator[Expectation]:
    expect = partial(Expectation, operation, collection=collection)
    kind = resource.kind
    yield from _of_form(collection, operation)
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
        yield expect("embedded", f"The new {kind} shows in {resource.embedded_at} of the resource above it.")
    if resource.headers:
        yield expect("upload", f"What a {kind} was made of reads back, in fields and byte for byte.")


def _of_form(collection: Collection, operation: Operation) -> Iterator[Expectation]:
    expect, kind = partial(Expectation, operation, collection=collection), collection.resource.kind
    if collection.reads_back(operation):
        yield expect("reads-back", f"The new {kind} reads back with the values that were sent.")
    if free_texts(collection, operation):
        yield expect("any-text", "Texts in every script, empty, long and with special characters read back.")
    if operation.body and operation.body.form:
        yield expect("stray-fields", f"Fields that the form lacks have no effect on the new {kind}.")
    if operation.form and operation.form.required:
        yield expect("required", "A form without a required field is a 400, and creates nothing.")


def free_texts(collection: Collection, operation: Operation) -> list[str]:
    """Return the form fields that take any text, open no mailbox and read back."""
    mailbox = operation.mailbox
    kept = {mailbox.host, mailbox.username} if mailbox else set()
    fields = operation.form_fields
    return [
        name for name in collection.reads_back(operation) if is_any_text(fields[name]) and name not in kept
    ]


def takes_anything(schema: Schema) -> bool:
    """Return whether a schema allows whatever can be sent: any text, any file, or several such."""
    return schema.is_binary or is_any_text(schema.items or schema)


def is_any_text(schema: Schema) -> bool:
    """Return whether a schema allows every text that can be sent."""
    keywords = ("pattern", "format", "enum", "const", "maxLength")
    return schema.types == ("string",) and not any(map(schema.get, keywords))
