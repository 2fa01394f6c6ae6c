"""The page "accounts/connect_tokens": the tokens of one account, otherwise like those of the top level."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from contextio_contract.server.db import accounts
from contextio_contract.server.http.errors import unknown
from contextio_contract.server.pages import connect_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import Connection

    from contextio_contract.server.http.call import Call


def account_connect_tokens_list(call: Call) -> list[dict[str, Any]]:
    """List the tokens that were made for an account."""
    with _account(call) as connection:
        return connect_tokens.listed(connection, call, call.path["id"])


def account_connect_tokens_create(call: Call) -> dict[str, Any]:
    """Make a token that leads to one more source of an account."""
    with _account(call) as connection:
        return connect_tokens.created(connection, call, call.path["id"])


def account_connect_tokens_get(call: Call) -> dict[str, Any]:
    """Read a token of an account."""
    with _account(call) as connection:
        return connect_tokens.read(connection, call, call.path["id"])


def account_connect_tokens_delete(call: Call) -> dict[str, Any]:
    """Discard a token of an account."""
    with _account(call) as connection:
        return connect_tokens.deleted(connection, call, call.path["id"])


@contextmanager
def _account(call: Call) -> Iterator[Connection]:
    with call.services.database.transaction() as connection:
        if not accounts.owned(connection, call.consumer_key, call.path["id"]):
            raise unknown(call.path["id"], "account")
        yield connection


HANDLERS = (
    account_connect_tokens_list,
    account_connect_tokens_create,
    account_connect_tokens_get,
    account_connect_tokens_delete,
)
