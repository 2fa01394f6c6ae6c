"""A relay that shares connections out among several servers, as a load balancer does."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager, suppress
from itertools import cycle
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PIECE: Final = 64 * 1024


@contextmanager
def relaying(origins: Sequence[str]) -> Iterator[str]:
    """Give an origin of which each connection leads to the next of these origins that takes it."""
    loop = asyncio.new_event_loop()
    addresses = [(str(urlsplit(origin).hostname), urlsplit(origin).port) for origin in origins]
    turns = cycle(range(len(addresses)))

    async def connect() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        for _ in addresses:
            with suppress(ConnectionError):
                return await asyncio.open_connection(*addresses[next(turns)])
        raise ConnectionError

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            there, back = await connect()
            await asyncio.gather(_copy(reader, back), _copy(there, writer))
        writer.close()

    server = loop.run_until_complete(asyncio.start_server(relay, "127.0.0.1", 0))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Copy what is read until its end, then end the other side, too."""
    with suppress(ConnectionError):
        while piece := await reader.read(_PIECE):
            writer.write(piece)
            await writer.drain()
    writer.close()
