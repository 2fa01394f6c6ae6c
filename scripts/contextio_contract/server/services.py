"""The parts of a running server, for handlers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextio_contract.server.db.database import Database
    from contextio_contract.server.db.vault import Vault
    from contextio_contract.server.jobs.queue import JobQueue
    from contextio_contract.server.mail.mailbox import Mailboxes
    from contextio_contract.server.settings import Clock, Settings


@dataclass(frozen=True)
class Services:
    """The parts of a running server."""

    settings: Settings
    clock: Clock
    database: Database
    vault: Vault
    mailboxes: Mailboxes
    jobs: JobQueue

    def close(self) -> None:
        """Drop the jobs that wait, and close the database."""
        self.jobs.stop()
        self.database.close()
