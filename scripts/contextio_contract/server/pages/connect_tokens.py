"""Handlers of the pages "connect_tokens" and "accounts/connect_tokens", which differ in scope alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db import accounts, tokens
from contextio_contract.server.db.sources import OPTIONS
from contextio_contract.server.http.responses import unknown
from contextio_contract.server.lists.selection import select_elements
from contextio_contract.server.pages.accounts import begin, begin_reading
from contextio_contract.server.pages.columns import TOKENS
from contextio_contract.server.pages.representations import (
    refer_to_token,
    render_token,
    render_token_accounts,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.accounts import Account
    from contextio_contract.server.http.call import Call
    from contextio_contract.server.services import Services

_FIELDS: Final = (
    *("callback_url", "email", "first_name", "last_name", "status_callback_url"),
    *(f"source_{name}" for name in OPTIONS),
)


def list_tokens(services: Services, call: Call) -> list[dict[str, Any]]:
    """List the tokens of the consumer key or of the account."""
    now = services.clock()
    selection = select_elements(call.operation.listing, call.query, TOKENS)
    with begin_reading(services, call) as connection:
        rows = tokens.list_selected(connection, call.consumer_key, now, call.path.get("id"), selection)
        used_for = _read_accounts(connection, call, rows)
    shown = render_token_accounts(used_for, call.addresses)
    return [render_token(row, shown, call.addresses) for row in rows]


def create_token(services: Services, call: Call) -> dict[str, Any]:
    """Create a token that leads to a new account, or to one more source of the account."""
    now = services.clock()
    account_id = call.path.get("id")
    columns = {
        "consumer_key": call.consumer_key,
        "of_account": account_id is not None,
        "account_id": account_id,
        "created": now,
        **{name: call.form[name] for name in _FIELDS if name in call.form},
    }
    with begin(services, call) as connection:
        token = tokens.add(connection, columns)
    return {"success": True, **refer_to_token(token, account_id, call.addresses)}


def get_token(services: Services, call: Call) -> dict[str, Any]:
    """Read a token."""
    with begin_reading(services, call) as connection:
        row = _require_token(services, connection, call)
        used_for = _read_accounts(connection, call, [row])
    return render_token(row, render_token_accounts(used_for, call.addresses), call.addresses)


def delete_token(services: Services, call: Call) -> dict[str, Any]:
    """Delete a token."""
    with begin(services, call) as connection:
        tokens.remove(connection, _require_token(services, connection, call))
    return {"success": True}


def _read_accounts(connection: Connection, call: Call, rows: Iterable[RowMapping]) -> Collection[Account]:
    """Return the accounts that tokens were used for."""
    numbers = {row["account_sequence"] for row in rows if row["used"]}
    return accounts.get_many(connection, call.consumer_key, numbers).values()


def _require_token(services: Services, connection: Connection, call: Call) -> RowMapping:
    name = call.path["token"]
    row = tokens.get(connection, call.consumer_key, services.clock(), name, call.path.get("id"))
    if row is None:
        raise unknown(name, "connect token")
    return row
