"""Checks of email addresses beyond what the description says of every collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.derived.samples import sampled
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment


def _primary(addresses: Collection) -> list[str]:
    """Return the addresses that are shown as primary ones."""
    return [addresses.name_of(each) for each in addresses.all() if each["primary"] == 1]


@check("email_addresses_list", reads_only=True)
def ea_list_one_primary(deployment: Deployment) -> None:
    """Of the addresses of an account, one is the primary one."""
    addresses, _ = sampled(deployment, deployment["accounts"]["{id}"]["email_addresses"].described)
    expect_equal(len(_primary(addresses)), 1, "the number of primary addresses")


@check("sources_create", "email_addresses_list")
def ea_auto_populated(deployment: Deployment) -> None:
    """The address of a new source is among the addresses of the account."""
    account, email = deployment["accounts"].new(), f"second.{deployment.new_mark()}@example.com"
    account["sources"].new(email=email)
    names = account["email_addresses"].names()
    expect(email in names, f"a list with {email}", names)


@check("email_addresses_update")
def ea_primary_exclusive(deployment: Deployment) -> None:
    """An address that is made the primary one takes the place of the one before."""
    addresses = deployment["accounts"].new()["email_addresses"]
    added = (addresses.new(), addresses.new())
    names = sorted(addresses.names())
    for address in added:
        address.update(primary=1)
        expect_equal(_primary(addresses), [address.name], "the primary addresses")
        expect_equal(sorted(addresses.names()), names, "all addresses")


@check("email_addresses_create", "accounts_list", rules=("accounts-list-email-single",))
def ea_finds_account(deployment: Deployment) -> None:
    """An account shows each of its addresses and is found by it, until the address is removed."""
    account = deployment["accounts"].new()
    address = account["email_addresses"].new()
    for holders in ([account.name], []):
        named = [account.name] if address.name in account.read()["email_addresses"] else []
        expect_equal(named, holders, f"the accounts that show {address.name}")
        expect_equal(
            deployment["accounts"].every_name(email=address.name),
            holders,
            f"the accounts that are found by {address.name}",
        )
        if holders:
            address.remove()
