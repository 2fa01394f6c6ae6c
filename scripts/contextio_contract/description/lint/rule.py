"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from contextio_contract.description.lint.nodes import Node
    from contextio_contract.description.source.yaml import Pointer


@dataclass(frozen=True)
class Problem:
    """Where an object breaks a rule.

    Attributes:
        pointer: the place in the bundle.
        message: what is wrong.
        fix: what to write instead.
        replace: the text there and what replaces it, where no judgement is needed.
    """

    pointer: Pointer
    message: str
    fix: str
    replace: tuple[str, str] | None = None


Check = Callable[["Node"], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule with what it takes to explain and to test it.

    Attributes:
        id: its name in findings.
        kinds: the kinds of objects that it looks at.
        check: yields the problems of one object.
        bad: fields, in YAML, with which an object of the first kind breaks the rule.
        good: the same, kept.
    """

    id: str
    kinds: tuple[str, ...]
    check: Check
    bad: str
    good: str

    @property
    def sentence(self) -> str:
        """What the rule demands."""
        return (self.check.__doc__ or "").strip()


RULES: Final[dict[str, Rule]] = {}
"""All rules by id."""


def rule(*kinds: str, bad: str, good: str) -> Callable[[Check], Check]:
    """Make a function a rule: its name is the id, its docstring the sentence.

    Args:
        kinds: the kinds of objects that it is called with.
        bad: an example that breaks it, in YAML.
        good: an example that keeps it.
    """

    def enter(check: Check) -> Check:
        name = check.__name__.replace("_", "-")
        RULES[name] = Rule(name, kinds, check, bad, good)
        return check

    return enter
