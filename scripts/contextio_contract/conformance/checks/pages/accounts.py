"""Checks of accounts beyond what the description says of every collection."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.derived.creation import expect_read
from contextio_contract.conformance.checks.derived.values import alternatives, readable
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields
from contextio_contract.conformance.fixtures.forms import mailbox_form
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment

UNKNOWN: Final = "0123456789abcdef01234567"
"""The id of no account, in the form that ids usually have."""


@check("accounts_get", reads_only=True)
def accounts_get_404_message(deployment: Deployment) -> None:
    """The error for an unknown account is a 404 that names it."""
    error = deployment["accounts"][UNKNOWN].get().must_be_error(HTTPStatus.NOT_FOUND).object
    expect(UNKNOWN in error["value"], f"a value that names {UNKNOWN}", error["value"])


@check(
    "accounts_create",
    id="accounts-create-source-object-only-when-source",
    rules=(
        "accounts-create-source-object-only-when-source",
        "accounts-create-email-only-ok",
        "src-list-bare-array",
    ),
)
@check("accounts_create", id="req-ruby-type-alone", type="IMAP")
def creates_no_source(deployment: Deployment, **fields: str) -> None:
    """A creation without a mailbox makes no source, and its response has none, whatever the type is."""
    account = deployment["accounts"].new(**fields)
    expect("source" not in account.created, "no source in the response", account.created)
    expect_equal(account["sources"].all(), [], "the sources of the account")


@check("accounts_create")
def accounts_create_accepts_source_params(deployment: Deployment) -> None:
    """One request creates an account with its first source and the options of it, and says where that is."""
    accounts = deployment["accounts"]
    form = _with_mailbox(accounts)
    described = accounts["{id}"]["sources"].described
    creates = described.creates
    options = set(readable(described)) - accounts.form().keys()
    form |= {name: alternatives(creates.form_fields[name])[-1] for name in options if creates}
    account = accounts.new(**form)
    source = account.created.get("source") or {}
    expect(bool(source.get("label")), "source, with label", account.created)
    expect_equal(account["sources"].names(), [source.get("label")], "the labels of its sources")
    read = account["sources"][source["label"]].read()
    if "resource_url" in source:
        expect_equal(deployment.follow(source["resource_url"]), read, "what resource_url of source leads to")
    expect_fields(read, label=source.get("label"))
    if creates:
        expect_read(account["sources"], creates, read, form)


@check("accounts_create")
def accounts_create_with_source_atomic(deployment: Deployment) -> None:
    """If the mailbox cannot be opened, no account is created."""
    accounts = deployment["accounts"]
    unusable = ({"password": WRONG_PASSWORD}, {"server": "127.0.0.1", "port": 9}, {"port": 0})
    for changes in unusable:
        form = accounts.form(**_with_mailbox(accounts) | changes)
        response = accounts.post(**form)
        response.must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
        expect_equal(accounts.names(email=form["email"]), [], "the accounts with the address")


@check("accounts_create")
def accounts_create_source_credentials(deployment: Deployment) -> None:
    """A mailbox with neither a password nor a token is refused, and no account is created."""
    accounts = deployment["accounts"]
    form = accounts.form(server="127.0.0.1", port=9, use_ssl=0, type="IMAP", username="ada")
    accounts.post(**form).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(accounts.names(email=form["email"]), [], "the accounts with the address")


@check("accounts_create")
def accounts_create_failure_diagnostics(deployment: Deployment) -> None:
    """If the mailbox cannot be opened, success is false, and feedback_code and connectionLog say why."""
    accounts = deployment["accounts"]
    form = accounts.form(**_with_mailbox(accounts, password=WRONG_PASSWORD))
    response = accounts.post(**form).must_be_error(HTTPStatus.BAD_REQUEST).must_explain(WRONG_PASSWORD)
    expect_fields(response.object, success=False)


def _with_mailbox(accounts: Collection, **changes: Any) -> dict[str, Any]:
    creates = accounts.described.creates
    settings = mailbox_form(creates, accounts.deployment.mailbox()) if creates else {}
    return {"type": "IMAP", **settings, **changes}
