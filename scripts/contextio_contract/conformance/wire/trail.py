"""The trail of a check: what it sent, received and created, apart from checks that are made beside it."""

from __future__ import annotations

import itertools
from collections import deque
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.conformance.results import Exchange, Failure
    from contextio_contract.conformance.safety.ledger import Resource


@dataclass
class Trail:
    """What a check did.

    Attributes:
        mark: what the marks of all that it creates begin with, and no mark of another trail.
        exchanges: its latest requests and their responses; who uses them may clear them.
        violation: the latest way in which an answer broke its description; who uses it may clear it.
        sent: how many requests left.
        kept: how many requests the guard kept from leaving.
        is_uncertain: whether a write was sent again, so that it may have had its effect twice.
        created: the resources that responses said were created, also if they are gone.
    """

    mark: str
    exchanges: deque[Exchange] = field(default_factory=lambda: deque(maxlen=100))
    violation: Failure | None = None
    sent: int = 0
    kept: int = 0
    is_uncertain: bool = False
    created: list[Resource] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def new_mark(self) -> str:
        """Return a text that marks one resource of the run, and no other."""
        return f"{self.mark}{next(self._numbers)}"

    @contextmanager
    def followed(self) -> Iterator[None]:
        """Let the requests of this thread, or of this task, leave this trail within the context."""
        token = _CURRENT.set(self)
        try:
            yield
        finally:
            _CURRENT.reset(token)


_CURRENT: Final[ContextVar[Trail | None]] = ContextVar("trail", default=None)


def current_trail(otherwise: Trail) -> Trail:
    """Return the trail that is followed here, or another if there is none."""
    return _CURRENT.get() or otherwise
