"""Checks of creating accounts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import strategies
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment


@check("accounts_create", rules=("accounts-create-success-iff-201", "res-mutations-success"))
def accounts_create_success_iff_201(deployment: Deployment) -> None:
    """The field success is true in a 201, and false if the creation failed."""
    expect_fields(deployment.account().created, success=True)
    refused = deployment.accounts.post(first_name="Nobody").must_be_error(HTTPStatus.BAD_REQUEST)
    expect_fields(refused.object, success=False)


@check(
    "accounts_create",
    "accounts_get",
    rules=(),
    first_name=strategies.TEXT,
    last_name=strategies.TEXT,
    local=strategies.LOCAL_PARTS,
)
def accounts_create_reads_back(deployment: Deployment, first_name: str, last_name: str, local: str) -> None:
    """An account reads back with the names and the address that its creation sent."""
    email = deployment.email(local)
    names = {"first_name": first_name, "last_name": last_name}
    account = deployment.account(email=email, **names)
    expect_fields(account.read(), id=account.name, **names, email_addresses=[email])


@check("accounts_create", "accounts_get", rules=())
def accounts_create_takes_any_name(deployment: Deployment) -> None:
    """Names in every script, empty names and long names read back as they were sent."""
    for first, last in zip(strategies.SAMPLES[::2], strategies.SAMPLES[1::2], strict=True):
        names = {"first_name": first, "last_name": last}
        expect_fields(deployment.account(**names).read(), **names)


@check("accounts_create")
def accounts_create_email_only_ok(deployment: Deployment) -> None:
    """An address alone creates an account with that address and no source."""
    email = deployment.email()
    account = deployment.account(email=email)
    expect_fields(account.read(), email_addresses=[email], sources=[])
    expect_equal(account.sources.all(), [], "the list of its sources")


@check("accounts_create")
def accounts_create_email_or_migrate(deployment: Deployment) -> None:
    """A creation without an address is refused."""
    deployment.accounts.post(first_name="Nobody", last_name="At all").must_be_error(HTTPStatus.BAD_REQUEST)


@check("accounts_create")
def accounts_create_resource_url_absolute(deployment: Deployment) -> None:
    """The resource_url of a new account is absolute and leads to the account."""
    account = deployment.account()
    expect_fields(deployment.follow(account.created.get("resource_url")), id=account.name)


@check("accounts_create")
def accounts_create_source_object_only_when_source(deployment: Deployment) -> None:
    """The response to a creation without a mailbox has no source."""
    expect("source" not in deployment.account().created, "no source", "source")


@check("accounts_create")
def accounts_create_accepts_source_params(deployment: Deployment) -> None:
    """One request creates an account with its first source, and its response says where the source is."""
    account = deployment.account(**deployment.mailbox().form())
    source = account.created.get("source") or {}
    expect(bool(source.get("label")), "source, with label and resource_url", account.created)
    expect_equal(account.sources.names(), [source.get("label")], "the labels of its sources")
    expect_fields(deployment.follow(source.get("resource_url")), label=source.get("label"))


@check("accounts_create")
def accounts_create_with_source_atomic(deployment: Deployment) -> None:
    """If the mailbox cannot be opened, no account is created."""
    form = deployment.mailbox().form(password=WRONG_PASSWORD)
    for changes in ({}, {"server": "127.0.0.1", "port": 9}, {"port": 0}):
        email = deployment.email("bad")
        response = deployment.accounts.post(**{**form, **changes, "email": email})
        response.must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
        expect_equal(deployment.accounts.names(email=email), [], "the accounts with the address")


@check("accounts_create")
def accounts_create_source_credentials(deployment: Deployment) -> None:
    """A mailbox with neither a password nor a token is refused, and no account is created."""
    email = deployment.email()
    form = {"server": "127.0.0.1", "port": 9, "use_ssl": 0, "type": "IMAP", "username": "ada"}
    deployment.accounts.post(**form, email=email).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(deployment.accounts.names(email=email), [], "the accounts with the address")


@check("accounts_create")
def accounts_create_failure_diagnostics(deployment: Deployment) -> None:
    """If the mailbox cannot be opened, feedback_code and connectionLog say why."""
    form = deployment.mailbox().form(email=deployment.email(), password=WRONG_PASSWORD)
    deployment.accounts.post(**form).must_be_error(HTTPStatus.BAD_REQUEST).must_explain(WRONG_PASSWORD)


@check("accounts_create", rules=())
def accounts_create_each_its_own(deployment: Deployment) -> None:
    """Accounts that are created one after another have different ids."""
    ids = [deployment.account(first_name="Ada", last_name="Lovelace").name for _ in range(3)]
    expect_equal(len(set(ids)), len(ids), "the number of different ids")
