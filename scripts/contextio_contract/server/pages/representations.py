"""JSON representations of stored rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.db.tokens import LIFETIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import RowMapping

    from contextio_contract.server.db.accounts import Account
    from contextio_contract.server.http.call import Addresses

ACCOUNT: Final = (
    *("id", "username", "created", "suspended", "email_addresses", "first_name", "last_name"),
    *("password_expired", "nb_messages", "nb_files"),
)
_NOT_IN_TOKEN: Final = frozenset({"username", "password_expired", "nb_messages", "nb_files", "resource_url"})
"""Fields of an Account that a ConnectTokenAccount lacks."""
SOURCE: Final = (
    *("server", "username", "port", "use_ssl", "status", "status_message"),
    *("callback_url", "status_callback_url"),
    *("sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list"),
)
TOKEN: Final = (
    *("email", "created", "used", "callback_url", "first_name", "last_name"),
    *("status_callback_url", "source_callback_url", "source_raw_file_list"),
)


def render_account(account: Account, addresses: Addresses) -> dict[str, Any]:
    """Return an Account."""
    return {
        **{name: account[name] for name in ACCOUNT},
        "sources": [render_source(source, addresses) for source in account["sources"]],
        "resource_url": addresses.of("accounts_get", id=account["id"]),
    }


def render_source(source: RowMapping, addresses: Addresses) -> dict[str, Any]:
    """Return a Source."""
    columns = {name: source[name] for name in SOURCE}
    kind = {"type": "imap", "authentication_type": "password"}
    return refer_to_source(source, addresses) | columns | kind


def refer_to_source(source: RowMapping, addresses: Addresses) -> dict[str, Any]:
    """Return the fields that lead to a source."""
    url = addresses.of("sources_get", id=source["account_id"], label=source["label"])
    return {"label": source["label"], "resource_url": url}


def render_token_accounts(accounts: Iterable[Account], addresses: Addresses) -> dict[str, dict[str, Any]]:
    """Return each account as a ConnectTokenAccount, by id."""
    return {
        account["id"]: {
            name: value
            for name, value in render_account(account, addresses).items()
            if name not in _NOT_IN_TOKEN
        }
        for account in accounts
    }


def render_token(
    token: RowMapping, accounts: Mapping[str, Mapping[str, Any]], addresses: Addresses
) -> dict[str, Any]:
    """Return a ConnectToken; it has one of the given representations of accounts once it is used."""
    return {
        **refer_to_token(token["token"], token["account_id"] if token["of_account"] else None, addresses),
        **{name: token[name] for name in TOKEN},
        "expires": False if token["used"] else token["created"] + LIFETIME,
        "account": accounts[token["account_id"]] if token["used"] else {},
        **({"server_label": token["server_label"]} if token["server_label"] else {}),
    }


def refer_to_token(name: str, account_id: str | None, addresses: Addresses) -> dict[str, Any]:
    """Return the fields that lead to a token, which is below its account if it was created for one."""
    below_account = {"id": account_id} if account_id else {}
    operation = "account_connect_tokens_get" if account_id else "connect_tokens_get"
    return {
        "token": name,
        "resource_url": addresses.of(operation, token=name, **below_account),
        "browser_redirect_url": f"{addresses.origin}/connect/{name}",
    }
