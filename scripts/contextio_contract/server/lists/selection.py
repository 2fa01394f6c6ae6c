"""List engine: the filters and pages that the description gives a list (`x-list`), as conditions in SQL."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import false, func, not_

from contextio_contract.contract import Listing
from contextio_contract.server.db.selection import Related, Selection
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, FromClause, Table

    from contextio_contract.contract import Filter

_MATCHES: Final = frozenset({"equal", "address", "is"})
"""The ways to compare that are known here."""
_MAX_INTEGER: Final = 2**63 - 1


@dataclass(frozen=True)
class Field:
    """The column of a field that lists can be filtered by.

    Attributes:
        table: the table with the column.
        column: the column that holds the value.
        is_related: whether rows of the table belong to an element, rather than being the elements.
        folded: the column that holds the value in small letters; None without one.
        flags: the columns that hold whether the value is a certain one, by that value.
    """

    table: Table
    column: str
    is_related: bool = False
    folded: str | None = None
    flags: Mapping[Any, str] = field(default_factory=dict)


def select_elements(
    listing: Listing | None, query: Mapping[str, Any], fields: Mapping[str, Field]
) -> Selection:
    """Return what a query selects of a list.

    Args:
        listing: what the description says about the list; None if it says nothing.
        query: the validated query.
        fields: the columns, by the path of the field in the description, such as `sources.status`.

    Raises:
        RefusedError: 501 for a filter that these columns cannot express.
    """
    listing = listing or Listing()
    conditions: list[ColumnElement[bool]] = []
    related: list[Related] = []
    narrowing: dict[str, list[ColumnElement[bool]]] = defaultdict(list)
    narrowed: dict[str, tuple[FromClause, list[ColumnElement[bool]]]] = {}
    for name, criterion in listing.filters.items():
        if name not in query:
            continue
        filtered = fields.get(criterion.names[0]) if len(criterion.fields) == 1 else None
        narrows = criterion.narrows
        is_known = filtered is not None and criterion.match in _MATCHES
        if filtered is None or not is_known or (narrows and criterion.field[:-1] != (narrows,)):
            sentence = f"this server cannot apply the filter {name}; leave it out"
            raise RefusedError(HTTPStatus.NOT_IMPLEMENTED, sentence)
        if not filtered.is_related:
            conditions.append(_condition(criterion, filtered, filtered.table, query[name]))
            continue
        rows, together = (narrows and narrowed.get(narrows)) or (filtered.table.alias(), [])
        together.append(_condition(criterion, filtered, rows, query[name]))
        if narrows:
            narrowing[narrows].append(_condition(criterion, filtered, filtered.table, query[name]))
            narrowed[narrows] = rows, together
        else:
            related.append(Related(rows, together))
    related += [Related(rows, together) for rows, together in narrowed.values()]
    limit, offset = _window(listing, query)
    return Selection(conditions, related, narrowing, limit, offset)


def select_window(listing: Listing | None, query: Mapping[str, Any]) -> dict[str, int]:
    """Return the window that a query selects of a list, as parameters of a statement that is paged."""
    limit, offset = _window(listing or Listing(), query)
    return Selection(limit=limit, offset=offset).window


def _window(listing: Listing, query: Mapping[str, Any]) -> tuple[int | None, int]:
    window = listing.paging.window(query) if listing.paging else slice(0, None)
    limit = None if window.stop is None else window.stop - window.start
    return limit, min(window.start, _MAX_INTEGER)


def _condition(criterion: Filter, filtered: Field, rows: FromClause, wanted: Any) -> ColumnElement[bool]:
    """Return the condition that a filter makes on rows of the table of its field."""
    column: ColumnElement[Any] = rows.c[filtered.column]
    if criterion.match == "address":
        folded = rows.c[filtered.folded] if filtered.folded else func.lower(column)
        return folded == str(wanted).lower()
    if criterion.match == "equal":
        return _equals(column, wanted)
    if criterion.value in filtered.flags:
        return _equals(rows.c[filtered.flags[criterion.value]], wanted == 1)
    equals = _equals(column, criterion.value)
    return equals if wanted == 1 else not_(func.coalesce(equals, false()))


def _equals(column: ColumnElement[Any], value: Any) -> ColumnElement[bool]:
    """Return the condition that a column holds a value; it may be NULL where the column is."""
    kind = column.type.python_type
    if isinstance(value, int) and kind in {bool, int}:
        # In forms and queries a flag is 0 or 1.
        fits = value in {0, 1} if kind is bool else abs(value) <= _MAX_INTEGER
        value = kind(value)
    else:
        fits = value is None or isinstance(value, kind)
    return column == value if fits else false()
