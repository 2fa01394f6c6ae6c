"""Answers whose length, chunks or status line are off, and what follows them on the connection."""

from __future__ import annotations

from typing import Final

from tests.broken.case import (
    ACCOUNT,
    BODY,
    CHUNKED,
    JSON,
    Case,
    Keep,
    Outcome,
    Pause,
    Raises,
    Returns,
    Step,
    account,
    answer,
    head,
    json_answer,
)
from tests.broken.cases.endless import BROKEN_HEAD, NO_ANSWER

_SIZE: Final = b"%x" % len(BODY)
_POISON: Final = json_answer({**ACCOUNT, "id": "poison"})
CUT: Final = Raises("IncompleteAnswerError", attributes={"retryable": True})
HALF: Final = Raises("IncompleteAnswerError", "half a body|incomplete|cut off")
EMPTY: Final = Raises("IncompleteAnswerError", "empty body")
GOOD: Final = Returns(ACCOUNT)


def framed(name: str, *script: Step, expected: Outcome = CUT, typescript: Outcome | None = None) -> Case:
    """Return a case."""
    return Case(f"framing-{name}", script, expected, typescript)


def garbled(name: str, *script: Step, python: Outcome = BROKEN_HEAD, typescript: Outcome = NO_ANSWER) -> Case:
    """Return a case of a status line that is none."""
    return Case(f"garbled-{name}", script, python, typescript)


def pipelined(name: str, *script: Step, expected: Outcome = GOOD) -> Case:
    """Return a case of bytes after the answer, which must not become that of the next call."""
    return Case(f"framing-pipelined{name}", script, expected, rest=2, is_for_fetch=False)


def chunked(*chunks: bytes) -> bytes:
    """Return an answer in chunks as they are given."""
    return CHUNKED + b"".join(chunks)


CASES: Final = [
    framed("length-too-long", head(JSON, "Content-Length: 9999"), BODY),
    framed("length-too-short", head(JSON, "Content-Length: 10"), BODY, expected=HALF),
    framed("length-0", head(JSON, "Content-Length: 0"), Keep(), expected=EMPTY),
    framed("length-0-and-a-body", head(JSON, "Content-Length: 0"), BODY, expected=EMPTY),
    framed("no-length", head(JSON), BODY, expected=GOOD),
    framed("no-length-and-nothing", head(JSON), expected=EMPTY),
    framed("no-length-and-half", head(JSON), BODY[:30], expected=HALF),
    framed("chunks", chunked(_SIZE, b"\r\n", BODY, b"\r\n0\r\n\r\n"), Keep(), expected=GOOD),
    framed("chunks-of-nothing", chunked(b"0\r\n\r\n"), Keep(), expected=EMPTY),
    framed("chunk-cut", chunked(_SIZE, b"\r\n", BODY[:20])),
    framed("chunk-size-cut", chunked(b"f")),
    framed("last-chunk-missing", chunked(_SIZE, b"\r\n", BODY, b"\r\n")),
    framed("trailer-cut", chunked(_SIZE, b"\r\n", BODY, b"\r\n0\r\nX-A: ")),
    framed("chunk-size-too-small", chunked(b"a\r\n", BODY, b"\r\n0\r\n\r\n")),
    framed("chunk-size-too-large", chunked(b"fff\r\n", BODY, b"\r\n0\r\n\r\n")),
    framed("chunk-size-no-number", chunked(b"xyz\r\n", BODY)),
    framed("chunk-size-negative", chunked(b"-5\r\n", BODY)),
    framed("chunk-size-empty", chunked(b"\r\n", BODY)),
    framed("chunk-size-beyond-64-bits", chunked(b"1" + b"0" * 17, b"\r\n", BODY)),
    framed("chunk-size-beyond-20-digits", chunked(b"1" * 40, b"\r\n", BODY)),
    framed("chunk-of-plain-json", chunked(BODY)),
    pipelined("", account() + _POISON, Keep()),
    pipelined("-later", account(), Pause(0.2), _POISON, Keep()),
    pipelined("-half", account() + _POISON[:30], Keep()),
    pipelined("-timeout", account(), Pause(0.2), head("Content-Length: 0", status="408 Request Timeout")),
    pipelined("-blanks", account() + b"\r\n\r\n", Keep()),
    pipelined("-after-chunks", chunked(_SIZE, b"\r\n", BODY, b"\r\n0\r\n\r\n") + _POISON, Keep()),
    pipelined(
        "-in-a-short-length",
        head(JSON, "Content-Length: 2") + b"{}" + _POISON,
        Keep(),
        expected=Returns({}, "WARNING"),
    ),
    framed("kept-alive-but-closed", answer(BODY, "Connection: keep-alive"), expected=GOOD),
    framed("closed-but-kept-alive", answer(BODY, "Connection: close"), Keep(), expected=GOOD),
    framed("late-close", account(), Pause(0.3), expected=GOOD),
    framed("http-1.0", b"HTTP/1.0 200 OK\r\n" + JSON.encode() + b"\r\n\r\n" + BODY, expected=GOOD),
    framed(
        "http-1.0-with-chunks",
        chunked(_SIZE, b"\r\n", BODY, b"\r\n0\r\n\r\n").replace(b"1.1", b"1.0"),
        expected=GOOD,
    ),
    framed("no-reason", account().replace(b"200 OK", b"200 "), expected=GOOD),
    framed("no-reason-and-no-blank", account().replace(b"200 OK", b"200"), expected=GOOD),
    framed(
        "bare-line-feeds",
        head(JSON, f"Content-Length: {len(BODY)}").replace(b"\r\n", b"\n") + BODY,
        expected=GOOD,
        typescript=NO_ANSWER,
    ),
    framed(
        "interim", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 3, account(), Keep(), expected=GOOD
    ),
    framed("processing", b"HTTP/1.1 102 Processing\r\n\r\n", account(), Keep(), expected=GOOD),
    framed(
        "continue-unasked",
        b"HTTP/1.1 100 Continue\r\n\r\n",
        account(),
        Keep(),
        expected=GOOD,
        typescript=NO_ANSWER,
    ),
    garbled("nothing"),
    garbled("half-a-status-line", b"HTTP/1.1 20"),
    garbled("half-a-head", b"HTTP/1.1 200 OK\r\nContent-"),
    garbled("no-end-of-the-head", b"HTTP/1.1 200 OK\r\n"),
    garbled("ssh", b"SSH-2.0-OpenSSH_9.6\r\n"),
    garbled("smtp", b"220 mail.example.com ESMTP\r\n"),
    garbled("html-alone", b"<html>It works!</html>"),
    garbled("json-alone", BODY),
    garbled("icecast", b"ICY 200 OK\r\n\r\n" + BODY),
    garbled("http-2", b"\x00\x00\x06\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x64"),
    garbled("tls-alert", b"\x15\x03\x01\x00\x02\x02\x50"),
    garbled("nul-bytes", bytes(1000)),
    garbled("no-status", b"HTTP/1.1 OK\r\n\r\n"),
    garbled("status-in-words", b"HTTP/1.1 two OK\r\n\r\n"),
    garbled("status-of-two-digits", b"HTTP/1.1 20 OK\r\n\r\n"),
    garbled("status-of-four-digits", b"HTTP/1.1 2000 OK\r\n\r\n"),
    garbled("status-negative", b"HTTP/1.1 -20 OK\r\n\r\n"),
    garbled("version-9", account().replace(b"1.1", b"9.9"), python=GOOD),
    garbled("request", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
]
