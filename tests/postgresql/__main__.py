"""Tests of the server on PostgreSQL, and conformance of several processes: python -m tests.postgresql."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.postgresql.cluster import running_cluster
from tests.postgresql.processes import KEYS, running_processes
from tests.program import PROGRAM

from contextio_contract.errors import CannotRun

_TESTS: Final = (
    *("tests/server", "tests/postgresql/failures.py", "tests/postgresql/compose.py", "-m", "not slow"),
    *("--quiet", "--numprocesses", "2", "--dist", "worksteal"),
)


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
    with tempfile.TemporaryDirectory() as name, running_processes(url, Path(name)) as processes:
        command = [PROGRAM, "conformance", "--quick", "--base-url", processes.base_url]
        status = subprocess.run(command, env=os.environ | KEYS, check=False).returncode
        if status:
            for log in sorted(Path(name).iterdir()):
                print(f"{log.name}:\n{log.read_text()[-2000:]}")  # noqa: T201 - a program's output
    return status


if __name__ == "__main__":
    main()
