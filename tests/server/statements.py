"""Statements that SQLite carries out."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_TENANTS = re.compile(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+(?:accounts|addresses|sources|tokens)\b")
"""What a statement has that reads or changes rows of consumer keys."""


class Statements:
    """The statements on rows of consumer keys that SQLite carries out, with their values."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def listen(self, connection: Any, _record: object) -> None:
        connection.set_trace_callback(self._note)

    def _note(self, statement: str) -> None:
        if _OF_TENANTS.search(statement) and not statement.startswith("--"):  # as triggers are noted
            self.seen.append(statement)


@contextmanager
def tracing() -> Iterator[Statements]:
    """Note the statements of databases that are opened from now on."""
    statements = Statements()
    event.listen(Engine, "connect", statements.listen)
    try:
        yield statements
    finally:
        event.remove(Engine, "connect", statements.listen)
