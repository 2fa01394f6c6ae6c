"""Handlers of the operations: one module per documentation page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.server.pages import accounts, connect_tokens, sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.server.http.call import Handler

HANDLERS: Final[Mapping[str, Handler]] = {
    **accounts.HANDLERS,
    **sources.HANDLERS,
    **connect_tokens.HANDLERS,
}
"""Handlers by operationId."""
