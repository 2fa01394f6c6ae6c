"""Handlers of the pages "connect_tokens" and "accounts/connect_tokens", which differ in scope alone."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, tokens
from contextio_contract.server.db.sources import OPTIONS
from contextio_contract.server.http.errors import unknown
from contextio_contract.server.pages import representations
from contextio_contract.server.pages.accounts import require_account

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.http.call import Call, Handler

_FIELDS: Final = (
    *("callback_url", "email", "first_name", "last_name", "status_callback_url"),
    *(f"source_{name}" for name in OPTIONS),
)


def list_tokens(call: Call) -> list[dict[str, Any]]:
    """List the tokens of the consumer key or of the account."""
    now = call.services.clock()
    with _transaction(call) as connection:
        tokens.purge(connection, now)
        rows = tokens.list_all(connection, call.consumer_key, now, call.path.get("id"))
        used_for = accounts.get_many(connection, {row["account_id"] for row in rows if row["used"]})
    return [
        representations.render_token(
            row, used_for.get(row["account_id"]) if row["used"] else None, call.addresses
        )
        for row in rows
    ]


def create_token(call: Call) -> dict[str, Any]:
    """Create a token that leads to a new account, or to one more source of the account."""
    now = call.services.clock()
    account_id = call.path.get("id")
    columns = {
        "consumer_key": call.consumer_key,
        "of_account": account_id is not None,
        "account_id": account_id,
        "created": now,
        **{name: call.form[name] for name in _FIELDS if name in call.form},
    }
    with _transaction(call) as connection:
        tokens.purge(connection, now)
        token = tokens.add(connection, columns)
    return {
        "success": True,
        "token": token,
        "resource_url": representations.token_url(token, account_id, call.addresses),
        "browser_redirect_url": call.addresses.connect_page(token),
    }


def get_token(call: Call) -> dict[str, Any]:
    """Read a token."""
    with _transaction(call) as connection:
        row = _require_token(connection, call)
        account = accounts.get(connection, call.consumer_key, row["account_id"]) if row["used"] else None
    return representations.render_token(row, account, call.addresses)


def delete_token(call: Call) -> dict[str, Any]:
    """Delete a token."""
    with _transaction(call) as connection:
        tokens.remove(connection, _require_token(connection, call)["sequence"])
    return {"success": True}


@contextmanager
def _transaction(call: Call) -> Iterator[Connection]:
    """Begin a transaction in which the account in the path, if there is one, has been checked."""
    with call.services.database.transaction() as connection:
        if "id" in call.path:
            require_account(connection, call)
        yield connection


def _require_token(connection: Connection, call: Call) -> RowMapping:
    name = call.path["token"]
    row = tokens.get(connection, call.consumer_key, call.services.clock(), name, call.path.get("id"))
    if row is None:
        raise unknown(name, "connect token")
    return row


HANDLERS: Final[Mapping[str, Handler]] = {
    f"{page}_{verb}": handler
    for page in ("connect_tokens", "account_connect_tokens")
    for verb, handler in {
        "list": list_tokens,
        "create": create_token,
        "get": get_token,
        "delete": delete_token,
    }.items()
}
