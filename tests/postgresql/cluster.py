"""A PostgreSQL server in a temporary folder, which only its socket there leads to."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import psycopg

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator

_USER: Final = "contextio"
_STARTED_WITHIN: Final = 60.0
_ENDS_WITHIN: Final = 60.0
_SETTINGS: Final = {"listen_addresses": "", "max_connections": "400", "fsync": "off"}


@contextmanager
def running_cluster() -> Iterator[str]:
    """Start a server, and give the URL of a database whose user may create others.

    PostgreSQL does not run as root, so that root starts it as another user.

    Raises:
        CannotRun: if it is not installed, or does not start.
    """
    programs = _find_programs()
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    as_user: dict[str, Any] = {"cwd": folder, "stderr": subprocess.STDOUT}
    if os.geteuid() == 0:
        name = "postgres" if any(each.pw_name == "postgres" for each in pwd.getpwall()) else "nobody"
        user = pwd.getpwnam(name)
        os.chown(folder, user.pw_uid, user.pw_gid)
        as_user |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    data, log = f"{folder}/data", folder / "log"
    make = [f"{programs}/initdb", "--pgdata", data, "--username", _USER, "--auth", "trust"]
    options = [f"-c{name}={value}" for name, value in _SETTINGS.items()]
    try:
        with log.open("wb") as output:
            as_user["stdout"] = output
            made = subprocess.run(
                [*make, "--encoding", "UTF8", "--no-locale", "--no-sync"], **as_user, check=False
            )
            if made.returncode:
                message = f"initdb failed: {log.read_text('utf-8', 'replace').strip()}"
                raise CannotRun(message)
            start = [f"{programs}/postgres", "-D", data, "-k", str(folder), *options]
            process = subprocess.Popen(start, **as_user)
        try:
            url = f"postgresql://{_USER}@/postgres?host={folder}"
            _wait(url, process, log)
            yield url
        finally:
            process.send_signal(signal.SIGINT)  # ends the connections that there are
            process.wait(_ENDS_WITHIN)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_programs() -> Path:
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    message = "PostgreSQL is not installed; run: scripts/install-postgresql.sh"
    raise CannotRun(message)


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _STARTED_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    message = f"PostgreSQL does not start: {log.read_text('utf-8', 'replace').strip()}"
    raise CannotRun(message)
