"""Phrases that findings share."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY: Final = 12
"""How many names a sentence can hold."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name that was most likely meant by a misspelt one; None if none is near."""
    return next(iter(get_close_matches(name, sorted(names), 1, 0.7)), None)


def one_of(name: str, names: Iterable[str]) -> str:
    """Return what may have been meant by a misspelt name: the nearest, or a list of all."""
    names = sorted(names)
    near = nearest(name, names)
    if near:
        return near
    if not names:
        return "another name; none is known here"
    return f"one of {', '.join(names[:_MANY])}{', …' if len(names) > _MANY else ''}"


def article(noun: str) -> str:
    """Return a noun with its indefinite article."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}".replace("-", " ")
