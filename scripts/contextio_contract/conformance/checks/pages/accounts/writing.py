"""Checks of creating, updating and deleting accounts."""

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


@check("accounts_update", rules=("accounts-update-success-iff-200", "res-mutations-success"))
def accounts_update_success_iff_200(deployment: Deployment) -> None:
    """The field success is true in a 200, and false if the update failed."""
    expect_fields(deployment.account().update(first_name="Ada"), success=True)
    refused = deployment.accounts[deployment.unknown_name()].post(first_name="Ada")
    expect_fields(refused.must_be_error(HTTPStatus.NOT_FOUND).object, success=False)


@check("accounts_update", "accounts_get", rules=("accounts-update-partial",), names=strategies.NAMES)
def accounts_update_reads_back(deployment: Deployment, names: dict[str, str]) -> None:
    """A name that is sent reads back as it was sent; one that is left out keeps its value."""
    account = deployment.account(first_name="Ada", last_name="Lovelace")
    account.update(**names)
    expect_fields(account.read(), **{"first_name": "Ada", "last_name": "Lovelace", **names})


@check("accounts_update")
def accounts_update_partial(deployment: Deployment) -> None:
    """A name that is left out keeps its value."""
    account = deployment.account(first_name="Ada", last_name="Lovelace")
    account.update(first_name="Augusta")
    expect_fields(account.read(), last_name="Lovelace")
    account.update(last_name="King")
    expect_fields(account.read(), first_name="Augusta")


@check("accounts_update")
def accounts_update_only_names(deployment: Deployment) -> None:
    """An update changes only the names, and only those of one account."""
    account, other = deployment.account(), deployment.account(first_name="Ada")
    before, other_before = account.read(), other.read()
    form = {"email": deployment.email(), "username": "someone", "suspended": 1, "id": "another"}
    account.update(first_name="Augusta", **form)
    expect_equal(account.read(), {**before, "first_name": "Augusta"}, "the account")
    expect_equal(other.read(), other_before, "another account")


@check("accounts_delete", rules=("accounts-delete-body-undocumented", "res-mutations-success"))
def accounts_delete_body_undocumented(deployment: Deployment) -> None:
    """The response to a deletion has success."""
    expect_fields(deployment.account().remove(), success=True)


@check("accounts_delete")
def accounts_delete_then_404(deployment: Deployment) -> None:
    """A deleted account is in no list, and reading, updating or deleting it again is a 404."""
    email = deployment.email()
    account = deployment.account(email=email)
    account.remove()
    for response in (account.get(), account.post(first_name="Ada"), account.delete()):
        response.must_be_error(HTTPStatus.NOT_FOUND)
    expect_equal(deployment.accounts.names(email=email), [], "the accounts with the address")


@check("accounts_delete", rules=("accounts-delete-then-404",))
def accounts_delete_takes_children(deployment: Deployment) -> None:
    """The tokens of a deleted account, and the lists of its tokens and sources, are gone with it."""
    account = deployment.account()
    token = deployment.token(account)
    account.remove()
    for response in (token.get(), account.connect_tokens.get(), account.sources.get()):
        response.must_be_error(HTTPStatus.NOT_FOUND)


@check("accounts_delete", rules=("accounts-delete-then-404",))
def accounts_delete_nothing_else(deployment: Deployment) -> None:
    """The deletion of an account leaves other accounts and tokens as they were."""
    account, other = deployment.account(), deployment.any_account()
    others = (other, deployment.token(other), deployment.token())
    before = [resource.read() for resource in others]
    account.remove()
    expect_equal([resource.read() for resource in others], before, "the other resources")
