"""Kinds of jobs: how many are done at once, what comes of an attempt, and when there is another one."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import SystemRandom
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy.engine import Connection


_JITTER: Final = 0.2
_random: Final = SystemRandom()


@dataclass(frozen=True)
class Retries:
    """When a job that failed is tried again: after twice as long each time, more or less by a fifth.

    Attributes:
        first: seconds until the second attempt.
        longest: seconds between two attempts at most.
        within: seconds after which a job that fails is given up; None to go on for ever.
    """

    first: int
    longest: int
    within: int | None = None

    def next_run(self, enqueued_at: int, attempts: int, now: int) -> int | None:
        """Return when to try again after a number of attempts; None to give up.

        The last attempt is made when the time within which the job is tried ends.
        """
        delay = min(self.first << min(attempts - 1, 30), self.longest)
        later = now + max(1, round(delay * _random.uniform(1 - _JITTER, 1 + _JITTER)))
        if self.within is None:
            return later
        end = enqueued_at + self.within
        return min(later, end) if now < end else None


def store_nothing(_connection: Connection) -> None:
    """Store nothing."""


@dataclass(frozen=True)
class Result:
    """What came of an attempt.

    Attributes:
        problem: what went wrong, in words of ours; empty if nothing did.
        store: writes what came of it, in the transaction that ends the attempt; a worker that lost its lease
            never calls it.
        is_final: whether another attempt would fail as well.
        run_again_at: when a recurring job that is done is due again, in seconds since 1970-01-01 UTC.
    """

    problem: str = ""
    store: Callable[[Connection], None] = store_nothing
    is_final: bool = False
    run_again_at: int | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of jobs.

    Attributes:
        name: its name.
        limits: how many are done at once, in a process and for each host, consumer key and source.
        retries: when a job that failed is tried again.
    """

    name: str
    limits: Mapping[str, int]
    retries: Retries
