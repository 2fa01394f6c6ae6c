"""Table definitions; a change of them needs a migration in `migrations/versions`."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa

metadata = sa.MetaData()
_UNUSED: Final = sa.text("used = 0")


def _flags(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean, nullable=False, default=False) for name in names]


def _texts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=False, default="") for name in names]


def _counts(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.BigInteger, nullable=False, default=0) for name in names]


def _table(name: str, *columns: sa.Column[Any] | sa.UniqueConstraint | sa.Index) -> sa.Table:
    # AUTOINCREMENT: SQLite would otherwise reuse a deleted last number, and the order would change.
    sequence = sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)
    return sa.Table(name, metadata, sequence, *columns, sqlite_autoincrement=True)


accounts = _table(
    "accounts",
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("consumer_key", sa.String, nullable=False),
    *_texts("username", "first_name", "last_name"),
    *_counts("created", "suspended", "password_expired"),
    sa.Index("ix_accounts_of_key", "consumer_key", "sequence"),
)


def _of_account() -> list[sa.Column[Any]]:
    """Return columns with an account, which the row goes with, and its key and place in lists."""
    return [
        sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("consumer_key", sa.String, nullable=False),
        sa.Column("account_sequence", sa.BigInteger, nullable=False),
    ]


addresses = _table(
    "addresses",
    *_of_account(),
    *_texts("email"),
    sa.Column("folded", sa.String, nullable=False),
    sa.UniqueConstraint("account_id", "folded"),
    sa.Index("ix_addresses_of_account", "consumer_key", "account_sequence"),
    sa.Index("ix_addresses_folded", "consumer_key", "folded", "account_sequence"),
)

sources = _table(
    "sources",
    *_of_account(),
    *(sa.Column(name, sa.String, nullable=False) for name in ("label", "secret", "status")),
    sa.Column("is_ok", sa.Boolean, sa.Computed("status = 'OK'")),
    sa.Column("port", sa.Integer, nullable=False),
    *(sa.Column(name, sa.String) for name in ("status_message", "callback_url", "status_callback_url")),
    *_texts("server", "username", "sync_folders", "vault_key"),
    *_flags("use_ssl", "sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list"),
    *_flags("synchronised"),
    *_counts("nb_messages", "nb_files"),
    sa.UniqueConstraint("account_id", "label"),
    sa.Index("ix_sources_of_account", "consumer_key", "account_sequence"),
    sa.Index("ix_sources_by_status", "consumer_key", "status", "account_sequence"),
    sa.Index("ix_sources_by_success", "consumer_key", "is_ok", "account_sequence"),
)
sa.Index("ix_sources_vault_key", sources.c.vault_key, sources.c.sequence)

account_counts = sa.Table(
    "account_counts",
    metadata,
    sa.Column("consumer_key", sa.String, primary_key=True),
    sa.Column("size", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("block", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("accounts", sa.BigInteger, nullable=False),
)

account_documents = sa.Table(
    "account_documents",
    metadata,
    sa.Column(
        "sequence",
        sa.ForeignKey("accounts.sequence", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    *(sa.Column(name, sa.String) for name in ("edition", "content")),
)

tokens = _table(
    "tokens",
    sa.Column("token", sa.String, nullable=False, unique=True),
    sa.Column("consumer_key", sa.String, nullable=False),
    *_flags("of_account"),
    sa.Column("account_id", sa.ForeignKey("accounts.id", ondelete="CASCADE"), index=True),
    sa.Column("source", sa.ForeignKey("sources.sequence", ondelete="SET NULL"), index=True),
    *_texts("callback_url", "email", "first_name", "last_name", "source_sync_folders"),
    *_counts("created", "used"),
    *(sa.Column(name, sa.String) for name in ("source_callback_url", "status_callback_url")),
    *_flags("source_sync_flags", "source_sync_all_folders", "source_expunge_on_deleted_flag"),
    *_flags("source_raw_file_list"),
    sa.Index("ix_tokens_of_key", "consumer_key", "sequence"),
    sa.Index("ix_tokens_of_account", "consumer_key", "account_id", "sequence"),
    sa.Index("ix_tokens_unused", "created", sqlite_where=_UNUSED, postgresql_where=_UNUSED),
)

consumer_keys = _table(
    "consumer_keys",
    sa.Column("key", sa.String, nullable=False, unique=True),
    *_counts("created"),
    sa.Column("revoked", sa.BigInteger),
    sa.Column("calls_per_hour", sa.Integer),
)

consumer_secrets = _table(
    "consumer_secrets",
    sa.Column("consumer_key", sa.ForeignKey("consumer_keys.key"), nullable=False, index=True),
    *_texts("secret", "vault_key"),
)

nonces = sa.Table(
    "nonces",
    metadata,
    sa.Column("timestamp", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("nonce", sa.String, primary_key=True),
    sa.Column("consumer_key", sa.String, primary_key=True),
)


def _of_source(**settings: Any) -> sa.Column[Any]:
    """Return a column with a source, with which the row goes."""
    return sa.Column("source", sa.ForeignKey("sources.sequence", ondelete="CASCADE"), index=True, **settings)


jobs = _table(
    "jobs",
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("key", sa.String, nullable=False, unique=True),
    sa.Column("payload", sa.JSON, nullable=False),
    *(sa.Column(name, sa.String) for name in ("host", "consumer_key")),
    _of_source(),
    *_counts("enqueued_at", "run_at", "requests", "attempts"),
    sa.Column("lease_owner", sa.String),
    *(sa.Column(name, sa.BigInteger) for name in ("lease_until", "given_up_at")),
    *_texts("last_error"),
    sa.Index("ix_jobs_kind_run_at", "kind", "run_at"),
)

deliveries = _table(
    "deliveries",
    _of_source(nullable=False),
    *(sa.Column(name, sa.String, nullable=False) for name in ("event", "url")),
    sa.Column("body", sa.JSON(none_as_null=True)),
    *_counts("created", "tries"),
    *(sa.Column(name, sa.BigInteger) for name in ("status", "tried_at", "delivered_at")),
    *_texts("problem"),
    sa.Index("ix_deliveries_created", "created"),
)
