"""Answers that call themselves JSON: odd numbers, names and depths, and what is none."""

from __future__ import annotations

import json
from typing import Final

from tests.broken.case import ACCOUNT, Case, Keep, Outcome, Raises, Returns, answer
from tests.broken.cases.encodings import MENDED

_GOOD: Final = json.dumps(ACCOUNT)
_OPEN: Final = _GOOD[:-1]
NO_JSON: Final = Raises("NotJSONError", "no JSON", {"status": 200, "retryable": False})
HALF: Final = Raises("IncompleteAnswerError", "half a body|incomplete|cut off")


def text(name: str, body: str | bytes, expected: Outcome, typescript: Outcome | None = None) -> Case:
    """Return a case."""
    return Case(f"json-{name}", (answer(body), Keep()), expected, typescript)


def extended(value: str) -> str:
    """Return an account with a field that is not described."""
    return f'{_OPEN}, "new": {value}}}'


CASES: Final = [
    text("300-nested-arrays", extended("[" * 300 + "]" * 300), Returns(ACCOUNT, MENDED)),
    text(
        "100000-nested-arrays",
        extended("[" * 100_000 + "]" * 100_000),
        Raises("InvalidAnswerError", "nest|deep", {"status": 200}),
        Returns({"id": "1"}),
    ),
    text(
        "100000-nested-objects",
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        Raises("InvalidAnswerError", "nest|deep"),
        Returns({}),
    ),
    text("100000-open-arrays", "[" * 100_000, Raises("InvalidAnswerError", "nest|deep"), HALF),
    text("lone-surrogate", extended(r'"\ud800"'), Returns(ACCOUNT, MENDED)),
    text("lone-surrogate-in-a-field", _GOOD.replace("Ada", r"\udc00"), Returns({"id": "1"}, MENDED)),
    text("surrogates-in-a-name", f'{_OPEN}, "\\ud83d": 1}}', Returns(ACCOUNT, MENDED)),
    text("nul-character", _GOOD.replace('"Ada"', r'"\u0000"'), Returns({**ACCOUNT, "first_name": "\0"})),
    text("not-a-number", extended("NaN"), Returns(ACCOUNT), NO_JSON),
    text("infinity", extended("[Infinity, -Infinity]"), Returns(ACCOUNT), NO_JSON),
    text(
        "infinity-for-an-integer",
        _GOOD.replace('"created": 1', '"created": Infinity'),
        Returns({"id": "1"}, "created"),
        NO_JSON,
    ),
    text("number-beyond-floats", extended("1e999"), Returns(ACCOUNT)),
    text("number-of-400-digits", extended("1" * 400), Returns(ACCOUNT)),
    text("number-of-10000-digits", extended("1" * 10_000), Returns(ACCOUNT, MENDED)),
    text(
        "number-of-10000-digits-for-an-integer",
        _GOOD.replace('"created": 1', f'"created": {"1" * 10_000}'),
        Returns({"id": "1"}, MENDED),
    ),
    text(
        "number-in-exponents",
        _GOOD.replace('"created": 1', '"created": 1e3'),
        Returns({**ACCOUNT, "created": 1000}),
    ),
    text("duplicate-names", _GOOD[:-1] + ', "id": "2"}', Returns({**ACCOUNT, "id": "2"})),
    text("empty-name", f'{_OPEN}, "": 1}}', Returns(ACCOUNT)),
    text(
        "name-of-a-method",
        f'{_OPEN}, "model_dump": 1, "copy": 2, "then": 3, "__proto__": {{"a": 1}}, "__class__": 4}}',
        Returns(ACCOUNT),
    ),
    text(
        "dunder-names",
        f'{_OPEN}, "__init__": 1, "__dict__": {{}}, "constructor": 1, "self": 1}}',
        Returns(ACCOUNT),
    ),
    text(
        "10000-unknown-fields",
        _OPEN + "".join(f', "f{n}": {n}' for n in range(10_000)) + "}",
        Returns(ACCOUNT),
    ),
    text("blanks-around", f" \r\n\t{_GOOD}\n\n", Returns(ACCOUNT)),
    text("trailing-comma", f"{_OPEN},}}", NO_JSON),
    text("comment", f"/* ok */ {_GOOD}", NO_JSON),
    text("single-quotes", _GOOD.replace('"', "'"), NO_JSON),
    text("two-documents", f"{_GOOD}{_GOOD}", NO_JSON),
    text("lines-of-documents", f"{_GOOD}\n{_GOOD}\n", NO_JSON),
    text("trailing-html", f"{_GOOD}<script>", NO_JSON),
    text("jsonp", f"callback({_GOOD});", NO_JSON),
    text("prefix-against-hijacking", f")]}}',\n{_GOOD}", NO_JSON),
    text("php-notice", f"<br />\n<b>Notice</b>: Undefined index\n{_GOOD}", NO_JSON),
    text("undefined", "undefined", NO_JSON),
    text("python-repr", str({**ACCOUNT, "new": None}), NO_JSON),
    text("xml", '<?xml version="1.0"?><account id="1"/>', NO_JSON),
    text("form", "id=1&username=ada", NO_JSON),
    text("newline-in-a-text", _GOOD.replace("Ada", "A\nda"), NO_JSON),
    text("nul-bytes", b"\0" * 1000, NO_JSON),
    text("nul-bytes-after-it", _GOOD.encode() + b"\0\0", NO_JSON),
    text("binary", bytes(range(128, 256)) * 10, NO_JSON),
    text("cut-off", _GOOD[:-1], HALF),
    text("cut-off-in-a-text", _GOOD[:20], HALF),
    text("cut-off-after-a-bracket", "{", HALF),
]
