"""Checks of updating and deleting accounts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import strategies
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect_equal, expect_fields

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment


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
