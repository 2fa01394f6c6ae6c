"""Proofs about creations: what a new resource reads back, starts with, is called and where it shows."""

from __future__ import annotations

import re
from http import HTTPStatus
from time import time as now
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from hypothesis import strategies as st

from contextio_contract.conformance.checks.derived.neighbours import create_twins
from contextio_contract.conformance.checks.derived.places import name_in_list
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import TEXTS, distinct, readable, values_for
from contextio_contract.conformance.checks.responses import (
    Absent,
    as_json,
    expect,
    expect_equal,
    expect_fields,
    is_same,
    need,
)
from contextio_contract.conformance.checks.shared import existing, form_for, nothing_created, within
from contextio_contract.conformance.checks.steps import Collection, Resource
from contextio_contract.conformance.safety.marks import mark
from contextio_contract.conformance.safety.uploads import header_fields
from contextio_contract.contract.behaviour.expectations import free_texts
from contextio_contract.contract.values import answer_value, example_value

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract import Operation
    from contextio_contract.contract.behaviour.expectations import Expectation

CLOCK: Final = 1500
"""Seconds by which a clock may be off; times in another zone, or in milliseconds, are off by more."""
TOLERANCE: Final = 60
"""Seconds by which a deployment may round."""


def draw_form(expectation: Expectation) -> Mapping[str, SearchStrategy[Any]]:
    """Return a strategy for forms of the fields that read back and open no mailbox."""
    fields = expectation.operation.form_fields
    values = {name: values_for(fields[name]) for name in readable(expectation.described)}
    return {"form": st.fixed_dictionaries(values) | st.fixed_dictionaries({}, optional=values)}


@proves("reads-back", draws=draw_form)
def reads_back(deployment: Deployment, expectation: Expectation, form: dict[str, Any]) -> None:
    """The fields of the form read back as they were sent, and so does the mailbox if there is one."""
    collection = within(deployment, expectation.described)
    resource = collection.new(**mark(form, expectation.described, deployment.new_mark()))
    expect_read(collection, expectation.operation, resource.read(), resource.sent)


def expect_read(
    collection: Collection,
    operation: Operation,
    read: dict[str, Any],
    sent: Mapping[str, Any],
    before: Container[str] = (),
) -> None:
    """Expect a read to show the values of a form.

    An optional field without a value may be missing. One with a value must be there if it was there `before`
    or lists show it of others.

    Raises:
        NotExercised: if no answer shows an optional field, so that nothing is known of its value.
    """
    described = collection.described
    shown = described.schema
    hidden = {}
    for name, target in described.reads_back(operation).items():
        if shown is None or name not in sent:
            continue
        if target not in read and target not in shown.required:
            hidden[target] = sent[name]
            continue
        schema = shown.properties[target]
        if schema.items is not None:
            elements = read.get(target)
            is_there = isinstance(elements, list) and sent[name] in elements
            expect(is_there, f"{target} with {as_json(sent[name])}", elements)
        else:
            expect_equal(read.get(target, Absent()), answer_value(sent[name], schema), target)
    elsewhere = _listed_fields(collection) if hidden else ()
    for target, value in hidden.items():
        is_forgotten = bool(value) and (target in before or target in elsewhere)
        expect(not is_forgotten, f"{target}, which other answers show, with {as_json(value)}", read)
    need_shown([target for target in hidden if target not in before and target not in elsewhere])


def _listed_fields(collection: Collection) -> set[str]:
    """Return the fields that lists show of resources of a kind, of anybody."""
    described, deployment = collection.described, collection.deployment
    if not described.reads_as_listed:
        return set()
    paths = {collection.path, *existing(deployment, described.path.segments)}
    return {field for path in paths for element in Collection(deployment, path).all() for field in element}


def need_shown(hidden: Iterable[str]) -> None:
    """Continue if a read shows all fields that a check is about."""
    need(not hidden, f"no read shows {', '.join(hidden)}, which the description leaves optional")


@proves("any-text")
def takes_any_text(deployment: Deployment, expectation: Expectation) -> None:
    """Texts that careless handling breaks read back as they were sent."""
    collection, created = within(deployment, expectation.described), list[tuple[Resource, dict[str, Any]]]()
    names = free_texts(expectation.described, expectation.operation)
    fields = expectation.operation.form_fields
    rounds = [TEXTS[start:] + TEXTS[:start] for start in range(0, len(TEXTS), len(names))]
    for texts in ([max(TEXTS, key=len)] * len(names), *rounds):
        form = dict(zip(names, texts, strict=False))
        resource = collection.new(**{name: form[name] for name in form if fields[name].is_valid(form[name])})
        created.append((resource, resource.read()))
        expect_read(collection, expectation.operation, created[-1][1], resource.sent)
    _expect_listed_alike(collection, created)


def _expect_listed_alike(collection: Collection, created: Iterable[tuple[Resource, dict[str, Any]]]) -> None:
    """Expect the list to show each of some resources as it reads, if elements are described so."""
    if collection.described.reads_as_listed:
        listed = {collection.name_of(element): element for element in collection.every()}
        for resource, read in created:
            expect_equal(listed.get(name_in_list(resource, read)), read, f"{resource.name} in the list")


@proves("initial")
def starts_with_initial_values(deployment: Deployment, expectation: Expectation) -> None:
    """A resource that was created with the least form has the described values in its other fields."""
    described = expectation.described
    resource = within(deployment, described).new()
    back = described.reads_back(expectation.operation)
    wanted = dict(described.resource.initial)
    shown = described.schema
    for name, schema in expectation.operation.form_fields.items():
        if shown and name in back and schema.get("default") is not None:
            wanted[back[name]] = answer_value(schema.get("default"), shown.properties[back[name]])
    sent = {back[name] for name in resource.sent if name in back}
    read = resource.read()
    unsent = {name: value for name, value in wanted.items() if name not in sent}
    # Some deployments write an empty object as an empty array, which the schema may allow.
    same = {name for name, value in unsent.items() if value == {} and read.get(name) == []}
    expect_fields(
        read, **{name: value for name, value in unsent.items() if name in read and name not in same}
    )
    need_shown([name for name in unsent if name not in read])


@proves("new-name")
def has_name_of_its_own(deployment: Deployment, expectation: Expectation) -> None:
    """A new resource has the name of no other, also for the same form, and once one of them was deleted."""
    collection = within(deployment, expectation.described)
    first, second = collection.new(), collection.new()
    names = [first.name, second.name]
    before = first.read()
    for fields in ({}, distinct(expectation.described, 1)):
        names += [twin.name for twin in create_twins(first, **fields)]
    expect_equal(sorted(names), sorted(set(names)), "the names")
    expect_equal(first.read(), before, "the first, once another was created with the same form,")
    first.remove()
    third = collection.new()
    expect(third.name not in names[1:], f"a name other than {as_json(names[1:])}", third.name)


@proves("url")
def has_address(deployment: Deployment, expectation: Expectation) -> None:
    """The address in the answer to the creation, and the one in the read, name and lead to the resource."""
    resource = within(deployment, expectation.described).new()
    field = str(expectation.resource.url)
    read = resource.read()
    urls = [body[field] for body in (resource.created, read) if field in body]
    need(urls, f"no answer has {field}")
    for url in dict.fromkeys(map(str, urls)):
        names = {quote(name, safe="") for name in (resource.name, str(read.get(resource.collection.key)))}
        # Escapes are the same in small letters (RFC 3986, section 6.2.2.1).
        escaped = re.sub("%[0-9a-f]{2}", lambda escape: escape[0].upper(), url, flags=re.IGNORECASE)
        expect(any(name in escaped for name in names), f"{field} with the name, percent-encoded", url)
        expect_equal(deployment.follow(url), read, f"what {field} leads to")


@proves("created")
def has_time_of_creation(deployment: Deployment, expectation: Expectation) -> None:
    """The time of creation is in whole seconds, and later resources have no earlier one."""
    field, times = str(expectation.resource.created), list[int]()
    collection = within(deployment, expectation.described)
    for resource in (collection.new(), collection.new()):
        time = resource.read()[field]
        is_now = type(time) is int and abs(time - now()) < CLOCK
        expect(is_now, f"{field} in whole seconds since 1970 UTC, about {now():.0f}", time)
        times.append(time)
    expect_equal(times, sorted(times), f"{field} of two resources")


@proves("lifetime")
def ends_after_lifetime(deployment: Deployment, expectation: Expectation) -> None:
    """An unused resource ends the described time after its creation."""
    resource = expectation.resource
    field, seconds = resource.lifetime or ("", 0)
    read = within(deployment, expectation.described).new().read()
    end, created = read[field], read[str(resource.created)]
    is_whole = type(end) is int and type(created) is int
    expect(is_whole, f"{field} and {resource.created} in whole seconds", read)
    is_close = abs(end - created - seconds) <= TOLERANCE
    expect(is_close, f"{field} {seconds} s after {resource.created}", f"{end - created} s after")


@proves("embedded")
def shows_in_what_is_above(deployment: Deployment, expectation: Expectation) -> None:
    """The resource above shows the new resource as it reads alone."""
    resource = within(deployment, expectation.described).new()
    read, field = resource.read(), str(expectation.resource.embedded_at)
    shown = Resource(deployment, resource.path[:-2]).read().get(field)
    is_there = isinstance(shown, list) and any(is_same(each, read) for each in shown)
    expect(is_there, f"{field} with {as_json(read)}", shown)


def as_texts(form: Mapping[str, Any]) -> dict[str, Any]:
    """Return a form with its files as texts, as their schemas have them."""
    return {
        name: value.decode(errors="replace") if isinstance(value, bytes) else value
        for name, value in form.items()
    }


@proves("required")
def needs_required_fields(deployment: Deployment, expectation: Expectation) -> None:
    """A form that is not valid without a field is refused without it, and creates nothing.

    So is a form with a field that needs another one beside it.
    """
    operation = expectation.operation
    collection = within(deployment, expectation.described)
    form = form_for(deployment, operation)
    # Without its mark, what was created all the same could not be removed.
    marked = header_fields(expectation.described)
    kept = marked[0] if marked and not deployment.gateway.guard.ends_with_run else ""
    parts = [
        {other: value for other, value in form.items() if other != name} for name in form if name != kept
    ]
    with nothing_created(collection):
        for part in parts:
            if operation.form and not operation.form.is_valid(as_texts(part)):
                collection.post(**part).must_be_error(HTTPStatus.BAD_REQUEST)
        for part in (form, *parts):
            for lacking in _with_unmet_condition(operation, part):
                collection.post(**lacking).must_be_error(HTTPStatus.BAD_REQUEST)


def _with_unmet_condition(operation: Operation, form: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a form with each further field that needs yet another one, and else makes the form valid."""

    def broken(form: Mapping[str, Any]) -> set[tuple[str | int, ...]]:
        errors = operation.form.validator.iter_errors(form) if operation.form else ()
        return {tuple(error.evaluation_path) for error in errors}

    texts = as_texts(form)
    before = broken(texts)
    for name, schema in operation.form_fields.items():
        value = example_value(schema)
        if name not in form and not schema.deprecated and schema.is_valid(value):
            after = broken({**texts, name: value})
            if after and not before & after:
                yield {**form, name: value}
