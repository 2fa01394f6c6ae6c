"""Handlers of the operations: one module per documentation page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.server.pages import accounts, connect_tokens, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.server.http.call import Handler

_TOKENS: Final[Mapping[str, Handler]] = {
    "list": connect_tokens.list_tokens,
    "create": connect_tokens.create_token,
    "get": connect_tokens.get_token,
    "delete": connect_tokens.delete_token,
}
HANDLERS: Final[Mapping[str, Handler]] = {
    "accounts_list": accounts.list_accounts,
    "accounts_create": accounts.create_account,
    "accounts_get": accounts.get_account,
    "accounts_update": accounts.update_account,
    "accounts_delete": accounts.delete_account,
    "sources_list": sources.list_sources,
    "sources_create": sources.create_source,
    "sources_get": sources.get_source,
    "sources_update": sources.update_source,
    "sources_delete": sources.delete_source,
    **{f"connect_tokens_{verb}": handler for verb, handler in _TOKENS.items()},
    **{f"account_connect_tokens_{verb}": handler for verb, handler in _TOKENS.items()},
}
"""Handlers by operationId."""
