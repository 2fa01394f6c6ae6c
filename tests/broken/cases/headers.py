"""Answers with hostile headers."""

from __future__ import annotations

import json
from typing import Final

from tests.broken.case import (
    ACCOUNT,
    JSON,
    Case,
    Keep,
    Outcome,
    Raises,
    Returns,
    account,
    answer,
    head,
    json_answer,
)
from tests.broken.cases.endless import BROKEN_HEAD, NO_ANSWER
from tests.broken.cases.framing import CUT

_GOOD: Final = json.dumps(ACCOUNT)
_LENGTH: Final = f"Content-Length: {len(_GOOD)}"
GOOD: Final = Returns(ACCOUNT)
SIZE: Final = f"{len(_GOOD):x}"


def good(name: str, *headers: str, typescript: Outcome | None = None, heavy: bool = False) -> Case:
    """Return a case of an account that is read in spite of a header."""
    return Case(f"header-{name}", (answer(_GOOD, *headers), Keep()), GOOD, typescript, is_heavy=heavy)


def broken(name: str, *headers: str, typescript: Outcome = NO_ANSWER, heavy: bool = False) -> Case:
    """Return a case of a head that is no HTTP."""
    return Case(
        f"header-{name}", (head(JSON, *headers) + _GOOD.encode(),), BROKEN_HEAD, typescript, is_heavy=heavy
    )


CASES: Final = [
    good("folded", "X-Folded: a\r\n b\r\n\tc"),
    good("empty-value", "X-Empty:"),
    good("latin-1", "X-Name: Zo\xeb\xff"),
    good("escapes", "X-Red: \x1b[31m", typescript=NO_ANSWER),
    good("cookies", *(f"Set-Cookie: a{number}={'b' * 20}; Path=/" for number in range(50))),
    good("cookie-of-another", "Set-Cookie: a=b; Domain=example.com", "Set-Cookie: =", "Set-Cookie: ;;;"),
    good("repeated-100-times", *["X-One: 1"] * 90),
    good("same-length-twice", _LENGTH, typescript=NO_ANSWER),
    good("date-of-no-time", "Date: tomorrow"),
    good("date-beyond-all", "Date: Fri, 31 Dec 9999 23:59:59 GMT"),
    good("date-out-of-range", "Date: Fri, 99 Foo 99999 99:99:99 GMT"),
    good("alt-svc", 'Alt-Svc: h3=":443"; ma=86400', "Strict-Transport-Security: max-age=1", "Upgrade: h2c"),
    good("refresh", "Refresh: 0; url=http://example.com/", "Location: http://example.com/"),
    good("warning-of-a-cache", 'Warning: 110 - "stale"', "Age: -5", "X-Request-Id: \t"),
    broken("nul", _LENGTH, "X-Nul: a\0b"),
    broken("nul-in-a-name", _LENGTH, "X\0Nul: a"),
    broken("carriage-return", _LENGTH, "X-A: a\rX-B: b"),
    broken("blank-in-a-name", _LENGTH, "Bad Name: a", typescript=GOOD),
    broken("blank-before-the-colon", _LENGTH, "X-A : a", typescript=GOOD),
    broken("no-colon", _LENGTH, "nonsense"),
    broken("no-name", _LENGTH, ": a", typescript=GOOD),
    broken("name-in-latin-1", _LENGTH, "Zo\xeb: a"),
    Case("header-folded-type", (head(JSON, " folded: a", _LENGTH) + _GOOD.encode(), Keep()), GOOD),
    broken("1-megabyte", _LENGTH, "X-Long: " + "a" * 1_000_000, heavy=True),
    broken("name-of-1-megabyte", _LENGTH, "X" * 1_000_000 + ": a", heavy=True),
    broken("10000-headers", _LENGTH, *(f"X-{number}: {'a' * 20}" for number in range(10_000)), heavy=True),
    broken("two-lengths", _LENGTH, "Content-Length: 2"),
    broken("length-negative", "Content-Length: -1"),
    broken("length-in-words", "Content-Length: many"),
    broken("length-with-a-sign", f"Content-Length: +{len(_GOOD)}"),
    broken("length-in-hexadecimal", "Content-Length: 0x10"),
    broken("length-with-a-fraction", "Content-Length: 10.0"),
    broken("length-beyond-all", "Content-Length: " + "9" * 40),
    broken("length-of-5000-digits", "Content-Length: " + "9" * 5000),
    broken("coding-unknown", "Transfer-Encoding: gzip", typescript=GOOD),
    broken("coding-unknown-and-chunked", "Transfer-Encoding: gzip, chunked", typescript=CUT),
    broken("coding-garbled", "Transfer-Encoding: xchunked", typescript=GOOD),
    Case(
        "header-length-and-chunks",
        (
            head(JSON, "Content-Length: 5", "Transfer-Encoding: chunked"),
            f"{SIZE}\r\n{_GOOD}\r\n0\r\n\r\n".encode(),
            Keep(),
        ),
        GOOD,
        NO_ANSWER,
    ),
    Case(
        "header-escapes-in-the-reason",
        (answer("no", status="500 \x1b[31mRed\x07 alert", media="text/plain"), Keep()),
        Raises("ServerError", "500", {"status": 500}),
    ),
    Case(
        "header-reason-in-latin-1",
        (answer("", status="500 Zo\xeb\xa0\x85"), Keep()),
        Raises("ServerError", "500", {"status": 500}),
    ),
    Case(
        "header-reason-of-10-kilobytes",
        (answer("", status="500 " + "a" * 10_000), Keep()),
        Raises("ServerError", "500", {"status": 500}),
    ),
    Case(
        "header-reason-with-a-tab",
        (answer("", status="500 a\tb"), Keep()),
        Raises("ServerError", "500", {"status": 500}),
    ),
    Case(
        "header-type-in-latin-1",
        (answer("<p>", media="text/\x85\x9b31m\xe9\xad"), Keep()),
        Raises("NotJSONError", "200"),
    ),
    Case(
        "header-type-of-10-kilobytes",
        (answer("<p>", media="a" * 10_000), Keep()),
        Raises("NotJSONError", "200"),
    ),
    Case(
        "header-type-of-10-kilobytes-of-a-refusal",
        (answer("<p>", status="404 No", media="a" * 10_000), Keep()),
        Raises("NotFoundError", "404"),
    ),
    Case("header-type-twice", (answer(_GOOD, "Content-Type: text/html"), Keep()), GOOD),
    Case("header-type-empty", (answer(_GOOD, media=""), Keep()), GOOD),
    Case("header-type-garbled", (answer(_GOOD, media=";;;/=,"), Keep()), GOOD),
    Case(
        "header-type-with-escapes",
        (answer("<p>", media="text/\x1b[31mhtml"), Keep()),
        Raises("NotJSONError", "200", {"status": 200}),
        NO_ANSWER,
    ),
    Case(
        "header-request-id-of-10-kilobytes",
        (
            json_answer({"type": "error", "value": "no"}, "X-Request-Id: " + "a" * 10_000, status="400 No"),
            Keep(),
        ),
        Raises("BadRequestError", "400: no"),
    ),
    Case(
        "header-all-lower-case",
        (
            account().replace(b"Content-Type", b"content-type").replace(b"Content-Length", b"content-length"),
            Keep(),
        ),
        GOOD,
    ),
]
