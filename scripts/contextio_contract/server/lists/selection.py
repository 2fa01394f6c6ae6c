"""List engine: the filters and pages that the description gives a list (`x-list`), as conditions in SQL."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import exists, false, func, not_

from contextio_contract.contract import Listing
from contextio_contract.server.db.selection import Selection
from contextio_contract.server.http.responses import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from contextio_contract.contract import Filter

_MAX_INTEGER: Final = 2**63 - 1


@dataclass(frozen=True)
class Field:
    """The column of a field that lists can be filtered by.

    Attributes:
        column: the column that holds the value.
        rows: the rows of another table that belong to an element, for a column there; else None.
        folded: the column that holds the value in small letters; None without one.
    """

    column: ColumnElement[Any]
    rows: ColumnElement[bool] | None = None
    folded: ColumnElement[str] | None = None


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
    narrowing: dict[str, list[ColumnElement[bool]]] = defaultdict(list)
    rows: dict[str, ColumnElement[bool]] = {}
    for name, criterion in listing.filters.items():
        if name not in query:
            continue
        field = fields.get(criterion.names[0]) if len(criterion.fields) == 1 else None
        condition = _condition(criterion, field, query[name]) if field else None
        narrows = criterion.narrows
        if field is None or condition is None or (narrows and criterion.field[:-1] != (narrows,)):
            sentence = f"this server cannot apply the filter {name}; leave it out"
            raise RefusedError(HTTPStatus.NOT_IMPLEMENTED, sentence)
        if field.rows is None:
            conditions.append(condition)
        elif narrows:
            narrowing[narrows].append(condition)
            rows[narrows] = field.rows
        else:
            conditions.append(exists().where(field.rows, condition))
    conditions += [exists().where(rows[name], *together) for name, together in narrowing.items()]
    window = listing.paging.window(query) if listing.paging else slice(0, None)
    limit = None if window.stop is None else window.stop - window.start
    return Selection(conditions, narrowing, limit, min(window.start, _MAX_INTEGER))


def _condition(criterion: Filter, field: Field, wanted: Any) -> ColumnElement[bool] | None:
    """Return the condition that a filter makes; None if it compares in a way that is not known here."""
    if criterion.match == "equal":
        return _equals(field.column, wanted)
    if criterion.match == "address":
        folded = func.lower(field.column) if field.folded is None else field.folded
        return folded == str(wanted).lower()
    if criterion.match == "is":
        equals = _equals(field.column, criterion.value)
        return equals if wanted == 1 else not_(equals)
    return None


def _equals(column: ColumnElement[Any], value: Any) -> ColumnElement[bool]:
    """Return the condition that a column holds a value, which is never NULL itself."""
    kind = column.type.python_type
    if isinstance(value, int) and kind in {bool, int}:
        # In forms and queries a flag is 0 or 1.
        fits = value in {0, 1} if kind is bool else abs(value) <= _MAX_INTEGER
        value = kind(value)
    else:
        fits = value is None or isinstance(value, kind)
    return column.is_not_distinct_from(value) if fits else false()
