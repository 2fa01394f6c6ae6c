"""Deliveries of callbacks: what is sent where, and what came of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import String, bindparam, case, cast, func, insert, literal, select, update

from contextio_contract.server.db.tables import deliveries, jobs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.engine import Connection, RowMapping

_PREFIX: Final = "callback "
_NAMED = deliveries.c.sequence == bindparam("of_sequence")
_ADD = insert(deliveries).returning(deliveries.c.sequence)
_GET = select(deliveries).where(_NAMED)
_ADD_TRY = update(deliveries).where(_NAMED).values(tries=deliveries.c.tries + 1)
OF_JOB: Final = literal(_PREFIX) + cast(deliveries.c.sequence, String)
"""The key of the job that sends a delivery."""
_OUTCOME = case(
    (deliveries.c.delivered_at.is_not(None), "delivered"), (deliveries.c.tries > 0, "failed"), else_="untried"
)
_COUNT = select(_OUTCOME.label("outcome"), func.count().label("number")).group_by("outcome")
_LATEST = (
    select(deliveries, jobs.c.run_at, jobs.c.given_up_at, jobs.c.sequence.label("job"))
    .outerjoin(jobs, jobs.c.key == OF_JOB)
    .order_by(deliveries.c.sequence.desc())
    .limit(bindparam("most"))
)


def job_key(sequence: int) -> str:
    """Return the key of the job that sends a delivery."""
    return f"{_PREFIX}{sequence}"


def add(connection: Connection, columns: Mapping[str, Any]) -> int:
    """Add a delivery from `source`, `event`, `url`, `body` and `created`, and return its number."""
    return int(connection.execute(_ADD, dict(columns)).scalar_one())


def get(connection: Connection, sequence: int) -> RowMapping | None:
    """Return a delivery; None if there is none, as after the deletion of its account."""
    return connection.execute(_GET, {"of_sequence": sequence}).mappings().one_or_none()


def add_try(connection: Connection, sequence: int, now: int, status: int | None, problem: str) -> None:
    """Record what came of a try: the HTTP status, if there was one, and the problem, or none.

    What was delivered is not kept.
    """
    columns = {"status": status, "problem": problem, "tried_at": now}
    if not problem:
        columns |= {"delivered_at": now, "body": None}
    connection.execute(_ADD_TRY, {"of_sequence": sequence, **columns})


def count(connection: Connection) -> dict[str, int]:
    """Return the numbers of deliveries by outcome so far: `delivered`, `failed` or `untried`."""
    return {row.outcome: row.number for row in connection.execute(_COUNT)}


def list_latest(connection: Connection, most: int) -> Sequence[RowMapping]:
    """Return the latest deliveries, newest first, with `job`, `run_at` and `given_up_at` of their jobs."""
    return connection.execute(_LATEST, {"most": most}).mappings().all()
