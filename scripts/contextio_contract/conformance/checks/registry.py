"""The decorator that makes a function a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from types import ModuleType

    from hypothesis.strategies import SearchStrategy


@dataclass(frozen=True)
class Check:
    """A check of rules.

    Attributes:
        id: the name of the function, with hyphens.
        page: the documentation page: the module or package of `checks/pages/` that holds it.
        sentence: the docstring of the function, which reports show.
        operations: the operationIds that it is about; empty for a check of every operation.
        rules: the ids of the documented rules that it checks.
        reads_only: whether it can be made without writing.
        draws: strategies for its arguments.
        run: the function.
    """

    id: str
    page: str
    sentence: str
    operations: tuple[str, ...]
    rules: tuple[str, ...]
    reads_only: bool
    draws: Mapping[str, SearchStrategy[Any]]
    run: Callable[..., None]

    def concerns(self, operations: Collection[str]) -> bool:
        """Return whether it is about one of these operations."""
        return not self.operations or not set(operations).isdisjoint(self.operations)


def check(
    *operations: str,
    rules: tuple[str, ...] | None = None,
    reads_only: bool = False,
    **draws: SearchStrategy[Any],
) -> Callable[[Callable[..., None]], Check]:
    """Make a function a check; for the arguments, see `Check`. Without `rules`, its own id is its rule."""

    def declare(function: Callable[..., None]) -> Check:
        name = function.__name__.replace("_", "-")
        return Check(
            id=name,
            page=function.__module__.partition(".pages.")[2].partition(".")[0],
            sentence=" ".join((function.__doc__ or "").split()),
            operations=operations,
            rules=(name,) if rules is None else rules,
            reads_only=reads_only,
            draws=draws,
            run=function,
        )

    return declare


def checks_of(module: ModuleType) -> Iterator[Check]:
    """Yield the checks of a module, in the order of their definition."""
    yield from (value for value in vars(module).values() if isinstance(value, Check))
