"""A real IMAP server with a mailbox."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.sockets import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STARTED_WITHIN = 60.0
_PYMAP = """
import pymap.config, pysasl.hashing
# A login takes a quarter of a second with the 500,000 rounds that are usual.
pymap.config.BuiltinHash = lambda: pysasl.hashing.BuiltinHash(rounds=1)
from pymap.main import main
main()
"""


@dataclass(frozen=True)
class Imap:
    """A real IMAP server with a mailbox of six messages, and a seventh in the trash."""

    port: int
    username: str = "demouser"
    password: str = "demopass"  # noqa: S105 - of a mailbox that this run made

    def form(self, **changes: Any) -> dict[str, Any]:
        """Return the fields that make a source of the mailbox."""
        return {
            "email": "demo@example.com",
            "server": "127.0.0.1",
            "port": self.port,
            "use_ssl": 0,
            "type": "IMAP",
            "username": self.username,
            "password": self.password,
            **changes,
        }


@contextmanager
def running_imap(log: Path) -> Iterator[Imap]:
    """Run pymap with its demo mailbox on a free port of the loopback."""
    port = free_port()
    options = ["--host", "127.0.0.1", "--port", str(port), "--no-tls", "dict", "--demo-data"]
    command = [sys.executable, "-c", _PYMAP, *options]
    environment = {**os.environ, "FQDN": "localhost"}  # or it looks its own name up for each connection
    with (
        log.open("wb") as output,
        subprocess.Popen(command, env=environment, stdout=output, stderr=output) as process,
    ):
        try:
            _await_port(port, process, log)
            yield Imap(port)
        finally:
            process.terminate()


def _await_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _STARTED_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.05)
    message = "the IMAP server did not start"
    raise AssertionError(message)
