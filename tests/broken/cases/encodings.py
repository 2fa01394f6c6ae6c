"""Answers in other encodings than UTF-8."""

from __future__ import annotations

import json
from typing import Final

from tests.broken.case import ACCOUNT, Case, Keep, Outcome, Raises, Returns, answer

_NAME: Final = {**ACCOUNT, "first_name": "Zoë"}
_LOST: Final = {**ACCOUNT, "first_name": "Zo\ufffd"}
_TEXT: Final = json.dumps(_NAME, ensure_ascii=False)
_JSON: Final = "application/json"
MENDED: Final = "WARNING.*the body"
"""What is logged if a body had to be mended before it could be read."""


def encoded(name: str, body: bytes, media: str, expected: Outcome, typescript: Outcome | None = None) -> Case:
    """Return a case."""
    return Case(f"encoding-{name}", (answer(body, media=media), Keep()), expected, typescript)


CASES: Final = [
    encoded("bom", b"\xef\xbb\xbf" + _TEXT.encode(), _JSON, Returns(_NAME)),
    encoded("latin-1-named", _TEXT.encode("latin-1"), f"{_JSON}; charset=iso-8859-1", Returns(_NAME)),
    encoded("latin-1-unnamed", _TEXT.encode("latin-1"), _JSON, Returns(_LOST, MENDED)),
    encoded("one-bad-byte", _TEXT.encode().replace(b"\xc3\xab", b"\xff"), _JSON, Returns(_LOST, MENDED)),
    encoded("half-a-character", _TEXT.encode().replace(b"\xc3\xab", b"\xc3"), _JSON, Returns(_LOST, MENDED)),
    encoded("utf-16-named", _TEXT.encode("utf-16"), f"{_JSON}; charset=utf-16", Returns(_NAME)),
    encoded(
        "utf-16-unnamed",
        _TEXT.encode("utf-16"),
        _JSON,
        Returns(_NAME),
        Raises("NotJSONError", attributes={"status": 200}),
    ),
    encoded(
        "utf-8-called-latin-1-in-ascii",
        json.dumps(ACCOUNT).encode(),
        f"{_JSON}; charset=latin1",
        Returns(ACCOUNT),
    ),
    *(
        encoded(
            "charset-quoted" if '"' in charset else f"charset-{charset or 'empty'}",
            json.dumps(ACCOUNT).encode(),
            f"{_JSON}; charset={charset}",
            Returns(ACCOUNT),
        )
        for charset in (
            "",
            "bogus",
            "utf8",
            "utf-7",
            "hex",
            "rot13",
            "undefined",
            "idna",
            "unicode_escape",
            "zip",
            '"utf-8"',
        )
    ),
    *(
        Case(
            f"encoding-charset-{charset}-of-a-refusal",
            (answer("<p>no</p>", status="500 No", media=f"text/html; charset={charset}"), Keep()),
            Raises("ServerError", "no error object", {"status": 500, "body": None}),
        )
        for charset in ("hex", "undefined", "idna", "zip")
    ),
    *(
        Case(
            f"encoding-charset-{charset}-of-a-text",
            (answer("Subject: a", media=f"text/plain; charset={charset}"), Keep()),
            Returns("Subject: a"),
            call="text",
        )
        for charset in ("bogus", "hex", "undefined", "idna")
    ),
]
