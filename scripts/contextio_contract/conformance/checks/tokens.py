"""What both pages of connect tokens have in common; each page binds it to its own lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.steps import NOT_FOUND, OK, REFUSED, expect, expect_equal

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment, Thing

LIFE: Final = 86_400
"""Seconds after which an unused token is purged."""
TOLERANCE: Final = 60
"""Seconds by which a deployment may round."""


def form_for(deployment: Deployment, person: dict[str, str]) -> dict[str, Any]:
    """Return a form that asks for a token for somebody, see `drawn.PEOPLE`."""
    form: dict[str, Any] = {"callback_url": deployment.callback_url, **person}
    if "local" in form:
        form["email"] = deployment.email(form.pop("local"))
    return form


def reads_back(token: Thing, form: dict[str, Any]) -> None:
    """Expect a token to read back with what its creation sent, empty where nothing was."""
    read = token.read()
    for name in ("callback_url", "email", "first_name", "last_name"):
        expect_equal(read.get(name), form.get(name, ""), name)
    expect_equal(read.get("token"), token.name, "token")


def is_listed(collection: Collection, token: Thing) -> None:
    """Expect the list to hold a token exactly once, and as it reads alone."""
    found = [element for element in collection.all() if element.get("token") == token.name]
    expect_equal(found, [token.read()], "what the list holds of the token")


def is_unused(token: Thing) -> None:
    """Expect used to be zero and the account to be empty."""
    read = token.read()
    expect_equal(read.get("used"), 0, "used")
    expect(
        not read.get("account") and isinstance(read.get("account"), (dict, list)), "an empty account", read
    )


def expires_in_a_day(token: Thing) -> None:
    """Expect expires to be 24 hours after the creation."""
    read = token.read()
    expires: Any = read.get("expires")
    created: Any = read.get("created")
    expect(type(expires) is type(created) is int, "expires and created in whole seconds", read)
    life = expires - created
    expect(abs(life - LIFE) <= TOLERANCE, f"expires {LIFE} s after created", f"{life} s after")


def is_gone_once_deleted(collection: Collection, token: Thing, other: Thing) -> None:
    """Expect a deleted token to be gone, and another one to stay."""
    before = other.read()
    expect_equal(token.delete().get("success"), True, "success")  # noqa: FBT003 - what is compared
    token.get().must_be_refused(NOT_FOUND)
    collection.deployment.send("DELETE", token.path).must_be_refused(NOT_FOUND)
    expect(token.name not in collection.names(), "a list without the token", token.name)
    expect_equal(other.get().must_be(OK).thing, before, "another token")


def addresses_lead_there(deployment: Deployment, token: Thing) -> None:
    """Expect resource_url to lead to the token, and browser_redirect_url to be absolute and of this token."""
    read = deployment.follow(token.created.get("resource_url")).must_be(OK).thing
    expect_equal(read.get("token"), token.name, "token of what resource_url leads to")
    page = str(token.created.get("browser_redirect_url"))
    expect(
        page.startswith(("http://", "https://")) and token.name in page,
        "browser_redirect_url, absolute and with the token",
        page,
    )


def are_refused_without_callback(collection: Collection) -> None:
    """Expect a creation without, or with a relative, callback_url to be refused and to make nothing."""
    before = collection.names()
    for form in ({}, {"callback_url": "/relative"}, {"first_name": "Ada"}):
        error = collection.post(**form).must_be_refused(REFUSED).thing
        expect_equal(error.get("success"), False, "success")  # noqa: FBT003 - what is compared
    expect(set(collection.names()) <= set(before), "a list as before", collection.names())
