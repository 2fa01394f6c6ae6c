"""Jobs and the workers that claim them: each is done, once at a time, whatever becomes of a worker."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Clock
from tests.databases import migrate_at

from contextio_contract.server.db import jobs
from contextio_contract.server.db.vault import generate_key
from contextio_contract.server.jobs.attempt import attempt
from contextio_contract.server.jobs.kind import Kind, Result, Retries
from contextio_contract.server.jobs.worker import LEASE, Worker
from contextio_contract.server.outbound.limits import PROCESS
from contextio_contract.server.services import Settings
from contextio_contract.server.start import open_services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.leases import Job
    from contextio_contract.server.services import Services

_WITHIN = 60
_HOUR = 60 * 60


class Office:
    """Jobs of one kind that wait until they are let go, and workers that do them."""

    def __init__(
        self, open_more: Callable[[], Services], on_end: Callable[..., object], clock: Clock
    ) -> None:
        self._open_more, self._on_end, self.clock = open_more, on_end, clock
        self.services = open_more()
        self.hired: list[Services] = []
        self.begun: list[str] = []
        self.stored: list[str] = []
        self.began, self.end = threading.Semaphore(0), threading.Event()
        self.result: Callable[[], Result] = Result
        self.limits: Mapping[str, int] = {PROCESS: 4, "host": 2, "key": 3}
        self.retries = Retries(first=10, longest=100, within=_HOUR)

    def hire(self, clock: Clock | None = None) -> Worker:
        """Start a worker with a connection of its own, and with a clock of its own if it is given one."""
        services = self._open_more()
        self.hired.append(services)
        worker = Worker(services.database, clock or self.clock, [Kind("wait", self.limits, self.retries)])
        worker.start(partial(attempt, services, {"wait": self.run}))
        self._on_end(worker.stop, _WITHIN)
        self._on_end(self.end.set)
        return worker

    def run(self, _services: Services, job: Job) -> Result:
        name = job.payload["name"]
        self.begun.append(name)
        self.began.release()
        self.end.wait(_WITHIN)
        result = self.result()
        return Result(
            result.problem, lambda _: self.stored.append(name), result.is_final, result.run_again_at
        )

    def add(self, name: str, *, key: str | None = None, **columns: str) -> None:
        with self.services.database.transaction() as connection:
            self.enqueue(connection, name, key=key, **columns)

    def enqueue(self, connection: Connection, name: str, *, key: str | None = None, **columns: str) -> None:
        jobs.enqueue(connection, "wait", key or name, self.clock(), payload={"name": name}, **columns)

    def expect(self, *names: str) -> None:
        """Wait for as many jobs to begin, which must be these, in any order."""
        for _ in names:
            assert self.began.acquire(timeout=_WITHIN)
        assert sorted(self.begun[-len(names) :]) == sorted(names)

    def rows(self) -> list[RowMapping]:
        with self.services.database.transaction() as connection:
            return list(jobs.list_all(connection))


@pytest.fixture
def office(location: str) -> Iterator[Office]:
    migrate_at(location)
    clock, settings = Clock(), Settings({}, location, generate_key())
    with ExitStack() as stack:

        def open_more() -> Services:
            services = open_services(settings, clock)
            stack.callback(services.close)
            return services

        yield Office(open_more, stack.callback, clock)


def test_a_slow_host_does_not_hold_another(office: Office) -> None:
    worker = office.hire()
    for number in range(5):
        office.add(f"slow {number}", host="slow")
    worker.wake()
    office.expect("slow 0", "slow 1")
    office.add("other", host="other")
    worker.wake()
    office.expect("other")
    office.end.set()
    worker.wait_until_idle()
    assert sorted(office.begun[3:]) == ["slow 2", "slow 3", "slow 4"]
    assert office.rows() == []


def test_a_key_with_many_slow_hosts_does_not_hold_another(office: Office) -> None:
    with office.services.database.transaction() as connection:
        for number in range(120):
            office.enqueue(connection, str(number), host=str(number), consumer_key="slow")
    worker = office.hire()
    office.expect("0", "1", "2")
    office.add("other", host="0", consumer_key="other")
    worker.wake()
    office.expect("other")
    office.end.set()
    worker.wait_until_idle()
    assert len(office.stored) == 121


def test_a_worker_is_woken_by_what_its_process_has_enqueued(office: Office) -> None:
    database, calls = office.services.database, list[str]()
    database.enqueued = lambda: calls.append("woken")

    def enqueue_and_fail() -> None:
        with database.transaction() as connection:
            office.enqueue(connection, "rolled back")
            raise KeyError

    with pytest.raises(KeyError):
        enqueue_and_fail()
    assert office.rows() == []
    with database.transaction() as connection:
        office.enqueue(connection, "a")
        assert calls == []
    assert calls == ["woken"]


def test_a_worker_hears_of_what_is_enqueued_without_looking_for_it(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contextio_contract.server.jobs.worker._POLL", 24 * _HOUR)
    worker = office.hire()
    worker.wait_until_idle()
    # PostgreSQL tells other processes too.
    is_sqlite = office.services.database.is_sqlite
    database = office.hired[-1].database if is_sqlite else office.services.database
    with database.transaction() as connection:
        office.enqueue(connection, "a")
    office.expect("a")
    office.end.set()
    worker.wait_until_idle()
    assert office.stored == ["a"]


def test_jobs_are_done_once_each_by_many_workers(office: Office) -> None:
    office.end.set()
    office.limits = {PROCESS: 8, "host": 3}
    with office.services.database.transaction() as connection:
        for number in range(60):
            office.enqueue(connection, str(number), host=str(number % 7))
    for worker in [office.hire() for _ in range(3)]:
        worker.wait_until_idle()
    assert sorted(office.stored, key=int) == [str(number) for number in range(60)]
    assert len(office.begun) == 60
    assert office.rows() == []


def test_a_job_whose_lease_has_ended_is_done_by_another_and_the_first_stores_nothing(office: Office) -> None:
    office.add("a")
    slow = office.hire(Clock(office.clock.now))  # its clock stands still, so that it renews nothing
    office.expect("a")
    office.clock.now += LEASE - 1
    quick = office.hire()
    quick.wait_until_idle()
    assert office.begun == ["a"]
    office.clock.now += 1
    quick.wake()
    office.expect("a")
    assert office.rows()[0]["attempts"] == 2
    office.end.set()
    quick.wait_until_idle()
    slow.wait_until_idle()
    assert office.stored == ["a"]
    assert office.rows() == []


def test_a_lease_is_renewed_for_as_long_as_a_job_takes(office: Office) -> None:
    office.add("a")
    worker, other = office.hire(), office.hire()
    office.expect("a")
    for _ in range(10):
        office.clock.now += LEASE // 2
        renewed = office.clock.now + LEASE
        worker.wake()
        while office.rows()[0]["lease_until"] != renewed:
            assert not office.end.wait(0.01)
        other.wake()
    office.end.set()
    worker.wait_until_idle()
    assert office.begun == office.stored == ["a"]


@pytest.mark.parametrize("jump", [-24 * _HOUR, 24 * _HOUR])
def test_a_clock_that_jumps_lets_no_worker_do_a_job_twice_at_once(office: Office, jump: int) -> None:
    office.add("a")
    worker = office.hire()
    office.expect("a")
    office.clock.now += jump
    office.add("b", host="b")
    worker.wake()
    office.expect("b")
    office.end.set()
    worker.wait_until_idle()
    assert sorted(office.begun) == sorted(office.stored) == ["a", "b"]
    assert office.rows() == []


def test_a_job_is_done_although_its_worker_ended_before_the_clock_was_set_back(office: Office) -> None:
    office.add("a")
    office.hire(Clock(office.clock.now + 24 * _HOUR))
    office.expect("a")
    office.hire()
    office.expect("a")


def test_what_a_stopped_worker_has_not_done_is_done_by_another_at_once(office: Office) -> None:
    office.add("a")
    stopped = office.hire()
    office.expect("a")
    assert stopped.stop(0) == 1
    assert (office.rows()[0]["attempts"], office.rows()[0]["lease_until"]) == (0, None)
    office.add("b")
    other = office.hire()
    office.expect("a", "b")
    office.end.set()
    other.wait_until_idle()
    assert sorted(office.stored) == ["a", "b"]


def test_a_worker_that_stops_ends_what_it_does(office: Office) -> None:
    office.add("a")
    worker = office.hire()
    office.expect("a")
    threading.Timer(0.1, office.end.set).start()
    assert worker.stop(_WITHIN) == 0
    assert office.rows() == []


def test_a_key_has_one_job_at_a_time(office: Office) -> None:
    office.add("first", key="k")
    office.add("second", key="k")
    assert [row["payload"]["name"] for row in office.rows()] == ["second"]
    worker = office.hire()
    office.expect("second")
    office.add("third", key="k")
    office.hire().wait_until_idle()
    assert office.begun == ["second"]
    office.end.set()
    worker.wait_until_idle()
    office.hire().wait_until_idle()
    assert office.begun == ["second", "third"]
    assert office.rows() == []


def test_a_job_that_fails_is_tried_again_later_each_time_and_given_up_visibly(office: Office) -> None:
    office.end.set()
    office.result = lambda: Result("it is closed")
    office.add("a")
    worker, waits = office.hire(), list[int]()
    enqueued_at = office.clock.now
    worker.wait_until_idle()
    while (row := office.rows()[0])["given_up_at"] is None:
        assert (row["last_error"], row["lease_until"]) == ("it is closed", None)
        assert row["attempts"] == len(waits) + 1
        waits.append(row["run_at"] - office.clock.now)
        office.clock.now = row["run_at"] - 1
        worker.wake()
        worker.wait_until_idle()
        assert len(office.begun) == len(waits)
        office.clock.now += 1
        worker.wake()
        worker.wait_until_idle()
    assert office.clock.now == row["given_up_at"] == enqueued_at + _HOUR
    assert waits[0] <= 12
    assert 80 <= waits[-2] <= 120
    assert len(waits) > 30
    office.clock.now += 10 * _HOUR
    worker.wake()
    worker.wait_until_idle()
    assert len(office.begun) == len(waits) + 1
    office.result = Result
    with office.services.database.transaction() as connection:
        assert jobs.retry(connection, [row["sequence"], 99], office.clock()) == {row["sequence"]}
    worker.wake()
    worker.wait_until_idle()
    assert office.rows() == []


def test_a_job_that_no_other_attempt_would_mend_is_given_up_at_once_and_revived_by_its_cause(
    office: Office,
) -> None:
    office.end.set()
    office.result = lambda: Result("no", is_final=True)
    office.add("a")
    worker = office.hire()
    worker.wait_until_idle()
    assert office.rows()[0]["given_up_at"] == office.clock.now
    office.result = Result
    office.add("a")
    worker.wake()
    worker.wait_until_idle()
    assert office.begun == ["a", "a"]
    assert office.rows() == []


def test_a_fault_of_ours_is_a_failed_attempt(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office.end.set()

    def fail() -> Result:
        raise ZeroDivisionError

    office.result = fail
    office.add("a")
    worker = office.hire()
    worker.wait_until_idle()
    row = office.rows()[0]
    assert row["last_error"] == "a fault of this server: ZeroDivisionError"
    assert row["run_at"] > office.clock.now
    assert "a fault of ours" in caplog.text


def test_a_job_that_ends_its_workers_is_given_up(office: Office) -> None:
    from sqlalchemy import update

    from contextio_contract.server.db.tables import jobs as table

    office.add("a")
    with office.services.database.transaction() as connection:
        connection.execute(update(table).values(attempts=100))
    office.hire().wait_until_idle()
    assert office.begun == []
    assert "its workers ended" in office.rows()[0]["last_error"]


@pytest.mark.parametrize("change", [jobs.drop, jobs.retry])
def test_what_is_being_done_is_neither_dropped_nor_retried(
    office: Office, change: Callable[[Connection, list[int], int], set[int]]
) -> None:
    office.limits = {PROCESS: 1}
    office.add("a")
    office.hire()
    office.expect("a")
    office.add("b")
    running, waiting = (row["sequence"] for row in office.rows())
    with office.services.database.transaction() as connection:
        assert change(connection, [running, waiting], office.clock()) == {waiting}


def test_a_recurring_job_is_done_by_one_of_many_workers(office: Office) -> None:
    office.end.set()
    office.result = lambda: Result(run_again_at=office.clock.now + 60)
    for _ in range(3):
        with office.services.database.transaction() as connection:
            jobs.ensure(connection, "wait", "k", office.clock(), payload={"name": "a"})
    workers = [office.hire() for _ in range(3)]
    for rounds in range(1, 4):
        for worker in workers:
            worker.wake()
            worker.wait_until_idle()
        assert office.begun == ["a"] * rounds
        assert office.rows()[0]["attempts"] == 0
        office.clock.now += 60


@given(
    retries=st.builds(Retries, st.integers(1, 100), st.integers(100, 10_000), st.integers(1, 100_000)),
    attempts=st.integers(1, 200),
    passed=st.integers(0, 200_000),
)
def test_attempts_are_spread_and_end_in_time(retries: Retries, attempts: int, passed: int) -> None:
    within: Any = retries.within
    now = 1000 + passed
    following = retries.next_run(1000, attempts, now)
    if passed >= within:
        assert following is None
    else:
        assert following is not None
        usual = min(retries.first * 2 ** (attempts - 1), retries.longest)
        assert now < following <= 1000 + within
        assert following - now <= usual * 1.2 + 1
        assert following - now >= min(usual * 0.8 - 1, within - passed)
