"""Contents of files, their names, links and texts."""

from __future__ import annotations

from typing import Any, Final

from tests.broken.case import Case, Keep, Outcome, Raises, Returns, answer

_BYTES: Final = b"Subject: a\r\n\r\n\x00\xff"
NAMES: Final[dict[str, tuple[str, str | None]]] = {
    "good": ('attachment; filename="a.txt"', "a.txt"),
    "up": ('attachment; filename="../../etc/passwd"', "passwd"),
    "root": ('attachment; filename="/etc/passwd"', "passwd"),
    "windows": (r'attachment; filename="C:\\Windows\\a.exe"', "a.exe"),
    "dots": ('attachment; filename=".."', None),
    "folder": ('attachment; filename="a/"', None),
    "name-empty": ('attachment; filename=""', None),
    "no-name": ("attachment", None),
    "nonsense": (";;;=;filename", None),
    "encoded-up": ("attachment; filename*=UTF-8''%2e%2e%2f%2e%2e%2fpasswd", "passwd"),
    "encoded-nul": ("attachment; filename*=UTF-8''a%00b%0ac.txt", "abc.txt"),
    "encoded-escapes": ("attachment; filename*=UTF-8''%1b%5b31ma.txt", "[31ma.txt"),
    "charset-unknown": ("attachment; filename*=bogus''a.txt", "a.txt"),
    "charset-hex": ("attachment; filename*=hex''a.txt", "a.txt"),
    "charset-undefined": ("attachment; filename*=undefined''a.txt", "a.txt"),
    "charset-idna": ("attachment; filename*=idna''a%ff.txt", "a\ufffd.txt"),
    "bad-bytes": ("attachment; filename*=UTF-8''a%ff.txt", "a\ufffd.txt"),
    "half-encoded": ("attachment; filename*=UTF-8", None),
    "pieces": ("attachment; filename*0=a; filename*1=b.txt", "ab.txt"),
    "pieces-off": ("attachment; filename*1=b; filename*99999999999999999999=c", "bc"),
    "twice": ('attachment; filename="a.txt"; filename="../b.txt"', "a.txt"),
    "open-quote": ('attachment; filename="a.txt', "a.txt"),
}


def named(name: str, header: str, filename: str | None) -> Case:
    """Return a case of a file whose name is hostile; the TypeScript client reads no name."""
    script = (answer(_BYTES, f"Content-Disposition: {header}", media="message/rfc822"), Keep())
    value: dict[str, Any] = {"bytes": _BYTES.decode("latin-1")}
    return Case(
        f"file-{name}", script, Returns({**value, "filename": filename}), Returns(value), call="source"
    )


def content(
    name: str, script: bytes, expected: Outcome, call: str = "source", typescript: Outcome | None = None
) -> Case:
    """Return a case of another content."""
    return Case(f"file-{name}", (script, Keep()), expected, typescript, call=call)


def undescribed(message: str) -> tuple[Outcome, Outcome]:
    """Return what is raised for a media type that is not described, in Python and TypeScript."""
    return (
        Raises("UnexpectedTypeError", message, {"status": 200}),
        Raises("ContentTypeError", message, {"status": 200}),
    )


_HTML, _HTML_TS = undescribed("text/html")
CASES: Final = [
    *(named(name, *header) for name, header in NAMES.items()),
    content(
        "name-of-10-kilobytes",
        answer(
            b"a", 'Content-Disposition: attachment; filename="' + "a" * 10_000 + '"', media="message/rfc822"
        ),
        Returns({"bytes": "a"}),
    ),
    content("empty", answer(b"", media="message/rfc822"), Returns({"bytes": ""})),
    content(
        "of-any-type",
        answer(_BYTES, media="text/html"),
        Returns({"bytes": _BYTES.decode("latin-1")}),
        "content",
    ),
    content(
        "without-type", answer(_BYTES, media=None), Returns({"bytes": _BYTES.decode("latin-1")}), "content"
    ),
    content("page-for-source", answer("<html>", media="text/html"), _HTML, "source", _HTML_TS),
    content("page-for-text", answer("<html>", media="text/html"), _HTML, "text", _HTML_TS),
    content("page-for-link", answer("<html>", media="text/html"), _HTML, "link", _HTML_TS),
    content(
        "link",
        answer("https://example.com/a\r\n", media="text/uri-list"),
        Returns("https://example.com/a"),
        "link",
    ),
    content("text", answer("Subject: a\r\n", media="text/plain"), Returns("Subject: a\r\n"), "text"),
    content(
        "text-with-a-bad-byte",
        answer(b"Subject: \xff", media="text/plain; charset=utf-8"),
        Returns("Subject: \ufffd"),
        "text",
    ),
    content("text-of-nothing", answer(b"", media="text/plain"), Returns(""), "text"),
]
