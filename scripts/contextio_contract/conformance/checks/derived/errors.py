"""Checks of errors: of requests that the description does not allow, and of unknown resources."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.derived.places import expect_shown
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import invalid_values
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect_equal, need
from contextio_contract.conformance.checks.shared import (
    expect_unknown,
    for_each_operation,
    nothing_created,
    path_to,
    request_for,
)
from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.contract import JSON
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Operation
    from contextio_contract.contract.behaviour.expectations import Expectation


@proves("bad-query", reads_only=True)
def refuses_query(deployment: Deployment, expectation: Expectation) -> None:
    """Each value that the schema of a parameter does not allow is refused."""
    request = request_for(deployment, expectation.operation)
    parameters = expectation.operation.query_parameters
    invalid = [(each.name, value) for each in parameters for value in invalid_values(each.schema)]
    need(invalid, "the schemas of all parameters allow any text")
    for name, value in invalid:
        request.send(params={**request.query, name: value}).must_be_error(HTTPStatus.BAD_REQUEST)


@proves("bad-form")
def refuses_form(deployment: Deployment, expectation: Expectation) -> None:
    """A value that a field does not allow, and an empty form where none is allowed, change nothing: 400."""
    operation, described = expectation.operation, expectation.collection
    request = request_for(deployment, operation)
    values = {name: [*invalid_values(schema)] for name, schema in operation.form_fields.items()}
    need(any(values.values()), "the schemas of all form fields allow any text")
    creates = described and described.creates is operation
    before = Resource(deployment, request.path).read() if operation.path.names_resource else None
    is_counted = creates and described and described.lists
    with nothing_created(Collection(deployment, request.path)) if is_counted else nullcontext():
        for at, (name, each) in enumerate(values.items()):
            if each:  # one value for each field; fields of one schema differ in it
                form = {**request.form, name: each[at % len(each)]}
                request.send(form=form).must_be_error(HTTPStatus.BAD_REQUEST)
    if operation.form and not operation.form.is_valid({}) and not creates:
        request.send(form={}).must_be_error(HTTPStatus.BAD_REQUEST)
    if before is not None:
        resource = Resource(deployment, request.path)
        expect_equal(resource.read(), before, "the resource")
        expect_shown(resource, before, before, whole=False)


@check(rules=("accounts-get-404-message", "err-no-problem-json"))
@for_each_operation
def err_unknown_is_404(deployment: Deployment, operation: Operation) -> None:
    """Every operation on an unknown resource, or within one, is a 404 with an error in JSON."""
    paths = list(_unknown_paths(deployment, operation)) if "404" in operation.responses else []
    need(paths, "it is about no resource that could be unknown")
    for path in paths:
        error = expect_unknown(deployment, operation, path)
        expect_equal(error.raw.headers.get("Content-Type"), JSON, "Content-Type")


def _unknown_paths(deployment: Deployment, operation: Operation) -> Iterator[ResourcePath]:
    """Yield paths of an operation, in each of which one name is unknown; the others are known if possible."""
    segments, free_name = operation.path.segments, deployment.gateway.guard.ledger.free_name
    known = tuple(free_name() if is_parameter(part) else part for part in segments)
    for end in range(1, len(segments) + 1):
        with suppress(NotExercised):
            known = (*path_to(deployment, segments[:end], reads=operation.is_safe), *known[end:])
    schemas = {f"{{{each.name}}}": each.schema for each in operation.path_parameters}
    creates = operation.method == "PUT" and operation.success_status == HTTPStatus.CREATED
    for position, segment in enumerate(segments[:-1] if creates else segments):
        path = (*known[:position], free_name(), *known[position + 1 :])
        named = [(schemas[part], name) for part, name in zip(segments, path, strict=True) if part in schemas]
        is_made = position + 1 == len(segments) and operation.success_status == HTTPStatus.CREATED
        if segment in schemas and not is_made and all(schema.is_valid(name) for schema, name in named):
            yield path
