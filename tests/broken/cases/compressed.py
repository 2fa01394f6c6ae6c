"""Answers whose compression is a bomb, or broken."""

from __future__ import annotations

import gzip
import zlib
from typing import Final

from tests.broken.case import ACCOUNT, BODY, Case, Keep, Outcome, Raises, Returns, answer
from tests.broken.cases.endless import TOO_LARGE
from tests.broken.cases.framing import EMPTY

_ZIPPED: Final = gzip.compress(BODY)
_MEGABYTE: Final = 1024 * 1024


def _blanks(megabytes: int, wbits: int, begin: bytes = b"", end: bytes = BODY) -> bytes:
    """Return so many blanks between two texts, compressed; `wbits` as for zlib."""
    packer = zlib.compressobj(1, wbits=wbits)
    blanks = b" " * _MEGABYTE
    parts = [packer.compress(part) for part in (begin, *[blanks] * megabytes, end)]
    return b"".join(parts) + packer.flush()


_BOMB: Final = _blanks(128, 31)


def packed(body: bytes, coding: str = "gzip", status: str = "200 OK") -> bytes:
    """Return an answer with such a coding."""
    return answer(body, f"Content-Encoding: {coding}", status=status)


def bomb(name: str, content: bytes, coding: str = "gzip", *, call: str = "get") -> Case:
    """Return a case that would need hundreds of megabytes."""
    return Case(f"bomb-{name}", (packed(content, coding), Keep()), TOO_LARGE, call=call, is_heavy=True)


def wrong(name: str, content: bytes, coding: str = "gzip", *, typescript: Outcome | None = None) -> Case:
    """Return a case that cannot be unpacked."""
    expected = Raises("IncompleteAnswerError")
    return Case(f"compressed-{name}", (packed(content, coding), Keep()), expected, typescript)


NO_JSON: Final = Raises("NotJSONError", "application/json", {"status": 200})
CODING: Final = Raises("InvalidAnswerError", "coding", {"status": 200})
"""What the Python client makes of codings that it did not ask for; fetch hides them."""

CASES: Final = [
    bomb("gzip", _BOMB),
    bomb("deflate", _blanks(128, 15), "deflate"),
    bomb("raw-deflate", _blanks(128, -15), "deflate"),
    Case(
        "bomb-twice",
        (packed(gzip.compress(_BOMB), "gzip, gzip"), Keep()),
        CODING,
        TOO_LARGE,
        is_heavy=True,
    ),
    bomb("members", gzip.compress(b" " * _MEGABYTE) * 128),
    bomb("brackets", gzip.compress(b"[" * (64 * _MEGABYTE), 1)),
    bomb("text", _blanks(128, 31, b'{"id": "', b'"}')),
    bomb("list", _blanks(128, 31, b"[", b"]"), call="list"),
    Case(
        "bomb-refusal",
        (packed(_BOMB, status="503 Service Unavailable"), Keep()),
        Raises("ServiceUnavailableError", "503", {"status": 503, "body": None, "retryable": True}),
        is_heavy=True,
    ),
    Case(
        "bomb-file",
        (answer(_BOMB, "Content-Encoding: gzip", media="message/rfc822"), Keep()),
        TOO_LARGE,
        call="source",
        is_heavy=True,
    ),
    Case("compressed-gzip", (packed(_ZIPPED), Keep()), Returns(ACCOUNT)),
    Case("compressed-deflate", (packed(zlib.compress(BODY), "deflate"), Keep()), Returns(ACCOUNT)),
    Case("compressed-in-capitals", (packed(_ZIPPED, "GZIP"), Keep()), Returns(ACCOUNT)),
    Case("compressed-identity", (packed(BODY, "identity"), Keep()), Returns(ACCOUNT)),
    Case("compressed-by-nothing-known", (packed(BODY, "x-unknown"), Keep()), CODING, Returns(ACCOUNT)),
    wrong("truncated", _ZIPPED[:-20]),
    wrong("without-checksum", _ZIPPED[:-8], typescript=Returns(ACCOUNT)),
    wrong("wrong-checksum", _ZIPPED[:-8] + bytes(8)),
    wrong("wrong-magic", b"PK\3\4" + _ZIPPED[4:]),
    wrong("not-at-all", BODY),
    wrong("deflate-not-at-all", BODY, "deflate"),
    wrong("one-byte-off", _ZIPPED[:20] + b"\xff\xff\xff\xff" + _ZIPPED[24:]),
    Case(
        "compressed-once-but-announced-twice",
        (packed(_ZIPPED, "gzip, gzip"), Keep()),
        CODING,
        Raises("IncompleteAnswerError"),
    ),
    Case("compressed-and-not-announced", (answer(_ZIPPED), Keep()), NO_JSON),
    Case("compressed-nothing", (packed(b""), Keep()), EMPTY),
    Case(
        "compressed-html",
        (
            answer(gzip.compress(b"<html>"), "Content-Encoding: gzip", status="502 No", media="text/html"),
            Keep(),
        ),
        Raises("ServerError", r"no error object \(text/html\)", {"status": 502}),
    ),
    Case(
        "compressed-brotli-unasked",
        (packed(b"\x0b\x02\x80\x01\x02\x03\x04", "br"), Keep()),
        CODING,
        NO_JSON,
    ),
    Case(
        "compressed-zstd-unasked",
        (packed(b"\x28\xb5\x2f\xfd\x04\x00", "zstd"), Keep()),
        CODING,
        NO_JSON,
    ),
]
