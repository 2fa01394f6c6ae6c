"""Redirects. None is followed: credentials are for the base URL alone."""

from __future__ import annotations

from typing import Final

from tests.broken.case import Case, Keep, Outcome, Raises, head

_ELSEWHERE: Final = "Location: ELSEWHERE/2.0/accounts/1"
_SAID: Final = r"redirected to http://127\.0\.0\.1:\d+/2\.0/accounts/1;"
_STATUSES: Final = (
    "300 Multiple Choices",
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "304 Not Modified",
    "305 Use Proxy",
    "306 Switch Proxy",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
    "399 Odd",
)
TARGETS: Final = {
    "relative": "../elsewhere",
    "another-host": "//example.com/a",
    "a-script": "javascript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "a-disk": "file:///etc/passwd",
    "an-empty-address": "",
    "half-an-address": "http://[::1",
    "a-port-beyond-all": "http://example.com:99999999/",
    "no-address": "http://",
    "blanks": "http://exa mple.com/ a b",
    "latin-1": "http://example.com/\xe9\xff",
    "10-kilobytes": "http://example.com/" + "a" * 10_000,
    "9-kilobytes-of-newlines": "/%0a" * 3000,
    "a-long-host": "http://" + "a" * 300 + ".example.com/",
    "punycode": "http://xn--a.example.com/",
}


def moved(
    name: str,
    *headers: str,
    status: str = "302 Found",
    call: str = "get",
    said: str = "redirect|Location",
    typescript: Outcome | None = None,
) -> Case:
    """Return a case."""
    script = (head(*headers, "Content-Length: 0", status=status), Keep())
    attributes = {"status": int(status[:3]), "retryable": False}
    expected = Raises("RedirectError", said, attributes)
    return Case(f"redirect-{name}", script, expected, typescript, call=call)


CASES: Final = [
    *(
        moved(status[:3], _ELSEWHERE, status=status, said=_SAID)
        for status in _STATUSES
        if status[:3] != "304"
    ),
    *(moved(f"{status[:3]}-to-nowhere", status=status) for status in _STATUSES),
    *(moved(f"to-{name}", f"Location: {target}") for name, target in TARGETS.items()),
    moved("304-with-location", _ELSEWHERE, status="304 Not Modified"),
    moved("to-itself", "Location: /redirect-to-itself/2.0/accounts/1", said="redirected to http"),
    moved("of-a-write", _ELSEWHERE, call="create", status="307 Temporary Redirect", said=_SAID),
    moved("of-a-write-303", _ELSEWHERE, call="create", status="303 See Other", said=_SAID),
    moved("of-a-deletion", _ELSEWHERE, call="delete", said=_SAID),
    moved("of-a-list", _ELSEWHERE, call="all", said=_SAID),
    moved("of-a-file", _ELSEWHERE, call="source", said=_SAID),
    moved("of-a-call-that-is-not-described", _ELSEWHERE, call="request", said=_SAID),
    moved(
        "with-secrets",
        "Location: http://ada:hunter2@example.com/a?token=hunter2",
        said="redirected to http://example.com/a;",
    ),
    moved("twice", _ELSEWHERE, _ELSEWHERE),
    moved(
        "to-escapes",
        "Location: http://example.com/\x1b[31mred",
        typescript=Raises("APIConnectionError", attributes={"status": None}),
    ),
]
