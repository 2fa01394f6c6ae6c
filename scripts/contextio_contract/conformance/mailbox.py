"""The mailbox that checks of sources open: one that the user names, or one that the suite starts itself."""

from __future__ import annotations

import base64
import hashlib
import os
import socket
import subprocess
import sysconfig
import tempfile
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.actor import NotExercised
from contextio_contract.conformance.configuration import PASSWORD
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from contextio_contract.conformance.target import Target

START_LIMIT: Final = 20.0
"""Seconds that our own mail server may take to start."""
WRONG_PASSWORD: Final = "not the password of this mailbox"  # noqa: S105 - it opens nothing


@dataclass(frozen=True)
class Mailbox:
    """A mailbox and the credentials that open it."""

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    ssl: bool

    def form(self, **changes: Any) -> dict[str, Any]:
        """Return the fields with which it becomes a source."""
        settings: dict[str, Any] = {
            "server": self.host,
            "port": self.port,
            "username": self.username,
            "password": self.password,
            "use_ssl": int(self.ssl),
            "type": "IMAP",
        }
        return settings | changes


def named(host: str | None, port: int | None, username: str | None, *, ssl: bool) -> Mailbox | None:
    """Return the mailbox that the settings name, with the password that the environment holds for it.

    Args:
        host: the mail server; without one, no mailbox is named.
        port: its port; without one, the usual one.
        username: who opens the mailbox.
        ssl: whether the server speaks TLS from the start.

    Raises:
        CannotRun: when half a mailbox is named.
    """
    password = os.environ.get(PASSWORD, "")
    if not (host or username or password):
        return None
    needed = {"--imap-host": host, "--imap-username": username, PASSWORD: password}
    missing = [name for name, value in needed.items() if not value]
    if not host or not username or missing:
        message = f"{' and '.join(missing)} must be set as well, to name the mailbox whole"
        raise CannotRun(message)
    return Mailbox(host, port or (993 if ssl else 143), username, password, ssl)


@contextmanager
def mailboxes(target: Target, named: Mailbox | None = None) -> Iterator[Callable[[], Mailbox]]:
    """Give what returns the mailbox for a deployment; a mail server that it starts ends with the context.

    Args:
        target: the deployment.
        named: the mailbox that the user names.
    """
    with ExitStack() as stack:
        started: list[Mailbox] = []

        def mailbox() -> Mailbox:
            if named:
                return named
            if not target.is_loopback:
                message = f"it needs a mailbox; name one with --imap-host, --imap-username and {PASSWORD}"
                raise NotExercised(message)
            if not started:
                started.append(stack.enter_context(_own_server()))
            return started[0]

        yield mailbox


@contextmanager
def _own_server() -> Iterator[Mailbox]:
    """Run pymap with one empty mailbox on a free port of the loopback."""
    program = Path(sysconfig.get_path("scripts"), "pymap")
    if not program.is_file():
        message = "it needs a mailbox, and pymap, which would be started for it, is not installed"
        raise NotExercised(message)
    with socket.create_server(("127.0.0.1", 0)) as found:
        mailbox = Mailbox("127.0.0.1", found.getsockname()[1], "conformance", "opens-it", ssl=False)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        _write_users(Path(folder), mailbox)
        listen = ["--host", mailbox.host, "--port", str(mailbox.port), "--no-tls"]
        server = subprocess.Popen(  # noqa: S603 - a program that we install
            [str(program), *listen, "maildir", folder],
            env={**os.environ, "FQDN": "localhost"},  # or it looks its own name up for each connection
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for us; we then stop the server
        )
        try:
            _await(mailbox.port, server)
            yield mailbox
        finally:
            server.kill()
            server.wait()


def _write_users(folder: Path, mailbox: Mailbox) -> None:
    """Write the user files of pymap, in the formats of passwd(5) and shadow(5).

    Its hashes have 500,000 rounds where it makes them itself, a tenth of a second for each login.
    """
    salt, rounds = b"conformance", 1
    digest = hashlib.pbkdf2_hmac("sha256", mailbox.password.encode(), salt, rounds)
    shown = "$".join(base64.b64encode(part).decode() for part in (salt, digest))
    user = mailbox.username
    files = {
        "passwd": f"{user}:x::::{user}:\n",
        "shadow": f"{user}:$pbkdf2-sha256${rounds}${shown}:::::::\n",
        "group": "",
    }
    for name, content in files.items():
        (folder / f"pymap-etc-{name}").write_text(content)


def _await(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    message = "the mail server that was started for it did not come up"
    raise NotExercised(message)
