"""The page "accounts"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts
from contextio_contract.server.db.sources import StatusFilter
from contextio_contract.server.http.errors import unknown
from contextio_contract.server.mail import connections
from contextio_contract.server.pages import representations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.server.http.call import Call

MAX_PAGE: Final = 100
"""How many accounts a list holds at most (rule accounts-list-limit-cap)."""

_ASKS_FOR_SOURCE = (
    "server",
    "username",
    "port",
    "use_ssl",
    "password",
    *connections.PROVIDER_FIELDS,
)


def accounts_list(call: Call) -> list[dict[str, Any]]:
    """List the accounts of the consumer key."""
    with call.services.database.transaction() as connection:
        found = accounts.page(
            connection,
            call.consumer_key,
            email=call.query.get("email"),
            status=status_filter(call.query),
            limit=min(call.query.get("limit", MAX_PAGE), MAX_PAGE),
            offset=call.query.get("offset", 0),
        )
    return [representations.account(account, call.addresses) for account in found]


def accounts_create(call: Call) -> dict[str, Any]:
    """Create an account; with settings of a mailbox, the account and its source or neither."""
    columns = None
    if any(name in call.form for name in _ASKS_FOR_SOURCE):
        connections.refuse_providers(call.form)
        columns = connections.opened(call.services, call.form)
    email = call.form["email"]
    person = accounts.Person(email, call.form.get("first_name", ""), call.form.get("last_name", ""))
    with call.services.database.transaction() as connection:
        identifier = accounts.add(connection, call.consumer_key, person, call.services.clock())
        source = connections.attach(connection, identifier, email, columns) if columns else None
    answer: dict[str, Any] = {
        "success": True,
        "id": identifier,
        "resource_url": call.addresses.of("accounts_get", id=identifier),
    }
    if source:
        connections.synchronise_later(call.services, source["sequence"])
        answer["source"] = {
            "label": source["label"],
            "resource_url": representations.source_address(source, call.addresses),
        }
    return answer


def accounts_get(call: Call) -> dict[str, Any]:
    """Read an account."""
    with call.services.database.transaction() as connection:
        account = accounts.get(connection, call.consumer_key, call.path["id"])
    if account is None:
        raise unknown(call.path["id"], "account")
    return representations.account(account, call.addresses)


def accounts_update(call: Call) -> dict[str, Any]:
    """Set the names that were sent."""
    names = {name: call.form[name] for name in ("first_name", "last_name") if name in call.form}
    with call.services.database.transaction() as connection:
        if not accounts.owned(connection, call.consumer_key, call.path["id"]):
            raise unknown(call.path["id"], "account")
        accounts.rename(connection, call.path["id"], names)
    return {"success": True}


def accounts_delete(call: Call) -> dict[str, Any]:
    """Delete an account with its sources and tokens."""
    with call.services.database.transaction() as connection:
        if not accounts.owned(connection, call.consumer_key, call.path["id"]):
            raise unknown(call.path["id"], "account")
        accounts.remove(connection, call.path["id"])
    return {"success": True}


def status_filter(query: Mapping[str, Any]) -> StatusFilter:
    """Return which sources count according to `status` and `status_ok`."""
    working = {0: False, 1: True}.get(query.get("status_ok", -1))
    return StatusFilter(query.get("status"), working)


HANDLERS = (accounts_list, accounts_create, accounts_get, accounts_update, accounts_delete)
