"""What operators are shown of the parts of a server: whether they are ready, and how they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.server.db import deliveries, jobs
from contextio_contract.server.db.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from contextio_contract.server.http.connections import Connections
    from contextio_contract.server.ops.metrics import Metrics
    from contextio_contract.server.services import Services

_LATE: Final = 15 * 60
"""Seconds by which a due job may wait before a process that does jobs is not ready."""


def readiness_checks(services: Services, is_stopping: Callable[[], bool]) -> Mapping[str, Callable[[], str]]:
    """Return the checks of readiness by name; each returns why the process is not ready, or nothing."""
    does_jobs = services.worker.is_started

    def check_database() -> str:
        services.database.check()
        return ""

    def check_jobs() -> str:
        if not does_jobs:
            return ""
        now = services.clock()
        with services.database.read() as connection:
            since = jobs.oldest_due(connection, now)
        late = 0 if since is None else now - since
        return f"a job is due since {late} seconds" if late > _LATE else ""

    def check_process() -> str:
        return "it is stopping" if is_stopping() else ""

    return {"process": check_process, "database": _explained(check_database), "jobs": _explained(check_jobs)}


def _explained(check: Callable[[], str]) -> Callable[[], str]:
    """Return a check that says so if the database cannot be used."""

    def explain() -> str:
        try:
            return check()
        except UnavailableError as error:
            return str(error)

    return explain


def add_gauges(services: Services) -> None:
    """Let the metrics of a process show its slots for mailboxes, and the jobs and deliveries of all."""
    metrics, database, clock = services.metrics, services.database, services.clock

    def read_slots() -> dict[tuple[str, ...], float]:
        taken, most = services.mailboxes.slots
        return {("taken",): taken, ("free",): most - taken}

    def read_jobs() -> dict[tuple[str, ...], float]:
        with database.read() as connection:
            return dict(jobs.count(connection, clock()).items())

    def read_lateness() -> dict[tuple[str, ...], float]:
        now = clock()
        with database.read() as connection:
            since = jobs.oldest_due(connection, now)
        return {(): 0 if since is None else max(0, now - since)}

    def read_deliveries() -> dict[tuple[str, ...], float]:
        with database.read() as connection:
            return {(outcome,): number for outcome, number in deliveries.count(connection).items()}

    metrics.add_gauge("contextio_mailbox_slots", "Slots for mailboxes of calls.", ("state",), read_slots)
    metrics.add_gauge("contextio_jobs", "Jobs in the database.", ("kind", "state"), read_jobs)
    metrics.add_gauge(
        "contextio_job_lateness_seconds", "For how long the oldest job is due.", (), read_lateness
    )
    metrics.add_gauge("contextio_deliveries", "Deliveries in the database.", ("outcome",), read_deliveries)


def add_connections(metrics: Metrics, connections: Connections) -> None:
    """Let metrics show the connections of a server."""

    def read_open() -> dict[tuple[str, ...], float]:
        return {("open",): connections.count, ("most",): connections.most}

    def read_ended() -> dict[tuple[str, ...], float]:
        return {
            ("refused",): connections.refused,
            ("evicted",): connections.evicted,
            ("expired",): connections.expired,
        }

    text = "Connections that found no room, made room for others, or took too long."
    metrics.add_gauge(
        "contextio_connections", "Connections, and how many there may be.", ("state",), read_open
    )
    metrics.add_counter("contextio_connections_ended", text, ("reason",), read_ended)
