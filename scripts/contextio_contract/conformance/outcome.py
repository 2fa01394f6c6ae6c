"""Outcomes of a check other than that its rule is kept."""

from __future__ import annotations

from typing import Final

NOT_IMPLEMENTED: Final = "is not implemented"
"""What reasons say of an operation that the deployment does not have."""


class Unmet(Exception):  # noqa: N818 - named for what it tells
    """A rule is not kept.

    Attributes:
        expected: what the rule wants.
        received: what came instead.
        operation: the operation that it is about; empty if the check says so.
    """

    def __init__(self, expected: str, received: str, operation: str = "") -> None:
        super().__init__(expected, received)
        self.expected, self.received, self.operation = expected, received, operation

    def by(self, operation: str) -> Unmet:
        """Return the same with the operation that it is about."""
        return Unmet(f"{self.expected} from {operation}", self.received, operation)


class NotExercised(Exception):  # noqa: N818 - named for what it tells
    """A rule could not be checked here; the text says why.

    Attributes:
        remedy: the option or variable with which it can be checked; empty if there is none.
    """

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.remedy = remedy
