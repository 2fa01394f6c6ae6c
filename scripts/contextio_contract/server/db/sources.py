"""Sources: the mailboxes of accounts."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, insert, select, update

from contextio_contract.server.db.tables import accounts, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.engine import Connection, RowMapping

    from contextio_contract.server.db.selection import Selection

FIRST: Final = "0"
"""The label that stands for the first source of an account (rule src-label-zero-alias)."""
OPTIONS: Final = (
    *("callback_url", "status_callback_url", "sync_folders"),
    *("sync_flags", "sync_all_folders", "expunge_on_deleted_flag", "raw_file_list"),
)
"""The columns that an application may choose, named as the form fields."""
OK: Final = "OK"
_MAX_LABEL: Final = 200

_OF_ACCOUNT = sources.c.account_id == bindparam("account_id")
_IN_ORDER = select(sources).where(_OF_ACCOUNT).order_by(sources.c.sequence)
_FIRST = _IN_ORDER.limit(1)
_BY_LABEL = _IN_ORDER.where(sources.c.label == bindparam("label"))
_LABELS = select(sources.c.label).where(_OF_ACCOUNT)
_WITH_KEY = select(sources, accounts.c.consumer_key).join(accounts, accounts.c.id == sources.c.account_id)
_BY_SEQUENCE = _WITH_KEY.where(sources.c.sequence == bindparam("sequence"))
_ADD = insert(sources).returning(sources)
_UPDATE = update(sources).where(sources.c.sequence == bindparam("of_sequence"))
_REMOVE = delete(sources).where(sources.c.sequence == bindparam("of_sequence"))


def add(connection: Connection, account_id: str, email: str, columns: dict[str, Any]) -> RowMapping:
    """Attach a source to an account, under a new label made from the address and the server."""
    # A slash would need %2F in paths, which proxies like to decode.
    base = f"{email}::{columns['server']}".replace("/", "_")[:_MAX_LABEL]
    taken = set(connection.scalars(_LABELS, {"account_id": account_id}))
    candidates = chain([base], (f"{base}::{number}" for number in count(2)))
    label = next(label for label in candidates if label not in taken)
    row = {"account_id": account_id, "label": label, **columns}
    return connection.execute(_ADD, row).mappings().one()


def list_selected(connection: Connection, account_id: str, selection: Selection) -> Sequence[RowMapping]:
    """Return the selected sources of an account, oldest first."""
    return selection.execute(connection, _IN_ORDER, {"account_id": account_id}).mappings().all()


def get(connection: Connection, account_id: str, label: str) -> RowMapping | None:
    """Return a source of an account by its label, or the first one by the label `0`."""
    if label == FIRST:
        result = connection.execute(_FIRST, {"account_id": account_id})
    else:
        result = connection.execute(_BY_LABEL, {"account_id": account_id, "label": label})
    return result.mappings().one_or_none()


def get_with_consumer_key(connection: Connection, sequence: int) -> RowMapping | None:
    """Return a source, with the `consumer_key` of its account."""
    return connection.execute(_BY_SEQUENCE, {"sequence": sequence}).mappings().one_or_none()


def update_columns(connection: Connection, sequence: int, columns: dict[str, Any]) -> bool:
    """Set columns of a source; return whether the source exists."""
    if not columns:
        return True
    return connection.execute(_UPDATE, {"of_sequence": sequence, **columns}).rowcount == 1


def remove(connection: Connection, sequence: int) -> None:
    """Detach a source."""
    connection.execute(_REMOVE, {"of_sequence": sequence})
