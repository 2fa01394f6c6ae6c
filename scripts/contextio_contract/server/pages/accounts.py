"""Handlers of the page "accounts"."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from contextio_contract.server.db import accounts
from contextio_contract.server.http.responses import bad_request, unknown
from contextio_contract.server.jobs.synchronisation import enqueue_synchronisation
from contextio_contract.server.pages.documents import read_account, read_accounts
from contextio_contract.server.pages.mailbox_settings import asks_for_mailbox, open_mailbox
from contextio_contract.server.pages.representations import refer_to_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.engine import Connection

    from contextio_contract.server.http.call import Call
    from contextio_contract.server.http.responses import ReadyJson
    from contextio_contract.server.services import Services


def list_accounts(services: Services, call: Call) -> ReadyJson:
    """List the accounts of the consumer key."""
    return read_accounts(services, call)


def create_account(services: Services, call: Call) -> dict[str, Any]:
    """Create an account, with its first source if the form has a mailbox: both or neither."""
    refuse_long_address(call)
    columns = open_mailbox(services, call) if asks_for_mailbox(call.form) else None
    with begin(services, call) as connection:
        account_id = accounts.add(connection, call.consumer_key, call.form, services.clock())
        source = (
            accounts.add_source(connection, call.consumer_key, account_id, call.form["email"], columns)
            if columns
            else None
        )
        if source is not None:
            enqueue_synchronisation(services, connection, source, call.consumer_key)
    url = call.addresses.of("accounts_get", id=account_id)
    created = {"success": True, "id": account_id, "resource_url": url}
    if source is None:
        return created
    return {**created, "source": refer_to_source(source, call.addresses)}


def get_account(services: Services, call: Call) -> ReadyJson:
    """Read an account."""
    account = read_account(services, call)
    if account is None:
        raise unknown(call.path["id"], "account")
    return account


def update_account(services: Services, call: Call) -> dict[str, Any]:
    """Set the names that were sent."""
    names = {name: call.form[name] for name in ("first_name", "last_name") if name in call.form}
    with begin(services, call) as connection:
        accounts.rename(connection, call.consumer_key, call.path["id"], names)
    return {"success": True}


def delete_account(services: Services, call: Call) -> dict[str, Any]:
    """Delete an account with its sources and tokens."""
    with begin(services, call) as connection:
        accounts.remove(connection, call.consumer_key, call.path["id"])
    return {"success": True}


def refuse_long_address(call: Call) -> None:
    """Raise a 400 if a form has a mail address that is too long for one."""
    if len(call.form["email"]) > accounts.MAX_ADDRESS:
        raise bad_request(value=f"email must have {accounts.MAX_ADDRESS} characters or less")


@contextmanager
def begin(services: Services, call: Call) -> Iterator[Connection]:
    """Begin a transaction; an account in the path must belong to the consumer key, else this raises a 404.

    The account is locked: no other transaction changes it, or what belongs to it.
    """
    with services.database.transaction() as connection:
        _require_account(connection, call, accounts.lock)
        yield connection


@contextmanager
def begin_reading(services: Services, call: Call) -> Iterator[Connection]:
    """Begin to read; an account in the path must belong to the consumer key, else this raises a 404."""
    with services.database.read() as connection:
        _require_account(connection, call, accounts.is_owned)
        yield connection


def _require_account(
    connection: Connection, call: Call, find: Callable[[Connection, str, str], bool]
) -> None:
    if "id" in call.path and not find(connection, call.consumer_key, call.path["id"]):
        raise unknown(call.path["id"], "account")
