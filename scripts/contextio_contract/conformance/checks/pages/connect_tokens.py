"""Checks of the page connect_tokens."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import strategies, tokens
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

P = "connect_tokens_"


@check(P + "list", rules=("ct-list-bare-array", "ct-list-scope"))
def ct_list_bare_array(deployment: Deployment) -> None:
    """The list of tokens is a bare array with each of them once, as it reads alone."""
    tokens.expect_listed(deployment.connect_tokens, deployment.token())


@check(P + "list", rules=("ct-list-bare-array",), reads_only=True)
def connect_tokens_that_are_there_read_as_listed(deployment: Deployment) -> None:
    """The first token of the list can be read alone."""
    for name in deployment.connect_tokens.names()[:1]:
        deployment.connect_tokens[name].read()


@check(P + "create", P + "get", rules=("ct-same-as-account-variant",), person=strategies.PEOPLE)
def ct_same_as_account_variant(deployment: Deployment, person: dict[str, str]) -> None:
    """A token reads back as it was created; fields that were not sent are empty."""
    form = tokens.form_for(deployment, person)
    tokens.expect_read_back(deployment.token(**form), form)


@check(P + "create", rules=())
def ct_create_needs_callback(deployment: Deployment) -> None:
    """A token without an absolute callback_url is refused."""
    tokens.expect_callback_required(deployment.connect_tokens)


@check(P + "create", rules=("ct-same-as-account-variant",))
def ct_addresses_lead_there(deployment: Deployment) -> None:
    """The URLs in the response to a creation lead to the token and to a page for the user."""
    tokens.expect_usable_urls(deployment, deployment.token())


@check(P + "get")
def ct_get_account_empty_until_used(deployment: Deployment) -> None:
    """Until a token is used, used is zero and its account is empty."""
    tokens.expect_unused(deployment.token())


@check(P + "get")
def ct_unused_purged_24h(deployment: Deployment) -> None:
    """An unused token expires 24 hours after its creation."""
    tokens.expect_life_of_a_day(deployment.token())


@check(P + "delete")
def ct_delete_then_404(deployment: Deployment) -> None:
    """A deleted token cannot be read and is not listed; other tokens stay."""
    tokens.expect_gone_once_deleted(deployment.connect_tokens, deployment.token(), deployment.token())


@check(P + "get", "account_connect_tokens_get", rules=("ct-same-as-account-variant",))
def ct_is_of_no_account(deployment: Deployment) -> None:
    """A token for new accounts is not a token of any account."""
    account, token = deployment.any_account(), deployment.token()
    account.connect_tokens[token.name].get().must_be_error(HTTPStatus.NOT_FOUND)
    expect(token.name not in account.connect_tokens.names(), "a list without the token", token.name)
