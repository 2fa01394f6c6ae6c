"""Which rows a list shows: conditions, and a page of what meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, bindparam

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.engine import Connection, CursorResult

Conditions = Sequence["ColumnElement[bool]"]

_NO_LIMIT: Final = 2**63 - 1


@dataclass(frozen=True)
class Selection:
    """The rows that a list shows.

    Attributes:
        conditions: conditions on the rows.
        narrowing: conditions on the rows of embedded lists that show with them, by the field of the list.
        limit: how many rows to show at most; None for all.
        offset: how many rows to leave out at the start.
    """

    conditions: Conditions = ()
    narrowing: Mapping[str, Conditions] = field(default_factory=dict)
    limit: int | None = None
    offset: int = 0

    def execute(
        self, connection: Connection, statement: Select[Any], parameters: Mapping[str, Any]
    ) -> CursorResult[Any]:
        """Return the rows among those of a statement with these parameters."""
        statement = _paged(statement).where(*self.conditions) if self.conditions else _paged(statement)
        limit = _NO_LIMIT if self.limit is None else self.limit
        return connection.execute(statement, {**parameters, "limit": limit, "offset": self.offset})


@lru_cache(maxsize=32)
def _paged(statement: Select[Any]) -> Select[Any]:
    """Return a statement with the parameters `limit` and `offset`; kept, since to build it takes its time."""
    return statement.limit(bindparam("limit", type_=BigInteger)).offset(bindparam("offset", type_=BigInteger))
