"""Consumer keys with their secrets, and which key encrypted each secret."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0003"
down_revision: Final = "0002"

_SEQUENCE: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables; which key encrypted the passwords that are there is not known."""
    op.add_column("sources", sa.Column("vault_key", sa.String, nullable=False, server_default=""))
    op.create_index("ix_sources_vault_key", "sources", ["vault_key", "sequence"])
    op.create_table(
        "consumer_keys",
        sa.Column("sequence", _SEQUENCE, primary_key=True),
        sa.Column("key", sa.String, nullable=False, unique=True),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("revoked", sa.BigInteger),
        sa.Column("calls_per_hour", sa.Integer),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "consumer_secrets",
        sa.Column("sequence", _SEQUENCE, primary_key=True),
        sa.Column("consumer_key", sa.String, sa.ForeignKey("consumer_keys.key"), nullable=False, index=True),
        sa.Column("secret", sa.String, nullable=False),
        sa.Column("vault_key", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
