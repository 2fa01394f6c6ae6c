"""Used nonces: those of all requests that wait are kept in one transaction."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from sqlalchemy import bindparam, delete, text

from contextio_contract.server.db.tables import nonces

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from concurrent.futures import Future

    from sqlalchemy.engine import Connection

    from contextio_contract.server.db.database import Database

Nonce: TypeAlias = tuple[str, int, str]
"""Consumer key, timestamp in seconds since 1970-01-01 UTC, and nonce, as a request has them."""

_ON_SQLITE: Final = "INSERT OR IGNORE INTO nonces (consumer_key, timestamp, nonce) VALUES (?, ?, ?)"
_ON_POSTGRESQL: Final = text(
    "INSERT INTO nonces (consumer_key, timestamp, nonce)"
    " SELECT * FROM unnest(CAST(:keys AS text[]), CAST(:timestamps AS bigint[]), CAST(:values AS text[]))"
    " ON CONFLICT DO NOTHING RETURNING consumer_key, timestamp, nonce"
)
_PURGE: Final = delete(nonces).where(nonces.c.timestamp < bindparam("oldest"))


def keep(connection: Connection, used: Sequence[Nonce]) -> list[bool]:
    """Keep nonces; return of each whether it is new. Of equal ones, one is."""
    if connection.dialect.name == "sqlite":
        # Through the driver: SQLAlchemy takes ten times as long, and this is done for every request.
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        return [driver.execute(_ON_SQLITE, nonce).rowcount == 1 for nonce in used]
    keys, timestamps, values = zip(*sorted(set(used)), strict=True)  # in one order, or two could deadlock
    columns = {"keys": [*keys], "timestamps": [*timestamps], "values": [*values]}
    added = {tuple(row) for row in connection.execute(_ON_POSTGRESQL, columns)}
    are_new = []
    for nonce in used:
        are_new.append(nonce in added)
        added.discard(nonce)
    return are_new


def purge(connection: Connection, oldest: int) -> None:
    """Delete the nonces with timestamps before a time, in seconds since 1970-01-01 UTC."""
    connection.execute(_PURGE, {"oldest": oldest})


class NonceWriter:
    """Keeps the nonces of requests in a thread of its own: those that come during a commit in the next."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread = ThreadPoolExecutor(1, "nonces")
        self._waiting: list[tuple[Nonce, asyncio.Future[bool]]] = []
        self._is_writing = False

    async def keep(self, nonce: Nonce) -> bool:
        """Keep a nonce, on the disk once this returns; return False if it was used before.

        Raises:
            UnavailableError: if the database cannot be used now.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[bool] = loop.create_future()
        self._waiting.append((nonce, future))
        if not self._is_writing:
            self._is_writing = True
            loop.call_soon(self._write_next)  # together with the requests that were received with this one
        return await future

    def close(self) -> None:
        """Let the thread end."""
        self._thread.shutdown()

    def _write_next(self) -> None:
        batch, self._waiting = self._waiting, []
        futures, loop = [future for _, future in batch], asyncio.get_running_loop()

        def hand_over(written: Future[list[bool]]) -> None:
            with suppress(RuntimeError):  # the loop is closed, and nobody waits any more
                loop.call_soon_threadsafe(self._settle, futures, written)

        self._thread.submit(self._write, [nonce for nonce, _ in batch]).add_done_callback(hand_over)

    def _write(self, used: list[Nonce]) -> list[bool]:
        with self._database.transaction() as connection:
            return keep(connection, used)

    def _settle(self, futures: list[asyncio.Future[bool]], written: Future[list[bool]]) -> None:
        """Give the requests of a batch what came of it, and begin with those that wait by now."""
        error = written.exception()
        for number, future in enumerate(futures):
            if future.done():  # the request was cancelled
                continue
            if error:
                future.set_exception(error)
            else:
                future.set_result(written.result()[number])
        self._is_writing = bool(self._waiting)
        if self._is_writing:
            self._write_next()
