"""Checks of the page accounts/connect_tokens."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import strategies, tokens
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect_equal

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

P = "account_connect_tokens_"


@check(P + "list")
def act_list_bare_array(deployment: Deployment) -> None:
    """The list of an account's tokens is a bare array with each of them once, as it reads alone."""
    account = deployment.account()
    expect_equal(account.connect_tokens.all(), [], "the tokens of a new account")
    tokens.expect_listed(account.connect_tokens, deployment.token(account))


@check(P + "create", P + "get", rules=(), person=strategies.PEOPLE)
def act_create_reads_back(deployment: Deployment, person: dict[str, str]) -> None:
    """A token of an account reads back as it was created; fields that were not sent are empty."""
    form = tokens.form_for(deployment, person)
    tokens.expect_read_back(deployment.token(deployment.any_account(), **form), form)


@check(P + "create", rules=())
def act_create_needs_callback(deployment: Deployment) -> None:
    """A token of an account without an absolute callback_url is refused."""
    tokens.expect_callback_required(deployment.any_account().connect_tokens)


@check(P + "create", rules=("act-redirect-user",))
def act_redirect_user(deployment: Deployment) -> None:
    """The URLs in the response to a creation lead to the token and to a page for the user."""
    tokens.expect_usable_urls(deployment, deployment.token(deployment.any_account()))


@check(P + "get", rules=("act-get-account-empty-until-used", "act-get-used-zero"))
def act_get_account_empty_until_used(deployment: Deployment) -> None:
    """Until a token of an account is used, used is zero and its account is empty."""
    tokens.expect_unused(deployment.token(deployment.any_account()))


@check(P + "get", rules=("act-unused-purged-24h",))
def act_unused_purged_24h(deployment: Deployment) -> None:
    """An unused token of an account expires 24 hours after its creation."""
    tokens.expect_life_of_a_day(deployment.token(deployment.any_account()))


@check(P + "delete", rules=("act-delete-then-404", "act-delete-not-in-seed"))
def act_delete_then_404(deployment: Deployment) -> None:
    """A deleted token of an account cannot be read and is not listed; other tokens stay."""
    account = deployment.any_account()
    tokens.expect_gone_once_deleted(
        account.connect_tokens, deployment.token(account), deployment.token(account)
    )


@check(P + "get", P + "list", P + "delete", rules=())
def act_belongs_to_its_account(deployment: Deployment) -> None:
    """Through another account, a token cannot be read, listed or deleted."""
    account, other = deployment.any_account(), deployment.account()
    token = deployment.token(account)
    astray = other.connect_tokens[token.name]
    astray.get().must_be_error(HTTPStatus.NOT_FOUND)
    expect_equal(other.connect_tokens.names(), [], "the tokens of the other account")
    astray.delete().must_be_error(HTTPStatus.NOT_FOUND)
    token.read()
