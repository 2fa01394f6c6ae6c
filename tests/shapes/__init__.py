"""A small description with an operation of every kind, for the tests of all parts."""

from __future__ import annotations

import copy
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from contextio_contract.description import Finding

HERE = Path(__file__).parent
SPEC = HERE.parents[1] / "spec"


def copy_into(folder: Path, description: Path = HERE) -> Path:
    """Copy a small description into a folder, with the conventions that lint reads beside it."""
    ignored = shutil.ignore_patterns("*.py", "__pycache__")
    spec = Path(shutil.copytree(description, folder / "spec", ignore=ignored))
    (spec / "documented").mkdir()
    for name in ("EXTENSIONS.md", "documented/README.md"):
        shutil.copyfile(SPEC / name, spec / name)
    return spec


def document() -> dict[str, Any]:
    """Return the description as one OpenAPI document, which the caller may change."""
    return copy.deepcopy(_bundled())


@cache
def _bundled() -> dict[str, Any]:
    findings: list[Finding] = []
    made = bundle(HERE, findings)
    assert made
    assert not findings, findings
    return made.document
