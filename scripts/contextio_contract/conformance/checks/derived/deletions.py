"""Proofs about deletions: what is gone, what stays, and what can be created again."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.derived.creation import expect_read
from contextio_contract.conformance.checks.derived.neighbours import (
    collections_in,
    create_alike,
    create_beside,
    create_children,
    create_elsewhere,
    create_twins,
)
from contextio_contract.conformance.checks.derived.places import expect_hidden, expect_shown, name_in_list
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import distinct
from contextio_contract.conformance.checks.derived.windows import PAST_ANY_END
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.checks.shared import (
    expect_unknown,
    own_values,
    path_to,
    resource_above,
    within,
)
from contextio_contract.conformance.checks.steps import Collection, Resource
from contextio_contract.conformance.outcome import NotExercised

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract.behaviour.expectations import Expectation


@proves("gone")
def is_gone(deployment: Deployment, expectation: Expectation) -> None:
    """What has all fields shows everywhere; once deleted, it shows nowhere and can be created again."""
    collection = within(deployment, expectation.described)
    if expectation.resource.embedded_at:  # alone in what is above, which then loses its only one
        collection = Collection(deployment, collection.path[:-2]).new()[collection.path[-1]]
    above = resource_above(collection)
    values = own_values(above)
    resource = collection.new(**distinct(expectation.described))
    siblings = [collection.new()] if collection.paging.limit else []
    read = resource.read()
    if expectation.described.creates:
        with suppress(NotExercised):  # no answer may show an optional field
            expect_read(collection, expectation.described.creates, read, resource.sent)
    if expectation.described.reads:
        expect_shown(resource, read)
    resource.remove()
    for operation in (*expectation.described.updates, expectation.described.reads, expectation.operation):
        if operation:
            expect_unknown(deployment, operation, resource.path)
    expect_hidden(resource, read)
    for sibling in siblings:
        _expect_no_gap(sibling)
    expect_equal(own_values(above), values, "the resource above")
    _expect_created_anew(resource, collection.new())


def _expect_no_gap(sibling: Resource) -> None:
    """Expect a window of a list to count only what is there, after the element before one was deleted."""
    collection, paging = sibling.collection, sibling.collection.paging
    names = collection.every_name()
    name = name_in_list(sibling, sibling.read())
    expect(name in names, f"a list with {name}", names)
    at = names.index(name)
    window = collection.names(**{paging.limit: 1, paging.offset: at})
    if window != [name]:
        need(collection.every_name() == names, "elements were created or deleted while the list was read")
    expect_equal(window, [name], f"the window {paging.offset}={at}, {paging.limit}=1")
    past = collection.names(**{paging.limit: 1, paging.offset: PAST_ANY_END})
    expect_equal(past, [], f"the window {paging.offset}={PAST_ANY_END}, {paging.limit}=1")


def _expect_created_anew(deleted: Resource, sibling: Resource) -> None:
    """Expect the mark of a deleted resource to be free, and nothing of it in what is created with that."""
    described = deleted.collection.described
    mark, creates = described.resource.mark, described.creates
    again = deleted.collection.new(**({mark: deleted.sent[mark]} if mark in deleted.sent else {}))
    back = described.reads_back(creates) if creates else {}
    fields = {back[name] for name in distinct(described)} | {*described.resource.initial}
    values, others = again.read(), sibling.read()
    same = {name: values.get(name) for name in fields}
    expect_equal(same, {name: others.get(name) for name in fields}, "what is created once more")


@proves("others-stay")
def others_stay(deployment: Deployment, expectation: Expectation) -> None:
    """Others of the collection, also of the same form, beside it, and alike elsewhere, read as before."""
    collection = within(deployment, expectation.described)
    resource = collection.new()
    others = [
        collection.new(**distinct(expectation.described, 1)),
        *create_beside(resource),
        *create_alike(resource),
    ]
    alike_here = create_twins(resource)
    others += alike_here
    before = [other.read() for other in others]
    if expectation.described.creates:
        with suppress(NotExercised):  # no answer may show an optional field
            expect_read(collection, expectation.described.creates, before[0], others[0].sent)
    resource.remove()
    expect_equal([other.read() for other in others], before, "the other resources")
    for twin in alike_here:
        expect_shown(twin, twin.read(), whole=False)


@proves("takes-children")
def takes_children(deployment: Deployment, expectation: Expectation) -> None:
    """What lies in a deleted resource answers 404, and so do the lists of it."""
    resource = within(deployment, expectation.described).new()
    inside, former = collections_in(resource), create_children(resource)
    resource.remove()
    responses = [gone.get() for gone in former]
    for collection in inside:
        with suppress(NotExercised):  # the deployment may not have the page
            if collection.described.lists:
                responses.append(collection.get())
    need(responses, f"nothing below {expectation.operation.path} is implemented")
    for response in responses:
        response.must_be_error(HTTPStatus.NOT_FOUND)
    again = resource.collection.new(**resource.sent)
    if again.name == resource.name:
        for child in former:
            child.get().must_be_error(HTTPStatus.NOT_FOUND)


@proves("own-parent")
def belongs_to_its_parent(deployment: Deployment, expectation: Expectation) -> None:
    """Through another resource above it, a resource is neither read, listed, changed nor deleted."""
    try:
        resource = within(deployment, expectation.described).new()
    except NotExercised:  # nothing is created there, but something may be there
        resource = Resource(
            deployment, path_to(deployment, expectation.described.element.segments, reads=True)
        )
    before = resource.read()
    other = create_elsewhere(resource)
    astray = other[resource.name]
    for operation in (expectation.operation, *expectation.described.updates, expectation.described.deletes):
        if operation:
            expect_unknown(deployment, operation, astray.path)
    if expectation.described.lists:
        names = other.every_name()  # the other resource may start with some of its own
        expect(resource.name not in names, f"a list without {resource.name} in the other resource", names)
    expect_equal(resource.read(), before, "the resource")
