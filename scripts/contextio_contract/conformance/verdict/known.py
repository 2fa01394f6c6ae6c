"""Known failures: checks that the user lists as failing, for a reason and until a date."""

from __future__ import annotations

import datetime as dt
import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.results import Status
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from contextio_contract.conformance.results import CheckResult, Failure

_KEYS: Final = frozenset({"rule", "reason", "until", "operation", "containing"})


@dataclass(frozen=True)
class KnownFailure:
    """An entry of `known-failures`.

    Attributes:
        rule: the id of the check, or of a documented rule that it proves.
        reason: why the failure is accepted for now.
        until: the last day on which it is accepted; None for no limit.
        operation: the operationId for which it is accepted; None for all.
        containing: what a failure shows that is accepted, in what was expected or received; None for all.
    """

    rule: str
    reason: str
    until: dt.date | None = None
    operation: str | None = None
    containing: str | None = None

    @classmethod
    def read(cls, entry: Any, where: str) -> KnownFailure:
        """Return an entry of a configuration file; messages call it `where`.

        Raises:
            CannotRun: if it is not a table with the right keys.
        """
        message = f"{where} must have a rule and a reason, may have until (a date), operation and containing"
        if not isinstance(entry, dict) or set(entry) - _KEYS:
            raise CannotRun(message)
        texts = [entry.get("rule"), entry.get("reason")]
        texts += [entry.get(name, "any") for name in ("operation", "containing")]
        are_texts = all(isinstance(text, str) and text.strip() for text in texts)
        if not are_texts or type(entry.get("until")) not in {dt.date, type(None)}:
            raise CannotRun(message)
        return cls(**entry)

    def is_about(self, check: CheckResult) -> bool:
        """Return whether the entry covers a check."""
        ids = {check.id, *(source.rule for source in check.documented)}
        return self.rule in ids and self.operation in {None, *check.operations}

    def is_accepted(self, today: dt.date) -> bool:
        """Return whether its date has not passed."""
        return self.until is None or today <= self.until

    def accepts(self, failure: Failure) -> bool:
        """Return whether the entry covers a failure of its check."""
        shown = (failure.title, failure.expected, failure.received)
        return self.containing is None or any(self.containing in text for text in shown)


def suggestion(name: str, names: Iterable[str]) -> str:
    """Return the end of a message about a name that does not exist: the nearest that does, if one is near."""
    near = difflib.get_close_matches(name, sorted(set(names)), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def must_be_known(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """Refuse ids that no check has, so that a misspelt one does not go unnoticed."""
    ids = set(known)
    for name in names:
        if name not in ids:
            hint = suggestion(name, ids) or "; contextio-contract rules lists them"
            message = f"{where} {name}: no check has this name{hint}"
            raise CannotRun(message)


def judge(checks: Sequence[CheckResult], known: Sequence[KnownFailure], today: dt.date) -> None:
    """Apply the list of known failures to the results of a run.

    A failure is a known failure up to and including its date, and a failure again from the next day on. A
    check fails if one of its failures is not known, and then shows the others no more. If every check that an
    entry is about passes, each is an unexpected pass, so that entries do not outlive their reason. A check
    that was not made keeps its status.
    """
    failing = [check for check in checks if check.status is Status.FAIL]
    for entry in known:
        about = [check for check in checks if entry.is_about(check)]
        if any(check in failing for check in about):
            continue
        for check in about:
            if check.status is Status.PASS:
                check.status = Status.UNEXPECTED_PASS
                check.reason = f"it passes, so remove it from known-failures (reason there: {entry.reason})"
    for check in failing:
        _judge_failing(check, [entry for entry in known if entry.is_about(check)], today)


def _judge_failing(check: CheckResult, entries: Sequence[KnownFailure], today: dt.date) -> None:
    """Apply the entries about a check that fails."""
    accepted = [entry for entry in entries if entry.is_accepted(today)]
    unknown = [each for each in check.failures if not any(entry.accepts(each) for entry in accepted)]
    used = [entry for entry in accepted if any(map(entry.accepts, check.failures))]
    reasons = "; ".join(dict.fromkeys(entry.reason for entry in used))
    if used and not unknown:
        check.status, check.reason = Status.KNOWN_FAILURE, reasons
    elif used:
        check.reason = f"{len(check.failures) - len(unknown)} more failures of it are known ({reasons})"
        check.failures = unknown
    elif entries and not accepted:
        [*_, last] = sorted(entries, key=lambda entry: entry.until or today)
        check.reason = f"known until {last.until}, which has passed ({last.reason})"
    elif accepted:
        texts = " or ".join(f'"{entry.containing}"' for entry in accepted)
        check.reason = f"no failure of it contains {texts}, as known-failures has it ({accepted[0].reason})"
