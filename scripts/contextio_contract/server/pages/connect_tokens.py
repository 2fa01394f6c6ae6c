"""The page "connect_tokens". What an account's own tokens share with it is here, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.server.db import accounts, tokens
from contextio_contract.server.http.errors import unknown
from contextio_contract.server.mail.connections import FLAGS
from contextio_contract.server.pages import representations

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from contextio_contract.server.http.call import Call

_TEXTS = ("email", "first_name", "last_name", "source_sync_folders")
_ADDRESSES = ("source_callback_url", "status_callback_url")


def connect_tokens_list(call: Call) -> list[dict[str, Any]]:
    """List the tokens made with the consumer key."""
    with call.services.database.transaction() as connection:
        return listed(connection, call)


def connect_tokens_create(call: Call) -> dict[str, Any]:
    """Make a token that leads to a new account."""
    with call.services.database.transaction() as connection:
        return created(connection, call)


def connect_tokens_get(call: Call) -> dict[str, Any]:
    """Read a token."""
    with call.services.database.transaction() as connection:
        return read(connection, call)


def connect_tokens_delete(call: Call) -> dict[str, Any]:
    """Discard a token."""
    with call.services.database.transaction() as connection:
        return deleted(connection, call)


def listed(connection: Connection, call: Call, account_id: str | None = None) -> list[dict[str, Any]]:
    """Return the tokens of the consumer key, or those made for one account."""
    now = call.services.clock()
    tokens.purge(connection, now)
    rows = tokens.listed(connection, call.consumer_key, now, account_id)
    used_for = accounts.by_ids(connection, {row["account_id"] for row in rows if row["used"]})
    return [
        representations.token(row, used_for[row["account_id"]] if row["used"] else None, call.addresses)
        for row in rows
    ]


def created(connection: Connection, call: Call, account_id: str | None = None) -> dict[str, Any]:
    """Make a token, for one account if one is named."""
    form = call.form
    now = call.services.clock()
    tokens.purge(connection, now)
    token = tokens.add(
        connection,
        {
            "consumer_key": call.consumer_key,
            "of_account": account_id is not None,
            "account_id": account_id,
            "created": now,
            "callback_url": form["callback_url"],
            **{name: form.get(name, "") for name in _TEXTS},
            **{name: form.get(name) for name in _ADDRESSES},
            **{f"source_{flag}": form.get(f"source_{flag}") == 1 for flag in FLAGS},
        },
    )
    return {
        "success": True,
        "token": token,
        "resource_url": representations.token_address(token, account_id, call.addresses),
        "browser_redirect_url": call.addresses.connect_page(token),
    }


def read(connection: Connection, call: Call, account_id: str | None = None) -> dict[str, Any]:
    """Return a token of the consumer key, or one made for one account."""
    row = tokens.get(connection, call.consumer_key, call.services.clock(), call.path["token"], account_id)
    if row is None:
        raise unknown(call.path["token"], "connect token")
    account = accounts.get(connection, call.consumer_key, row["account_id"]) if row["used"] else None
    return representations.token(row, account, call.addresses)


def deleted(connection: Connection, call: Call, account_id: str | None = None) -> dict[str, Any]:
    """Discard a token of the consumer key, or one made for one account."""
    row = tokens.get(connection, call.consumer_key, call.services.clock(), call.path["token"], account_id)
    if row is None:
        raise unknown(call.path["token"], "connect token")
    tokens.remove(connection, row["sequence"])
    return {"success": True}


HANDLERS = (connect_tokens_list, connect_tokens_create, connect_tokens_get, connect_tokens_delete)
