"""A broken answer, and what a client must make of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final, Literal

KEY: Final = "a-key"
SECRET: Final = "consumer-5ecret"  # noqa: S105 - invented
PASSWORD: Final = "mailbox-pa55word"  # noqa: S105 - invented
"""Password of a mailbox, which the call `create` sends in a form."""

ACCOUNT: Final[dict[str, Any]] = {
    "id": "1",
    "username": "ada_1",
    "created": 1,
    "suspended": 0,
    "email_addresses": ["ada@example.com"],
    "first_name": "Ada",
    "last_name": "",
    "password_expired": 0,
    "sources": [{"label": "0", "status": "OK"}],
    "nb_messages": 0,
    "nb_files": 0,
}
"""An account as described."""
BODY: Final = json.dumps(ACCOUNT).encode()
JSON: Final = "Content-Type: application/json"


@dataclass(frozen=True)
class Repeat:
    """Bytes that are sent again and again until the client hangs up, with seconds between them."""

    data: bytes = b""
    pause: float = 0.0


@dataclass(frozen=True)
class Pause:
    """Seconds in which nothing is sent."""

    seconds: float


@dataclass(frozen=True)
class Reset:
    """The connection is reset."""


@dataclass(frozen=True)
class Keep:
    """The connection is kept for the next request; without this step, it is closed."""


Step = bytes | Repeat | Pause | Reset | Keep
HANG: Final = Repeat(pause=0.2)


@dataclass(frozen=True)
class Returns:
    """A call that succeeds.

    Attributes:
        value: what is returned; of an object, the fields that count.
        warned: what a logged warning must say (regular expression); None if nothing is logged.
    """

    value: Any
    warned: str | None = None


@dataclass(frozen=True)
class Raises:
    """A call that fails.

    Attributes:
        error: the name of the class.
        message: what the message must say (regular expression).
        attributes: the attributes of the error that count.
    """

    error: str
    message: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)


Outcome = Returns | Raises


@dataclass(frozen=True)
class Case:
    """A broken answer.

    Attributes:
        name: the name, which is part of the URL.
        script: what the server does once it has the request.
        expected: what a client must make of it.
        typescript: the same for the TypeScript client, where that differs.
        call: the call that is made: see the clients.
        then: scripts for further tries of the call; without any, `script` is repeated.
        timeout: the seconds that the call may take.
        retries: how often the call may be repeated.
        strict: whether the client is strict.
        most: how many bytes an answer may have.
        scheme: the scheme of the URL.
        port: the port of the URL: one that speaks HTTP, one that speaks TLS, or one that nobody listens on.
        rest: the seconds before the client is used again.
        is_heavy: whether it is for the memory, so that it runs alone.
        is_for_fetch: whether TypeScript gets it; how fetch keeps connections is not for a client to say.
    """

    name: str
    script: tuple[Step, ...]
    expected: Outcome
    typescript: Outcome | None = None
    call: str = "get"
    then: tuple[tuple[Step, ...], ...] = ()
    timeout: float = 60.0
    retries: int = 0
    strict: bool = False
    most: int = 1_000_000
    scheme: Literal["http", "https"] = "http"
    port: Literal["plain", "tls", "closed"] = "plain"
    rest: float = 0.0
    is_heavy: bool = False
    is_for_fetch: bool = True

    def expected_of(self, kind: str) -> Outcome:
        """Return what a kind of client must make of it; the TypeScript client checks no values."""
        if kind != "typescript":
            return self.expected
        if self.typescript is None and isinstance(self.expected, Returns):
            return Returns(self.expected.value)
        return self.typescript or self.expected


def head(*headers: str, status: str = "200 OK") -> bytes:
    """Return a status line with headers, and the empty line."""
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode("latin-1")


CHUNKED: Final = head(JSON, "Transfer-Encoding: chunked")
"""The head of an answer in chunks."""


def answer(
    body: bytes | str, *headers: str, status: str = "200 OK", media: str | None = "application/json"
) -> bytes:
    """Return a whole answer of the right length."""
    content = body.encode() if isinstance(body, str) else body
    types = [f"Content-Type: {media}"] if media is not None else []
    return head(*types, f"Content-Length: {len(content)}", *headers, status=status) + content


def json_answer(value: Any, *headers: str, status: str = "200 OK") -> bytes:
    """Return an answer in JSON."""
    return answer(json.dumps(value), *headers, status=status)


def account(**fields: Any) -> bytes:
    """Return an answer that is an account, with some fields of its own."""
    return json_answer({**ACCOUNT, **fields})
