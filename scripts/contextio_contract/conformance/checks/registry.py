"""The decorator that makes a function a check."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hypothesis.strategies import SearchStrategy

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


@dataclass(frozen=True)
class Check:
    """A check of rules.

    Attributes:
        id: its name in reports and on the command line.
        page: the documentation page.
        sentence: the docstring of the function, which reports show.
        operations: the operationIds that it is about; empty for a check of every operation.
        rules: the ids of the documented rules that it checks.
        reads_only: whether it can be made without writing.
        draws: strategies for its arguments.
        run: the function.
        is_derived: whether it follows from the description, and was not written for a page.
    """

    id: str
    page: str
    sentence: str
    operations: tuple[str, ...]
    rules: tuple[str, ...]
    reads_only: bool
    draws: Mapping[str, SearchStrategy[Any]]
    run: Callable[..., None]
    is_derived: bool = False

    def concerns(self, operations: Collection[str]) -> bool:
        """Return whether it is about one of these operations."""
        return not self.operations or not set(operations).isdisjoint(self.operations)


CHECKS: Final[list[Check]] = []
"""The checks of all modules that were imported."""

Function: TypeAlias = "Callable[..., None]"


def check(
    *operations: str,
    id: str = "",  # noqa: A002 - the attribute of a check
    page: str = "",
    rules: tuple[str, ...] | None = None,
    reads_only: bool = False,
    **arguments: SearchStrategy[Any] | str,
) -> Callable[[Function], Function]:
    """Make a function a check, or several if it is repeated; its `arguments` are given as values or drawn.

    The id is by default the function's name with hyphens, the page its module or package in `pages/` or
    `derived/`, and the rule the one of that id. The docstring may name arguments in braces. A check of every
    operation leaves out those that write if the run only reads.
    """
    draws = {name: value for name, value in arguments.items() if isinstance(value, SearchStrategy)}
    fixed = {name: value for name, value in arguments.items() if name not in draws}

    def declare(function: Function) -> Function:
        name = id or function.__name__.replace("_", "-")
        CHECKS.append(
            Check(
                id=name,
                page=page or function.__module__.partition(".checks.")[2].split(".")[1],
                sentence=" ".join((function.__doc__ or "").split()).format(**fixed),
                operations=operations,
                rules=(name,) if rules is None else rules,
                reads_only=reads_only or not operations,
                draws=draws,
                run=partial(function, **fixed),
            )
        )
        return function

    return declare
