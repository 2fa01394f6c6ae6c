"""Tools that run on Node, installed into .cache from the committed lock file."""

from __future__ import annotations

import fcntl
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import click

from contextio_contract.errors import CannotRun

OLDEST: Final = 20
SOURCE: Final = Path(__file__).with_name("npm")
_INSTALLED_WITHIN: Final = 300


def tools(source: Path = SOURCE) -> Path:
    """Return a copy of a folder that has a lock file, with its `node_modules`, in .cache.

    Raises:
        CannotRun: if Node is missing or too old, or if npm cannot install.
    """
    _require_node()
    folder = Path(".cache", source.name).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    wanted = b"".join(path.read_bytes() for path in sorted(source.iterdir()))
    installed = folder / "installed"
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not installed.is_file() or installed.read_bytes() != wanted:
            installed.unlink(missing_ok=True)
            shutil.copytree(source, folder, dirs_exist_ok=True)
            click.echo(f"npm: installing tools into {folder}", err=True)
            _install(folder)
            installed.write_bytes(wanted)
    return folder


def pinned(tool: str) -> str:
    """Return the version of a tool in the lock file."""
    packages = json.loads((SOURCE / "package-lock.json").read_bytes())["packages"]
    version: str = packages[f"node_modules/{tool}"]["version"]
    return version


def _require_node() -> None:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        message = f"node and npm are not on PATH; install Node {OLDEST} or newer, or leave this target out"
        raise CannotRun(message)
    output = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - no input
    version = re.match(r"v(\d+)\.", output)
    if version is None or int(version[1]) < OLDEST:
        message = f"node is {output.strip() or 'broken'}; install Node {OLDEST} or newer"
        raise CannotRun(message)


def _install(folder: Path) -> None:
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=_INSTALLED_WITHIN
        )
    except subprocess.TimeoutExpired as error:
        message = f"npm ci took more than {_INSTALLED_WITHIN} s; run it again when the network is there"
        raise CannotRun(message) from error
    if done.returncode:
        reasons = re.findall(r"^npm error (.+)$", done.stderr, flags=re.MULTILINE)
        reason = "; ".join(reasons[:2]) or f"status {done.returncode}"
        message = f"npm ci failed ({reason}); run it again when the network is there"
        raise CannotRun(message)
