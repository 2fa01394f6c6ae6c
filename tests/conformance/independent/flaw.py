"""Flaws of the independent deployment, each with the check that must find it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Class = TypeVar("Class", bound=type)


@dataclass(frozen=True)
class Flaw:
    """Classes with a flaw, which take the place of those that they derive from."""

    check: str
    name: str
    classes: tuple[type, ...]


FLAWS: list[Flaw] = []


def found_by(*checks: str, beside: type | None = None) -> Callable[[Class], Class]:
    """Make a class a flaw that each of these checks must find; some need another class beside it."""

    def declare(flawed: Class) -> Class:
        name = re.sub("(?<=.)(?=[A-Z])", " ", flawed.__name__).capitalize()
        FLAWS.extend(Flaw(check, name, (flawed, beside) if beside else (flawed,)) for check in checks)
        return flawed

    return declare


def of_tokens(kind: str) -> tuple[str, ...]:
    """The checks of a kind for new tokens, of both pages."""
    return tuple(f"{page}_create.{kind}" for page in ("connect_tokens", "account_connect_tokens"))
