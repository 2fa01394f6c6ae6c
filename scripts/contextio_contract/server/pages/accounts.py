"""Handlers of the page "accounts"."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, sources
from contextio_contract.server.http.errors import unknown
from contextio_contract.server.jobs.synchronisation import enqueue_synchronisation
from contextio_contract.server.pages import representations
from contextio_contract.server.pages.mailbox_settings import asks_for_mailbox, open_mailbox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

    from contextio_contract.server.http.call import Call, Handler


def list_accounts(call: Call) -> list[dict[str, Any]]:
    """List the accounts of the consumer key."""
    paging = call.addresses.contract.operations["accounts_list"].paging
    maximum = paging.maximum if paging else sys.maxsize
    with call.services.database.transaction() as connection:
        page = accounts.list_page(
            connection,
            call.consumer_key,
            email=call.query.get("email"),
            status=sources.status_conditions(call.query),
            limit=min(call.query.get("limit", maximum), maximum),
            offset=call.query.get("offset", 0),
        )
    return [representations.render_account(account, call.addresses) for account in page]


def create_account(call: Call) -> dict[str, Any]:
    """Create an account, with its first source if the form has a mailbox: both or neither."""
    columns = open_mailbox(call) if asks_for_mailbox(call.form) else None
    with call.services.database.transaction() as connection:
        account_id = accounts.add(connection, call.consumer_key, call.form, call.services.clock())
        source = accounts.add_source(connection, account_id, call.form["email"], columns) if columns else None
    created: dict[str, Any] = {
        "success": True,
        "id": account_id,
        "resource_url": call.addresses.of("accounts_get", id=account_id),
    }
    if source:
        enqueue_synchronisation(call.services, source["sequence"])
        url = representations.source_url(source, call.addresses)
        created["source"] = {"label": source["label"], "resource_url": url}
    return created


def get_account(call: Call) -> dict[str, Any]:
    """Read an account."""
    with call.services.database.transaction() as connection:
        account = accounts.get(connection, call.consumer_key, call.path["id"])
    if account is None:
        raise unknown(call.path["id"], "account")
    return representations.render_account(account, call.addresses)


def update_account(call: Call) -> dict[str, Any]:
    """Set the names that were sent."""
    names = {name: call.form[name] for name in ("first_name", "last_name") if name in call.form}
    with call.services.database.transaction() as connection:
        require_account(connection, call)
        accounts.rename(connection, call.path["id"], names)
    return {"success": True}


def delete_account(call: Call) -> dict[str, Any]:
    """Delete an account with its sources and tokens."""
    with call.services.database.transaction() as connection:
        require_account(connection, call)
        accounts.remove(connection, call.path["id"])
    return {"success": True}


def require_account(connection: Connection, call: Call) -> None:
    """Raise a 404 unless the account in the path belongs to the consumer key."""
    if not accounts.is_owned(connection, call.consumer_key, call.path["id"]):
        raise unknown(call.path["id"], "account")


HANDLERS: Final[Mapping[str, Handler]] = {
    "accounts_list": list_accounts,
    "accounts_create": create_account,
    "accounts_get": get_account,
    "accounts_update": update_account,
    "accounts_delete": delete_account,
}
