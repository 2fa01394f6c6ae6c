"""Findings: what is wrong with the description, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY: Final = 12
"""How many names a sentence can hold."""


class Position(NamedTuple):
    """A position in a file, whose path starts with the folder: `spec/openapi.yaml`; both counts from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return the position as editors and terminals link it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Edit:
    """A mechanical correction.

    Attributes:
        position: where to make it.
        old: what stands there, as a key, as the value of the key there, or as an element of a list; empty to
            put a new entry before the one there.
        new: what to write instead, in as many words, or the entry.
    """

    position: Position
    old: str
    new: str


@dataclass(frozen=True, order=True)
class Finding:
    """A problem: what is wrong, what to write instead (`fix`), and as an edit if that needs no judgement."""

    position: Position
    rule: str
    message: str
    fix: str
    edit: Edit | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return the finding on one line, whatever the description holds."""
        text = f"{self.position}: {self.rule}: {self.message}; {self.fix}"
        return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


NEAR: Final = 0.7
VERY_NEAR: Final = 0.9
"""How alike two names are of which one may be the other misspelt; the second for names that are all alike."""


def nearest(name: str, names: Iterable[str], near: float = NEAR) -> str | None:
    """Return the name that was most likely meant by a misspelt one; None if none is near."""
    names = sorted(names)
    swapped = [each for each in names if sorted(each) == sorted(name)]
    return next(iter([*swapped, *get_close_matches(name, names, 1, near)]), None)


def one_of(name: str, names: Iterable[str], near: float = NEAR) -> str:
    """Return what may have been meant by a misspelt name: the nearest, or a list of all."""
    names = sorted(names)
    if meant := nearest(name, names, near):
        return meant
    if not names:
        return "another name; none is known here"
    if len(names) == 1:
        return names[0]
    return f"one of {', '.join(names[:_MANY])}{', …' if len(names) > _MANY else ''}"
