"""Expectations about connect tokens, for both of their pages."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource

LIFE: Final = 86_400
"""Seconds after which an unused token is purged."""
TOLERANCE: Final = 60
"""Seconds by which a deployment may round."""


def form_for(deployment: Deployment, person: dict[str, str]) -> dict[str, Any]:
    """Return a form that requests a token for a person, see `strategies.PEOPLE`."""
    form: dict[str, Any] = {"callback_url": deployment.callback_url, **person}
    if "local" in form:
        form["email"] = deployment.email(form.pop("local"))
    return form


def expect_read_back(token: Resource, form: dict[str, Any]) -> None:
    """Expect the fields of a token's form to read back, and those that were not sent to be empty."""
    nobody = {"email": "", "first_name": "", "last_name": ""}
    expect_fields(token.read(), **{**nobody, **form}, token=token.name)


def expect_listed(collection: Collection, token: Resource) -> None:
    """Expect the list to hold a token exactly once, equal to the token itself."""
    listed = [element for element in collection.all() if element.get("token") == token.name]
    expect_equal(listed, [token.read()], "the token in the list")


def expect_unused(token: Resource) -> None:
    """Expect `used` to be zero and the account to be empty."""
    read = token.read()
    expect_fields(read, used=0)
    account = read.get("account")
    expect(not account and isinstance(account, (dict, list)), "an empty account", read)


def expect_life_of_a_day(token: Resource) -> None:
    """Expect `expires` to be 24 hours after the creation."""
    read = token.read()
    expires: Any = read.get("expires")
    created: Any = read.get("created")
    expect(type(expires) is type(created) is int, "expires and created in whole seconds", read)
    life = expires - created
    expect(abs(life - LIFE) <= TOLERANCE, f"expires {LIFE} s after created", f"{life} s after")


def expect_gone_once_deleted(collection: Collection, token: Resource, other: Resource) -> None:
    """Expect a deleted token to be gone, and another one to stay."""
    before = other.read()
    expect_fields(token.remove(), success=True)
    token.get().must_be_error(HTTPStatus.NOT_FOUND)
    token.delete().must_be_error(HTTPStatus.NOT_FOUND)
    expect(token.name not in collection.names(), "a list without the token", token.name)
    expect_equal(other.read(), before, "another token")


def expect_usable_urls(deployment: Deployment, token: Resource) -> None:
    """Expect resource_url to lead to the token, and browser_redirect_url to be absolute and of this token."""
    expect_fields(deployment.follow(token.created.get("resource_url")), token=token.name)
    page = str(token.created.get("browser_redirect_url"))
    is_page = page.startswith(("http://", "https://")) and token.name in page
    expect(is_page, "browser_redirect_url, absolute and with the token", page)


def expect_callback_required(collection: Collection) -> None:
    """Expect a creation without an absolute callback_url to be refused and to create nothing."""
    before = collection.names()
    for form in ({}, {"callback_url": "/relative"}, {"first_name": "Ada"}):
        expect_fields(collection.post(**form).must_be_error(HTTPStatus.BAD_REQUEST).object, success=False)
    after = collection.names()
    expect(set(after) <= set(before), "a list as before", after)
