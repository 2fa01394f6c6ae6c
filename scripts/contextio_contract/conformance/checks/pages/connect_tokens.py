"""Checks of connect tokens beyond what the description says of every collection."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment


@check("connect_tokens_create", id="ct-redirect-user", rules=("ct-same-as-account-variant",), of="")
@check("account_connect_tokens_create", id="act-redirect-user", page="account_connect_tokens", of="accounts")
def redirects_user(deployment: Deployment, of: str) -> None:
    """The browser_redirect_url of a new token is absolute and names the token."""
    token = (deployment[of].any() if of else deployment)["connect_tokens"].new()
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


@check("connect_tokens_create", "accounts_list", rules=("req-booleans-0-1",))
def req_booleans_0_1(deployment: Deployment) -> None:
    """Flags are accepted as 0 and 1."""
    for flag in (0, 1):
        deployment["connect_tokens"].new(
            source_sync_flags=flag, source_sync_all_folders=flag, source_raw_file_list=flag
        )
        deployment["accounts"].all(status_ok=flag, limit=1)
