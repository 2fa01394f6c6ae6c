"""Proofs about requests that the description does not allow."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import invalid_values
from contextio_contract.conformance.checks.responses import expect_equal, need
from contextio_contract.conformance.checks.shared import form_for, nothing_created, path_to
from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource

if TYPE_CHECKING:
    from contextio_contract.contract.behaviour.expectations import Expectation


@proves("bad-query", reads_only=True)
def refuses_query(deployment: Deployment, expectation: Expectation) -> None:
    """Each value that the schema of a parameter does not allow is refused."""
    operation = expectation.operation
    queries = [
        {parameter.name: value}
        for parameter in operation.query_parameters
        for value in invalid_values(parameter.schema)
    ]
    need(queries, "the schemas of all parameters allow any text")
    path = path_to(deployment, operation.path.segments, reads=operation.is_safe)
    for query in queries:
        response = deployment.send(operation.method, path, params=query)
        response.must_be_error(HTTPStatus.BAD_REQUEST)


@proves("bad-form")
def refuses_form(deployment: Deployment, expectation: Expectation) -> None:
    """Each value that the schema of a form field does not allow is refused, and nothing is changed."""
    operation = expectation.operation
    values = {name: [*invalid_values(schema)] for name, schema in operation.form_fields.items()}
    need(any(values.values()), "the schemas of all form fields allow any text")
    path = path_to(deployment, operation.path.segments, reads=False)
    form = form_for(deployment, operation)
    creates = expectation.collection is not None and expectation.collection.creates is operation
    # One value for each field; fields of one schema differ in it.
    forms = [{**form, name: each[at % len(each)]} for at, (name, each) in enumerate(values.items()) if each]
    if creates and expectation.described.lists:
        with nothing_created(Collection(deployment, path)):
            _expect_refused(deployment, operation.method, path, forms)
        return
    before = Resource(deployment, path).read() if operation.path.names_resource else None
    _expect_refused(deployment, operation.method, path, forms)
    if before is not None:
        expect_equal(Resource(deployment, path).read(), before, "the resource")


def _expect_refused(
    deployment: Deployment, method: str, path: tuple[str, ...], forms: list[dict[str, object]]
) -> None:
    for form in forms:
        deployment.send(method, path, data=form).must_be_error(HTTPStatus.BAD_REQUEST)
