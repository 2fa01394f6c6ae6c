"""Used nonces: those of all requests that wait are kept in one transaction."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING, Final, TypeAlias

from sqlalchemy import bindparam, delete, text

from contextio_contract.server.db.tables import nonces

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sqlalchemy.engine import Connection

    from contextio_contract.server.db.database import Database

Nonce: TypeAlias = tuple[str, int, str]
"""Consumer key, timestamp in seconds since 1970-01-01 UTC, and nonce, as a request has them."""

_Batch: TypeAlias = "list[tuple[Nonce, asyncio.Future[bool]]]"

_ONE_ON_SQLITE: Final = "INSERT OR IGNORE INTO nonces (consumer_key, timestamp, nonce) VALUES (?, ?, ?)"
_ALL_ON_SQLITE: Final = (
    "INSERT OR IGNORE INTO nonces (consumer_key, timestamp, nonce)"
    " SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]')"
    " FROM json_each(?)"
)
_ON_POSTGRESQL: Final = text(
    "INSERT INTO nonces (consumer_key, timestamp, nonce)"
    " SELECT * FROM unnest(CAST(:keys AS text[]), CAST(:timestamps AS bigint[]), CAST(:values AS text[]))"
    " ON CONFLICT DO NOTHING RETURNING consumer_key, timestamp, nonce"
)
_PURGE: Final = delete(nonces).where(nonces.c.timestamp < bindparam("oldest"))


def keep(database: Database, used: Sequence[Nonce]) -> list[bool]:
    """Keep nonces; return of each whether it is new. Of equal ones, one is.

    Raises:
        UnavailableError: if the database cannot be used now.
    """
    if database.is_sqlite:
        with database.write_directly() as driver:
            return _keep_on_sqlite(driver, used)
    with database.run_alone() as connection:
        return _keep_on_postgresql(connection, used)


def _keep_on_sqlite(driver: sqlite3.Connection, used: Sequence[Nonce]) -> list[bool]:
    # One statement for all: after each, this thread waits until others let it run again.
    driver.execute("SAVEPOINT batch")
    if driver.execute(_ALL_ON_SQLITE, (json.dumps(used),)).rowcount == len(used):
        return [True] * len(used)
    driver.execute("ROLLBACK TO batch")
    return [driver.execute(_ONE_ON_SQLITE, nonce).rowcount == 1 for nonce in used]


def _keep_on_postgresql(connection: Connection, used: Sequence[Nonce]) -> list[bool]:
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
        self._batches: SimpleQueue[tuple[_Batch, asyncio.AbstractEventLoop] | None] = SimpleQueue()
        self._waiting: _Batch = []
        self._is_writing = False
        threading.Thread(target=self._run, name="nonces", daemon=True).start()

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
            loop.call_soon(self._hand_over, loop)  # together with the requests that came with this one
        return await future

    def close(self) -> None:
        """Let the thread end."""
        self._batches.put(None)

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        self._batches.put((self._waiting, loop))
        self._waiting = []

    def _run(self) -> None:
        while handed_over := self._batches.get():
            batch, loop = handed_over
            result: list[bool] | Exception
            try:
                result = keep(self._database, [nonce for nonce, _ in batch])
            except Exception as error:  # noqa: BLE001 - the requests raise it
                result = error
            with suppress(RuntimeError):  # the loop is closed, and nobody waits any more
                loop.call_soon_threadsafe(self._settle, batch, result, loop)

    def _settle(self, batch: _Batch, result: list[bool] | Exception, loop: asyncio.AbstractEventLoop) -> None:
        """Give the requests of a batch what came of it, and begin with those that wait by now."""
        for number, (_, future) in enumerate(batch):
            if future.done():  # the request was cancelled
                continue
            if isinstance(result, Exception):
                future.set_exception(result)
            else:
                future.set_result(result[number])
        self._is_writing = bool(self._waiting)
        if self._is_writing:
            self._hand_over(loop)
