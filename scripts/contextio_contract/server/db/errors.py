"""What keeps a database from being used for a while, in words for the log."""

from __future__ import annotations

from typing import Final

from sqlalchemy import exc

_SQLITE: Final = {
    "SQLITE_BUSY": "another program has locked the file",
    "SQLITE_CANTOPEN": "the file cannot be opened",
    "SQLITE_CORRUPT": "the file is damaged; put a backup in its place",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "the disk cannot be read or written",
    "SQLITE_LOCKED": "another program has locked the file",
    "SQLITE_NOTADB": "the file is damaged; put a backup in its place",
    "SQLITE_READONLY": "the file may not be written",
}
"""By the name of the error without what extends it, as in SQLITE_IOERR_WRITE."""
_POSTGRESQL: Final = {
    "53100": "the disk of the server is full",
    "53": "the server has no resources left",
    "08": "the server cannot be reached",
    "25006": "the server takes no writes",
    "40": "another transaction was in the way",
    "55P03": "another transaction was in the way",
    "57014": "a statement took too long",
    "57": "the server is stopping or starting",
    "58": "the disk of the server cannot be read or written",
    "XX001": "the data are damaged; restore a backup",
    "XX002": "an index is damaged; run: reindexdb",
}
"""By code of the error, or by its class, which are the first two characters."""


class UnavailableError(Exception):
    """The database cannot be used now, whatever the call is; what was begun is undone."""


def find_reason(error: exc.SQLAlchemyError) -> str | None:
    """Return why a database cannot be used; None if the error says something else."""
    if isinstance(error, exc.TimeoutError):
        return "all connections are in use"
    origin = getattr(error, "orig", None)
    name = getattr(origin, "sqlite_errorname", None)
    if name is not None:
        return _SQLITE.get("_".join(name.split("_")[:2]))
    if origin is not None and hasattr(origin, "sqlstate"):
        code: str | None = origin.sqlstate
        if code is None:  # no answer of the server
            is_lost = isinstance(error, exc.OperationalError)
            return "the server cannot be reached" if is_lost else None
        return _POSTGRESQL.get(code) or _POSTGRESQL.get(code[:2])
    return None
