"""Answers that come slowly, or not at all."""

from __future__ import annotations

import gzip
from typing import Final

from tests.broken.case import (
    ACCOUNT,
    CHUNKED,
    HANG,
    JSON,
    Case,
    Raises,
    Repeat,
    Returns,
    Step,
    head,
    json_answer,
)

LATE: Final = Raises("APITimeoutError", "in time|within", {"status": None, "retryable": True})
_LONG: Final = head(JSON, "Content-Length: 999999")


def drip(name: str, *script: Step, call: str = "get", retries: int = 0) -> Case:
    """Return a case whose time is up after a second."""
    return Case(f"drip-{name}", script, LATE, call=call, retries=retries, timeout=1)


CASES: Final = [
    drip("nothing", HANG),
    drip("status-line", b"HTTP/1.1 200 O", Repeat(b"k", 0.05)),
    drip("header-value", b"HTTP/1.1 200 OK\r\nX-Long: ", Repeat(b"a", 0.05)),
    drip("header-lines", b"HTTP/1.1 200 OK\r\n", Repeat(b"X-One: 1\r\n", 0.05)),
    drip("body", _LONG, Repeat(b" ", 0.05)),
    drip("body-without-length", head(JSON), Repeat(b" ", 0.05)),
    drip("chunks", CHUNKED, Repeat(b"1\r\n \r\n", 0.05)),
    drip("chunk-size", CHUNKED, Repeat(b"0", 0.1)),
    drip("chunk", CHUNKED, b"ffff\r\n", Repeat(b" ", 0.05)),
    drip("trailers", CHUNKED, b"2\r\n{}\r\n0\r\n", Repeat(b"X: 1\r\n", 0.05)),
    drip("last-chunk-missing", CHUNKED, b"2\r\n{}\r\n", HANG),
    drip("interim", Repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05)),
    drip("compressed", head(JSON, "Content-Encoding: gzip"), gzip.compress(b"{")[:-8], Repeat(b"", 0.05)),
    drip("refusal", head(JSON, "Content-Length: 999999", status="503 No"), Repeat(b" ", 0.05)),
    drip("refusal-of-a-write", head(JSON, "Content-Length: 999", status="400 No"), HANG, call="create"),
    drip("every-try", _LONG, Repeat(b" ", 0.05), retries=9),
    drip("list", _LONG, b"[", Repeat(b" ", 0.05), call="all"),
    drip("beginning-of-a-file", head("Content-Type: message/rfc822")[:-2], HANG, call="source"),
    Case(
        "drip-middle-of-a-file",
        (head("Content-Type: message/rfc822", "Content-Length: 99"), b"From: ", HANG),
        Raises("APITimeoutError", attributes={"status": None}),
        call="source",
        timeout=1,
    ),
    Case("drip-after-the-end", (json_answer(ACCOUNT, "Connection: close"), HANG), Returns(ACCOUNT)),
]
