"""A bare ASGI program that does what is documented for a request, and nothing else.

    python -m tests.bench.bare_program PORT DATABASE ID

It verifies the signature, keeps the nonce durably, with one commit for all requests that wait, and sends an
account as stored JSON: the one with the id, or as many as `limit` says. It shows what Python allows.
"""

from __future__ import annotations

import asyncio
import hmac
import sqlite3
import sys
import threading
import time
from base64 import b64encode
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, unquote

import uvicorn

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

SECRETS: Final = {"key": "secret"}
_WINDOW: Final = 300


class Nonces:
    """Keeps nonces in a thread of its own; all that wait are kept in one transaction."""

    def __init__(self, database: str) -> None:
        self._waiting: SimpleQueue[tuple[tuple[str, int, str], asyncio.Future[bool]]] = SimpleQueue()
        self._database = database
        threading.Thread(target=self._run, daemon=True).start()

    async def keep(self, key: str, timestamp: int, nonce: str) -> bool:
        """Keep a nonce; return False if it was used before."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.put(((key, timestamp, nonce), future))
        return await future

    def _run(self) -> None:
        connection = _connect(self._database)
        connection.execute("CREATE TABLE nonces (key, at, nonce, PRIMARY KEY (key, at, nonce)) WITHOUT ROWID")
        while True:
            batch = [self._waiting.get()]
            while not self._waiting.empty():
                batch.append(self._waiting.get())
            connection.execute("BEGIN IMMEDIATE")
            statement = "INSERT OR IGNORE INTO nonces VALUES (?, ?, ?)"
            kept = [connection.execute(statement, values).rowcount == 1 for values, _ in batch]
            connection.execute("COMMIT")
            batch[0][1].get_loop().call_soon_threadsafe(_settle, batch, kept)


def _settle(batch: list[tuple[Any, asyncio.Future[bool]]], kept: list[bool]) -> None:
    for (_, future), new in zip(batch, kept, strict=True):
        future.set_result(new)


def _connect(database: str) -> sqlite3.Connection:
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def create_program(database: str, account_id: str) -> Any:
    """Return the program; its database is made with a hundred accounts, the first with the given id."""
    connection = _connect(database)
    connection.execute("CREATE TABLE accounts (sequence INTEGER PRIMARY KEY, id UNIQUE, status, json)")
    connection.execute("CREATE INDEX of_status ON accounts (status, sequence)")
    for number in range(100):
        name = account_id if number == 0 else f"{number:024x}"
        document = f'{{"id":"{name}","text":"{"x" * 900}"}}'
        connection.execute("INSERT INTO accounts (id, status, json) VALUES (?, 'OK', ?)", (name, document))
    nonces = Nonces(database)

    async def answer(scope: Scope, _: Receive, send: Send) -> None:
        headers = dict(scope["headers"])
        key, timestamp, nonce = _verify(scope, headers)
        if not await nonces.keep(key, timestamp, nonce):
            raise ValueError(nonce)
        query = dict(parse_qsl(scope["query_string"].decode()))
        if "limit" in query:
            statement = "SELECT json FROM accounts WHERE status = 'OK' ORDER BY sequence LIMIT ?"
            rows = connection.execute(statement, (int(query["limit"]),))
            body = f"[{','.join(json for (json,) in rows)}]"
        else:
            name = scope["path"].rpartition("/")[2]
            (body,) = connection.execute("SELECT json FROM accounts WHERE id = ?", (name,)).fetchone()
        content = body.encode()
        head = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await send({"type": "http.response.body", "body": content})

    return answer


def _verify(scope: Scope, headers: dict[bytes, bytes]) -> tuple[str, int, str]:
    """Return key, timestamp and nonce of a signed request (RFC 5849, section 3.4)."""
    sent = headers[b"authorization"].decode().removeprefix("OAuth ").split(", ")
    protocol = {name: unquote(value.strip('"')) for name, _, value in (each.partition("=") for each in sent)}
    signature = protocol.pop("oauth_signature")
    pairs = [*protocol.items(), *parse_qsl(scope["query_string"].decode(), keep_blank_values=True)]
    encoded = sorted((quote(name, safe=""), quote(value, safe="")) for name, value in pairs)
    joined = quote("&".join(f"{name}={value}" for name, value in encoded), safe="")
    address = quote(f"http://{headers[b'host'].decode()}{scope['path']}", safe="")
    secret = SECRETS[protocol["oauth_consumer_key"]]
    digest = hmac.digest(f"{secret}&".encode(), f"{scope['method']}&{address}&{joined}".encode(), "sha1")
    timestamp = int(protocol["oauth_timestamp"])
    fits = hmac.compare_digest(b64encode(digest).decode(), signature)
    if not fits or abs(time.time() - timestamp) > _WINDOW:
        raise ValueError(signature)
    return protocol["oauth_consumer_key"], timestamp, protocol["oauth_nonce"]


if __name__ == "__main__":
    port, database, account_id = sys.argv[1:]
    program = create_program(database, account_id)
    uvicorn.run(program, port=int(port), http="httptools", lifespan="off", log_level="error")
