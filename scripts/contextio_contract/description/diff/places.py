"""Places where values are sent, with the effects that a change there can have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.diff.changes import Changes, Direction, Effect

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

BOTH: Final = frozenset({Effect.TIGHTENED, Effect.LOOSENED})


@dataclass(frozen=True)
class Place:
    """A place where values are sent.

    Attributes:
        changes: where changes are recorded.
        direction: who sends the values.
        subject: what messages call the place.
        possible: the effects that are not disproven; others are not recorded.
        recorded: the effects that were recorded, there or below.
        told: those, and the effects that a schema around it has to tell.
    """

    changes: Changes
    direction: Direction
    subject: str
    possible: AbstractSet[Effect] = BOTH
    recorded: set[Effect] = field(default_factory=set)
    told: set[Effect] = field(default_factory=set)

    def at(self, subject: str) -> Place:
        """Return a place below it; what is told there counts for both."""
        return replace(self, subject=subject)

    def judge(self, aspect: str, tightened: Any, loosened: Any, details: str = "") -> None:
        """Record a difference in an aspect of the values, if it can have one of its effects."""
        effects = effects_of(tightened, loosened) & self.possible
        if effects:
            effect = Effect.CHANGED if len(effects) > 1 else next(iter(effects))
            self.told.update(effects)
            self.recorded.update(effects)
            self.changes.record(f"{self.direction}-{aspect}-{effect}", self.subject, details)

    def record(self, rule: str, effect: Effect, subject: str) -> None:
        """Record a change of a named rule, if it can have its effect."""
        if effect in self.possible:
            self.told.add(effect)
            self.recorded.add(effect)
            self.changes.record(rule, subject)


def effects_of(tightened: Any, loosened: Any) -> frozenset[Effect]:
    """Return the effects that are stated."""
    stated = ((Effect.TIGHTENED, tightened), (Effect.LOOSENED, loosened))
    return frozenset(effect for effect, is_so in stated if is_so)
