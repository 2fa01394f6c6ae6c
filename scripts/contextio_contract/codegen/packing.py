"""Packages as files to publish: wheels and source distributions by hatchling, a tarball by npm."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from contextio_contract.codegen.typescript import node
from contextio_contract.errors import CannotRun, not_installed

_BUILT_WITHIN: Final = 300


def build(root: Path, folder: Path) -> tuple[list[Path], str]:
    """Build the packages of a project: its own, where it has one, and those in its `generated/`.

    Args:
        root: the folder of the project. Nothing in it changes.
        folder: an existing folder for the files.

    Returns:
        The files, and why the npm package was left out; empty if it was not.

    Raises:
        CannotRun: if hatchling is missing, or if a package cannot be built.
    """
    if find_spec("hatchling") is None:
        raise not_installed(library="hatchling", extra="dev")
    for project in sorted([*root.glob("pyproject.toml"), *root.glob("generated/*/pyproject.toml")]):
        command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder.absolute())]
        _run(command, project.parent)
    npm, left_out = root / "generated" / "typescript", ""
    if npm.is_dir():
        try:
            pack(npm, node.tools(), folder)
        except CannotRun as error:
            left_out = f"the npm package: {error.message}"
    return sorted(folder.iterdir()), left_out


def pack(package: Path, tools: Path, folder: Path) -> None:
    """Compile an npm package in a copy of its folder, and write its tarball.

    Args:
        package: the folder of the package.
        tools: what `node.tools` returns.
        folder: an existing folder for the tarball.

    Raises:
        CannotRun: if npm fails.
    """
    with TemporaryDirectory() as temporary:
        source = Path(shutil.copytree(package, Path(temporary, "package")))
        (source / "node_modules").symlink_to(tools / "node_modules")
        _run(["npm", "pack", "--silent", "--offline", "--pack-destination", str(folder.absolute())], source)


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=_BUILT_WITHIN
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"the package in {folder} cannot be built: {error}"
        raise CannotRun(message) from error
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines() or [f"status {done.returncode}"]
        message = f"the package in {folder} cannot be built: {lines[-1]}"
        raise CannotRun(message)
