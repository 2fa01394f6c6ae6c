"""Sources: the mailboxes of accounts."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, select

from contextio_contract.server.db.tables import sources
from contextio_contract.server.db.tenancy import KEY, delete_own, of_account, select_own, update_own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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

_IN_ORDER = select_own(sources).where(of_account(sources)).order_by(sources.c.sequence)
_FIRST = _IN_ORDER.limit(1)
_BY_LABEL = _IN_ORDER.where(sources.c.label == bindparam("label"))
_LABELS = select_own(sources, sources.c.label).where(of_account(sources))
_BY_SEQUENCE = select(sources).where(sources.c.sequence == bindparam("sequence"))
_ADD = insert(sources).returning(sources)
_OF_SEQUENCE = sources.c.sequence == bindparam("of_sequence")
_UPDATE = update_own(sources).where(_OF_SEQUENCE)
_REMOVE = delete_own(sources).where(_OF_SEQUENCE)


def add(
    connection: Connection, owner: Mapping[str, Any], email: str, columns: Mapping[str, Any]
) -> RowMapping:
    """Attach a source to an account that is locked, under a new label made from the address and the server.

    The columns `account_id`, `consumer_key` and `account_sequence` are those of the owner.
    """
    # A slash would need %2F in paths, which proxies like to decode.
    base = f"{email}::{columns['server']}".replace("/", "_")[:_MAX_LABEL]
    values = {KEY: owner["consumer_key"], "account_id": owner["account_id"]}
    taken = set(connection.scalars(_LABELS, values))
    candidates = chain([base], (f"{base}::{number}" for number in count(2)))
    label = next(label for label in candidates if label not in taken)
    return connection.execute(_ADD, {**columns, **owner, "label": label}).mappings().one()


def list_selected(
    connection: Connection, consumer_key: str, account_id: str, selection: Selection
) -> Sequence[RowMapping]:
    """Return the selected sources of an account, oldest first."""
    values = {KEY: consumer_key, "account_id": account_id}
    return selection.execute(connection, _IN_ORDER, values).mappings().all()


def get(connection: Connection, consumer_key: str, account_id: str, label: str) -> RowMapping | None:
    """Return a source of an account by its label, or the first one by the label `0`."""
    values = {KEY: consumer_key, "account_id": account_id}
    if label == FIRST:
        result = connection.execute(_FIRST, values)
    else:
        result = connection.execute(_BY_LABEL, {**values, "label": label})
    return result.mappings().one_or_none()


def get_by_sequence(connection: Connection, sequence: int) -> RowMapping | None:
    """Return a source whatever consumer key it belongs to, for work that goes on without a call."""
    return connection.execute(_BY_SEQUENCE, {"sequence": sequence}).mappings().one_or_none()


def update_columns(connection: Connection, consumer_key: str, sequence: int, columns: dict[str, Any]) -> bool:
    """Set columns of a source; return whether the source exists."""
    if not columns:
        return True
    values = {KEY: consumer_key, "of_sequence": sequence, **columns}
    return connection.execute(_UPDATE, values).rowcount == 1


def remove(connection: Connection, consumer_key: str, sequence: int) -> None:
    """Detach a source."""
    connection.execute(_REMOVE, {KEY: consumer_key, "of_sequence": sequence})
