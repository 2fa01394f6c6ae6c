"""One look for all generated Python, whatever wrote it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

from ruff import find_ruff_bin

if TYPE_CHECKING:
    from pathlib import Path

# --isolated: what the reader's own ruff settings say must not change a byte of the output.
_ISOLATED: Final = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=110")


def format_python(folder: Path) -> None:
    """Sort imports, drop unused ones and lay out every Python file of a folder.

    Raises:
        subprocess.CalledProcessError: when a file is not valid Python; ruff names it on standard error.
    """
    ruff = find_ruff_bin()
    for step in (("check", "--fix-only", "--select=I,F401"), ("format",)):
        subprocess.run([ruff, *step, *_ISOLATED, "."], cwd=folder, check=True)  # noqa: S603 - fixed arguments
