"""What the user expects of single checks: which to leave out, and which are known to fail."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.results import Status
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contextio_contract.conformance.results import CheckResult


@dataclass(frozen=True)
class KnownFailure:
    """A check that the user knows to fail.

    Attributes:
        rule: the id of the check.
        reason: why that is accepted for now.
        until: the last day on which it is accepted; None for no limit.
        operation: the operationId of which alone it is accepted; None for all.
    """

    rule: str
    reason: str
    until: dt.date | None = None
    operation: str | None = None

    @classmethod
    def read(cls, entry: Any, where: str) -> KnownFailure:
        """Return an entry of `known-failures` in a configuration file.

        Args:
            entry: what the file holds.
            where: the name of the entry, for a message.

        Raises:
            CannotRun: when it is none.
        """
        wanted = f"{where} must have a rule and a reason, may have until (a date) and operation, no more"
        if not isinstance(entry, dict) or set(entry) - {"rule", "reason", "until", "operation"}:
            raise CannotRun(wanted)
        texts = [entry.get("rule"), entry.get("reason"), entry.get("operation", "any")]
        until = entry.get("until")
        if not all(isinstance(text, str) and text.strip() for text in texts):
            raise CannotRun(wanted)
        if until is not None and type(until) is not dt.date:
            raise CannotRun(wanted)
        return cls(**entry)

    def is_about(self, check: CheckResult) -> bool:
        """Return whether it speaks of a check."""
        return self.rule == check.id and (self.operation is None or self.operation in check.operations)


def must_be_known(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """Refuse ids that no check has, so that a typing error leaves nothing out unnoticed.

    Raises:
        CannotRun: with the first such id.
    """
    every = sorted(set(known))
    for name in names:
        if name not in every:
            near = difflib.get_close_matches(name, every, n=1)
            meant = f"did you mean {near[0]}?" if near else "contextio-contract rules lists them"
            message = f"{where} {name}: no check has this name; {meant}"
            raise CannotRun(message)


def judge(checks: Sequence[CheckResult], known: Sequence[KnownFailure], today: dt.date) -> None:
    """Give the checks of a list of known failures the status that this makes theirs.

    What fails is a known failure while its date has not passed, and fails again from the day after. Where all
    that an entry speaks of passes, it is an unexpected pass, so that the list does not outlive the trouble. A
    check that was not made keeps its status.
    """
    for entry in known:
        spoken_of = [check for check in checks if entry.is_about(check)]
        failing = [check for check in spoken_of if check.status is Status.FAIL]
        for check in failing:
            if entry.until is None or today <= entry.until:
                check.status, check.reason = Status.KNOWN_FAILURE, entry.reason
            else:
                check.reason = f"known until {entry.until}, which is over ({entry.reason})"
        for check in spoken_of:
            if not failing and check.status is Status.PASS:
                check.status = Status.UNEXPECTED_PASS
                check.reason = f"it passes, so remove it from known-failures (reason there: {entry.reason})"
