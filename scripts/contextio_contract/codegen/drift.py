"""Differences between an output and what the description gives, for `check`."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen.manifest import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MAX_LINES: Final = 12


def differences(actual: Path, expected: Path) -> list[str]:
    """Return the differences of an output in lines: files by name, and the first changed file as a diff."""
    ours, theirs = _by_name(actual), _by_name(expected)
    lines = [f"{name} is missing" for name in theirs.keys() - ours.keys()]
    lines += [f"{name} belongs to nothing" for name in ours.keys() - theirs.keys()]
    lines.sort()
    shared = sorted(ours.keys() & theirs.keys())
    changed = [name for name in shared if ours[name].read_bytes() != theirs[name].read_bytes()]
    if changed:
        first, *others = changed
        lines += islice(_diff(ours[first], theirs[first], first), _MAX_LINES)
        lines += [f"{name} differs" for name in others]
    return lines


def _by_name(output: Path) -> dict[str, Path]:
    return {path.relative_to(output.parent).as_posix(): path for path in files(output)}


def _diff(actual: Path, expected: Path, name: str) -> Iterator[str]:
    old, new = (path.read_text("utf-8", errors="replace").splitlines() for path in (actual, expected))
    return unified_diff(old, new, f"{name} (as it is)", f"{name} (as it should be)", lineterm="", n=1)
