"""Checks of connect tokens beyond what the description says of every collection."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment


@check("connect_tokens_create", rules=("ct-same-as-account-variant",))
def ct_redirect_user(deployment: Deployment) -> None:
    """The browser_redirect_url of a new token is absolute and names the token."""
    _expect_page(deployment["connect_tokens"])


@check("account_connect_tokens_create", page="account_connect_tokens")
def act_redirect_user(deployment: Deployment) -> None:
    """The browser_redirect_url of a new token of an account is absolute and names the token."""
    _expect_page(deployment["accounts"].any()["connect_tokens"])


def _expect_page(tokens: Collection) -> None:
    token = tokens.new()
    page = str(token.created.get("browser_redirect_url"))
    is_page = page.startswith(("http://", "https://")) and token.name in page
    expect(is_page, "browser_redirect_url, absolute and with the token", page)


@check("connect_tokens_get", "account_connect_tokens_get", rules=("ct-same-as-account-variant",))
def ct_is_of_no_account(deployment: Deployment) -> None:
    """A token for new accounts is not a token of any account."""
    account, token = deployment["accounts"].any(), deployment["connect_tokens"].new()
    tokens = account["connect_tokens"]
    tokens[token.name].get().must_be_error(HTTPStatus.NOT_FOUND)
    expect(token.name not in tokens.names(), "a list without the token", token.name)
