"""The job queue: what waits for one host or key lets others pass."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from contextio_contract.server.jobs.queue import JobQueue
from contextio_contract.server.outbound.limits import PROCESS, BusyError, Limits

if TYPE_CHECKING:
    from collections.abc import Callable

_WITHIN = 60


class Work:
    """Jobs that wait until they are let go."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.began = threading.Semaphore(0)
        self.end = threading.Event()

    def job(self, name: str) -> Callable[[], None]:
        def run() -> None:
            self.begun.append(name)
            self.began.release()
            self.end.wait(_WITHIN)

        return run

    def expect(self, *names: str) -> None:
        """Wait for as many jobs to begin, which must be these, in any order."""
        for _ in names:
            assert self.began.acquire(timeout=_WITHIN)
        assert sorted(self.begun[-len(names) :]) == sorted(names)


@pytest.fixture
def limits() -> Limits:
    return Limits({PROCESS: 4, "host": 2, "key": 3})


def test_a_slow_host_does_not_hold_another(limits: Limits) -> None:
    jobs, work = JobQueue(limits), Work()
    for number in range(5):
        jobs.enqueue(work.job(f"slow {number}"), {"host": "slow"})
    work.expect("slow 0", "slow 1")
    jobs.enqueue(work.job("other"), {"host": "other"})
    work.expect("other")
    assert limits.taken == 3
    work.end.set()
    jobs.join()
    assert sorted(work.begun[3:]) == ["slow 2", "slow 3", "slow 4"]
    assert limits.taken == 0


def test_a_key_with_many_slow_hosts_does_not_hold_another(limits: Limits) -> None:
    jobs, work = JobQueue(limits), Work()
    for number in range(20):
        jobs.enqueue(work.job(str(number)), {"host": str(number), "key": "slow"})
    work.expect("0", "1", "2")
    jobs.enqueue(work.job("other"), {"host": "0", "key": "other"})
    work.expect("other")
    work.end.set()
    jobs.join()
    assert len(work.begun) == 21


def test_a_job_that_fails_gives_its_slot_back(limits: Limits, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise ValueError

    jobs, done = JobQueue(limits), threading.Event()
    for _ in range(10):
        jobs.enqueue(fail, {"host": "one"})
    jobs.enqueue(done.set, {"host": "one"})
    jobs.join()
    assert done.is_set()
    assert limits.taken == 0
    assert caplog.text.count("a job failed") == 10


def test_many_jobs_are_done_once_each() -> None:
    jobs, lock = JobQueue(Limits({PROCESS: 8, "host": 3})), threading.Lock()
    done: list[int] = []

    def run(number: int) -> None:
        with lock:
            done.append(number)

    for number in range(500):
        jobs.enqueue(lambda number=number: run(number), {"host": str(number % 5)})  # type: ignore[misc]
    jobs.join()
    assert sorted(done) == list(range(500))


def test_a_stopped_queue_starts_nothing(limits: Limits) -> None:
    jobs, work = JobQueue(limits), Work()
    for number in range(3):
        jobs.enqueue(work.job(str(number)), {"host": "one"})
    work.expect("0", "1")
    jobs.stop()
    jobs.enqueue(work.job("late"), {"host": "two"})
    work.end.set()
    jobs.join()
    assert sorted(work.begun) == ["0", "1"]


def test_a_slot_is_given_back_whatever_happens(limits: Limits) -> None:
    with pytest.raises(KeyError), limits.slot({"host": "one"}):
        raise KeyError
    with limits.slot({"host": "one"}), limits.slot({"host": "one"}):
        with pytest.raises(BusyError), limits.slot({"host": "one"}):
            pass
        with limits.slot({"host": "two"}):
            assert limits.taken == 3
    assert limits.taken == 0
