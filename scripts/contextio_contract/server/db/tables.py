"""The tables. Change their layout only together with `VERSION`; a table that is added needs no more."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    JSON,
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

VERSION: Final = 2
"""Layout of the tables; a database of a later layout is refused."""

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False, default=False)


def _text(name: str) -> Column[Any]:
    return Column(name, String, nullable=False, default="")


def _count(name: str) -> Column[Any]:
    return Column(name, BigInteger, nullable=False, default=0)


def _sequence() -> Column[Any]:
    # AUTOINCREMENT: SQLite would otherwise hand out a deleted last number again, and the order would move.
    return Column("sequence", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


accounts = Table(
    "accounts",
    metadata,
    _sequence(),
    Column("id", String, nullable=False, unique=True),
    Column("consumer_key", String, nullable=False, index=True),
    _text("username"),
    _count("created"),
    _count("suspended"),
    _text("first_name"),
    _text("last_name"),
    _count("password_expired"),
    sqlite_autoincrement=True,
)

addresses = Table(
    "addresses",
    metadata,
    _sequence(),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    _text("email"),
    Column("folded", String, nullable=False, index=True),
    UniqueConstraint("account_id", "folded"),
    sqlite_autoincrement=True,
)

sources = Table(
    "sources",
    metadata,
    _sequence(),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("label", String, nullable=False),
    _text("server"),
    _text("username"),
    Column("port", Integer, nullable=False),
    _flag("use_ssl"),
    Column("secret", String, nullable=False),
    Column("status", String, nullable=False),
    Column("status_message", String),
    Column("callback_url", String),
    Column("status_callback_url", String),
    _flag("sync_flags"),
    _flag("sync_all_folders"),
    _flag("expunge_on_deleted_flag"),
    _flag("raw_file_list"),
    _text("sync_folders"),
    _flag("synchronised"),
    _count("nb_messages"),
    _count("nb_files"),
    UniqueConstraint("account_id", "label"),
    sqlite_autoincrement=True,
)

tokens = Table(
    "tokens",
    metadata,
    _sequence(),
    Column("token", String, nullable=False, unique=True),
    Column("consumer_key", String, nullable=False, index=True),
    _flag("of_account"),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), index=True),
    Column("source", ForeignKey("sources.sequence", ondelete="SET NULL")),
    _text("callback_url"),
    _text("email"),
    _text("first_name"),
    _text("last_name"),
    _count("created"),
    _count("used"),
    Column("source_callback_url", String),
    Column("status_callback_url", String),
    _flag("source_sync_flags"),
    _flag("source_sync_all_folders"),
    _flag("source_expunge_on_deleted_flag"),
    _flag("source_raw_file_list"),
    _text("source_sync_folders"),
    sqlite_autoincrement=True,
)

nonces = Table(
    "nonces",
    metadata,
    Column("timestamp", BigInteger, primary_key=True, autoincrement=False),
    Column("nonce", String, primary_key=True),
    Column("consumer_key", String, primary_key=True),
)

FIRST_LAYOUT: Final = frozenset(metadata.tables)
"""The tables of the first layout, by which a database is known as ours."""

things = Table(
    "things",
    metadata,
    _sequence(),
    Column("consumer_key", String, nullable=False),
    Column("collection", String, nullable=False),
    Column("name", String, nullable=False),
    _count("created"),
    _count("updated"),
    Column("fields", JSON, nullable=False),
    UniqueConstraint("consumer_key", "collection", "name"),
    sqlite_autoincrement=True,
)
"""Elements of collections that have no table of their own, and fields of elements that lack a column."""
