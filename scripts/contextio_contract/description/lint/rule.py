"""Rules of the description, each with what explains and tests it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from contextio_contract.description.lint.nodes import Node, Problem

__all__ = ["RULES", "Node", "Problem", "Problems", "Rule", "file_rule", "rule"]

Problems: TypeAlias = Iterator[Problem]
Check: TypeAlias = Callable[[Node], Problems]


@dataclass(frozen=True)
class Rule:
    """A rule on objects of some kinds; without a kind, one on files, which is checked where these are read.

    The examples that break and keep it are YAML: fields of an object of the first kind, or whole files.
    """

    id: str
    sentence: str
    kinds: tuple[str, ...]
    check: Check
    bad: str
    good: str


RULES: Final[dict[str, Rule]] = {}
"""All rules by id."""


def rule(*kinds: str, bad: str, good: str) -> Callable[[Check], Check]:
    """Make a function a rule: its name is the id, its docstring the sentence.

    The examples are of the first kind, which may occur again among the others.
    """

    def enter(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        if name in RULES:
            message = f"two rules are called {name}"
            raise ValueError(message)
        RULES[name] = Rule(name, check.__doc__ or "", tuple(dict.fromkeys(kinds)), check, bad, good)
        return check

    return enter


def file_rule(name: str, sentence: str, *, bad: str, good: str) -> None:
    """Enter a rule on files; in its examples, each file begins with a comment that is its name."""
    RULES[name] = Rule(name, sentence, (), lambda _: iter(()), bad, good)
