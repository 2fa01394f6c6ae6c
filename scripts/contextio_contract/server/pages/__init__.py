"""The behaviour of the operations: one module per documentation page, one function per operationId."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.server.pages import account_connect_tokens, accounts, connect_tokens, sources

if TYPE_CHECKING:
    from contextio_contract.server.http.call import Handler

_PAGES = (accounts, account_connect_tokens, sources, connect_tokens)

HANDLERS: Final[dict[str, Handler]] = {
    handler.__name__: handler for page in _PAGES for handler in page.HANDLERS
}
"""Handlers by operationId. What becomes of an operation that has none, `dispatch` decides."""
