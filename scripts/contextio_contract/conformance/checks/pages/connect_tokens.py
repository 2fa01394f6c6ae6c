"""Checks of connect tokens, those of an account and those for new accounts, which are a page each."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks import strategies
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment, Resource

CT: Final = "connect_tokens"
ACT: Final = "account_connect_tokens"

LIFE: Final = 86_400
"""Seconds after which an unused token is purged."""
TOLERANCE: Final = 60
"""Seconds by which a deployment may round."""


@check(f"{CT}_list", id="ct-list-bare-array", rules=("ct-list-bare-array", "ct-list-scope"))
@check(f"{ACT}_list", id="act-list-bare-array", page=ACT, of_account=True)
def list_bare_array(deployment: Deployment, *, of_account: bool = False) -> None:
    """The list of tokens is a bare array with each of them once, as it reads alone."""
    account = deployment.account() if of_account else None
    collection = deployment.tokens(account)
    if account:
        expect_equal(collection.all(), [], "the tokens of a new account")
    token = deployment.token(account)
    listed = [element for element in collection.all() if element.get("token") == token.name]
    expect_equal(listed, [token.read()], "the token in the list")


@check(f"{CT}_list", rules=("ct-list-bare-array",), reads_only=True)
def connect_tokens_that_are_there_read_as_listed(deployment: Deployment) -> None:
    """The first token of the list can be read alone."""
    for name in deployment.tokens().names()[:1]:
        deployment.tokens()[name].read()


@check(f"{CT}_create", f"{CT}_get", id="ct-same-as-account-variant", person=strategies.PEOPLE)
@check(
    *(f"{ACT}_create", f"{ACT}_get"),
    id="act-create-reads-back",
    page=ACT,
    rules=(),
    person=strategies.PEOPLE,
    of_account=True,
)
def create_reads_back(deployment: Deployment, person: dict[str, str], *, of_account: bool = False) -> None:
    """A token reads back as it was created; fields that were not sent are empty."""
    form: dict[str, Any] = {"callback_url": deployment.callback_url, **person}
    if "local" in form:
        form["email"] = deployment.email(form.pop("local"))
    token = _token(deployment, of_account, **form)
    nobody = {"email": "", "first_name": "", "last_name": ""}
    expect_fields(token.read(), **{**nobody, **form}, token=token.name)


@check(f"{CT}_create", id="ct-create-needs-callback", rules=())
@check(f"{ACT}_create", id="act-create-needs-callback", page=ACT, rules=(), of_account=True)
def create_needs_callback(deployment: Deployment, *, of_account: bool = False) -> None:
    """A token without an absolute callback_url is refused, and none is created."""
    collection = deployment.tokens(deployment.any_account() if of_account else None)
    before = collection.names()
    for form in ({}, {"callback_url": "/relative"}, {"first_name": "Ada"}):
        expect_fields(collection.post(**form).must_be_error(HTTPStatus.BAD_REQUEST).object, success=False)
    after = collection.names()
    expect(set(after) <= set(before), "a list as before", after)


@check(f"{CT}_create", id="ct-addresses-lead-there", rules=("ct-same-as-account-variant",))
@check(f"{ACT}_create", id="act-redirect-user", page=ACT, of_account=True)
def create_leads_to_token_and_page(deployment: Deployment, *, of_account: bool = False) -> None:
    """The URLs in the response to a creation lead to the token and to a page for the user."""
    token = _token(deployment, of_account)
    expect_fields(deployment.follow(token.created.get("resource_url")), token=token.name)
    page = str(token.created.get("browser_redirect_url"))
    is_page = page.startswith(("http://", "https://")) and token.name in page
    expect(is_page, "browser_redirect_url, absolute and with the token", page)


@check(f"{CT}_get", id="ct-get-account-empty-until-used")
@check(
    f"{ACT}_get",
    id="act-get-account-empty-until-used",
    page=ACT,
    rules=("act-get-account-empty-until-used", "act-get-used-zero"),
    of_account=True,
)
def get_account_empty_until_used(deployment: Deployment, *, of_account: bool = False) -> None:
    """Until a token is used, used is zero and its account is empty."""
    read = _token(deployment, of_account).read()
    expect_fields(read, used=0)
    account = read.get("account")
    expect(not account and isinstance(account, (dict, list)), "an empty account", read)


@check(f"{CT}_get", id="ct-unused-purged-24h")
@check(f"{ACT}_get", id="act-unused-purged-24h", page=ACT, of_account=True)
def unused_purged_24h(deployment: Deployment, *, of_account: bool = False) -> None:
    """An unused token expires 24 hours after its creation."""
    read = _token(deployment, of_account).read()
    expires: Any = read.get("expires")
    created: Any = read.get("created")
    expect(type(expires) is type(created) is int, "expires and created in whole seconds", read)
    life = expires - created
    expect(abs(life - LIFE) <= TOLERANCE, f"expires {LIFE} s after created", f"{life} s after")


@check(f"{CT}_delete", id="ct-delete-then-404")
@check(
    f"{ACT}_delete",
    id="act-delete-then-404",
    page=ACT,
    rules=("act-delete-then-404", "act-delete-not-in-seed"),
    of_account=True,
)
def delete_then_404(deployment: Deployment, *, of_account: bool = False) -> None:
    """A deleted token cannot be read and is not listed; other tokens stay."""
    token, other = _token(deployment, of_account), _token(deployment, of_account)
    before = other.read()
    expect_fields(token.remove(), success=True)
    token.get().must_be_error(HTTPStatus.NOT_FOUND)
    token.delete().must_be_error(HTTPStatus.NOT_FOUND)
    names = deployment.tokens(deployment.any_account() if of_account else None).names()
    expect(token.name not in names, "a list without the token", token.name)
    expect_equal(other.read(), before, "another token")


@check(f"{CT}_get", f"{ACT}_get", rules=("ct-same-as-account-variant",))
def ct_is_of_no_account(deployment: Deployment) -> None:
    """A token for new accounts is not a token of any account."""
    account, token = deployment.any_account(), deployment.token()
    account.connect_tokens[token.name].get().must_be_error(HTTPStatus.NOT_FOUND)
    expect(token.name not in account.connect_tokens.names(), "a list without the token", token.name)


@check(f"{ACT}_get", f"{ACT}_list", f"{ACT}_delete", page=ACT, rules=())
def act_belongs_to_its_account(deployment: Deployment) -> None:
    """Through another account, a token cannot be read, listed or deleted."""
    account, other = deployment.any_account(), deployment.account()
    token = deployment.token(account)
    astray = other.connect_tokens[token.name]
    astray.get().must_be_error(HTTPStatus.NOT_FOUND)
    expect_equal(other.connect_tokens.names(), [], "the tokens of the other account")
    astray.delete().must_be_error(HTTPStatus.NOT_FOUND)
    token.read()


def _token(deployment: Deployment, of_account: bool, **form: Any) -> Resource:  # noqa: FBT001
    return deployment.token(deployment.any_account() if of_account else None, **form)
