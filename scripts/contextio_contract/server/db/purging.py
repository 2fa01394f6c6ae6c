"""Deletion of what nothing refers to any more, in bounded parts, so that no other write waits for long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, exists, select

from contextio_contract.server.db.deliveries import OF_JOB
from contextio_contract.server.db.tables import deliveries, jobs, tokens

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, ColumnElement, Table
    from sqlalchemy.engine import Connection

_MOST: Final = 1_000
"""Rows of a table that one call deletes."""
_BEFORE: Final[BindParameter[int]] = bindparam("before")


def _delete_some(table: Table, *conditions: ColumnElement[bool]) -> Any:
    some = select(table.c.sequence).where(*conditions).limit(_MOST)
    return delete(table).where(table.c.sequence.in_(some))


_TOKENS = _delete_some(tokens, tokens.c.used == 0, tokens.c.created <= _BEFORE)
_JOBS = _delete_some(jobs, jobs.c.given_up_at <= _BEFORE)
_DELIVERIES = _delete_some(deliveries, deliveries.c.created <= _BEFORE, ~exists().where(jobs.c.key == OF_JOB))


def purge_tokens(connection: Connection, before: int) -> bool:
    """Delete unused tokens that were created until a time; return whether there may be more."""
    return _run(connection, _TOKENS, before)


def purge_jobs(connection: Connection, before: int) -> bool:
    """Delete jobs that were given up until a time, and older deliveries; return whether there may be more."""
    return _run(connection, _JOBS, before) | _run(connection, _DELIVERIES, before)


def _run(connection: Connection, statement: Any, before: int) -> bool:
    return int(connection.execute(statement, {"before": before}).rowcount) == _MOST
