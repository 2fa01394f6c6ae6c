"""Table definitions. A change of a table needs a new `VERSION`, and so does its end; a new one does not."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

VERSION: Final = 3
"""The version of the layout; a database with a later one is refused."""

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))


def _flags(*names: str) -> list[Column[Any]]:
    return [Column(name, Boolean, nullable=False, default=False) for name in names]


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, String, nullable=False, default="") for name in names]


def _counts(*names: str) -> list[Column[Any]]:
    return [Column(name, BigInteger, nullable=False, default=0) for name in names]


def _table(name: str, *columns: Column[Any] | UniqueConstraint) -> Table:
    # AUTOINCREMENT: SQLite would otherwise reuse a deleted last number, and the order would change.
    sequence = Column("sequence", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    return Table(name, metadata, sequence, *columns, sqlite_autoincrement=True)


accounts = _table(
    "accounts",
    Column("id", String, nullable=False, unique=True),
    Column("consumer_key", String, nullable=False, index=True),
    *_texts("username", "first_name", "last_name"),
    *_counts("created", "suspended", "password_expired"),
)

addresses = _table(
    "addresses",
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    *_texts("email"),
    Column("folded", String, nullable=False, index=True),
    UniqueConstraint("account_id", "folded"),
)

sources = _table(
    "sources",
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    *(Column(name, String, nullable=False) for name in ("label", "secret", "status")),
    Column("port", Integer, nullable=False),
    *(Column(name, String) for name in ("status_message", "callback_url", "status_callback_url")),
    *_texts("server", "username", "sync_folders"),
    *_flags("use_ssl", "sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list"),
    *_flags("synchronised"),
    *_counts("nb_messages", "nb_files"),
    UniqueConstraint("account_id", "label"),
)

tokens = _table(
    "tokens",
    Column("token", String, nullable=False, unique=True),
    Column("consumer_key", String, nullable=False, index=True),
    *_flags("of_account"),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), index=True),
    Column("source", ForeignKey("sources.sequence", ondelete="SET NULL")),
    *_texts("callback_url", "email", "first_name", "last_name", "source_sync_folders"),
    *_counts("created", "used"),
    *(Column(name, String) for name in ("source_callback_url", "status_callback_url")),
    *_flags("source_sync_flags", "source_sync_all_folders", "source_expunge_on_deleted_flag"),
    *_flags("source_raw_file_list"),
)

nonces = Table(
    "nonces",
    metadata,
    Column("timestamp", BigInteger, primary_key=True, autoincrement=False),
    Column("nonce", String, primary_key=True),
    Column("consumer_key", String, primary_key=True),
)

FIRST_LAYOUT: Final = frozenset(metadata.tables)
"""The tables of the first layout; a database with all of them is ours."""

ENDED: Final = Table("things", MetaData())
"""A table of the second layout that nothing reads any more."""
