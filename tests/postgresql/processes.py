"""Servers and workers as programs of their own, on one PostgreSQL database and behind one address."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.databases import migrate_at
from tests.postgresql.relay import relaying
from tests.program import serving, working

from contextio_contract.server.db.vault import generate_key

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

_SERVERS: Final = 3
_WORKERS: Final = 2
KEYS: Final = {
    "CONTEXTIO_CONSUMER_KEY": "first",
    "CONTEXTIO_CONSUMER_SECRET": "of-first",
    "CONFORMANCE_SECOND_KEY": "second",
    "CONFORMANCE_SECOND_SECRET": "of-second",
}
"""The environment of servers, workers, and the suite that checks them."""


@dataclass(frozen=True)
class Processes:
    """Running servers and workers; `base_url` leads to each of the servers in turn, as long as it lives."""

    base_url: str
    servers: list[subprocess.Popen[str]]
    workers: list[subprocess.Popen[str]]

    def kill_one_of_each(self) -> None:
        """End a server and a worker by SIGKILL."""
        self.servers[-1].kill()
        self.workers[-1].kill()


@contextmanager
def running_processes(url: str, folder: Path) -> Iterator[Processes]:
    """Run servers and workers on an empty database, with their logs in a folder."""
    migrate_at(url)
    environment = {"CONTEXTIO_DATABASE": url, "CONTEXTIO_VAULT_KEY": generate_key(), **KEYS}
    with ExitStack() as stack:
        servers = [
            stack.enter_context(
                serving("--no-work", "--allow-private", log=folder / f"serve{number}", **environment)
            )
            for number in range(_SERVERS)
        ]
        workers = [
            stack.enter_context(working("--allow-private", log=folder / f"work{number}", **environment))
            for number in range(_WORKERS)
        ]
        origin = stack.enter_context(relaying([server.origin for server in servers]))
        yield Processes(f"{origin}/2.0", [server.process for server in servers], workers)
