"""The callback that ends the connect flow. Generated from the description; not to be edited."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from contextio_client.errors import CallbackError

if TYPE_CHECKING:
    from contextio_models import ConnectToken

PARAMETER = "contextio_token"
"""The query parameter of the callback that holds the connect token."""


@dataclass(frozen=True)
class Connection:
    """A mailbox that a person has connected.

    Attributes:
        account_id: the identifier of the account.
        label: the label of the new source; None if the token does not name it.
        email_addresses: the mail addresses of the account.
    """

    account_id: str
    label: str | None
    email_addresses: tuple[str, ...]


def token_of_callback(url: str, expected: str | None) -> str:
    """Return the connect token of a callback, after comparing it with the expected one.

    Args:
        url: the URL that the browser requested, whole or from the `?` on.
        expected: the token that was created for this browser, from its session; None without a session.
            The comparison keeps others from having their own mailbox connected to this person.

    Raises:
        CallbackError: if there is no token, more than one, or another one.
    """
    # Not by urlsplit, which raises for some hosts.
    query = url.partition("#")[0].partition("?")[2]
    given = parse_qs(query, keep_blank_values=True).get(PARAMETER, [])
    if len(given) != 1 or not given[0]:
        message = f"the callback has {len(given) or 'no'} {PARAMETER}; it needs one with a value"
        raise CallbackError(message)
    if not hmac.compare_digest(given[0].encode(errors="replace"), (expected or "").encode()):
        message = f"the callback has another {PARAMETER} than was made for this browser"
        raise CallbackError(message)
    return given[0]


def connection(token: ConnectToken) -> Connection | None:
    """Return the mailbox that was connected with a token; None while the token is unused.

    A token is used once `used` is a time, `expires` is false and its account has an identifier.

    Args:
        token: the token as `connect_tokens.get` or `account_connect_tokens.get` has just read it.
    """
    account = token.account
    account_id: str | None = getattr(account, "id", None)  # unless it is strict, there may be no account
    if not token.used or token.expires is not False or not account_id:
        return None
    return Connection(account_id, token.server_label, tuple(account.email_addresses or ()))
