"""Claims of jobs: each is done by the one worker that holds its lease, and by another once that has ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, and_, bindparam, case, delete, null, or_, select, update

from contextio_contract.server.db.jobs import IS_DUE, NO_LEASE, announce
from contextio_contract.server.db.tables import accounts, jobs, sources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.engine import Connection, RowMapping

_NEVER: Final = 1 << 62
"""When a job is due that was given up, so that nobody who looks for jobs comes across it."""
_COLUMNS: Final = {"host": jobs.c.host, "key": jobs.c.consumer_key, "source": jobs.c.source}
"""The columns that say for whom a job takes a slot, by the kinds of the limits."""

_DUE = (
    select(jobs)
    .where(jobs.c.kind == bindparam("of_kind"), IS_DUE)
    .order_by(jobs.c.run_at, jobs.c.sequence)
    .limit(bindparam("most"))
)
_CHOSEN = select(jobs.c.sequence).where(jobs.c.sequence.in_(bindparam("sequences", expanding=True)), IS_DUE)
_CLAIM = (
    update(jobs)
    .where(jobs.c.sequence.in_(_CHOSEN.with_for_update(skip_locked=True)))
    .values(lease_owner=bindparam("owner"), lease_until=bindparam("until"), attempts=jobs.c.attempts + 1)
    .returning(jobs)
)
_LEASED = and_(
    jobs.c.sequence.in_(bindparam("sequences", expanding=True)),
    jobs.c.lease_owner.in_(bindparam("owners", expanding=True)),
)
_RENEW = update(jobs).where(_LEASED).values(lease_until=bindparam("until"))
_RELEASE = update(jobs).where(_LEASED).values(attempts=jobs.c.attempts - 1, **NO_LEASE)
_HELD = and_(jobs.c.sequence == bindparam("of_sequence"), jobs.c.lease_owner == bindparam("owner"))
_FENCE = select(jobs.c.sequence).where(_HELD).with_for_update()
_ACCOUNT_ID = select(sources.c.account_id).where(sources.c.sequence == bindparam("of_source"))
_LOCK_ACCOUNT = (
    select(accounts.c.sequence)
    .where(accounts.c.id == _ACCOUNT_ID.scalar_subquery())
    .with_for_update(key_share=True)
)
_WAS_ASKED_AGAIN = jobs.c.requests != bindparam("seen")
_REMOVE = delete(jobs).where(_HELD, jobs.c.requests == bindparam("seen"))
_END = (
    update(jobs)
    .where(_HELD)
    .values(
        run_at=case((_WAS_ASKED_AGAIN, jobs.c.run_at), else_=bindparam("next_run")),
        given_up_at=case((_WAS_ASKED_AGAIN, null()), else_=bindparam("given_up", type_=BigInteger)),
        attempts=bindparam("attempts"),
        last_error=bindparam("problem"),
        **NO_LEASE,
    )
)


class LeaseLostError(Exception):
    """A job was taken by another worker, was dropped, or went with its source."""


@dataclass(frozen=True)
class Job:
    """A job that this process has claimed.

    Attributes:
        sequence: its number.
        kind: what is to be done.
        payload: with what.
        source: the sequence number of the source that it is about; the job goes with the source.
        host: the host that it calls.
        consumer_key: for whom.
        enqueued_at: since when it is pending, in seconds since 1970-01-01 UTC.
        attempts: how often it was claimed, this time included.
        requests: how often it was asked for before this attempt.
        lease_owner: names this claim; no two claims have the same.
    """

    sequence: int
    kind: str
    payload: Any
    source: int | None
    host: str | None
    consumer_key: str | None
    enqueued_at: int
    attempts: int
    requests: int
    lease_owner: str


_FIELDS: Final = tuple(Job.__dataclass_fields__)


def claims_of(row: RowMapping) -> dict[str, str]:
    """Return for whom a row of jobs takes a slot, by the kinds of the limits."""
    return {kind: str(row[column]) for kind, column in _COLUMNS.items() if row[column] is not None}


def list_due(
    connection: Connection, kind: str, now: int, exhausted: Mapping[str, Collection[str]], most: int
) -> Sequence[RowMapping]:
    """Return jobs of a kind that may be claimed, those that are due longest first.

    Args:
        connection: a transaction, which need not write.
        kind: the kind.
        now: the time, in seconds since 1970-01-01 UTC.
        exhausted: for whom there is no slot now: values by the kinds of the limits.
        most: how many to return at most.
    """
    query = _DUE
    for name, values in exhausted.items():
        column = _COLUMNS[name]
        query = query.where(
            or_(column.is_(None), column.not_in([column.type.python_type(value) for value in values]))
        )
    return connection.execute(query, {"of_kind": kind, "now": now, "most": most}).mappings().all()


def claim(connection: Connection, sequences: Collection[int], owner: str, now: int, until: int) -> list[Job]:
    """Claim jobs by their numbers, as far as they are still due, and return them.

    Args:
        connection: a transaction that writes.
        sequences: the numbers of the jobs.
        owner: names this claim, and no other.
        now: the time, in seconds since 1970-01-01 UTC.
        until: when the lease ends.
    """
    values = {"sequences": list(sequences), "owner": owner, "now": now, "until": until}
    rows = connection.execute(_CLAIM, values).mappings().all()
    return [Job(**{name: row[name] for name in _FIELDS}) for row in rows]


def renew(connection: Connection, owners: Mapping[int, str], until: int) -> None:
    """Let the leases of jobs end later, which have these owners by the numbers of the jobs."""
    connection.execute(_RENEW, {**_leased(owners), "until": until})


def release(connection: Connection, owners: Mapping[int, str]) -> None:
    """Give back jobs that were not ended, which have these owners by their numbers; no attempt is counted."""
    connection.execute(_RELEASE, _leased(owners))
    announce(connection)


def _leased(owners: Mapping[int, str]) -> dict[str, Any]:
    return {"sequences": list(owners), "owners": list(set(owners.values()))}


def fence(connection: Connection, job: Job) -> None:
    """Keep others from claiming a job until the end of the transaction, which may then store its results.

    Raises:
        LeaseLostError: if the lease was lost.
    """
    if job.source is not None:  # the account first, as when it is deleted, or one could wait for the other
        connection.execute(_LOCK_ACCOUNT, {"of_source": job.source})
    if connection.scalar(_FENCE, {"of_sequence": job.sequence, "owner": job.lease_owner}) is None:
        raise LeaseLostError


def finish(connection: Connection, job: Job) -> None:
    """Remove a job that is done; one that was asked for again meanwhile becomes due."""
    values = {"of_sequence": job.sequence, "owner": job.lease_owner, "seen": job.requests}
    if not connection.execute(_REMOVE, values).rowcount:
        repeat(connection, job, 0)


def repeat(connection: Connection, job: Job, next_run: int) -> None:
    """Let a job that is done be due again at a time, with its attempts counted anew."""
    _end(connection, job, next_run=next_run, attempts=0)


def postpone(connection: Connection, job: Job, problem: str, next_run: int) -> None:
    """Let a job that failed be due at a time, or at once if it was asked for again meanwhile."""
    _end(connection, job, next_run=next_run, problem=problem)


def give_up(connection: Connection, job: Job, problem: str, now: int) -> None:
    """Give up a job; one that was asked for again meanwhile becomes due."""
    _end(connection, job, next_run=_NEVER, problem=problem, given_up=now)


def _end(connection: Connection, job: Job, **values: Any) -> None:
    identity = {"of_sequence": job.sequence, "owner": job.lease_owner, "seen": job.requests}
    rest = {"problem": "", "given_up": None, "attempts": job.attempts}
    connection.execute(_END, {**rest, **identity, **values})
