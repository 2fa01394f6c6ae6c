"""Error objects that are off."""

from __future__ import annotations

from typing import Any, Final

from tests.broken.case import Case, Keep, Raises, answer, json_answer


def odd(
    name: str, body: dict[str, Any], message: str, call: str = "get", read: dict[str, Any] | None = None
) -> Case:
    """Return a case of a status 400; `read` is what is read of its error object, all by default."""
    read = body if read is None else read
    expected = Raises("BadRequestError", message, {"status": 400, "body": read or None})
    is_explained = isinstance(read.get("value"), str)
    return Case(
        f"error-{name}",
        (json_answer(body, status="400 Bad Request"), Keep()),
        expected,
        None if is_explained else Raises("BadRequestError", message, {"status": 400, "body": None}),
        call=call,
        most=20_000_000,
    )


def error(value: Any, **fields: Any) -> dict[str, Any]:
    """Return an error object."""
    return {"type": "error", "value": value, **fields}


CASES: Final = [
    odd("good", error("no such field"), "400: no such field$"),
    odd("code-as-text", error("stale", code="105"), "400: stale"),
    odd("code-as-fraction", error("stale", code=1.5), "400: stale"),
    odd("code-null", error("stale", code=None), "400: stale"),
    odd("code-as-list", error("stale", code=[1]), "400: stale"),
    odd("type-other", {"type": "warning", "value": "careful"}, "400: careful"),
    odd("type-missing", {"value": "careful"}, "400: careful"),
    odd("success-true", error("odd", success=True), "400: odd", call="create"),
    odd("success-missing", error("odd"), "400: odd", call="create"),
    odd("feedback-code-as-list", error("odd", feedback_code=["A"]), "400: odd", call="create"),
    odd("connection-log-as-object", error("odd", connectionLog={"a": 1}), "400: odd", call="create"),
    odd("unknown-fields", error("odd", help="https://example.com", nested={"a": [1]}), "400: odd"),
    odd("value-empty", error(""), "400"),
    odd("value-null", error(None), "400"),
    odd("value-missing", {"type": "error"}, "400"),
    odd("value-nested", error({"message": "deep"}), "400"),
    odd("value-list", error(["deep"]), "400"),
    odd("value-number", error(5), "400"),
    odd("value-of-500-kilobytes", error("a" * 500_000), "400: a{100}"),
    odd("value-of-5-megabytes", error("a" * 5_000_000), "no error object", read={}),
    odd("value-with-newlines", error("one\ntwo\r\nthree"), "400: one.*two.*three"),
    odd("value-with-escapes", error("\x1b[31mred\x1b[0m\x07\x00\x7f"), "400: .*red"),
    odd("value-with-c1-controls", error("a\x9b31mred\x85"), "400: .*red"),
    odd("value-with-bidi", error("a\u202etxt.exe\u2066\u200f"), "400: a"),
    odd("value-with-separators", error("a\u2028b\u2029c"), "400: a"),
    odd("value-with-tags", error("a\U000e0041\ufeff\u200b"), "400: a"),
    odd("value-with-blanks", error("  a  " + " " * 1000), "400"),
    odd("value-of-emoji", error("é😀" * 400), "400: é😀"),
    odd("value-with-percent", error("%s %d {0} {name} %(asctime)s"), r"400: %s %d \{0\}"),
    Case(
        "error-twice",
        (answer('{"type":"error","value":"a"}{"type":"error","value":"b"}', status="400 No"), Keep()),
        Raises("BadRequestError", "no error object", {"body": None}),
    ),
    Case(
        "error-with-a-bom",
        (answer(b'\xef\xbb\xbf{"type":"error","value":"a"}', status="400 No"), Keep()),
        Raises("BadRequestError", "400: a"),
    ),
    Case(
        "error-in-latin-1",
        (answer('{"type":"error","value":"Zo\xeb"}'.encode("latin-1"), status="400 No"), Keep()),
        Raises("BadRequestError", "400: Zo"),
    ),
    Case(
        "error-with-a-lone-surrogate",
        (answer(r'{"type":"error","value":"a\ud800b"}', status="400 No"), Keep()),
        Raises("BadRequestError", "400"),
    ),
    Case(
        "error-nested-100000-times",
        (answer("[" * 100_000, status="400 No"), Keep()),
        Raises("BadRequestError", "no error object", {"body": None}),
    ),
    Case(
        "error-nested-100000-times-and-closed",
        (
            answer('{"type":"error","value":"a","b":' + "[" * 100_000 + "]" * 100_000 + "}", status="400 No"),
            Keep(),
        ),
        Raises("BadRequestError", "400"),
    ),
    Case(
        "error-of-a-proxy",
        (json_answer({"error": {"message": "upstream"}}, status="502 Bad Gateway"), Keep()),
        Raises("ServerError", "no error object", {"status": 502, "body": None}),
    ),
]
