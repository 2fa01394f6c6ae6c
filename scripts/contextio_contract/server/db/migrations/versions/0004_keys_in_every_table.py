"""The consumer key in every table, and an index for every filter and purge."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0004"
down_revision: Final = "0003"

_INDEXES: Final = (
    ("ix_accounts_of_key", "accounts", ["consumer_key", "sequence"]),
    ("ix_addresses_of_account", "addresses", ["consumer_key", "account_sequence"]),
    ("ix_addresses_folded", "addresses", ["consumer_key", "folded", "account_sequence"]),
    ("ix_sources_of_account", "sources", ["consumer_key", "account_sequence"]),
    ("ix_sources_by_status", "sources", ["consumer_key", "status", "account_sequence"]),
    ("ix_sources_by_success", "sources", ["consumer_key", "is_ok", "account_sequence"]),
    ("ix_tokens_of_key", "tokens", ["consumer_key", "sequence"]),
    ("ix_tokens_of_account", "tokens", ["consumer_key", "account_id", "sequence"]),
    ("ix_tokens_source", "tokens", ["source"]),
)


def upgrade() -> None:
    """Copy key and position of an account to its rows elsewhere, and replace the indexes."""
    for table in ("addresses", "sources"):
        op.add_column(table, sa.Column("consumer_key", sa.String, nullable=False, server_default=""))
        op.add_column(table, sa.Column("account_sequence", sa.BigInteger, nullable=False, server_default="0"))
        for column, origin in (("consumer_key", "consumer_key"), ("account_sequence", "sequence")):
            value = f"(SELECT {origin} FROM accounts WHERE id = account_id)"  # noqa: S608 - constants
            op.execute(f"UPDATE {table} SET {column} = {value}")  # noqa: S608 - constants
    # SQLite adds no column that is stored, PostgreSQL 17 none that is not.
    is_ok = sa.Computed("status = 'OK'", persisted=op.get_bind().dialect.name == "postgresql")
    op.add_column("sources", sa.Column("is_ok", sa.Boolean, is_ok))
    for name, table in (
        ("ix_accounts_consumer_key", "accounts"),
        ("ix_addresses_folded", "addresses"),
        ("ix_tokens_consumer_key", "tokens"),
    ):
        op.drop_index(name, table)
    for name, table, columns in _INDEXES:
        op.create_index(name, table, columns)
    unused = sa.text("used = 0")
    op.create_index("ix_tokens_unused", "tokens", ["created"], sqlite_where=unused, postgresql_where=unused)
