"""Checks of what all pages have in common: errors, requests and responses."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields, need
from contextio_contract.conformance.checks.shared import form_of
from contextio_contract.conformance.fixtures.forms import example_form
from contextio_contract.conformance.outcome import NotExercised, Unmet
from contextio_contract.contract import JSON
from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment, Resource
    from contextio_contract.contract import Parameter

TIMES: Final = range(1_262_304_000, 4_102_444_800)
"""2010 to 2100 in seconds since 1970; larger numbers are milliseconds."""


@check(rules=("accounts-get-404-message", "err-no-problem-json"), reads_only=True)
def err_unknown_is_404(deployment: Deployment) -> None:
    """Every operation on an unknown resource, or within one, is a 404 with an error."""
    operations = [
        operation
        for operation in deployment.operations
        if operation.path_parameters
        and all(map(_takes_any_text, operation.path_parameters))
        and example_form(operation) is not None
    ]
    need(operations, "none of the chosen operations is about a resource that could be unknown")
    for operation in operations:
        segments = operation.path.segments
        path = tuple(deployment.unknown_name() if is_parameter(part) else part for part in segments)
        response = deployment.send(operation.method, path, data=form_of(deployment, operation))
        try:
            error = response.must_be_error(HTTPStatus.NOT_FOUND).object
            expect_fields(error, **({} if operation.is_safe else {"success": False}))
        except Unmet as unmet:
            raise unmet.by(operation.id) from None


def _takes_any_text(parameter: Parameter) -> bool:
    keywords = ("pattern", "format", "enum")
    return parameter.schema.types == ("string",) and not any(map(parameter.schema.get, keywords))


@check("accounts_list", "sources_list", rules=(), reads_only=True)
def err_bad_query_is_400(deployment: Deployment) -> None:
    """A query that the description does not allow is a 400 with an error."""
    for query in ({"limit": -1}, {"limit": "many"}, {"offset": -1}, {"status": "FINE"}, {"status_ok": 2}):
        deployment.accounts.get(**query).must_be_error(HTTPStatus.BAD_REQUEST)


@check("accounts_create", "connect_tokens_create", "account_connect_tokens_create", rules=())
def err_bad_form_is_400(deployment: Deployment) -> None:
    """A form that the description does not allow is a 400 with an error, and creates nothing."""
    account = deployment.any_account()
    callback = {"callback_url": deployment.callback_url}
    for collection, form in (
        (deployment.accounts, {"email": "no address"}),
        (deployment.accounts, {"email": ""}),
        (deployment.tokens(), {"callback_url": "no address"}),
        (deployment.tokens(), callback | {"source_sync_flags": 2}),
        (account.connect_tokens, callback | {"email": "no address"}),
    ):
        collection.post(**form).must_be_error(HTTPStatus.BAD_REQUEST)


@check("accounts_list", rules=("err-no-problem-json", "res-json", "res-content-type-exact"), reads_only=True)
def res_json(deployment: Deployment) -> None:
    """The media type of responses and errors is application/json, without a parameter."""
    unknown = deployment.accounts[deployment.unknown_name()]
    for response in (deployment.accounts.get(limit=1), unknown.get()):
        expect_equal(response.raw.headers.get("Content-Type"), JSON, "Content-Type")


@check("accounts_list", rules=("req-accept-json",), reads_only=True)
def req_accept_json(deployment: Deployment) -> None:
    """Responses are JSON also for clients that accept anything."""
    response = deployment.send("GET", ("accounts",), headers={"Accept": "*/*"}).must_be(HTTPStatus.OK)
    expect(isinstance(response.body, list), "a list in JSON", response.body)


@check("accounts_list", "accounts_get", rules=("req-trailing-slash",), reads_only=True)
def req_trailing_slash(deployment: Deployment) -> None:
    """A slash at the end of a path makes no difference."""
    first = deployment.accounts.all(limit=1)
    for element in first:
        path = ("accounts", str(element.get("id")), "")
        expect_equal(deployment.send("GET", path).must_be(HTTPStatus.OK).body, element, "the account")
    response = deployment.send("GET", ("accounts", ""), params={"limit": 1}).must_be(HTTPStatus.OK)
    expect_equal(response.body, first, "the list")


@check("accounts_create", "accounts_update", rules=("req-python-stray-body", "req-post-urlencoded"))
def req_python_stray_body(deployment: Deployment) -> None:
    """An empty field named body, which one client adds to each form, is ignored."""
    account = deployment.account(body="")
    account.update(first_name="Ada", body="")
    expect_fields(account.read(), first_name="Ada")


@check("accounts_create")
def req_ruby_type_alone(deployment: Deployment) -> None:
    """The field type alone does not create a source."""
    account = deployment.account(type="IMAP")
    expect("source" not in account.created, "no source in the response", account.created)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("connect_tokens_create", "accounts_list", rules=("req-booleans-0-1", "req-get-query"))
def req_booleans_0_1(deployment: Deployment) -> None:
    """Flags are accepted as 0 and 1."""
    for flag in (0, 1):
        deployment.token(source_sync_flags=flag, source_sync_all_folders=flag, source_raw_file_list=flag)
        deployment.accounts.all(status_ok=flag, limit=1)


@check("accounts_get", "connect_tokens_get", "account_connect_tokens_get")
def req_timestamps(deployment: Deployment) -> None:
    """Times are whole seconds since 1970, and never run backwards."""
    account = deployment.any_account()
    times = []
    for resource in (account, deployment.token(), deployment.token(account)):
        read = resource.read()
        for name in ("created", "expires", "suspended", "password_expired"):
            value = read.get(name, 0)
            is_time = type(value) is int and (value == 0 or value in TIMES)
            expect(is_time, f"{name} in seconds since 1970", value)
        times.append(read["created"])
    later = deployment.account().read()["created"]
    expect(later >= max(times), f"created at {max(times)} or later", later)


@check(
    *("accounts_get", "sources_get", "connect_tokens_get", "account_connect_tokens_get"),
    rules=("res-resource-url",),
)
def res_resource_url(deployment: Deployment) -> None:
    """Each resource_url in a response is absolute and leads to its resource."""
    account = deployment.account()
    resources: list[Resource] = [account, deployment.token(), deployment.token(account)]
    with suppress(NotExercised):  # without a mailbox there are no sources
        resources.append(deployment.source(account))
    for resource in resources:
        read = resource.read()
        created = resource.created.get("resource_url")
        for url in dict.fromkeys((created, read.get("resource_url", created))):
            expect_equal(deployment.follow(url), read, "the resource that resource_url leads to")
    for element in account.read()["sources"]:
        if "resource_url" in element:
            deployment.follow(element["resource_url"])
