"""The version that follows from changes, by https://semver.org."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contextio_contract.description.diff.rules import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

Version = tuple[int, int, int]


def parse(text: str) -> Version | None:
    """Return `major.minor.patch` as numbers, or None; what follows a hyphen or plus does not count."""
    match = re.match(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+]|$)", text)
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def following(version: Version, levels: Iterable[Level]) -> Version:
    """Return the lowest version that may follow.

    From 1.0.0 on, breaking changes take a major step, additive ones a minor one and others a patch. Before,
    where a major step would promise stability, breaking changes take a minor step and all others a patch, as
    package managers read such versions.

    Args:
        version: the older description's.
        levels: those of the changes; without any, the version stays.
    """
    changed = set(levels)
    major, minor, patch = version
    if Level.BREAKING in changed:
        return (major + 1, 0, 0) if major else (0, minor + 1, 0)
    if Level.ADDITIVE in changed and major:
        return (major, minor + 1, 0)
    return (major, minor, patch + 1) if changed else version


def written(version: Version) -> str:
    """Return a version as text."""
    return ".".join(map(str, version))
