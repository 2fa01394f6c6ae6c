"""Requests that no client would send: none may end in a server error, nor leave the server larger.

    python -m tests.torture.fuzz [REQUESTS]

A part of them is rightly signed, so that parameters of every kind reach the code of the pages.
"""

from __future__ import annotations

import http.client
import json
import random
import socket
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from contextio_contract.cli.description import resolve
from tests.torture.deployment import running
from tests.torture.report import Figure, end
from tests.torture.signing import Request, escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Contract
    from tests.torture.deployment import Deployment

SEED: Final = 9112
CONNECTIONS: Final = 4
_WITHIN: Final = 60.0
_EXPECTED: Final = frozenset({501, 503})
"""What is not implemented, and mail servers that cannot be reached."""
_TEXTS: Final = (
    *("", " ", "0", "1", "-1", "00", "1e3", "9" * 19, "9" * 400, "-" + "9" * 30, "NaN", "true", "null", "[]"),
    *(
        "\x00",
        "a\x00b",
        "\ud800",
        "\udfff\ud800",
        "\ufeff",
        "\u202e",
        "é",
        "\U0001f600",
        "ß" * 300,
        "a" * 70_000,
    ),
    *("'", '"', "\\", "%", "%00", "%zz", "../..", "/", "//", "#", "?", "&", "=", ";", "\r\n", "\n", "\t"),
    *(
        "a@b.example",
        "@",
        "a@",
        "A@B.EXAMPLE",
        "a@b@c",
        "http://[",
        "http://a:b@c/",
        "javascript:1",
        "//a",
        "x:",
    ),
)
_BYTES: Final = (
    b"\x00",
    b"\xff",
    b"\r\n",
    b"\n",
    b" ",
    b":",
    b"%",
    b"#",
    b"\xc3",
    b"\xed\xa0\x80",
    b"A" * 9000,
)


def encode(text: str) -> str:
    """Return a text in percent-encoding, surrogates as the bytes that would stand for them."""
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


class Fuzzer:
    """Makes requests from the operations of the description."""

    def __init__(self, deployment: Deployment, contract: Contract, account: str, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - to be the same in each run
        self._deployment = deployment
        self._operations = list(contract.operations.values())
        self._account = account

    def request(self) -> bytes:
        """Return the bytes of a request, as they are sent."""
        signed = self._signed()
        match self._random.randrange(10):
            case 0:
                return self._random.randbytes(self._random.randrange(1, 2000)) + b"\r\n\r\n"
            case 1 | 2 | 3:
                return self._mutated(signed)
            case _:
                return signed

    def _signed(self) -> bytes:
        """Return a rightly signed request, with odd values for parameters that are described or not."""
        choose = self._random.choice
        operation = choose(self._operations)
        path = self._deployment.base
        for part in operation.path.segments:
            value = choose((self._account, "0", self._safe())) if part.startswith("{") else part
            path += f"/{escape(value)}"
        request = Request(operation.method.upper(), self._deployment.origin, path)
        where = request.form if request.method in {"POST", "PUT"} else request.query
        names = [*operation.form_fields, *(each.name for each in operation.query_parameters)]
        for _ in range(self._random.randrange(6)):
            where.append((choose((*names, "email", "limit", "", "a[]")), self._safe()))
        request.sign()
        head = [f"{request.method} {request.target} HTTP/1.1", f"Host: {request.origin.partition('//')[2]}"]
        head += [f"{name}: {value}" for name, value in request.fields]
        if choose((True, False, False)):
            head.append(f"X-Odd: {choose(('', 'a' * 5000, '%', '*/*;q=0'))}")
        return "\r\n".join([*head, f"Content-Length: {len(request.body)}", "", ""]).encode() + request.body

    def _safe(self) -> str:
        """Return a text that can be signed: surrogates have no bytes in UTF-8."""
        return self._random.choice(_TEXTS).encode("utf-8", "replace").decode()

    def _mutated(self, request: bytes) -> bytes:
        """Return a request with some bytes replaced, left out, doubled or moved."""
        data = bytearray(request)
        for _ in range(self._random.randrange(1, 6)):
            place = self._random.randrange(len(data))
            length = self._random.randrange(0, 30)
            piece = self._random.choice((*_BYTES, bytes(data[place : place + 40]), encode("\ud800").encode()))
            data[place : place + length] = piece
        return bytes(data)


def statuses(deployment: Deployment, fuzzer: Fuzzer, count: int) -> Iterator[int]:
    """Send requests, each over its own connection, and yield the statuses; 0 where none came."""
    for _ in range(count):
        with socket.create_connection(deployment.address, _WITHIN) as connection:
            try:
                connection.sendall(fuzzer.request())
                connection.shutdown(socket.SHUT_WR)
                answer = connection.recv(4096)
            except OSError:  # the server has closed it
                answer = b""
        words = answer.split(b" ", 2)
        yield int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def create_account(deployment: Deployment) -> str:
    """Create an account, below which requests reach the code of their pages; return its identifier."""
    form = [("email", "fuzz@example.com")]
    request = Request("POST", deployment.origin, f"{deployment.base}/accounts", form=form).sign()
    with closing(http.client.HTTPConnection(*deployment.address, timeout=_WITHIN)) as connection:
        connection.request(request.method, request.target, request.body, dict(request.fields))
        return str(json.load(connection.getresponse())["id"])


def ill_treat(deployment: Deployment, contract: Contract, count: int) -> list[Figure]:
    """Send requests and return how they were answered."""

    account = create_account(deployment)

    def send(seed: int) -> Counter[int]:
        return Counter(
            statuses(deployment, Fuzzer(deployment, contract, account, seed), count // CONNECTIONS)
        )

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        warm = sum(pool.map(send, [SEED - 1]), Counter[int]()) if count >= 10_000 else Counter[int]()
        memory = deployment.memory()
        answers = sum(pool.map(send, range(SEED, SEED + CONNECTIONS)), warm)
    failed = {status: answers[status] for status in answers if status >= 500 and status not in _EXPECTED}
    after = deployment.memory()
    return [
        Figure(
            "answers",
            ", ".join(f"{number} x {status}" for status, number in sorted(answers.items())),
            answers[200] > 0,
        ),
        Figure("server errors", str(failed or 0), not failed),
        Figure("tracebacks in the log", str(deployment.tracebacks()), not deployment.tracebacks()),
        Figure("memory", f"{memory:.0f} MB before, {after:.0f} MB after", after < memory + 64),
    ]


def main() -> int:
    count = int(sys.argv[1]) if sys.argv[1:] else 100_000
    with TemporaryDirectory() as name, running(Path(name)) as deployment:
        return end("fuzzed requests", ill_treat(deployment, resolve().contract, count))


if __name__ == "__main__":
    sys.exit(main())
