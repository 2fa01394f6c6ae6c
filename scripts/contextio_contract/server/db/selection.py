"""Which rows a list shows: conditions, and a page of what meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select

Conditions = Sequence["ColumnElement[bool]"]


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

    def apply(self, statement: Select[Any]) -> Select[Any]:
        """Return a statement for the rows among those of a statement."""
        return statement.where(*self.conditions).limit(self.limit).offset(self.offset)
