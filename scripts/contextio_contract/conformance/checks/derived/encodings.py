"""Checks of encodings: how paths, forms and answers of every operation are written."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from contextio_contract.conformance.checks.derived.creation import expect_read
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.checks.shared import (
    expect_unknown,
    for_each_operation,
    request_for,
    within,
)
from contextio_contract.conformance.checks.steps import Resource
from contextio_contract.conformance.safety.uploads import name_of_upload
from contextio_contract.contract import JSON
from contextio_contract.contract.behaviour.expectations import is_any_text
from contextio_contract.contract.media_types import is_json

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.shared import Request
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract import Operation
    from contextio_contract.contract.behaviour.expectations import Expectation


@check(rules=("res-json", "res-content-type-exact"))
@for_each_operation
def res_json(deployment: Deployment, operation: Operation) -> None:
    """The media type of what is read, and of answers to forms, is application/json, without a parameter."""
    need(operation.is_safe or operation.form, "it takes no form")
    need(operation.success.kind == "json", "it answers no JSON")
    request = request_for(deployment, operation, succeeds=True)
    response = request.send().must_be(operation.success_status)
    expect_equal(response.raw.headers.get("Content-Type"), JSON, "Content-Type")


@check(rules=("req-accept-json",))
@for_each_operation
def req_accept_json(deployment: Deployment, operation: Operation) -> None:
    """Responses are JSON also for clients that accept anything, or do not say what they accept."""
    need(operation.is_safe and operation.success.kind == "json", "it reads no JSON")
    for accept in ("*/*", None):
        response = request_for(deployment, operation).send(headers={"Accept": accept})
        response.must_be(operation.success_status)
        kind = response.raw.headers.get("Content-Type", "")
        expect(is_json(kind), f"JSON for Accept: {accept}", response.body)


@check(rules=("req-trailing-slash",))
@for_each_operation
def req_trailing_slash(deployment: Deployment, operation: Operation) -> None:
    """A slash at the end of a path makes no difference."""
    described = deployment.contract.collection_of(operation)
    if described and operation is described.deletes:
        resource = within(deployment, described).new()
        deployment.send("DELETE", (*resource.path, "")).must_be(operation.success_status)
        expect_unknown(deployment, operation, resource.path)
        return
    request = request_for(deployment, operation, succeeds=True)
    need(operation.is_safe or operation.form, "a change of that kind has no form")
    slashed = request.send(path=(*request.path, "")).must_be(operation.success_status).raw.text
    if operation.is_safe and slashed != (plain := request.send().raw.text):
        need(request.send().raw.text == plain, "it changes while it is read")
        expect_equal(slashed, plain, "the response")


@check(rules=("req-path-encoding",))
@for_each_operation
def req_path_encoding(deployment: Deployment, operation: Operation) -> None:
    """The name of a resource in a path is percent-decoded once, no more and no less."""
    is_free = operation.path.names_resource and is_any_text(operation.path_parameters[-1].schema)
    need(operation.method == "GET" and is_free, "no operation reads a resource by its name")
    request = request_for(deployment, operation)
    *above, name = request.path
    if quote(name, safe="") != name:
        request.send().must_be(operation.success_status)
    encoded = "".join(f"%{byte:02X}" for byte in name.encode())
    request.send(path=(*above, encoded)).must_be_error(HTTPStatus.NOT_FOUND)


@check(rules=("req-python-stray-body", "req-post-urlencoded"))
@for_each_operation
def req_python_stray_body(deployment: Deployment, operation: Operation) -> None:
    """An empty field named body, which one client adds to each form, is ignored."""
    need(operation.form and "body" not in operation.form_fields, "no operation takes a form")
    request = request_for(deployment, operation, succeeds=True)
    _expect_effect(request, form={**request.form, "body": ""})


@proves("multipart")
def takes_multipart(deployment: Deployment, expectation: Expectation) -> None:
    """The form as multipart/form-data does the same."""
    request = request_for(deployment, expectation.operation, succeeds=True)
    parts = {name: (None, str(value)) for name, value in request.form.items()}
    _expect_effect(request, data=None, files=parts)


def _expect_effect(request: Request, **options: Any) -> None:
    """Expect a request to succeed, and the values of its form to read back."""
    deployment, operation = request.deployment, request.operation
    response = request.send(**options).must_be(operation.success_status)
    described = deployment.contract.collection_of(operation)
    if described and described.reads:
        named = described.name_in(response.object) or name_of_upload(described, request.form)
        created = (str(named),) if operation is described.creates else ()
        resource = Resource(deployment, (*request.path, *created))
        expect_read(resource.collection, operation, resource.read(), request.form)
