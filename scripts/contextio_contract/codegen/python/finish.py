"""Finish of generated Python packages: the mark of typed ones, and the layout of code."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

from ruff import find_ruff_bin

if TYPE_CHECKING:
    from pathlib import Path

# --isolated: the ruff settings of a reader's project must not change a byte of the output.
_ISOLATED: Final = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=110")


def finish(folder: Path) -> None:
    """Mark a package as typed; sort imports, drop unused ones and lay out its code.

    Raises:
        subprocess.CalledProcessError: if a file is not valid Python; ruff names it on standard error.
    """
    (folder / "py.typed").touch()
    ruff = find_ruff_bin()
    for step in (("check", "--fix-only", "--select=I,F401"), ("format",)):
        subprocess.run([ruff, *step, *_ISOLATED, "."], cwd=folder, check=True)  # noqa: S603 - fixed arguments
