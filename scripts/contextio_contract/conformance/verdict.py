"""What a run found, as one tree from which every report is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Failure:
    """One way in which an operation breaks the contract.

    Attributes:
        check: the name of the check that found it.
        phase: the phase in which it was found.
        title: what is wrong, in a few words.
        expected: what the contract wants and what came instead, as the check tells it.
        request: method, path, query and the beginning of the body of the request.
        received: status and the beginning of the body of the answer; empty where there was none.
    """

    check: str
    phase: str
    title: str
    expected: str
    request: str
    received: str


@dataclass
class OperationResult:
    """What was found about one operation.

    Attributes:
        operation: its operationId.
        cases: how many requests it answered.
        succeeded: how many of them with a status below 400.
        failures: what is wrong with it.
        seconds: time that was spent on it.
    """

    operation: str
    cases: int = 0
    succeeded: int = 0
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """The result of a run.

    Attributes:
        base_url: the deployment.
        seed: what reproduces the run.
        results: one for each operation that the run was to check.
        described: how many operations the description has.
        seconds: how long the run took.
        notes: what a reader has to know to judge the verdict, one sentence each.
    """

    base_url: str
    seed: int
    results: Sequence[OperationResult]
    described: int
    seconds: float
    notes: Sequence[str] = ()

    @property
    def cases(self) -> int:
        """How many requests the deployment answered."""
        return sum(result.cases for result in self.results)

    @property
    def failures(self) -> int:
        """How many ways to break the contract were found."""
        return sum(len(result.failures) for result in self.results)

    @property
    def exercised(self) -> int:
        """How many operations answered at least once."""
        return sum(result.cases > 0 for result in self.results)

    @property
    def is_conformant(self) -> bool:
        """Whether every operation that was to be checked answered and none failed."""
        return self.failures == 0 and self.exercised == len(self.results) > 0

    def line(self) -> str:
        """Return the verdict in one line."""
        word = "CONFORMANT" if self.is_conformant else "NOT CONFORMANT"
        return (
            f"{word}: {self.exercised} of {self.described} operations, {self.cases:,} cases, "
            f"{self.failures} failure{'s' * (self.failures != 1)}, seed {self.seed}, "
            f"{self.seconds:.1f} s ({self.base_url})"
        )
