"""What the API shows of what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.server.db.tokens import LIFETIME

if TYPE_CHECKING:
    from sqlalchemy.engine import RowMapping

    from contextio_contract.server.db.accounts import Account
    from contextio_contract.server.http.call import Addresses


def account(stored: Account, addresses: Addresses) -> dict[str, Any]:
    """Return an Account."""
    row = stored.row
    return {
        **_account_core(stored, addresses),
        "username": row["username"],
        "password_expired": row["password_expired"],
        "nb_messages": stored.nb_messages,
        "nb_files": stored.nb_files,
        "resource_url": addresses.of("accounts_get", id=row["id"]),
    }


def source(row: RowMapping, addresses: Addresses) -> dict[str, Any]:
    """Return a Source."""
    return {
        "label": row["label"],
        "server": row["server"],
        "username": row["username"],
        "port": row["port"],
        "use_ssl": row["use_ssl"],
        "type": "imap",
        "authentication_type": "password",
        "status": row["status"],
        "status_message": row["status_message"],
        "resource_url": source_address(row, addresses),
        "callback_url": row["callback_url"],
        "status_callback_url": row["status_callback_url"],
        "sync_flags": row["sync_flags"],
        "sync_all_folders": row["sync_all_folders"],
        "expunge_on_deleted_flag": row["expunge_on_deleted_flag"],
        "raw_file_list": row["raw_file_list"],
    }


def source_address(row: RowMapping, addresses: Addresses) -> str:
    """Return the absolute address of a source."""
    return addresses.of("sources_get", id=row["account_id"], label=row["label"])


def token(row: RowMapping, account_of_it: Account | None, addresses: Addresses) -> dict[str, Any]:
    """Return a ConnectToken.

    Args:
        row: the token, with the label of the source that came out of it.
        account_of_it: the account that it was used for; None while it is unused.
        addresses: where things are.
    """
    label = {"server_label": row["server_label"]} if row["server_label"] else {}
    return {
        "token": row["token"],
        "email": row["email"],
        "created": row["created"],
        "used": row["used"],
        "expires": False if row["used"] else row["created"] + LIFETIME,
        "callback_url": row["callback_url"],
        "first_name": row["first_name"],
        "last_name": row["last_name"],
        "account": _account_core(account_of_it, addresses) if account_of_it else {},
        "resource_url": token_address(
            row["token"], row["account_id"] if row["of_account"] else None, addresses
        ),
        "browser_redirect_url": addresses.connect_page(row["token"]),
        "status_callback_url": row["status_callback_url"],
        "source_callback_url": row["source_callback_url"],
        "source_raw_file_list": row["source_raw_file_list"],
        **label,
    }


def token_address(name: str, account_id: str | None, addresses: Addresses) -> str:
    """Return the absolute address of a token, below its account if it was made for one."""
    if account_id is None:
        return addresses.of("connect_tokens_get", token=name)
    return addresses.of("account_connect_tokens_get", id=account_id, token=name)


def _account_core(stored: Account, addresses: Addresses) -> dict[str, Any]:
    row = stored.row
    return {
        "id": row["id"],
        "created": row["created"],
        "suspended": row["suspended"],
        "email_addresses": list(stored.addresses),
        "first_name": row["first_name"],
        "last_name": row["last_name"],
        "sources": [source(each, addresses) for each in stored.sources],
    }
