"""What recorded traffic with one deployment shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from contextio_contract.proxy.recorded.tally import Tally

if TYPE_CHECKING:
    from contextio_contract.proxy.violations import Coverage

Side: TypeAlias = Literal["request", "answer"]


@dataclass(frozen=True)
class Finding:
    """What is wrong with requests of an operation, or with its answers.

    Attributes:
        operation: its operationId; empty where the method is not described.
        method: the method of the request.
        path: the path template of the operation; without one, the path as reports may show it.
        status: the status of the answer.
        side: which of the two is wrong.
        place: where, in the JSON of an answer: a JSON pointer with `*` for each index; empty elsewhere.
        message: what is wrong.
    """

    operation: str
    method: str
    path: str
    status: int
    side: Side
    place: str
    message: str


@dataclass(eq=False)
class Deployment:
    """What the traffic with one deployment shows.

    Attributes:
        base: its base address.
        coverage: what was exercised.
        entries: how many entries are below the base address.
        kept: how many exchanges keep the contract.
        is_certain: whether the base address alone says that it is of the API.
        violations: what breaks the contract.
        refused: requests that break it and were answered with an error, as they have to be.
        unknown: why exchanges are not judged, or in part.
        undescribed: requests that no operation describes: method, path and status.
    """

    base: str
    coverage: Coverage
    entries: int = 0
    kept: int = 0
    is_certain: bool = False
    violations: Tally[Finding] = field(default_factory=Tally)
    refused: Tally[Finding] = field(default_factory=Tally)
    unknown: Tally[str] = field(default_factory=Tally)
    undescribed: Tally[tuple[str, str, int]] = field(default_factory=Tally)
