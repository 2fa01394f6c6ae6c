"""Results of a run: its checks, their failures and exchanges, and the verdict.

`results.schema.json` says what their fields mean. Here, times are in seconds since 1970.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


VERSION: Final = 2
"""The version of the format of `results.json`; it rises when readers of the previous one would misread it."""


PROPERTY: Final = "schemathesis."
"""The prefix of the ids of schemathesis' checks."""
ANSWERS: Final = ".answers"
"""The end of the ids of the results that say whether all answers of an operation are as described."""


class Status(StrEnum):
    """The outcome of a check; failures of the suite itself have a status of their own."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    ERROR = "error"
    """The suite itself failed."""
    NOT_EXERCISED = "not exercised"
    DISABLED = "disabled"
    """Left out by the user."""
    KNOWN_FAILURE = "known failure"
    """It fails, and the user lists it as a known failure."""
    UNEXPECTED_PASS = "unexpected pass"  # noqa: S105 - no password
    """It passes, although the user lists it as a known failure."""


RED = frozenset({Status.FAIL, Status.ERROR, Status.UNEXPECTED_PASS})
"""The statuses that make a run not conformant."""


class Verdict(StrEnum):
    """The verdict of a run on a deployment."""

    CONFORMANT = "CONFORMANT"
    NOT_CONFORMANT = "NOT CONFORMANT"
    NONE = "NO VERDICT"
    """Nothing was checked, the suite itself failed, or the run ended early without a failure."""


class Part(StrEnum):
    """What a run can say about an operation."""

    EXERCISED = "exercised"
    """It answered with success (2xx) at least once."""
    NOT_IMPLEMENTED = "not implemented"
    """It answers 501; or 404, as does everything at its base path, which is not that of the API."""
    LEFT_OUT = "left out"
    """The user wanted others to be checked."""
    NOT_EXERCISED = "not exercised"


@dataclass(frozen=True)
class Exchange:
    """A request and its response, without keys, signatures and passwords; long bodies are cut.

    `bytes_left_out` is how much of the response's body was cut.
    """

    method: str
    url: str
    request_headers: Mapping[str, str]
    request_body: str
    status: int | None
    response_headers: Mapping[str, str]
    response_body: str
    started: float
    seconds: float
    operation: str
    bytes_left_out: int = 0


@dataclass(frozen=True)
class Failure:
    """A failure of a check."""

    title: str
    expected: str
    received: str
    exchanges: tuple[Exchange, ...]
    phase: str


@dataclass(frozen=True)
class Source:
    """Where a rule is documented.

    Attributes:
        rule: its id; empty for the documentation of an operation.
        sentence: the rule as it is documented; empty for an operation.
        place: file and line in the description; empty if it is not at hand.
        link: the address of the rule or operation in the reference; empty without one.
    """

    rule: str = ""
    sentence: str = ""
    place: str = ""
    link: str = ""


@dataclass
class CheckResult:
    """The result of a check."""

    id: str
    page: str
    operations: tuple[str, ...]
    sentence: str
    documented: tuple[Source, ...]
    described: str
    status: Status = Status.PASS
    reason: str = ""
    failures: list[Failure] = field(default_factory=list)
    requests: int = 0
    """How many requests were sent for it; each request counts for one check."""
    answers: int = 0
    """How many answers it was about; an answer may be one of several checks."""
    seconds: float = 0.0
    """How long it took, in seconds, as far as that counts for no other check."""
    remedy: str = ""
    """The option or variable with which it would have been exercised; empty if there is none."""

    def not_exercised(self, reason: str, remedy: str = "") -> CheckResult:
        """Return the result as that of a check that could not be made."""
        self.status, self.reason, self.remedy, self.failures = Status.NOT_EXERCISED, reason, remedy, []
        return self


class Change(StrEnum):
    """How the result of a check differs from the earlier one."""

    BROKE = "broke"
    """It fails now, and did not."""
    MENDED = "mended"
    """It failed, and does not now."""
    NEW = "new"
    """It was not exercised before."""
    LOST = "no longer exercised"
    """It was exercised before."""


@dataclass(frozen=True)
class Difference:
    """A check with another result; a status is empty in a run that did not have the check."""

    id: str
    operations: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """What differs from an earlier run.

    Attributes:
        started: when that was, by its own report.
        run_id: its id.
        headline: its verdict.
        circumstances: what was other about it, by name.
        changes: the checks with another result.
        left_out: how many checks it had that are no part of this run, as the user chose others.
    """

    started: str
    run_id: str
    headline: str
    circumstances: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[Change, Sequence[Difference]] = field(default_factory=dict)
    left_out: int = 0


@dataclass(frozen=True)
class RunResult:
    """The result of a run."""

    base_url: str
    mode: str
    seed: int
    run_id: str
    description_version: str
    tool_version: str
    started: float
    seconds: float
    requests: int
    checks: Sequence[CheckResult]
    leftovers: Sequence[str] = ()
    clean_up: str = ""
    notes: Sequence[str] = ()
    gave_up: str = ""
    """Why the run ended early; empty if it did not."""
    trouble: str = ""
    """Why the deployment could not be asked to the end, with numbers; it is the one finding about that."""
    exchanges: Sequence[Exchange] = ()
    description_source: str = ""
    operations: Mapping[Part, Sequence[str]] = field(default_factory=dict)
    """The operationIds by what the run can say about them; empty for a run of single checks."""
    comparison: Comparison | None = None
    """What differs from the run that `--compare` names."""
    unchanged: str = ""
    """Why there is nothing to check since an earlier description; empty if there is."""

    def count(self, status: Status) -> int:
        """Return how many checks have a status."""
        return sum(check.status is status for check in self.checks)

    @property
    def verdict(self) -> Verdict:
        """The verdict that follows from the statuses; a run without checks is not conformant.

        A failure that was seen stays one, however the run ended.
        """
        if self.unchanged:
            return Verdict.CONFORMANT
        if self.count(Status.FAIL):
            return Verdict.NOT_CONFORMANT
        if self.gave_up or self.trouble:
            return Verdict.NONE
        if self.count(Status.UNEXPECTED_PASS):
            return Verdict.NOT_CONFORMANT
        made = self.count(Status.PASS) + self.count(Status.KNOWN_FAILURE)
        is_exercised = not self.operations or self.operations[Part.EXERCISED]
        return Verdict.CONFORMANT if made and is_exercised and not self.count(Status.ERROR) else Verdict.NONE
