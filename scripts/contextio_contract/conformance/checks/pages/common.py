"""What all pages have in common: errors, and how requests and answers are written."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.steps import (
    NOT_FOUND,
    OK,
    REFUSED,
    expect,
    expect_equal,
)
from contextio_contract.conformance.fixtures.forms import example_form
from contextio_contract.conformance.outcome import NotExercised, Unmet

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment, Thing
    from contextio_contract.contract import Operation

EARLIEST: Final = 1_262_304_000
"""2010 in seconds; what is less counts something else."""
LATEST: Final = 4_102_444_800
"""2100 in seconds; what is more counts milliseconds."""


@check(rules=("accounts-get-404-message", "err-no-problem-json"), reads_only=True)
def err_unknown_is_404(deployment: Deployment) -> None:
    """Whatever is unknown, or lies in something unknown, answers 404 with an error, in every operation."""
    within = [
        operation
        for operation in deployment.operations
        if operation.path.parameters and example_form(operation) is not None and _takes_any_name(operation)
    ]
    if not within:
        message = "none of the chosen operations is about a thing that could be unknown"
        raise NotExercised(message)
    for operation in within:
        path = tuple(
            deployment.nothing() if part.startswith("{") else part for part in operation.path.segments
        )
        answer = deployment.send(operation.method, path, data=deployment.form_of(operation))
        try:
            error = answer.must_be_refused(NOT_FOUND).thing
            if not operation.is_safe:
                expect_equal(error.get("success"), False, "success")  # noqa: FBT003 - what is compared
        except Unmet as unmet:
            raise unmet.by(operation.id) from None


@check("accounts_list", "sources_list", rules=(), reads_only=True)
def err_bad_query_is_400(deployment: Deployment) -> None:
    """A query that the description does not allow answers 400 with an error."""
    bad = ({"limit": -1}, {"limit": "many"}, {"offset": -1}, {"status": "FINE"}, {"status_ok": 2})
    for query in bad:
        deployment.accounts.get(**query).must_be_refused(REFUSED)


@check("accounts_create", "connect_tokens_create", "account_connect_tokens_create", rules=())
def err_bad_form_is_400(deployment: Deployment) -> None:
    """A form that the description does not allow answers 400 with an error, and makes nothing."""
    account = deployment.any_account()
    callback = {"callback_url": deployment.callback_url}
    tries = (
        (deployment.accounts, {"email": "no address"}),
        (deployment.accounts, {"email": ""}),
        (deployment.connect_tokens, {"callback_url": "no address"}),
        (deployment.connect_tokens, callback | {"source_sync_flags": 2}),
        (account.connect_tokens, callback | {"email": "no address"}),
    )
    for collection, form in tries:
        collection.post(**form).must_be_refused(REFUSED)


@check("accounts_list", rules=("err-no-problem-json", "res-json", "res-content-type-exact"), reads_only=True)
def res_json(deployment: Deployment) -> None:
    """Answers and errors have the media type application/json, without a parameter."""
    for answer in (deployment.accounts.get(limit=1), deployment.accounts[deployment.nothing()].get()):
        expect_equal(answer.response.headers.get("Content-Type"), "application/json", "Content-Type")


@check("accounts_list", rules=("req-accept-json",), reads_only=True)
def req_accept_json(deployment: Deployment) -> None:
    """Answers are in JSON also for clients that accept anything."""
    answer = deployment.send("GET", ("accounts",), headers={"Accept": "*/*"}).must_be(OK)
    expect(isinstance(answer.body, list), "a list in JSON", answer.body)


@check("accounts_list", "accounts_get", rules=("req-trailing-slash",), reads_only=True)
def req_trailing_slash(deployment: Deployment) -> None:
    """A slash at the end of a path makes no difference."""
    first = deployment.accounts.all(limit=1)
    for element in first:
        path = ("accounts", str(element.get("id")), "")
        expect_equal(deployment.send("GET", path).must_be(OK).body, element, "the account")
    answer = deployment.send("GET", ("accounts", ""), params={"limit": 1}).must_be(OK)
    expect_equal(answer.body, first, "the list")


@check("accounts_create", "accounts_update", rules=("req-python-stray-body", "req-post-urlencoded"))
def req_python_stray_body(deployment: Deployment) -> None:
    """An empty field called body, which a client adds to each form, is ignored."""
    account = deployment.account(body="")
    account.update(first_name="Ada", body="")
    expect_equal(account.read().get("first_name"), "Ada", "first_name")


@check("accounts_create")
def req_ruby_type_alone(deployment: Deployment) -> None:
    """Type alone does not ask for a source."""
    account = deployment.account(type="IMAP")
    expect("source" not in account.created, "no source in the answer", account.created)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("connect_tokens_create", "accounts_list", rules=("req-booleans-0-1", "req-get-query"))
def req_booleans_0_1(deployment: Deployment) -> None:
    """Flags are taken as 0 and 1."""
    for flag in (0, 1):
        deployment.token(source_sync_flags=flag, source_sync_all_folders=flag, source_raw_file_list=flag)
        deployment.accounts.all(status_ok=flag, limit=1)


@check("accounts_get", "connect_tokens_get", "account_connect_tokens_get")
def req_timestamps(deployment: Deployment) -> None:
    """Times are whole seconds since 1970, and what is new was created after what was there before."""
    account = deployment.any_account()
    times = []
    for thing in (account, deployment.token(), deployment.token(account)):
        read = thing.read()
        for name in ("created", "expires", "suspended", "password_expired"):
            value = read.get(name, 0)
            fits = type(value) is int and (value == 0 or EARLIEST < value < LATEST)
            expect(fits, f"{name} in seconds since 1970", value)
        times.append(read["created"])
    later = deployment.account().read()["created"]
    expect(later >= max(times), f"created at {max(times)} or later", later)


@check(
    "accounts_get",
    "sources_get",
    "connect_tokens_get",
    "account_connect_tokens_get",
    rules=("res-resource-url",),
)
def res_resource_url(deployment: Deployment) -> None:
    """Each resource_url in an answer is absolute and leads to what it stands in."""
    account = deployment.account()
    things: list[Thing] = [account, deployment.token(), deployment.token(account)]
    with suppress(NotExercised):  # without a mailbox there are no sources
        things.append(deployment.source(account))
    for thing in things:
        read = thing.read()
        created = thing.created.get("resource_url")
        for url in dict.fromkeys((created, read.get("resource_url", created))):
            there = deployment.follow(url).must_be(OK).thing
            expect_equal(there, read, "what resource_url leads to")
    for element in account.read()["sources"]:
        if "resource_url" in element:
            deployment.follow(element["resource_url"]).must_be(OK)


def _takes_any_name(operation: Operation) -> bool:
    """Return whether every path parameter of an operation is a text of any form."""
    limits = {"pattern", "format", "enum"}
    return all(
        parameter.schema.types == ("string",) and limits.isdisjoint(parameter.schema.resolved)
        for parameter in operation.path_parameters
    )
