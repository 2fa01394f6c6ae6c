"""The page accounts/connect_tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import strategies, tokens
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.steps import NOT_FOUND, OK, expect_equal

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

P = "account_connect_tokens_"


@check(P + "list")
def act_list_bare_array(deployment: Deployment) -> None:
    """The list of an account's tokens is a bare array that holds each of them once, as it reads alone."""
    account = deployment.account()
    expect_equal(account.connect_tokens.all(), [], "the tokens of a new account")
    tokens.is_listed(account.connect_tokens, deployment.token(account))


@check(P + "create", P + "get", rules=(), person=strategies.PEOPLE)
def act_create_reads_back(deployment: Deployment, person: dict[str, str]) -> None:
    """A token of an account reads back with what its creation sent, and with nothing for what it did not."""
    form = tokens.form_for(deployment, person)
    tokens.reads_back(deployment.token(deployment.any_account(), **form), form)


@check(P + "create", rules=())
def act_create_needs_callback(deployment: Deployment) -> None:
    """A token of an account without an absolute callback_url is refused."""
    tokens.are_refused_without_callback(deployment.any_account().connect_tokens)


@check(P + "create", rules=("act-redirect-user",))
def act_redirect_user(deployment: Deployment) -> None:
    """The addresses in the answer to a creation lead to the token and to a page for the user."""
    tokens.addresses_lead_there(deployment, deployment.token(deployment.any_account()))


@check(P + "get", rules=("act-get-account-empty-until-used", "act-get-used-zero"))
def act_get_account_empty_until_used(deployment: Deployment) -> None:
    """Until a token of an account is used, used is zero and its account empty."""
    tokens.is_unused(deployment.token(deployment.any_account()))


@check(P + "get", rules=("act-unused-purged-24h",))
def act_unused_purged_24h(deployment: Deployment) -> None:
    """An unused token of an account expires 24 hours after its creation."""
    tokens.expires_in_a_day(deployment.token(deployment.any_account()))


@check(P + "delete", rules=("act-delete-then-404", "act-delete-not-in-seed"))
def act_delete_then_404(deployment: Deployment) -> None:
    """A deleted token of an account is gone from reading and from the list; others stay."""
    account = deployment.any_account()
    tokens.is_gone_once_deleted(account.connect_tokens, deployment.token(account), deployment.token(account))


@check(P + "get", P + "list", P + "delete", rules=())
def act_belongs_to_its_account(deployment: Deployment) -> None:
    """A token is out of reach through another account: not read, not listed, not deleted."""
    account, other = deployment.any_account(), deployment.account()
    token = deployment.token(account)
    astray = other.connect_tokens[token.name]
    astray.get().must_be_refused(NOT_FOUND)
    expect_equal(other.connect_tokens.names(), [], "the tokens of the other account")
    deployment.send("DELETE", astray.path).must_be_refused(NOT_FOUND)
    token.get().must_be(OK)
