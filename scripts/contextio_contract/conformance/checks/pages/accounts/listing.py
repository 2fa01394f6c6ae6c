"""Checks of listing, filtering and reading accounts."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks import strategies
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.checks.shared import BROKEN, OK, account_with

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

PAST_ANY_END: Final = 2**31 - 1
UNKNOWN: Final = "0123456789abcdef01234567"
"""The id of no account, in the form that ids usually have."""


@check("accounts_list", rules=("accounts-list-bare-array", "res-bare-lists"), reads_only=True)
def accounts_list_bare_array(deployment: Deployment) -> None:
    """The list of accounts is a bare JSON array."""
    deployment.accounts.all(limit=1)


@check("accounts_list", rules=("accounts-list-offset-zero-based", "pag-offset-zero", "pag-no-total"))
def accounts_list_offset_zero_based(deployment: Deployment) -> None:
    """Offsets count from zero in one stable order, and past its end there are no accounts."""
    for _ in range(3):
        deployment.account()
    windows = [(0, 2), (1, 2), (2, 1), (0, deployment.accounts.page_size), (PAST_ANY_END, 5)]
    _expect_windows(deployment, windows)


@check(
    "accounts_list",
    rules=("accounts-list-offset-zero-based",),
    reads_only=True,
    limit=strategies.COUNTS,
    offset=strategies.OFFSETS,
)
def accounts_list_any_window(deployment: Deployment, limit: int, offset: int) -> None:
    """Any limit and offset return exactly the window that they select."""
    _expect_windows(deployment, [(offset, min(limit, deployment.accounts.page_size))])


def _expect_windows(deployment: Deployment, windows: list[tuple[int, int]]) -> None:
    before = deployment.accounts.every_name()
    for offset, limit in windows:
        names = deployment.accounts.names(offset=offset, limit=limit)
        wanted = before[offset : offset + limit]
        if names != wanted:
            after = deployment.accounts.every_name()
            need(set(before) == set(after), "accounts were created or deleted while the list was read")
            expect_equal(after, before, "the list, read again,")
        expect_equal(names, wanted, f"the window offset={offset}, limit={limit}")


@check("accounts_list", rules=("accounts-list-limit-cap", "pag-limit-max-100"), reads_only=True)
def accounts_list_limit_cap(deployment: Deployment) -> None:
    """A limit above the maximum is refused, or returns no more accounts than the maximum."""
    maximum = deployment.accounts.page_size
    need(deployment.accounts.all(limit=1, offset=maximum), f"there are no more than {maximum} accounts")
    response = deployment.accounts.get(limit=10 * maximum).must_be(HTTPStatus.OK, HTTPStatus.BAD_REQUEST)
    if response.status == HTTPStatus.OK:
        count = len(response.body)
        expect(count <= maximum, f"at most {maximum} accounts", f"{count} accounts")


@check("accounts_list")
def accounts_list_email_single(deployment: Deployment) -> None:
    """The filter email returns the one account with that address, and none if nobody has it."""
    email = deployment.email()
    account = deployment.account(email=email)
    deployment.account()
    expect_equal(deployment.accounts.names(email=email), [account.name], "the accounts with the address")
    expect_equal(deployment.accounts.names(email=deployment.email("nobody")), [], "the accounts of nobody")


@check("accounts_list")
def accounts_list_status_narrows_sources(deployment: Deployment) -> None:
    """The filter status returns accounts with a source of that status, and only those sources of each."""
    _expect_narrowed(deployment, {"status": OK}, {"status": BROKEN})


@check("accounts_list", rules=("accounts-list-status-ok-narrows-sources",))
def accounts_list_status_ok_narrows_sources(deployment: Deployment) -> None:
    """The filter status_ok returns only the working sources of an account, or only the others."""
    _expect_narrowed(deployment, {"status_ok": 1}, {"status_ok": 0})


def _expect_narrowed(deployment: Deployment, for_ok: dict[str, Any], for_broken: dict[str, Any]) -> None:
    account = account_with(deployment, OK, BROKEN)
    read = account.read()
    labels = [str(source["label"]) for source in sorted(read["sources"], key=lambda it: it["status"] != OK)]
    expect_equal(len(labels), 2, "the number of its sources")
    email = str(read["email_addresses"][0])
    for query, label in ((for_ok, labels[0]), (for_broken, labels[1])):
        listed = deployment.accounts.all(email=email, **query)
        expect_equal([element.get("id") for element in listed], [account.name], f"the accounts with {query}")
        shown = [source.get("label") for source in listed[0].get("sources", ())]
        expect_equal(shown, [label], f"the sources of that account with {query}")


@check("accounts_list")
def accounts_list_status_ok_zero(deployment: Deployment) -> None:
    """status_ok=0 returns the accounts with a source that does not work."""
    _expect_filtered(deployment, {"status_ok": 0}, [account_with(deployment, BROKEN).name])


@check("accounts_list")
def accounts_list_status_ok_one(deployment: Deployment) -> None:
    """status_ok=1 returns the accounts whose sources work."""
    _expect_filtered(deployment, {"status_ok": 1}, [account_with(deployment, OK).name])


@check("accounts_list", rules=("accounts-list-status-narrows-sources",))
def accounts_list_status(deployment: Deployment) -> None:
    """The filter status returns the accounts with a source of exactly that status."""
    _expect_filtered(deployment, {"status": OK}, [account_with(deployment, OK).name])
    _expect_filtered(deployment, {"status": BROKEN}, [account_with(deployment, BROKEN).name])
    _expect_filtered(deployment, {"status": "DISABLED"}, [])


@check(
    "accounts_list", rules=("accounts-list-status-narrows-sources", "accounts-list-status-ok-narrows-sources")
)
def accounts_list_filters_together(deployment: Deployment) -> None:
    """An account must satisfy all filters of a request."""
    _expect_filtered(deployment, {"status": OK, "status_ok": 0}, [])
    address = account_with(deployment, BROKEN).read()["email_addresses"][0]
    names = deployment.accounts.names(email=address, status=OK)
    expect_equal(names, [], f"the accounts with the address of a broken one and status={OK}")


def _expect_filtered(deployment: Deployment, query: dict[str, Any], wanted: list[str]) -> None:
    """Expect a filtered list to hold these of a healthy and a broken account; others do not matter."""
    accounts = {account_with(deployment, OK).name, account_with(deployment, BROKEN).name}
    names = [name for name in deployment.accounts.every_name(**query) if name in accounts]
    expect_equal(names, wanted, f"the accounts with {query}")


@check("accounts_get", reads_only=True)
def accounts_get_404_message(deployment: Deployment) -> None:
    """The error for an unknown account is a 404 that names it."""
    value = deployment.accounts[UNKNOWN].get().must_be_error(HTTPStatus.NOT_FOUND).object["value"]
    expect(UNKNOWN in value, f"a value that names {UNKNOWN}", value)


@check("accounts_get", "accounts_list")
def accounts_get_same_shape_as_list(deployment: Deployment) -> None:
    """An account reads the same alone and in the list."""
    email = deployment.email()
    account = deployment.account(email=email, first_name="Ada", last_name="Lovelace")
    elements = deployment.accounts.all(email=email)
    listed = [element for element in elements if element.get("id") == account.name]
    expect_equal(listed, [account.read()], "the account in the list")


@check("accounts_get", "accounts_list", rules=("accounts-get-same-shape-as-list",), reads_only=True)
def accounts_that_are_there_read_as_listed(deployment: Deployment) -> None:
    """The first account of the list reads the same alone."""
    for element in deployment.accounts.all(limit=1):
        expect_equal(deployment.accounts[str(element.get("id"))].read(), element, "the account")
