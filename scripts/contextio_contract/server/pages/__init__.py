"""Handlers of the operations: one module per documentation page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.http.call import Call
from contextio_contract.server.pages import accounts, connect_tokens, sources
from contextio_contract.server.pages.mailbox_settings import asks_for_mailbox
from contextio_contract.server.services import Services

if TYPE_CHECKING:
    from contextio_contract.server.http.call import Handler

_PageHandler = Callable[[Services, Call], Any]
_TOKENS: Final[Mapping[str, _PageHandler]] = {
    "list": connect_tokens.list_tokens,
    "create": connect_tokens.create_token,
    "get": connect_tokens.get_token,
    "delete": connect_tokens.delete_token,
}
_HANDLERS: Final[Mapping[str, _PageHandler]] = {
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

OPENS_MAILBOX: Final[Mapping[str, Callable[[Call], bool]]] = {
    "accounts_create": lambda call: asks_for_mailbox(call.form),
    "sources_create": lambda _: True,
    "sources_update": lambda _: True,
}
"""Whether a call opens a mailbox, by operation; all other calls wait for the database alone."""

UNBOUNDED: Final = frozenset({"connect_tokens_list", "account_connect_tokens_list"})
"""Operations whose answers have no pages, so that they take as long as there is much to show."""


def page_handlers(services: Services) -> dict[str, Handler]:
    """Return the handlers by operationId, with the parts of the server that they work with."""
    return {operation: partial(handler, services) for operation, handler in _HANDLERS.items()}
