"""Where a page of accounts begins, by how many there are in blocks of sequence numbers.

There are large blocks and small ones, so that few numbers are added up. Triggers of the database keep these
numbers. Without them, a database counts as many accounts as an offset says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, bindparam, cast, func, select

from contextio_contract.server.db.query import Query
from contextio_contract.server.db.tables import account_counts as counts
from contextio_contract.server.db.tenancy import KEY, select_own

if TYPE_CHECKING:
    from contextio_contract.server.db.database import Database

BLOCK: Final = 1_000
"""Sequence numbers in a small block; the triggers have both numbers as well."""
_LARGE: Final = 50_000
_NO_END: Final = 2**62

_SUM: Final = func.sum(counts.c.accounts).over(order_by=counts.c.block)
_BEFORE: Final = cast(_SUM - counts.c.accounts, BigInteger).label("before")
_BLOCKS: Final = (
    select_own(counts, counts.c.block, _BEFORE)
    .where(
        counts.c.size == bindparam("size"),
        counts.c.block >= bindparam("first"),
        counts.c.block < bindparam("end"),
    )
    .subquery()
)
_LAST: Final = Query(
    select(_BLOCKS.c.block, _BLOCKS.c.before)
    .where(_BLOCKS.c.before <= bindparam("offset"))
    .order_by(_BLOCKS.c.block.desc())
    .limit(1)
)


def find_start(database: Database, consumer_key: str, offset: int) -> tuple[int, int]:
    """Return from which sequence number on accounts are to be looked at, and how many of them left out.

    Args:
        database: the database.
        consumer_key: whose accounts.
        offset: how many of all accounts are to be left out.
    """
    first, end = 0, _NO_END
    for size in (_LARGE, BLOCK):
        values = {"size": size, "first": first // size, "end": end // size, "offset": offset}
        rows = _LAST.fetch(database, {KEY: consumer_key, **values})
        block, before = rows[0] if rows else (0, 0)
        first, end, offset = block * size, (block + 1) * size, offset - before
    return first, offset
