"""Python packages from templates, formatted alike."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from ruff import find_ruff_bin

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

# --isolated: the ruff settings of a reader's project must not change a byte of the output.
_ISOLATED: Final = ("--isolated", "--no-cache", "--quiet", "--target-version=py311", "--line-length=110")


def environment(folder: Path) -> Environment:
    """Return the environment of templates that write Python and Markdown."""
    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is Python, not HTML
    )


def write(path: Path, template: Template, **values: object) -> None:
    """Write a file from a template."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template.render(values), encoding="utf-8")


def finish(folder: Path) -> None:
    """Mark a package as typed; sort imports, drop unused ones and lay out its code.

    Raises:
        subprocess.CalledProcessError: if a file is not valid Python; ruff names it on standard error.
    """
    (folder / "py.typed").touch()
    ruff = find_ruff_bin()
    for step in (("check", "--fix-only", "--select=I,F401"), ("format",)):
        subprocess.run([ruff, *step, *_ISOLATED, "."], cwd=folder, check=True)  # noqa: S603 - fixed arguments
