"""A server that runs as a program of its own, and what it takes of the machine."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tests.program import PROGRAM, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

KEY: Final = "torture"
SECRET: Final = "a secret for torture alone"  # noqa: S105 - of a server that lives for this run
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Deployment:
    """A running server, on a SQLite file in a temporary folder."""

    origin: str
    base: str
    pid: int
    log: Path

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to connect to."""
        split = urlsplit(self.origin)
        return split.hostname or "", split.port or 0

    def memory(self) -> float:
        """Return the resident memory of the process in MB."""
        with open(f"/proc/{self.pid}/statm", encoding="ascii") as file:  # noqa: PTH123 - a file of the kernel
            return int(file.read().split()[1]) * _PAGE / 1e6

    def tracebacks(self) -> int:
        """Return how many tracebacks the log has."""
        return self.log.read_text("utf-8", "replace").count("Traceback (most recent call last)")


@contextmanager
def running(folder: Path, *options: str, other_keys: Iterable[str] = ()) -> Iterator[Deployment]:
    """Start a server without demo data, and stop it at the end; all keys have the same secret."""
    log = folder / "serve.log"
    keys = {"CONTEXTIO_CONSUMER_KEY": KEY, "CONTEXTIO_CONSUMER_SECRET": SECRET}
    database = ("--database", str(folder / "torture.sqlite3"))
    if lines := "".join(f"{key},{SECRET}\n" for key in other_keys):
        imported = [PROGRAM, "keys", "import", *database, "-"]
        subprocess.run(imported, input=lines, text=True, check=True, stdout=subprocess.DEVNULL)
    with serving(*database, *options, log=log, **keys) as server:
        yield Deployment(server.origin, server.base, server.process.pid, log)
