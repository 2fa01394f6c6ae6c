"""Checks of what other users may change meanwhile, which are repeated before they fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from contextio_contract.conformance.outcome import NotExercised, Unmet

if TYPE_CHECKING:
    from collections.abc import Callable

State = TypeVar("State")
LOOKS: Final = 4
"""How often something is looked at that changes each time."""
CONTRADICTIONS: Final = 2
"""How often the same state must be contradicted."""


def hold_against(
    state: State, look: Callable[[State], object], read: Callable[[], State], name: str
) -> State:
    """Make a look, which judges by a state that was read before; it is made again before it accuses.

    Args:
        state: what was read.
        look: makes requests and raises `Unmet` if they contradict the state.
        read: reads the state again.
        name: what the state is of, for the reason.

    Returns:
        The state that the look did not contradict.

    Raises:
        Unmet: if looks contradict a state that stays the same.
        NotExercised: if the state was another after each look.
    """
    contradicted = 0
    for _ in range(LOOKS):
        try:
            look(state)
        except Unmet:
            before, state = state, read()
            contradicted = contradicted + 1 if state == before else 0
            if contradicted == CONTRADICTIONS:
                raise
        else:
            return state
    message = f"others changed {name} each time it was looked at"
    raise NotExercised(message)
