"""Where an output differs from what the description gives."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen.manifest import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINES: Final = 12


def differences(found: Path, expected: Path) -> list[str]:
    """Return lines that tell how an output differs; none where it does not.

    Args:
        found: the output as it is.
        expected: the output as it should be.
    """
    ours, theirs = _named(found), _named(expected)
    lines = [f"{name} is missing" for name in theirs.keys() - ours.keys()]
    lines += [f"{name} belongs to nothing" for name in ours.keys() - theirs.keys()]
    lines.sort()
    shared = sorted(ours.keys() & theirs.keys())
    changed = [name for name in shared if ours[name].read_bytes() != theirs[name].read_bytes()]
    if changed:
        first, *others = changed
        lines += islice(_diff(ours[first], theirs[first], first), _LINES)
        lines += [f"{name} differs" for name in others]
    return lines


def _named(output: Path) -> dict[str, Path]:
    return {path.relative_to(output.parent).as_posix(): path for path in files(output)}


def _diff(found: Path, expected: Path, name: str) -> Iterator[str]:
    old, new = (path.read_text("utf-8", errors="replace").splitlines() for path in (found, expected))
    return unified_diff(old, new, f"{name} (as it is)", f"{name} (as it should be)", lineterm="", n=1)
