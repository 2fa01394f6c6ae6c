"""Jobs: work to be done later, enqueued in the transaction that causes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, case, delete, func, not_, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from contextio_contract.server.db.database import ENQUEUED
from contextio_contract.server.db.tables import jobs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.engine import Connection, RowMapping

CHANNEL: Final = "contextio_jobs"
"""The channel on which PostgreSQL tells workers that there is something to do."""
_IS_PENDING: Final = jobs.c.given_up_at.is_(None)
_LONGEST_LEASE: Final = 10 * 60
"""Seconds; a lease that ends later was made before the clock was set back, and counts for nothing."""
_IS_FREE: Final = or_(
    jobs.c.lease_until.is_(None),
    jobs.c.lease_until <= bindparam("now"),
    jobs.c.lease_until - _LONGEST_LEASE > bindparam("now"),
)
NO_LEASE: Final[Mapping[str, None]] = {"lease_owner": None, "lease_until": None}

_NOTIFY: Final = text(f"NOTIFY {CHANNEL}")
_IN_ORDER = select(jobs).order_by(jobs.c.sequence)
IS_DUE: Final = and_(_IS_PENDING, jobs.c.run_at <= bindparam("now"), _IS_FREE)
_STATE = case(
    (jobs.c.given_up_at.is_not(None), "given up"),
    (not_(_IS_FREE), "running"),
    (IS_DUE, "due"),
    else_="waiting",
)
_COUNT = select(jobs.c.kind, _STATE.label("state"), func.count()).group_by(jobs.c.kind, "state")
_OLDEST_DUE = select(func.min(jobs.c.run_at)).where(IS_DUE)
_NAMED = and_(jobs.c.sequence.in_(bindparam("sequences", expanding=True)), _IS_FREE)
_RETRY = (
    update(jobs)
    .where(_NAMED)
    .values(run_at=bindparam("now"), enqueued_at=bindparam("now"), attempts=0, given_up_at=None)
    .returning(jobs.c.sequence)
)
_DROP = delete(jobs).where(_NAMED).returning(jobs.c.sequence)


def _enqueue_on(dialect: Any) -> Any:
    statement = dialect.insert(jobs)
    new, was_given_up = statement.excluded, jobs.c.given_up_at.is_not(None)
    is_due_before = and_(_IS_PENDING, jobs.c.run_at < new.run_at)
    changes = {
        "payload": new.payload,
        "requests": jobs.c.requests + 1,
        "run_at": case((is_due_before, jobs.c.run_at), else_=new.run_at),
        "attempts": case((was_given_up, 0), else_=jobs.c.attempts),
        "enqueued_at": case((was_given_up, new.enqueued_at), else_=jobs.c.enqueued_at),
        "given_up_at": None,
    }
    return statement.on_conflict_do_update(index_elements=[jobs.c.key], set_=changes)


def _ensure_on(dialect: Any) -> Any:
    return dialect.insert(jobs).on_conflict_do_nothing(index_elements=[jobs.c.key])


_ENQUEUE: Final = {each.dialect.name: _enqueue_on(each) for each in (sqlite, postgresql)}
_ENSURE: Final = {each.dialect.name: _ensure_on(each) for each in (sqlite, postgresql)}


def enqueue(connection: Connection, kind: str, key: str, now: int, **columns: Any) -> None:
    """Enqueue a job, which is due at once.

    Its key is unique: a job that is pending under it becomes due, one that was given up is pending again, and
    one that is being done is done once more afterwards.

    Args:
        connection: the transaction that causes it.
        kind: what is to be done.
        key: names the job.
        now: the time, in seconds since 1970-01-01 UTC.
        **columns: `payload`, `source`, `host` and `consumer_key`, as far as it has them.
    """
    connection.execute(_ENQUEUE[connection.dialect.name], _row(kind, key, now, columns))
    announce(connection)


def ensure(connection: Connection, kind: str, key: str, now: int, **columns: Any) -> None:
    """Enqueue a job unless there is one under its key, in whatever state; see `enqueue`."""
    connection.execute(_ENSURE[connection.dialect.name], _row(kind, key, now, columns))
    announce(connection)


def announce(connection: Connection) -> None:
    """Wake workers once the transaction is committed."""
    connection.info[ENQUEUED] = True
    if connection.dialect.name == postgresql.dialect.name:
        connection.execute(_NOTIFY)


def list_all(connection: Connection) -> Sequence[RowMapping]:
    """Return all jobs, oldest first."""
    return connection.execute(_IN_ORDER).mappings().all()


def count(connection: Connection, now: int) -> dict[tuple[str, str], int]:
    """Return the numbers of jobs by kind and state: `waiting`, `due`, `running` or `given up`."""
    rows = connection.execute(_COUNT, {"now": now})
    return {(kind, state): number for kind, state, number in rows}


def oldest_due(connection: Connection, now: int) -> int | None:
    """Return since when the job is due that waits longest for a worker; None if none waits."""
    oldest: int | None = connection.scalar(_OLDEST_DUE, {"now": now})
    return oldest


def retry(connection: Connection, sequences: Collection[int], now: int) -> set[int]:
    """Let jobs be due, given up or not, and return the numbers of those that are there and not being done."""
    values = {"sequences": list(sequences), "now": now}
    announce(connection)
    return set(connection.scalars(_RETRY, values))


def drop(connection: Connection, sequences: Collection[int], now: int) -> set[int]:
    """Remove jobs, and return the numbers of those that were there and not being done."""
    return set(connection.scalars(_DROP, {"sequences": list(sequences), "now": now}))


def _row(kind: str, key: str, now: int, columns: Mapping[str, Any]) -> dict[str, Any]:
    times = {"run_at": now, "enqueued_at": now}
    return {"kind": kind, "key": key, "payload": {}, "requests": 1, **times, **columns}
