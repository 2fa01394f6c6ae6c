"""Proofs about updates: what they change, what they leave, and where it shows."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.derived.creation import expect_read, need_shown
from contextio_contract.conformance.checks.derived.neighbours import create_alike, create_children
from contextio_contract.conformance.checks.derived.places import expect_shown
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import alternatives, distinct, invalid_values
from contextio_contract.conformance.checks.responses import as_json, expect, expect_equal, fields_of, need
from contextio_contract.conformance.checks.shared import within
from contextio_contract.contract.values import answer_value

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment, Resource
    from contextio_contract.contract.behaviour.expectations import Expectation

TICK: Final = 1.05
"""After how many seconds a time in whole seconds is another one."""


@proves("changes")
def changes_what_is_sent(deployment: Deployment, expectation: Expectation) -> None:
    """Each field of the form, sent alone with one value and then another, changes this field alone."""
    described, operation = expectation.described, expectation.operation
    back = described.reads_back(operation)
    # Empty values come first, so that fields are left with others, which must stay.
    values = {name: sorted(alternatives(operation.form_fields[name]), key=bool) for name in back}
    created = described.creates.form_fields if described.creates else {}
    # What no update sends has a value as well, which must stay.
    start = distinct(described)
    start |= {name: each[-1] for name, each in values.items() if each and name in created}
    resource = within(deployment, described).new(**start)
    wanted = resource.read()
    expect_shown(resource, wanted)
    # An optional field is one that this deployment need not show.
    required = described.schema.required if described.schema else ()
    shown = [name for name in back if back[name] in {*wanted, *required}]
    several = {name: values[name][0] for name in shown if values[name]}
    one_by_one = [{name: value} for name in shown for value in values[name]]
    for form in one_by_one:
        wanted = _change(expectation, resource, wanted, form)
    _refuse(expectation, resource, several)
    for form in (several, several):  # what is so already is no error
        wanted = _change(expectation, resource, wanted, form)
    expect_shown(resource, resource.read())
    need_shown([back[name] for name in back if name not in shown])


def _change(
    expectation: Expectation, resource: Resource, before: dict[str, Any], form: dict[str, Any]
) -> dict[str, Any]:
    """Send a form, and expect the resource to differ in its fields alone, everywhere.

    Returns:
        The fields of the resource with their values, also of optional ones that are missing without one.
    """
    described = expectation.described
    fields = described.schema.properties if described.schema else {}
    required = described.schema.required if described.schema else ()
    _update(expectation, resource, **form)
    read, wanted = resource.read(), dict(before)
    for name, value in form.items():
        target = described.reads_back(expectation.operation)[name]
        if fields[target].items is None:
            wanted[target] = answer_value(value, fields[target])
        else:  # the value joins others
            values_shown, joined = read.get(target) or [], [*(wanted.get(target) or ()), value]
            is_joined = all(each in values_shown for each in joined)
            expect(is_joined, f"{target} with {as_json(joined)}", values_shown)
            wanted[target] = values_shown
    there = {name: value for name, value in wanted.items() if value or name in {*read, *required}}
    expect_equal(read, there, f"the resource after {as_json(form)}")
    expect_shown(resource, read, before, whole=False)
    return wanted


def _refuse(expectation: Expectation, resource: Resource, valid: dict[str, Any]) -> None:
    """Send other values beside one that is not allowed, and expect nothing to change anywhere."""
    before = resource.read()
    for name, schema in expectation.operation.form_fields.items():
        for value in invalid_values(schema):
            form = {**valid, name: value}
            response = resource.deployment.send(expectation.operation.method, resource.path, form=form)
            response.must_be_error(HTTPStatus.BAD_REQUEST)
            expect_equal(resource.read(), before, f"the resource after {as_json(form)}, which was refused,")
            expect_shown(resource, before, before, whole=False)
            return


@proves("only-its-fields")
def leaves_the_rest(deployment: Deployment, expectation: Expectation) -> None:
    """Fields that the form lacks stay, times and order as well, and so does what lies in and beside it."""
    collection = within(deployment, expectation.described)
    resource = collection.new()
    since = time.monotonic()
    others = [collection.new(), *create_alike(resource)]
    before, others_before = resource.read(), [other.read() for other in others]
    order = _order(resource, others[0])
    back = expectation.described.reads_back(expectation.operation)
    change = {name: next(iter(alternatives(expectation.operation.form_fields[name])), "") for name in back}
    if expectation.resource.created:  # a time that an update sets must be another one by then
        time.sleep(max(0, since + TICK - time.monotonic()))
    _update(expectation, resource, **change, **stray_fields(before, expectation))
    after = resource.read()
    expect_read(collection, expectation.operation, after, change, before)
    kept = {name: value for name, value in before.items() if name not in back.values()}
    expect_equal(fields_of(after, kept), kept, "the other fields")
    expect_equal([other.read() for other in others], others_before, "the other resources")
    expect_equal(_order(resource, others[0]), order, "the order in the list")
    _expect_children_stay(expectation, resource, change)


def _order(*resources: Resource) -> list[str]:
    """Return the names of resources in the order of their list, if one is described."""
    collection, names = resources[0].collection, {each.name for each in resources}
    if not collection.listing.is_ordered:
        return []
    return [name for name in collection.every_name() if name in names]


def _expect_children_stay(expectation: Expectation, resource: Resource, change: dict[str, Any]) -> None:
    inside = create_children(resource)
    before = [child.read() for child in inside]
    if inside:
        _update(expectation, resource, **change)
    for child, read in zip(inside, before, strict=True):
        expect_equal(child.read(), read, "what lies in the resource")
        expect_shown(child, read, read, whole=False)


@proves("stray-fields")
def ignores_stray_fields(deployment: Deployment, expectation: Expectation) -> None:
    """Fields that are sent with a creation though the form lacks them are not in what is created."""
    collection = within(deployment, expectation.described)
    stray = stray_fields(collection.new().read(), expectation)
    need(stray, "the form has all fields that the read shows")
    read = collection.new(**stray).read()
    taken = {name: value for name, value in stray.items() if read.get(name) == value}
    expect_equal(taken, {}, "what was taken of the fields that the form lacks")


def stray_fields(read: dict[str, Any], expectation: Expectation) -> dict[str, Any]:
    """Return fields of a resource that the form of an operation lacks, with other values."""
    return {
        name: "another" if isinstance(value, str) else 1 if value != 1 else 2
        for name, value in read.items()
        if isinstance(value, (str, int)) and name not in expectation.operation.form_fields
    }


def _update(expectation: Expectation, resource: Resource, **form: Any) -> None:
    response = resource.deployment.send(expectation.operation.method, resource.path, form=form)
    response.must_be(expectation.operation.success_status)
