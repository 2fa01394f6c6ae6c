"""Coverage: how many of the documented facts the description holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contextio_contract.description.evidence.facts import CLIENT_ONLY

if TYPE_CHECKING:
    from contextio_contract.description.evidence.facts import Fact


@dataclass
class Coverage:
    """How much of the documentation the description holds.

    Attributes:
        described: number of facts found in the description, by page and tier.
        documented: number of facts in the documentation, by page and tier.
        waiting: pages of which nothing is described yet.
    """

    described: Counter[tuple[str, str]] = field(default_factory=Counter)
    documented: Counter[tuple[str, str]] = field(default_factory=Counter)
    waiting: list[str] = field(default_factory=list)

    def add(self, page: str, fact: Fact, *, described: bool) -> None:
        """Count a fact, unless it is of a single client."""
        if fact.tier != CLIENT_ONLY:
            self.documented[page, fact.tier] += 1
            self.described[page, fact.tier] += described
