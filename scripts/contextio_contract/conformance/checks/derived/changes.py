"""Proofs about updates and deletions: what they change, what they leave, and where it shows."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.derived.creation import expect_read, need_shown
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import alternatives
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.checks.shared import expect_unknown, path_to, within
from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.contract.values import answer_value

if TYPE_CHECKING:
    from contextio_contract.contract.behaviour.expectations import Expectation


@proves("changes")
def changes_what_is_sent(deployment: Deployment, expectation: Expectation) -> None:
    """Each field of the form, sent alone with one value and then another, changes this field alone."""
    described = expectation.described
    back = described.reads_back(expectation.operation)
    # Empty values come first, so that fields are left with others, which must stay.
    values = {name: sorted(alternatives(expectation.operation.form_fields[name]), key=bool) for name in back}
    created = described.creates.form_fields if described.creates else {}
    start = {name: each[-1] for name, each in values.items() if each and name in created}
    resource = within(deployment, described).new(**start)
    wanted = resource.read()
    _expect_shown_alike(resource, wanted)
    schema = described.schema
    fields = schema.properties if schema else {}
    # An optional field is one that this deployment need not show.
    shown = [name for name in back if back[name] in {*wanted, *(schema.required if schema else ())}]
    one_by_one = [{name: value} for name in shown for value in values[name]]
    for form in (*one_by_one, {name: values[name][0] for name in shown if values[name]}):
        _update(expectation, resource, **form)
        read = resource.read()
        for name, value in form.items():
            target = back[name]
            if fields[target].items is None:
                wanted[target] = answer_value(value, fields[target])
            else:  # the value joins others
                values_shown, joined = read.get(target) or [], [*(wanted.get(target) or ()), value]
                is_joined = all(each in values_shown for each in joined)
                expect(is_joined, f"{target} with {joined}", values_shown)
                wanted[target] = values_shown
        expect_equal(read, wanted, f"the resource after {form}")
    _expect_shown_alike(resource, wanted)
    need_shown([back[name] for name in back if name not in shown])


@proves("only-its-fields")
def leaves_the_rest(deployment: Deployment, expectation: Expectation) -> None:
    """Fields that are sent though the form lacks them stay, and so do other resources."""
    collection = within(deployment, expectation.described)
    resource = collection.new()
    others = [collection.new(), *_alike(resource)]
    before, others_before = resource.read(), [other.read() for other in others]
    back = expectation.described.reads_back(expectation.operation)
    change = {name: next(iter(alternatives(expectation.operation.form_fields[name])), "") for name in back}
    _update(expectation, resource, **change, **_stray_fields(before, expectation))
    after = resource.read()
    expect_read(collection, expectation.operation, after, change, before)
    kept = {name: value for name, value in before.items() if name not in back.values()}
    expect_equal({name: after.get(name) for name in kept}, kept, "the other fields")
    expect_equal([other.read() for other in others], others_before, "the other resources")


@proves("stray-fields")
def ignores_stray_fields(deployment: Deployment, expectation: Expectation) -> None:
    """Fields that are sent with a creation though the form lacks them are not in what is created."""
    collection = within(deployment, expectation.described)
    stray = _stray_fields(collection.new().read(), expectation)
    need(stray, "the form has all fields that the read shows")
    read = collection.new(**stray).read()
    taken = {name: value for name, value in stray.items() if read.get(name) == value}
    expect_equal(taken, {}, "what was taken of the fields that the form lacks")


@proves("gone")
def is_gone(deployment: Deployment, expectation: Expectation) -> None:
    """Every operation on a deleted resource is a 404, and no list shows it, nor does the resource above."""
    collection = within(deployment, expectation.described)
    resource = collection.new()
    resource.remove()
    for operation in (*expectation.described.updates, expectation.described.reads, expectation.operation):
        if operation:
            expect_unknown(deployment, operation, resource.path)
    if expectation.described.lists:
        expect(resource.name not in collection.every_name(), f"a list without {resource.name}", "it is there")
    for shown in _shown_above(resource):
        expect(shown.get(collection.key) != resource.name, f"no {resource.name} in what is above", shown)


@proves("others-stay")
def others_stay(deployment: Deployment, expectation: Expectation) -> None:
    """Others of the collection, of each collection beside it, and alike in another parent, read as before."""
    collection = within(deployment, expectation.described)
    resource = collection.new()
    others = [collection.new(), *_beside(resource), *_alike(resource)]
    before = [other.read() for other in others]
    resource.remove()
    expect_equal([other.read() for other in others], before, "the other resources")


@proves("takes-children")
def takes_children(deployment: Deployment, expectation: Expectation) -> None:
    """What lies in a deleted resource answers 404, and so do the lists of it."""
    resource = within(deployment, expectation.described).new()
    inside = [
        resource[described.path.segments[-1]]
        for described in deployment.contract.collections
        if deployment.contract.collection_above(described) is expectation.described
    ]
    children = [child for collection in inside for child in _created(collection)]
    resource.remove()
    responses = [gone.get() for gone in children]
    for collection in inside:
        with suppress(NotExercised):  # the deployment may not have the page
            if collection.described.lists:
                responses.append(collection.get())
    need(responses, f"the deployment has nothing of what can lie in {resource.name}")
    for response in responses:
        response.must_be_error(HTTPStatus.NOT_FOUND)


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
    elsewhere = _elsewhere(resource)
    astray = elsewhere[resource.name]
    for operation in (expectation.operation, *expectation.described.updates, expectation.described.deletes):
        if operation:
            expect_unknown(deployment, operation, astray.path)
    if expectation.described.lists:
        names = elsewhere.every_name()  # the other resource may start with some of its own
        expect(resource.name not in names, f"a list without {resource.name} in the other resource", names)
    expect_equal(resource.read(), before, "the resource")


def _stray_fields(read: dict[str, Any], expectation: Expectation) -> dict[str, Any]:
    """Return fields of a resource that the form of an operation lacks, with other values."""
    return {
        name: "another" if isinstance(value, str) else 1 if value != 1 else 2
        for name, value in read.items()
        if isinstance(value, (str, int)) and name not in expectation.operation.form_fields
    }


def _update(expectation: Expectation, resource: Resource, **form: Any) -> None:
    response = resource.deployment.send(expectation.operation.method, resource.path, form=form)
    response.must_be(expectation.operation.success_status)


def _expect_shown_alike(resource: Resource, wanted: dict[str, Any]) -> None:
    """Expect the list, and the resource above if it shows the resource, to show what it reads."""
    key = resource.collection.key
    listed = resource.collection.every() if resource.collection.described.lists else []
    for shown in (*listed, *_shown_above(resource)):
        if shown.get(key) == resource.name:
            expect_equal(shown, wanted, "the resource in the list and in what is above")


def _shown_above(resource: Resource) -> list[dict[str, Any]]:
    """Return what the resource above shows in the place for resources of this kind."""
    embedded_at = resource.collection.described.resource.embedded_at
    if not embedded_at:
        return []
    shown = Resource(resource.deployment, resource.path[:-2]).read().get(embedded_at)
    return [each for each in shown if isinstance(each, dict)] if isinstance(shown, list) else []


def _elsewhere(resource: Resource) -> Collection:
    """Return the collection of its kind in a new resource above it."""
    above = resource.deployment.contract.collection_above(resource.collection.described)
    need(above and above.creates, "no operation creates what is above it")
    return Collection(resource.deployment, resource.path[:-3]).new()[resource.path[-2]]


def _alike(resource: Resource) -> list[Resource]:
    """Return a resource of the same form elsewhere, which may well have the same name."""
    with suppress(NotExercised):
        return [_elsewhere(resource).new(**resource.sent)]
    return []


def _beside(resource: Resource) -> list[Resource]:
    """Return new resources of the other collections that lie where this one lies."""
    where = resource.path[:-2]
    return [
        created
        for described in resource.deployment.contract.collections
        if described.path.segments[-1] != resource.path[-2]
        for beside in [Collection(resource.deployment, (*where, described.path.segments[-1]))]
        if resource.deployment.contract.collection_at(beside.path) is described
        for created in _created(beside)
    ]


def _created(collection: Collection) -> list[Resource]:
    """Return a new resource of a collection; none if it cannot be created and read."""
    described = collection.described
    if not described.creates or not described.reads:
        return []
    with suppress(NotExercised):  # without a mailbox there are no sources
        return [collection.new()]
    return []
