"""What handlers work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_contract.server.background import Background
    from contextio_contract.server.mailbox import Mailboxes
    from contextio_contract.server.settings import Clock, Settings
    from contextio_contract.server.store.database import Database
    from contextio_contract.server.vault import Vault


@dataclass(frozen=True)
class Services:
    """The parts of a running server."""

    settings: Settings
    clock: Clock
    database: Database
    vault: Vault
    mailboxes: Mailboxes
    background: Background

    def close(self) -> None:
        """Drop the background work that waits and close the database."""
        self.background.stop()
        self.database.close()
