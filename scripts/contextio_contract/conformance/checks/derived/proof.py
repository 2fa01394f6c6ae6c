"""The decorator that makes a function the proof of a kind of expectation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hypothesis.strategies import SearchStrategy

    from contextio_contract.contract.behaviour.expectations import Expectation

Draws: TypeAlias = "Callable[[Expectation], Mapping[str, SearchStrategy[Any]]]"


@dataclass(frozen=True)
class Proof:
    """How a kind of expectation is proven.

    The function is given the deployment, the expectation, and arguments drawn from the strategies that
    `draws` returns.
    """

    function: Callable[..., None]
    reads_only: bool
    draws: Draws | None


PROOFS: Final[dict[str, Proof]] = {}
"""The proofs by the kind of expectation."""


def proves(
    kind: str, *, reads_only: bool = False, draws: Draws | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a function the proof of a kind of expectation."""

    def declare(function: Callable[..., None]) -> Callable[..., None]:
        PROOFS[kind] = Proof(function, reads_only, draws)
        return function

    return declare
