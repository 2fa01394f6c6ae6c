"""Queries that many calls ask, by the shortest way to the database."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Select

    from contextio_contract.server.db.database import Database


class Query:
    """A query that is compiled once for SQLite, and then asked through the driver.

    SQLAlchemy takes several times as long to ask as SQLite takes to answer. Values arrive as SQLite has them:
    such a query has no columns of types that SQLAlchemy converts.
    """

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement

    def fetch(self, database: Database, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """Return the rows, with values for the parameters.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        if database.is_sqlite:
            text, names, own = self._compiled
            return database.fetch(text, [values[name] if name in values else own[name] for name in names])
        with database.run_alone() as connection:
            return connection.execute(self._statement, values).all()

    @cached_property
    def _compiled(self) -> tuple[str, Sequence[str], Mapping[str, Any]]:
        """The query in SQL, its parameters in their order, and the values that some have already."""
        compiled = self._statement.compile(dialect=sqlite.dialect())
        return str(compiled), compiled.positiontup or (), compiled.params
