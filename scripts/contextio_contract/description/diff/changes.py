"""Changes between two descriptions, with the operations that they concern."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from contextio_contract.description.diff.rules import RULES, Direction, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Operation

HIDDEN: Final = {Direction.REQUEST: "readOnly", Direction.RESPONSE: "writeOnly"}
"""The keyword of properties that are not sent in a direction."""
WORDING: Final = ("title", "description", "example", "examples", "$comment", "externalDocs", "summary")
"""The fields that are for people."""
_WITH_RULES: Final = frozenset({"x-paging", "x-also-reads"})
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass
class Change:
    """One difference.

    Attributes:
        rule: what kind of change it is.
        subject: the name of what changed, such as `Account.nb_messages`.
        details: what it was and is, or empty.
        operations: the operations that it concerns, by operationId.
    """

    rule: Rule
    subject: str
    details: str
    operations: dict[str, Operation] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """What it does to those who keep to the older description."""
        return self.rule.level

    def __str__(self) -> str:
        """Return it as a clause."""
        return f"{self.subject} {self.rule.text}" + (f" ({self.details})" if self.details else "")


class Changes:
    """Changes as they are found, each once.

    Attributes:
        operation: the operation that is compared; None outside of all operations.
    """

    def __init__(self) -> None:
        self.operation: Operation | None = None
        self._changes: dict[tuple[str, str, str], Change] = {}

    def record(self, rule: str, subject: str, details: str = "") -> None:
        """Record a change by the id of its rule."""
        change = self._changes.setdefault((rule, subject, details), Change(RULES[rule], subject, details))
        if self.operation is not None:
            change.operations.setdefault(self.operation.id, self.operation)

    def record_remarks(self, old: Mapping[str, Any], new: Mapping[str, Any], subject: str) -> None:
        """Record the deprecation of an object, its wording, and extensions that have no rule of their own."""
        if (old.get("deprecated") is True) != (new.get("deprecated") is True):
            self.record("deprecated" if new.get("deprecated") is True else "undeprecated", subject)
        changed = [key for key, before, after in pairs(old, new) if before != after]
        wording = sorted(set(changed) & set(WORDING), key=WORDING.index)
        remarks = [key for key in changed if key in HIDDEN.values() or key.startswith("x-")]
        for rule, keys in (("wording", wording), ("remark", sorted(set(remarks) - _WITH_RULES))):
            if keys:
                self.record(rule, subject, ", ".join(keys))

    def worst_first(self) -> list[Change]:
        """Return the changes in the order of their levels."""
        return sorted(self._changes.values(), key=lambda change: list(Level).index(change.level))


def pairs(
    old: Mapping[_Key, _Value], new: Mapping[_Key, _Value]
) -> Iterator[tuple[_Key, _Value | None, _Value | None]]:
    """Yield each key of two mappings with its values there; None where one lacks the key."""
    for key in dict.fromkeys([*old, *new]):
        yield key, old.get(key), new.get(key)
