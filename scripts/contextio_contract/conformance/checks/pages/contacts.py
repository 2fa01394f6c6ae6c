"""Checks of contacts beyond what the description says of every collection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.derived.samples import sampled
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, need
from contextio_contract.conformance.checks.steps import Resource

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment

READ: Final = 3
"""How many contacts are read alone."""
COUNTS: Final = ("sent_count", "received_count", "count", "sent_from_account_count")


def _contacts(deployment: Deployment) -> Collection:
    """Return the contacts of an account that has some."""
    return sampled(deployment, deployment["accounts"]["{id}"]["contacts"].described)[0]


@check(
    "contacts_list",
    rules=("con-list-own-addresses-hidden", "ea-purpose-contact-filter"),
    reads_only=True,
)
def con_list_own_addresses_hidden(deployment: Deployment) -> None:
    """No contact has one of the mail addresses of the account."""
    contacts = _contacts(deployment)
    account = Resource(deployment, contacts.path[:-1]).read()
    own = {address.lower() for address in account["email_addresses"]}
    shown = [name for name in contacts.every_name() if name.lower() in own]
    expect_equal(shown, [], "own addresses among the contacts")


@check("contacts_get", reads_only=True)
def con_get_emails_not_email(deployment: Deployment) -> None:
    """A contact that is read alone has its address in emails, and has no email."""
    contacts = _contacts(deployment)
    for name in contacts.names()[:READ]:
        read = contacts[name].read()
        expect(name in read.get("emails", ()), f"emails with {name}", read)
        expect("email" not in read, "no email beside emails", read)


@check("contacts_list", "contacts_get", reads_only=True)
def con_count_is_sum(deployment: Deployment) -> None:
    """The numbers of sent and received messages add up to count, and no more are from the owner than sent."""
    contacts = _contacts(deployment)
    listed = contacts.every()
    alone = [contacts[contacts.name_of(each)].read() for each in listed[:READ]]
    counted = [each for each in (*listed, *alone) if all(name in each for name in COUNTS)]
    need(counted, f"no contact shows {', '.join(COUNTS)}")
    for contact in counted:
        sent, received, count, from_owner = (contact[name] for name in COUNTS)
        expect_equal(count, sent + received, "count, the sum of sent_count and received_count,")
        expect(from_owner <= sent, f"sent_from_account_count of at most {sent}", from_owner)
