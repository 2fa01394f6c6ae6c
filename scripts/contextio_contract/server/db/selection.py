"""Which rows a list shows: conditions, and a page of what meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, bindparam

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause, Select
    from sqlalchemy.engine import Connection, CursorResult

Conditions = Sequence["ColumnElement[bool]"]

_NO_LIMIT: Final = 2**63 - 1


@dataclass(frozen=True)
class Related:
    """Rows of another table, one of which must belong to an element.

    Attributes:
        rows: an alias of the table.
        conditions: conditions on its columns.
    """

    rows: FromClause
    conditions: Conditions


@dataclass(frozen=True)
class Selection:
    """The rows that a list shows.

    Attributes:
        conditions: conditions on the rows.
        related: rows of other tables that must be there; the first are those that the fewest elements have.
        narrowing: conditions on the rows of embedded lists that show with them, by the field of the list.
        limit: how many rows to show at most; None for all.
        offset: how many rows to leave out at the start.
    """

    conditions: Conditions = ()
    related: Sequence[Related] = ()
    narrowing: Mapping[str, Conditions] = field(default_factory=dict)
    limit: int | None = None
    offset: int = 0

    def execute(
        self, connection: Connection, statement: Select[Any], parameters: Mapping[str, Any]
    ) -> CursorResult[Any]:
        """Return the rows among those of a statement with these parameters."""
        statement = _paged(statement).where(*self.conditions) if self.conditions else _paged(statement)
        return connection.execute(statement, {**parameters, **self.window})

    @property
    def is_everything(self) -> bool:
        """Whether all rows meet the conditions."""
        return not self.conditions and not self.related

    @property
    def window(self) -> dict[str, int]:
        """The parameters of a statement that is paged."""
        return {"limit": _NO_LIMIT if self.limit is None else self.limit, "offset": self.offset}


def paged(statement: Select[Any], *, is_literal: bool = True) -> Select[Any]:
    """Return a statement with the parameters `limit` and `offset`."""
    # Written into the statement: PostgreSQL would otherwise plan for a tenth of all rows.
    limit, offset = (
        bindparam(name, type_=BigInteger, literal_execute=is_literal) for name in ("limit", "offset")
    )
    return statement.limit(limit).offset(offset)


_paged = lru_cache(maxsize=32)(paged)  # for statements that are there once and for all
