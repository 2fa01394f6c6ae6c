"""A server of raw bytes: the path of a request names the case, whose script it follows.

A path is `/CASE/2.0/…`. One that ends with `/good` gets a good answer, whatever the case.
"""

from __future__ import annotations

import asyncio
import re
import socket
import struct
from collections import Counter
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from anyio.from_thread import start_blocking_portal

from tests.broken.case import ACCOUNT, Keep, Pause, Repeat, Reset, Step, json_answer
from tests.certificates import self_signed, server_side
from tests.sockets import free_port

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Iterator, Mapping

    from tests.broken.case import Case

GOOD: Final = json_answer({**ACCOUNT, "id": "good"})
PATIENCE: Final = 60.0
"""Seconds after which an answer ends that has no end, so that a client that does not end it fails."""
_RESET: Final = struct.pack("ii", 1, 0)


class Server:
    """Answers with the scripts of cases.

    Attributes:
        ports: the ports by what they speak.
        elsewhere: another origin, to which cases redirect.
        strayed: what was wrong about the requests.
    """

    def __init__(self, cases: Mapping[str, Case]) -> None:
        self.ports = {"closed": free_port()}
        self.elsewhere = ""
        self.strayed: list[str] = []
        self._cases = cases
        self._tries: Counter[str] = Counter()

    def base_url(self, case: Case) -> str:
        """Return the base URL of a case."""
        return f"{case.scheme}://127.0.0.1:{self.ports[case.port]}/{case.name}/2.0"

    def good_url(self, case: Case) -> str:
        """Return the base URL of the good answer that follows, over the same connections if it can be."""
        return f"http://127.0.0.1:{self.ports['plain']}/{case.name}/2.0"

    @asynccontextmanager
    async def run(self, tls: ssl.SSLContext) -> AsyncIterator[None]:
        """Listen on ports of the loopback."""
        async with (
            await asyncio.start_server(self._serve, "127.0.0.1", 0) as plain,
            await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls) as secure,
            await asyncio.start_server(self._stray, "127.0.0.1", 0) as other,
        ):
            self.ports |= {"plain": _port(plain), "tls": _port(secure)}
            self.elsewhere = f"http://127.0.0.1:{_port(other)}"
            yield

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while (request := await _receive(reader)) and await self._answer(request, reader, writer):
                pass
        writer.close()

    async def _stray(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.strayed.append("a redirect was followed")
        writer.close()

    async def _answer(self, request: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer a request, and return whether the connection is kept."""
        found = re.match(r"[A-Z]+ /([^/]+)/(\S+) ", request)
        if found is None or found[1] not in self._cases:
            writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            return False
        if re.search(r"^cookie:", request, re.MULTILINE | re.IGNORECASE):
            self.strayed.append(f"{found[1]}: a cookie was sent")
        if found[2].endswith("/good"):
            writer.write(GOOD)
            return True
        case, number = self._cases[found[1]], self._tries[found[1]]
        self._tries[found[1]] += 1
        script = [case.script, *case.then][min(number, len(case.then))]
        async with asyncio.timeout(PATIENCE):
            for step in script:
                await self._take(step, reader, writer)
        last = script[-1] if script else None
        if isinstance(last, bytes):
            # Node's fetch loses a head that the end of the connection follows at once.
            await asyncio.sleep(0.5)
        return isinstance(last, Keep)

    async def _take(self, step: Step, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        match step:
            case bytes():
                writer.write(step.replace(b"ELSEWHERE", self.elsewhere.encode()))
                await writer.drain()
            case Repeat(data, pause):
                while not (reader.at_eof() or writer.is_closing()):
                    writer.write(data)
                    await writer.drain()
                    await asyncio.sleep(pause)
            case Pause(seconds):
                await asyncio.sleep(seconds)
            case Reset():
                await asyncio.sleep(1)  # a reset takes away what the client has not read yet
                sock = writer.get_extra_info("socket")
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                writer.transport.abort()


async def _receive(reader: asyncio.StreamReader) -> str:
    """Return the head of a request, whose body is read as well; empty if there is none."""
    if (first := await reader.read(1)) == b"\x16":
        return "TLS"  # a client that expects TLS waits for more, and for ever
    try:
        received = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except asyncio.IncompleteReadError as error:
        return (first + error.partial).decode("latin-1")
    length = re.search(r"^content-length: (\d+)", received, re.MULTILINE | re.IGNORECASE)
    await reader.readexactly(int(length[1]) if length else 0)
    return received


def _port(server: asyncio.Server) -> int:
    return int(server.sockets[0].getsockname()[1])


@contextmanager
def running(cases: Mapping[str, Case]) -> Iterator[Server]:
    """Run a server in a thread."""
    server = Server(cases)
    with TemporaryDirectory() as folder, start_blocking_portal() as portal:
        tls = server_side(self_signed(Path(folder)))
        with portal.wrap_async_context_manager(server.run(tls)):
            yield server
