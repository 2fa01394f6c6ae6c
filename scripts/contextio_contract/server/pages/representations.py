"""JSON representations of stored rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db.tokens import LIFETIME

if TYPE_CHECKING:
    from sqlalchemy.engine import RowMapping

    from contextio_contract.server.db.accounts import Account
    from contextio_contract.server.http.call import Addresses

_ACCOUNT: Final = (
    *("id", "username", "created", "suspended", "email_addresses", "first_name", "last_name"),
    *("password_expired", "nb_messages", "nb_files"),
)
_NOT_IN_TOKEN: Final = frozenset({"username", "password_expired", "nb_messages", "nb_files", "resource_url"})
"""Fields of an Account that a ConnectTokenAccount lacks."""
_SOURCE: Final = (
    *("label", "server", "username", "port", "use_ssl", "status", "status_message"),
    *("callback_url", "status_callback_url"),
    *("sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list"),
)
_TOKEN: Final = (
    *("token", "email", "created", "used", "callback_url", "first_name", "last_name"),
    *("status_callback_url", "source_callback_url", "source_raw_file_list"),
)


def render_account(account: Account, addresses: Addresses) -> dict[str, Any]:
    """Return an Account."""
    return {
        **{name: account[name] for name in _ACCOUNT},
        "sources": [render_source(source, addresses) for source in account["sources"]],
        "resource_url": addresses.of("accounts_get", id=account["id"]),
    }


def render_source(source: RowMapping, addresses: Addresses) -> dict[str, Any]:
    """Return a Source."""
    return {
        **{name: source[name] for name in _SOURCE},
        "type": "imap",
        "authentication_type": "password",
        "resource_url": source_url(source, addresses),
    }


def source_url(source: RowMapping, addresses: Addresses) -> str:
    """Return the URL of a source."""
    return addresses.of("sources_get", id=source["account_id"], label=source["label"])


def render_token(token: RowMapping, used_for: Account | None, addresses: Addresses) -> dict[str, Any]:
    """Return a ConnectToken; while it is unused, it has no account."""
    account = render_account(used_for, addresses) if used_for else {}
    label = {"server_label": token["server_label"]} if token["server_label"] else {}
    account_id = token["account_id"] if token["of_account"] else None
    return {
        **{name: token[name] for name in _TOKEN},
        "expires": False if token["used"] else token["created"] + LIFETIME,
        "account": {name: value for name, value in account.items() if name not in _NOT_IN_TOKEN},
        "resource_url": token_url(token["token"], account_id, addresses),
        "browser_redirect_url": addresses.connect_page(token["token"]),
        **label,
    }


def token_url(name: str, account_id: str | None, addresses: Addresses) -> str:
    """Return the URL of a token, below its account if it was created for one."""
    if account_id is None:
        return addresses.of("connect_tokens_get", token=name)
    return addresses.of("account_connect_tokens_get", id=account_id, token=name)
