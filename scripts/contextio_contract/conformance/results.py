"""What a run found, as one tree from which every report is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Status(StrEnum):
    """What became of a check; whoever is at fault is kept apart."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    ERROR = "error"
    """The suite could not do it, for a reason of its own."""
    NOT_EXERCISED = "not exercised"
    DISABLED = "disabled"
    """The user left it out."""
    KNOWN_FAILURE = "known failure"
    """It fails and is on the user's list."""
    UNEXPECTED_PASS = "unexpected pass"  # noqa: S105 - no password
    """It passes although it is on the user's list."""


RED = frozenset({Status.FAIL, Status.ERROR, Status.UNEXPECTED_PASS})
"""The statuses that keep a run from being conformant."""


class Verdict(StrEnum):
    """What a run says of a deployment."""

    CONFORMANT = "CONFORMANT"
    NOT_CONFORMANT = "NOT CONFORMANT"
    NONE = "NO VERDICT"
    """Nothing could be checked, or not all, because the run was ended or for a reason of the suite's own."""


@dataclass(frozen=True)
class Exchange:
    """A request and its answer, without keys, signatures and passwords; long bodies are cut.

    Attributes:
        method: the HTTP method, in capitals.
        url: the whole address, without OAuth parameters.
        request_headers: the headers as sent, but for the signature.
        request_body: the body as sent.
        status: the status of the answer; None where there was no answer.
        response_headers: the headers of the answer.
        response_body: the body of the answer.
        started: when it was sent, in seconds since 1970.
        seconds: how long the answer took.
        operation: the operationId; empty for a request that belongs to no operation.
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


@dataclass(frozen=True)
class Failure:
    """One way in which a check fails.

    Attributes:
        title: what is wrong, in a few words.
        expected: what the contract wants.
        received: what came instead.
        exchanges: the requests that show it, the telling one last.
        phase: the phase in which it was found.
    """

    title: str
    expected: str
    received: str
    exchanges: tuple[Exchange, ...]
    phase: str


@dataclass
class CheckResult:
    """What became of one check.

    Attributes:
        id: the id of the rule, or the name of a check of schemathesis after `schemathesis.`.
        page: the documentation page.
        operations: the operationIds it is about.
        sentence: the rule in one sentence.
        documented: file and line of the rule, such as `spec/documented/accounts.yaml:26`; empty without one.
        described: file and line of the operation in the description; empty without one.
        status: what became of it.
        reason: why it was not exercised, disabled or in error; otherwise empty.
        failures: the ways in which it fails.
        requests: how many requests it made.
        seconds: how long it took.
    """

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
    """The result of a run.

    Attributes:
        base_url: the deployment.
        mode: what the run was allowed to do, such as `sandbox`.
        seed: what reproduces the run.
        run_id: the mark in everything that the run created.
        description_version: `info.version` of the description.
        tool_version: the version of this package.
        started: when the run began, in seconds since 1970.
        seconds: how long it took.
        requests: how many requests the deployment answered.
        checks: one for each rule and each check of schemathesis.
        leftovers: what the run created and could not remove, as paths.
        clean_up: the command that removes them.
        notes: what a reader has to know to judge the verdict, one sentence each.
        gave_up: why the run was ended before its time; otherwise empty.
        exchanges: the requests of the run with their answers, in order; of very many, the last.
    """

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
    exchanges: Sequence[Exchange] = ()

    def count(self, status: Status) -> int:
        """Return how many checks have a status."""
        return sum(check.status is status for check in self.checks)

    @property
    def verdict(self) -> Verdict:
        """What follows from the statuses; nothing checked is not conformant."""
        if self.gave_up:
            return Verdict.NONE
        if self.count(Status.FAIL) or self.count(Status.UNEXPECTED_PASS):
            return Verdict.NOT_CONFORMANT
        made = self.count(Status.PASS) + self.count(Status.KNOWN_FAILURE)
        return Verdict.CONFORMANT if made and not self.count(Status.ERROR) else Verdict.NONE
