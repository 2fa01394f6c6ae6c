"""Tests of the server on PostgreSQL, and conformance of several processes: python -m tests.postgresql."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.databases import migrate_at
from tests.postgresql.cluster import running_cluster
from tests.postgresql.relay import relaying
from tests.program import PROGRAM, serving, working

from contextio_contract.errors import CannotRun
from contextio_contract.server.db.vault import generate_key

_SERVERS: Final = 3
_WORKERS: Final = 2
_TESTS: Final = (
    *("tests/server", "tests/postgresql/failures.py", "tests/postgresql/compose.py", "-m", "not slow"),
    *("--quiet", "--numprocesses", "2", "--dist", "worksteal"),
)
_SECOND: Final = {"CONFORMANCE_SECOND_KEY": "second", "CONFORMANCE_SECOND_SECRET": "of-second"}


def main() -> None:
    """Make the tests; exit with 0 if all is well, 1 if not, 2 if PostgreSQL does not start."""
    began = time.monotonic()
    try:
        with running_cluster() as url:
            status = _test(url) or _check(url)
    except CannotRun as error:
        print(f"test-postgres: {error.message}", flush=True)  # noqa: T201 - a program's output
        sys.exit(2)
    told = f"the server fails on PostgreSQL ({time.monotonic() - began:.0f} s); see above"
    if not status:
        told = "the server works on PostgreSQL, also as several processes"
    print(f"test-postgres: {told}", flush=True)  # noqa: T201 - a program's output
    sys.exit(1 if status else 0)


def _test(url: str) -> int:
    environment = os.environ | {"CONTEXTIO_TEST_POSTGRESQL": url}
    return subprocess.run([sys.executable, "-m", "pytest", *_TESTS], env=environment, check=False).returncode


def _check(url: str) -> int:
    """Check the contract of servers and workers that share a database, through one address."""
    migrate_at(url)
    keys = {"CONTEXTIO_CONSUMER_KEY": "first", "CONTEXTIO_CONSUMER_SECRET": "of-first", **_SECOND}
    environment = {"CONTEXTIO_DATABASE": url, "CONTEXTIO_VAULT_KEY": generate_key(), **keys}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        origins = []
        for number in range(_SERVERS):
            log = folder / f"serve{number}"
            served = serving("--no-work", "--allow-private", log=log, **environment)
            origins.append(stack.enter_context(served).origin)
        for number in range(_WORKERS):
            log = folder / f"work{number}"
            stack.enter_context(working("--allow-private", log=log, **environment))
        origin = stack.enter_context(relaying(origins))
        command = [PROGRAM, "conformance", "--quick", "--base-url", f"{origin}/2.0"]
        status = subprocess.run(command, env=os.environ | keys, check=False).returncode
        if status:
            for log in sorted(folder.iterdir()):
                print(f"{log.name}:\n{log.read_text()[-2000:]}")  # noqa: T201 - a program's output
    return status


if __name__ == "__main__":
    main()
