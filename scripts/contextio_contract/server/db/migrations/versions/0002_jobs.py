"""Jobs and deliveries, with jobs for the first synchronisations that are not over."""

from __future__ import annotations

import time
from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0002"
down_revision: Final = "0001"

_SEQUENCE: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_ENQUEUE: Final = """
    INSERT INTO jobs (kind, key, payload, host, consumer_key, source, enqueued_at, run_at, requests, attempts,
                      last_error)
    SELECT 'synchronise', 'synchronise ' || CAST(sources.sequence AS VARCHAR), '{}', lower(sources.server),
           accounts.consumer_key, sources.sequence, :now, :now, 1, 0, ''
    FROM sources JOIN accounts ON accounts.id = sources.account_id WHERE NOT sources.synchronised
"""


def upgrade() -> None:
    """Create the tables, and enqueue what earlier versions kept in memory."""
    _create(
        "jobs",
        *_columns(sa.String, "kind", "key", "last_error"),
        sa.Column("payload", sa.JSON, nullable=False),
        *_columns(sa.String, "host", "consumer_key", "lease_owner", nullable=True),
        _of_source(nullable=True),
        *_columns(sa.BigInteger, "enqueued_at", "run_at", "requests", "attempts"),
        *_columns(sa.BigInteger, "lease_until", "given_up_at", nullable=True),
        sa.UniqueConstraint("key"),
    )
    op.create_index("ix_jobs_kind_run_at", "jobs", ["kind", "run_at"])
    _create(
        "deliveries",
        _of_source(nullable=False),
        *_columns(sa.String, "event", "url", "problem"),
        sa.Column("body", sa.JSON),
        *_columns(sa.BigInteger, "created", "tries"),
        *_columns(sa.BigInteger, "status", "tried_at", "delivered_at", nullable=True),
    )
    op.get_bind().execute(sa.text(_ENQUEUE), {"now": int(time.time())})


def _of_source(*, nullable: bool) -> sa.Column[Any]:
    reference = sa.ForeignKey("sources.sequence", ondelete="CASCADE")
    return sa.Column("source", _SEQUENCE, reference, index=True, nullable=nullable)


def _create(name: str, *columns: sa.Column[Any] | sa.UniqueConstraint) -> None:
    op.create_table(
        name, sa.Column("sequence", _SEQUENCE, primary_key=True), *columns, sqlite_autoincrement=True
    )


def _columns(kind: type[Any], *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]
