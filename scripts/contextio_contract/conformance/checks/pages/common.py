"""Checks of what all pages have in common: errors, requests and responses."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields, need
from contextio_contract.conformance.checks.shared import form_for
from contextio_contract.conformance.fixtures.forms import example_form
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.contract import JSON
from contextio_contract.contract.behaviour.expectations import is_any_text
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment


@check(rules=("accounts-get-404-message", "err-no-problem-json"), reads_only=True)
def err_unknown_is_404(deployment: Deployment) -> None:
    """Every operation on an unknown resource, or within one, is a 404 with an error."""
    shown = []
    for operation in deployment.operations:
        takes_any = all(is_any_text(parameter.schema) for parameter in operation.path_parameters)
        if not operation.path_parameters or not takes_any or example_form(operation) is None:
            continue
        segments = operation.path.segments
        path = tuple(deployment.unknown_name() if is_parameter(part) else part for part in segments)
        with suppress(NotExercised):  # what is not implemented
            response = deployment.send(operation.method, path, data=form_for(deployment, operation))
            try:
                error = response.must_be_error(HTTPStatus.NOT_FOUND).object
                expect_fields(error, **({} if operation.is_safe else {"success": False}))
            except Unmet as unmet:
                raise unmet.by(operation.id) from None
            shown.append(operation.id)
    need(shown, "none of the chosen operations is about a resource that could be unknown")


@check("accounts_list", rules=("err-no-problem-json", "res-json", "res-content-type-exact"), reads_only=True)
def res_json(deployment: Deployment) -> None:
    """The media type of responses and errors is application/json, without a parameter."""
    unknown = deployment["accounts"][deployment.unknown_name()]
    for response in (deployment["accounts"].get(limit=1), unknown.get()):
        expect_equal(response.raw.headers.get("Content-Type"), JSON, "Content-Type")


@check("accounts_list", rules=("req-accept-json",), reads_only=True)
def req_accept_json(deployment: Deployment) -> None:
    """Responses are JSON also for clients that accept anything."""
    response = deployment.send("GET", ("accounts",), headers={"Accept": "*/*"}).must_be(HTTPStatus.OK)
    expect(isinstance(response.body, list), "a list in JSON", response.body)


@check("accounts_list", "accounts_get", rules=("req-trailing-slash",), reads_only=True)
def req_trailing_slash(deployment: Deployment) -> None:
    """A slash at the end of a path makes no difference."""
    first = deployment["accounts"].all(limit=1)
    for element in first:
        path = ("accounts", str(element.get("id")), "")
        expect_equal(deployment.send("GET", path).must_be(HTTPStatus.OK).body, element, "the account")
    response = deployment.send("GET", ("accounts", ""), params={"limit": 1}).must_be(HTTPStatus.OK)
    expect_equal(response.body, first, "the list")


@check("accounts_create", "accounts_update", rules=("req-python-stray-body", "req-post-urlencoded"))
def req_python_stray_body(deployment: Deployment) -> None:
    """An empty field named body, which one client adds to each form, is ignored."""
    account = deployment["accounts"].new(body="")
    account.update(first_name="Ada", body="")
    expect_fields(account.read(), first_name="Ada")


@check("accounts_create")
def req_ruby_type_alone(deployment: Deployment) -> None:
    """The field type alone does not create a source."""
    account = deployment["accounts"].new(type="IMAP")
    expect("source" not in account.created, "no source in the response", account.created)
    expect_equal(account["sources"].all(), [], "the sources of the account")


@check("connect_tokens_create", "accounts_list", rules=("req-booleans-0-1", "req-get-query"))
def req_booleans_0_1(deployment: Deployment) -> None:
    """Flags are accepted as 0 and 1."""
    for flag in (0, 1):
        deployment["connect_tokens"].new(
            source_sync_flags=flag, source_sync_all_folders=flag, source_raw_file_list=flag
        )
        deployment["accounts"].all(status_ok=flag, limit=1)
