"""Connections that are reset, refused, or no TLS."""

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
    Raises,
    Reset,
    Returns,
    Step,
    account,
    head,
    json_answer,
)
from tests.broken.cases.endless import BROKEN_HEAD, NO_ANSWER
from tests.broken.cases.framing import CUT

_REFUSED: Final = json_answer({"type": "error", "value": "later"}, "Retry-After: 0", status="503 Later")
NO_CONNECTION: Final = Raises(
    "APIConnectionError", "cannot be sent|gets no", {"status": None, "retryable": True}
)


def reset(name: str, *script: Step, python: Outcome = BROKEN_HEAD, typescript: Outcome = NO_ANSWER) -> Case:
    """Return a case of a connection that is reset."""
    return Case(f"reset-{name}", (*script, Reset()), python, typescript)


def mended(name: str, *script: Step, call: str = "get") -> Case:
    """Return a case in which the second try is answered well."""
    return Case(
        f"retry-after-{name}", script, Returns(ACCOUNT), then=((account(), Keep()),), retries=1, call=call
    )


CASES: Final = [
    reset("at-once"),
    reset("in-the-status-line", b"HTTP/1.1 20"),
    reset("in-the-headers", b"HTTP/1.1 200 OK\r\nContent-Ty"),
    reset("before-the-body", head(JSON, "Content-Length: 99"), python=CUT, typescript=CUT),
    reset("in-the-body", head(JSON, "Content-Length: 999"), BODY[:20], python=CUT, typescript=CUT),
    reset("in-a-body-without-length", head(JSON), BODY[:20], python=CUT, typescript=CUT),
    reset("before-the-chunks", CHUNKED, python=CUT, typescript=CUT),
    reset("between-chunks", CHUNKED, b"2\r\n{}\r\n", python=CUT, typescript=CUT),
    reset("after-an-interim-answer", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    reset("after-the-body", account(), python=Returns(ACCOUNT), typescript=Returns(ACCOUNT)),
    Case(
        "reset-in-a-refusal",
        (head(JSON, "Content-Length: 999", status="503 No"), b"{", Reset()),
        Raises("ServiceUnavailableError", "503", {"status": 503, "body": None, "retryable": True}),
    ),
    Case(
        "reset-in-a-file",
        (head("Content-Type: message/rfc822", "Content-Length: 99"), b"From", Reset()),
        Raises("IncompleteAnswerError", attributes={"status": None}),
        call="source",
    ),
    Case(
        "cut-off-refusal",
        (head(JSON, "Content-Length: 999", status="404 Not Found"), b'{"type": "err'),
        Raises("NotFoundError", "404", {"status": 404, "body": None}),
    ),
    Case(
        "cut-off-file",
        (head("Content-Type: message/rfc822", "Content-Length: 99"), b"From"),
        Raises("IncompleteAnswerError", attributes={"status": None}),
        call="source",
    ),
    mended("nothing"),
    mended("a-reset", Reset()),
    mended("half-a-body", head(JSON, "Content-Length: 9999"), BODY),
    mended("no-http", b"nonsense\r\n\r\n"),
    mended("a-refusal", _REFUSED, Keep()),
    Case(
        "no-retry-of-a-write",
        (Reset(),),
        BROKEN_HEAD,
        NO_ANSWER,
        call="create",
        then=((account(), Keep()),),
        retries=3,
    ),
    Case("refused-connection", (), NO_CONNECTION, port="closed"),
    Case("refused-connection-of-a-write", (), NO_CONNECTION, port="closed", call="create"),
    Case("tls-of-nobody-known", (), Raises("APIConnectionError", "certificate"), port="tls", scheme="https"),
    Case("tls-where-http-is-spoken", (), Raises("APIConnectionError", "(?i)ssl|tls"), scheme="https"),
    Case("http-where-tls-is-spoken", (), BROKEN_HEAD, NO_ANSWER, port="tls"),
]
