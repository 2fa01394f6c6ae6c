"""Results of a run: its checks, their failures and exchanges, and the verdict.

`results.schema.json` says what their fields mean. Here, times are in seconds since 1970.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    """Nothing was checked, the run ended early, or the suite itself failed."""


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
    """A request and its response, without keys, signatures and passwords; long bodies are cut."""

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


@dataclass(frozen=True)
class Failure:
    """A failure of a check."""

    title: str
    expected: str
    received: str
    exchanges: tuple[Exchange, ...]
    phase: str


@dataclass
class CheckResult:
    """The result of a check."""

    id: str
    page: str
    operations: tuple[str, ...]
    sentence: str
    documented: str
    described: str
    status: Status = Status.PASS
    reason: str = ""
    failures: list[Failure] = field(default_factory=list)
    requests: int = 0
    seconds: float = 0.0


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

    def count(self, status: Status) -> int:
        """Return how many checks have a status."""
        return sum(check.status is status for check in self.checks)

    @property
    def verdict(self) -> Verdict:
        """The verdict that follows from the statuses; a breach that was seen before any trouble counts."""
        is_broken = self.count(Status.FAIL) or self.count(Status.UNEXPECTED_PASS)
        if self.gave_up and not (self.trouble and is_broken):
            return Verdict.NONE
        if is_broken:
            return Verdict.NOT_CONFORMANT
        made = self.count(Status.PASS) + self.count(Status.KNOWN_FAILURE)
        is_exercised = not self.operations or self.operations[Part.EXERCISED]
        return Verdict.CONFORMANT if made and is_exercised and not self.count(Status.ERROR) else Verdict.NONE
