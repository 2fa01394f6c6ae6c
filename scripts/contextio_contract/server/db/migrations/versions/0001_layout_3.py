"""Layout 3, the last one that was numbered in a table of its own."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None

_SEQUENCE: Final = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create the tables; a database that has the number of its layout has them."""
    if sa.inspect(op.get_bind()).has_table("schema_version"):
        op.drop_table("schema_version")
        op.execute("DROP TABLE IF EXISTS things")  # all that layout 2 had beside them
        return
    _create(
        "accounts",
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("consumer_key", sa.String, nullable=False, index=True),
        *_columns(sa.String, "username", "first_name", "last_name"),
        *_columns(sa.BigInteger, "created", "suspended", "password_expired"),
    )
    _create(
        "addresses",
        sa.Column("account_id", sa.String, sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("email", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False, index=True),
        sa.UniqueConstraint("account_id", "folded"),
    )
    _create(
        "sources",
        sa.Column("account_id", sa.String, sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        *_columns(sa.String, "label", "secret", "status"),
        sa.Column("port", sa.Integer, nullable=False),
        *_columns(sa.String, "status_message", "callback_url", "status_callback_url", nullable=True),
        *_columns(sa.String, "server", "username", "sync_folders"),
        *_columns(sa.Boolean, "use_ssl", "sync_flags", "sync_all_folders", "expunge_on_deleted_flag"),
        *_columns(sa.Boolean, "raw_file_list", "synchronised"),
        *_columns(sa.BigInteger, "nb_messages", "nb_files"),
        sa.UniqueConstraint("account_id", "label"),
    )
    _create(
        "tokens",
        sa.Column("token", sa.String, nullable=False, unique=True),
        sa.Column("consumer_key", sa.String, nullable=False, index=True),
        sa.Column("of_account", sa.Boolean, nullable=False),
        sa.Column("account_id", sa.String, sa.ForeignKey("accounts.id", ondelete="CASCADE"), index=True),
        sa.Column("source", _SEQUENCE, sa.ForeignKey("sources.sequence", ondelete="SET NULL")),
        *_columns(sa.String, "callback_url", "email", "first_name", "last_name", "source_sync_folders"),
        *_columns(sa.BigInteger, "created", "used"),
        *_columns(sa.String, "source_callback_url", "status_callback_url", nullable=True),
        *_columns(sa.Boolean, "source_sync_flags", "source_sync_all_folders"),
        *_columns(sa.Boolean, "source_expunge_on_deleted_flag", "source_raw_file_list"),
    )
    op.create_table(
        "nonces",
        sa.Column("timestamp", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("nonce", sa.String, primary_key=True),
        sa.Column("consumer_key", sa.String, primary_key=True),
    )


def _create(name: str, *columns: sa.Column[Any] | sa.UniqueConstraint) -> None:
    # AUTOINCREMENT: SQLite would otherwise reuse a deleted last number, and the order would change.
    op.create_table(
        name, sa.Column("sequence", _SEQUENCE, primary_key=True), *columns, sqlite_autoincrement=True
    )


def _columns(kind: type[Any], *names: str, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]
