"""What the user expects of single checks: which to leave out, and which are known to fail."""

from __future__ import annotations

import datetime as dt
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
    """

    rule: str
    reason: str
    until: dt.date | None = None

    @classmethod
    def read(cls, entry: Any, where: str) -> KnownFailure:
        """Return an entry of `known-failures` in a configuration file.

        Args:
            entry: what the file holds.
            where: the name of the entry, for a message.

        Raises:
            CannotRun: when it is none.
        """
        wanted = f"{where} must have a rule and a reason, may have until (a date), and nothing else"
        if not isinstance(entry, dict) or set(entry) - {"rule", "reason", "until"}:
            raise CannotRun(wanted)
        rule, reason, until = entry.get("rule"), entry.get("reason"), entry.get("until")
        is_date = type(until) is dt.date or until is None
        if not (isinstance(rule, str) and rule and isinstance(reason, str) and reason.strip() and is_date):
            raise CannotRun(wanted)
        return cls(rule, reason, until)


def must_be_known(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """Refuse ids that no check has, so that a typing error leaves nothing out unnoticed.

    Raises:
        CannotRun: with the first such id.
    """
    every = set(known)
    for name in names:
        if name not in every:
            message = f"{where} {name}: no check has this name; contextio-contract rules lists them"
            raise CannotRun(message)


def judge(checks: Sequence[CheckResult], known: Sequence[KnownFailure], today: dt.date) -> None:
    """Give the checks of a list of known failures the status that this makes theirs.

    One that fails is a known failure while its date has not passed, and fails again from the day after.
    One that passes is an unexpected pass, so that the list does not outlive the trouble. A check that was
    not made keeps its status.
    """
    listed = {each.rule: each for each in known}
    for check in checks:
        entry = listed.get(check.id)
        if entry is None:
            continue
        if check.status is Status.PASS:
            check.status = Status.UNEXPECTED_PASS
            check.reason = f"it passes, so remove it from known-failures (reason there: {entry.reason})"
        elif check.status is Status.FAIL:
            if entry.until is None or today <= entry.until:
                check.status, check.reason = Status.KNOWN_FAILURE, entry.reason
            else:
                check.reason = f"known until {entry.until}, which is over ({entry.reason})"
