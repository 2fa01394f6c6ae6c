"""Pages of proxies, texts and nothing at every status."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any, Final

from tests.broken.case import ACCOUNT, Case, Keep, Outcome, Raises, Returns, answer, head, json_answer
from tests.broken.cases.framing import EMPTY

CLASSES: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    408: "APIError",
    409: "ConflictError",
    413: "APIError",
    418: "APIError",
    422: "APIError",
    429: "TooManyRequestsError",
    500: "ServerError",
    501: "ServerError",
    502: "ServerError",
    503: "ServiceUnavailableError",
    504: "ServerError",
    599: "ServerError",
    600: "ServerError",
    999: "ServerError",
}
PAGE: Final = "<html><title>Oops</title>\n<body>Come back later</body></html>"
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "html": (PAGE, "text/html"),
    "text": ("try again", "text/plain"),
    "empty": ("", "application/json"),
    "json-text": ('"no"', "application/json"),
    "json-list": ('["no"]', "application/json"),
}
"""Bodies that are no error object, with their media types, for every status."""
ODD_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "json-null": ("null", "application/json"),
    "json-of-another": ('{"message": "no", "error": {"a": 1}}', "application/json"),
    "half-json": ('{"type": "error", "val', "application/json"),
    "html-called-json": (PAGE, "application/json"),
    "xml": ("<Error><Code>NoSuchKey</Code></Error>", "application/xml"),
}
"""More of them."""
CALLS: Final = {"create": 502, "source": 502, "link": 404, "all": 401, "request": 403}
"""Calls that a page answers, with its status."""
ERROR: Final = {"type": "error", "value": "no"}


def status_line(status: int) -> str:
    """Return a status with its reason."""
    known = {each.value: each.phrase for each in HTTPStatus}
    return f"{status} {known.get(status, 'Odd')}"


def refusal(status: int, name: str, body: str, media: str | None, call: str = "get") -> Case:
    """Return a case of an error status without an error object."""
    is_transient = status in {408, 429} or status >= 500
    attributes: dict[str, Any] = {"status": status, "body": None, "retryable": is_transient}
    kind = (media or "no type") if body else "an empty body"
    said = rf"{status}.*no error object \({kind}"
    script = (answer(body, status=status_line(status), media=media), Keep())
    return Case(f"status-{status}-{name}", script, Raises(CLASSES[status], said, attributes), call=call)


def success(status: int, name: str, script: bytes, expected: Outcome, call: str = "get") -> Case:
    """Return a case of a success."""
    return Case(f"status-{status}-{name}", (script, Keep()), expected, call=call)


def no_json(status: int, name: str, body: str, media: str = "application/json") -> Case:
    """Return a case of a success that is no JSON."""
    expected = Raises("NotJSONError", f"{status}.*no JSON.*{media}", {"status": status, "retryable": False})
    return success(status, name, answer(body, status=status_line(status), media=media), expected)


def good(status: int, name: str, media: str | None = "application/json") -> Case:
    """Return a case of a success that is read."""
    script = answer(json.dumps(ACCOUNT), status=status_line(status), media=media)
    return success(status, name, script, Returns(ACCOUNT))


def nothing(status: int, call: str = "get") -> Case:
    """Return a case of a success without a body."""
    length = ["Content-Length: 0"] if status != HTTPStatus.NO_CONTENT else []
    script = (head(*length, status=status_line(status)), Keep())
    allowed = Returns(None) if status in {HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT} else None
    return Case(f"status-{status}-nothing-{call}", script, EMPTY, allowed, call=call)


CASES: Final = [
    *(refusal(status, name, *text) for name, text in TEXTS.items() for status in CLASSES),
    *(refusal(status, name, *text) for name, text in ODD_TEXTS.items() for status in (400, 401, 404, 502)),
    *(refusal(status, "without-type", "no", None) for status in (403, 500)),
    *(refusal(status, f"html-{call}", PAGE, "text/html", call) for call, status in CALLS.items()),
    *(no_json(status, "html", PAGE, "text/html") for status in (200, 201, 202, 203, 299)),
    *(no_json(status, "text", "ok", "text/plain") for status in (200, 202)),
    *(no_json(status, "html-called-json", PAGE) for status in (200, 201)),
    *(nothing(status) for status in (200, 201, 202, 204, 205)),
    nothing(200, "list"),
    nothing(204, "delete"),
    *(good(status, "json") for status in (201, 202, 203, 206, 299)),
    good(200, "json-called-html", "text/html"),
    good(200, "json-called-problem", "application/problem+json"),
    good(200, "json-without-type", None),
    Case("status-200-error", (json_answer(ERROR), Keep()), Returns(ERROR, "WARNING")),
    Case(
        "status-200-error-strict",
        (json_answer(ERROR), Keep()),
        Raises("InvalidAnswerError", "missing", {"status": 200}),
        Returns(ERROR),
        strict=True,
    ),
    Case(
        "status-101",
        (head("Upgrade: h2c", "Connection: Upgrade", status="101 Switching Protocols"), Keep()),
        Raises("IncompleteAnswerError"),
        Raises("APIConnectionError"),
    ),
    Case(
        "status-099",
        (head("Content-Length: 0", status="099 Odd"), Keep()),
        Raises("IncompleteAnswerError"),
        Raises("APIConnectionError"),
    ),
]
