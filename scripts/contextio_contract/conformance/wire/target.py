"""The deployment under test: one that the user names, or our own server, started for the run."""

from __future__ import annotations

import ipaddress
import json
import os
import re
import secrets
import sysconfig
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final
from urllib.parse import urlsplit

from contextio_contract.conformance.process.program import running
from contextio_contract.conformance.settings.configuration import PREFIX
from contextio_contract.conformance.wire.connection import Connection
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.contract import Contract

KEY: Final = "CONTEXTIO_CONSUMER_KEY"
SECRET: Final = "CONTEXTIO_CONSUMER_SECRET"  # noqa: S105 - the name of a variable
SECOND_KEY: Final = f"{PREFIX}_SECOND_KEY"
SECOND_SECRET: Final = f"{PREFIX}_SECOND_SECRET"
READY: Final = re.compile(rb"^(?:serve|mock): ready at (\S+)", re.MULTILINE)
_START_LIMIT: Final = 60.0
"""Seconds that our own server may take to start."""
_LOG_SIZE: Final = 2**16
"""Bytes of its output in which our own server must have said where it is."""


@dataclass(frozen=True)
class Target:
    """A deployment and the keys for it.

    Attributes:
        base_url: its address up to and including the version segment, without a slash at the end.
        consumer_key: the OAuth consumer key.
        consumer_secret: the OAuth consumer secret.
        is_own: whether it is a server that was started for this run and ends with it.
        second: the same deployment with the keys of another consumer; None without any.
        connection: how to connect to it.
    """

    base_url: str
    consumer_key: str = field(repr=False)
    consumer_secret: str = field(repr=False)
    is_own: bool = False
    second: Target | None = field(default=None, repr=False)
    connection: Connection = field(default_factory=Connection)

    @property
    def origin(self) -> str:
        """The scheme and the host of the base address, without a slash at the end."""
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.base_url))

    @property
    def is_loopback(self) -> bool:
        """Whether the address is this very machine, by its literal address or as localhost."""
        return is_loopback(urlsplit(self.base_url).hostname or "")


def is_loopback(host: str) -> bool:
    """Return whether a host is this very machine, by its literal address or as localhost."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def named_target(base_url: str, connection: Connection | None = None) -> Target:
    """Return the deployment of a base address, with the keys that the environment holds for it.

    Raises:
        CannotRun: when the address is none, a key is missing, or it cannot be connected to in this way.
    """
    try:
        parts = urlsplit(base_url if base_url.isprintable() else "")
    except ValueError:
        parts = urlsplit("")
    beside = parts.username or parts.password or parts.query or parts.fragment
    if parts.scheme not in {"http", "https"} or not parts.hostname or beside:
        message = "--base-url must be an absolute http or https address alone, as https://api.example.com/2.0"
        raise CannotRun(message)
    base_url = base_url.rstrip("/")
    key, secret = os.environ.get(KEY, ""), os.environ.get(SECRET, "")
    if missing := [name for name, value in ((KEY, key), (SECRET, secret)) if not value]:
        message = f"{' and '.join(missing)} must be set in the environment to the keys of {base_url}"
        raise CannotRun(message)
    _expect_printable(KEY, SECRET)
    connection = connection or Connection()
    connection.require_usable(is_loopback=is_loopback(parts.hostname))
    second = _second_target(base_url, key, connection)
    return Target(base_url, key, secret, second=second, connection=connection)


def _second_target(base_url: str, first_key: str, connection: Connection) -> Target | None:
    """Return the deployment with the second key; None if the environment holds none."""
    key, secret = os.environ.get(SECOND_KEY, ""), os.environ.get(SECOND_SECRET, "")
    if not key and not secret:
        return None
    if not key or not secret or key == first_key:
        message = f"{SECOND_KEY} and {SECOND_SECRET} must be set to the keys of a second consumer, or neither"
        raise CannotRun(message)
    _expect_printable(SECOND_KEY, SECOND_SECRET)
    return Target(base_url, key, secret, connection=connection)


def _expect_printable(*names: str) -> None:
    if not "".join(os.environ[name] for name in names).isprintable():
        message = f"{' and '.join(names)} must be printable text"
        raise CannotRun(message)


@contextmanager
def open_target(options: Options, contract: Contract) -> Iterator[Callable[[], Target]]:
    """Start our own server or the mock, unless the user names a deployment.

    Yields:
        What returns the deployment, once it is ready; see `named_target` and `own_server`.

    Raises:
        CannotRun: if the user names a deployment and wants the mock.
    """
    # An empty address is a variable that was not set, and no wish to check our own server.
    if options.base_url is None:
        with own_server(contract, "mock" if options.mock else "serve") as wait_for_server:
            yield wait_for_server
        return
    if options.mock:
        message = "--mock starts the mock of the description and checks it; leave out --base-url"
        raise CannotRun(message)
    base_url = options.base_url
    yield lambda: named_target(base_url, options.connection)


@contextmanager
def own_server(contract: Contract, program: str = "serve") -> Iterator[Callable[[], Target]]:
    """Run the command `serve` or `mock` on a contract, with demo data and keys of its own.

    It starts while this process goes on, and ends with it, however that ends.

    Yields:
        What waits for it, or raises `CannotRun` when it does not start in time.
    """
    keys = {name: secrets.token_hex(8) for name in (KEY, SECOND_KEY)}
    keys |= {name: secrets.token_hex(16) for name in (SECRET, SECOND_SECRET)}
    # What the suite is told is not the server's business, the mailbox's password least of all.
    environment = {name: text for name, text in os.environ.items() if not name.startswith(PREFIX)}
    environment |= {**keys, "PYTHONUNBUFFERED": "1"}

    def command(folder: str) -> list[str]:
        bundle = Path(folder, "openapi.json")
        bundle.write_text(json.dumps(contract.bundle))
        script = Path(sysconfig.get_path("scripts"), "contextio-contract")
        # Mailbox and callbacks are on this machine.
        options = ["--database", ":memory:", "--demo", "--allow-private"] if program == "serve" else []
        return [str(script), program, "--port", "0", *options, "--spec", str(bundle)]

    with tempfile.TemporaryFile() as log, running(command, environment, log) as server:

        def wait_for_server() -> Target:
            base_url = _wait_until_ready(server, log, program)
            second = Target(base_url, keys[SECOND_KEY], keys[SECOND_SECRET], is_own=True)
            return Target(base_url, keys[KEY], keys[SECRET], is_own=True, second=second)

        yield wait_for_server


def _wait_until_ready(server: subprocess.Popen[bytes], log: IO[bytes], program: str) -> str:
    """Return the address that the server says it is ready at."""
    deadline = time.monotonic() + _START_LIMIT
    while True:
        ended = server.poll() is not None
        # Not by reading: the server writes at the position of this very file.
        output = os.pread(log.fileno(), _LOG_SIZE, 0)
        ready = READY.search(output)
        if ready:
            return ready[1].decode().rstrip("/")
        if ended or time.monotonic() > deadline:
            last = output.decode(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
            message = f"our own server did not start ({last[0]}); run: contextio-contract {program}"
            raise CannotRun(message)
        time.sleep(0.02)
