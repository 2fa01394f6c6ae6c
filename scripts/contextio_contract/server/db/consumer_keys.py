"""Consumer keys, and their secrets, of which two are live while a key is rotated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, func, insert, select, update

from contextio_contract.server.db.tables import consumer_keys, consumer_secrets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.engine import Connection, RowMapping

_OF_KEY = consumer_secrets.c.consumer_key == bindparam("of_key")
_SECRETS = select(consumer_secrets.c.secret).where(_OF_KEY).order_by(consumer_secrets.c.sequence.desc())
_COUNT = (
    select(func.count())
    .where(consumer_secrets.c.consumer_key == consumer_keys.c.key)
    .scalar_subquery()
    .label("secrets")
)
_IN_ORDER: Final = select(consumer_keys, _COUNT).order_by(consumer_keys.c.sequence)
_BY_KEY: Final = _IN_ORDER.where(consumer_keys.c.key == bindparam("of_key"))
_LIVE: Final = (
    select(
        consumer_keys.c.key,
        consumer_keys.c.revoked,
        consumer_keys.c.calls_per_hour,
        consumer_secrets.c.secret,
    )
    .select_from(consumer_keys)
    .join(consumer_secrets, isouter=True)
    .order_by(consumer_secrets.c.sequence.desc())
)
_REVOKE: Final = update(consumer_keys).where(consumer_keys.c.key == bindparam("of_key"))
_DROP: Final = delete(consumer_secrets).where(_OF_KEY)


def add(
    connection: Connection,
    key: str,
    encrypted: Mapping[str, str],
    now: int,
    calls_per_hour: int | None = None,
) -> None:
    """Add a key with its first secret, encrypted by `Vault.encrypt_columns`."""
    row = {"key": key, "created": now, "calls_per_hour": calls_per_hour}
    connection.execute(insert(consumer_keys), row)
    add_secret(connection, key, encrypted)


def get(connection: Connection, key: str) -> RowMapping | None:
    """Return a key, with the number of its `secrets`, of which a revoked one has none."""
    return connection.execute(_BY_KEY, {"of_key": key}).mappings().one_or_none()


def list_all(connection: Connection) -> Sequence[RowMapping]:
    """Return all keys, oldest first, each with the number of its `secrets`."""
    return connection.execute(_IN_ORDER).mappings().all()


def list_live(connection: Connection) -> Sequence[RowMapping]:
    """Return all secrets, newest first, each with the columns of its key; None for a key without any."""
    return connection.execute(_LIVE).mappings().all()


def list_secrets(connection: Connection, key: str) -> Sequence[str]:
    """Return the encrypted secrets of a key, newest first."""
    return connection.scalars(_SECRETS, {"of_key": key}).all()


def add_secret(connection: Connection, key: str, encrypted: Mapping[str, str]) -> None:
    """Add a secret to a key, beside those that it has."""
    connection.execute(insert(consumer_secrets), {"consumer_key": key, **encrypted})


def drop_older_secrets(connection: Connection, key: str) -> None:
    """Remove all secrets of a key but the newest."""
    newest = select(func.max(consumer_secrets.c.sequence)).where(_OF_KEY).scalar_subquery()
    connection.execute(_DROP.where(consumer_secrets.c.sequence != newest), {"of_key": key})


def revoke(connection: Connection, key: str, now: int) -> None:
    """Revoke a key, and remove its secrets; what it has stored stays."""
    connection.execute(_REVOKE.values(revoked=now), {"of_key": key})
    connection.execute(_DROP, {"of_key": key})
