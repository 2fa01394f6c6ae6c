"""Answers that come fast and do not end."""

from __future__ import annotations

from typing import Final

from tests.broken.case import CHUNKED, JSON, Case, Outcome, Raises, Repeat, Step, head
from tests.broken.cases.drips import LATE

_BLANKS: Final = b" " * 65536
_CHUNK: Final = b"10000\r\n" + _BLANKS + b"\r\n"
TOO_LARGE: Final = Raises("AnswerTooLargeError", "more than 1000000 bytes", {"status": 200})
BROKEN_HEAD: Final = Raises("IncompleteAnswerError", attributes={"status": None, "retryable": True})
"""What h11 makes of a head that is no HTTP."""
NO_ANSWER: Final = Raises("APIConnectionError", attributes={"status": None, "retryable": True})
"""What Node's fetch makes of it: no answer begins."""


def large(name: str, *script: Step, expected: Outcome = TOO_LARGE, call: str = "get") -> Case:
    """Return a case that ends because of its size."""
    return Case(f"endless-{name}", script, expected, call=call, is_heavy=True)


def late(name: str, *script: Step) -> Case:
    """Return a case of which any size is allowed, so that it ends because of its time."""
    return Case(f"endless-{name}", script, LATE, timeout=1, most=2**50)


def broken(name: str, *script: Step) -> Case:
    """Return a case of what the HTTP library does not take."""
    return Case(f"endless-{name}", script, BROKEN_HEAD, NO_ANSWER, is_heavy=True)


def unbound(name: str, *script: Step) -> Case:
    """Return a case that h11 ends because of its size, and Node's fetch because of its time."""
    return Case(f"endless-{name}", script, BROKEN_HEAD, LATE, timeout=5, is_heavy=True)


CASES: Final = [
    large("body", head(JSON), Repeat(_BLANKS)),
    large("body-of-an-announced-size", head(JSON, "Content-Length: 99999999999999"), Repeat(_BLANKS)),
    large("chunks", CHUNKED, Repeat(_CHUNK)),
    Case(
        "endless-small-chunks",
        (CHUNKED, Repeat(b"1\r\n \r\n" * 5000)),
        Raises("AnswerTooLargeError", "more than 20000 bytes"),
        most=20_000,  # of which each is a chunk
    ),
    large("one-chunk", CHUNKED, b"fffffffffff\r\n", Repeat(_BLANKS)),
    large("digits", head(JSON), b'{"id": "1", "created": ', Repeat(b"1" * 65536)),
    large("text", head(JSON), b'{"id": "', Repeat(b"a" * 65536)),
    large("brackets", head(JSON), Repeat(b"[" * 65536)),
    large("list", head(JSON), b"[", Repeat(b"{}," * 20000), call="list"),
    large("page-of-a-proxy", head("Content-Type: text/html"), Repeat(b"<p>" * 20000)),
    large("file-that-is-read", head("Content-Type: message/rfc822"), Repeat(_BLANKS), call="source"),
    large(
        "refusal",
        head("Content-Type: text/html", status="502 Bad Gateway"),
        Repeat(_BLANKS),
        expected=Raises("ServerError", "502", {"status": 502, "body": None, "retryable": True}),
    ),
    late("body-of-any-size", head(JSON, "Content-Length: 99999999999999"), Repeat(b" " * 512)),
    late("chunks-of-any-size", CHUNKED, Repeat(b"8\r\n        \r\n")),
    late("interim", Repeat(b"HTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n" * 100)),
    unbound("status-line", b"HTTP/1.1 200 ", Repeat(b"O" * 65536)),
    broken("header", b"HTTP/1.1 200 OK\r\nX-Long: ", Repeat(b"a" * 65536)),
    broken("headers", b"HTTP/1.1 200 OK\r\n", Repeat(b"X-One: 1\r\n" * 5000)),
    broken("interim-headers", b"HTTP/1.1 103 Early Hints\r\n", Repeat(b"X-One: 1\r\n" * 5000)),
    unbound("chunk-size", CHUNKED, Repeat(b"0" * 65536)),
    unbound("chunk-extension", CHUNKED, b"1;a=", Repeat(b"a" * 65536)),
    Case("endless-trailers", (CHUNKED, b"0\r\n", Repeat(b"X: 1\r\n" * 9000)), BROKEN_HEAD, is_heavy=True),
]
