"""Answers in JSON that are not of the described types."""

from __future__ import annotations

from typing import Any, Final

from tests.broken.case import ACCOUNT, Case, Keep, Raises, Returns, account, json_answer

_SOURCE: Final[dict[str, Any]] = {"label": "0", "status": "OK"}

FIELDS: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "number-for-text": ({"first_name": 5}, "first_name"),
    "boolean-for-text": ({"first_name": True}, "first_name"),
    "null-for-text": ({"first_name": None}, "first_name"),
    "list-for-text": ({"first_name": ["Ada"]}, "first_name"),
    "object-for-text": ({"first_name": {"a": 1}}, "first_name"),
    "text-for-integer": ({"created": "123"}, "created"),
    "fraction-for-integer": ({"created": 1.5}, "created"),
    "boolean-for-integer": ({"created": True}, "created"),
    "negative-time": ({"created": -1}, "created"),
    "object-for-list": ({"email_addresses": {"0": "ada@example.com"}}, "email_addresses"),
    "text-for-list": ({"email_addresses": "ada@example.com"}, "email_addresses"),
    "null-for-list": ({"sources": None}, "sources"),
    "null-in-a-list": ({"email_addresses": [None]}, r"email_addresses\.0"),
    "number-in-a-list": ({"email_addresses": ["ada@example.com", 5]}, r"email_addresses\.1"),
    "null-for-object": ({"sources": [None]}, r"sources\.0"),
    "text-for-object": ({"sources": ["0"]}, r"sources\.0"),
    "list-for-object": ({"sources": [[]]}, r"sources\.0"),
    "nested-number-for-text": ({"sources": [{**_SOURCE, "label": 0}]}, r"sources\.0\.label"),
    "nested-empty-text": ({"sources": [{**_SOURCE, "label": ""}]}, r"sources\.0\.label"),
    "nested-port-out-of-range": ({"sources": [{**_SOURCE, "port": 0}]}, r"sources\.0\.port"),
    "nested-text-for-integer": ({"sources": [{**_SOURCE, "port": "993"}]}, r"sources\.0\.port"),
    "nested-integer-for-boolean": ({"sources": [{**_SOURCE, "sync_flags": 1}]}, r"sources\.0\.sync_flags"),
    "nested-text-for-boolean": ({"sources": [{**_SOURCE, "use_ssl": "yes"}]}, r"sources\.0\.use_ssl"),
    "nested-null-for-status": ({"sources": [{**_SOURCE, "status": None}]}, r"sources\.0\.status"),
}
"""Fields that are off, and the place of which client and error speak."""

ROOTS: Final[dict[str, tuple[str, Any]]] = {
    "list-for-object": ("get", [ACCOUNT]),
    "text-for-object": ("get", "account"),
    "number-for-object": ("get", 5),
    "null-for-object": ("get", None),
    "false-for-object": ("delete", False),
    "object-for-list": ("list", {"accounts": [ACCOUNT]}),
    "account-for-list": ("list", ACCOUNT),
    "text-for-list": ("list", "accounts"),
    "null-for-list": ("list", None),
    "object-for-list-of-all": ("all", {"accounts": []}),
}
"""Calls, and answers whose root is off: there is nothing to return."""

_MISSING: Final = {name: value for name, value in ACCOUNT.items() if name != "username"}
_ROWS: Final = [ACCOUNT, {**ACCOUNT, "id": "2", "created": "now"}, {**ACCOUNT, "id": "3"}]


def tolerated(name: str, fields: dict[str, Any], place: str) -> Case:
    """Return a case in which raw values are kept and a warning names the place; TypeScript checks nothing."""
    value = {**ACCOUNT, **fields}
    return Case(
        f"type-{name}", (account(**fields), Keep()), Returns(value, rf"WARNING.*{place}"), Returns(value)
    )


def refused(name: str, fields: dict[str, Any], place: str) -> Case:
    """Return the same for a client that is strict."""
    return Case(
        f"strict-{name}",
        (account(**fields), Keep()),
        Raises("InvalidAnswerError", place, {"status": 200, "retryable": False}),
        Returns({**ACCOUNT, **fields}),
        strict=True,
    )


CASES: Final = [
    *(tolerated(name, *fields) for name, fields in FIELDS.items()),
    *(refused(name, *fields) for name, fields in FIELDS.items()),
    *(
        Case(f"root-{name}", (json_answer(value), Keep()), Raises("InvalidAnswerError", "200"), call=call)
        for name, (call, value) in ROOTS.items()
    ),
    Case("type-unknown-field", (account(new={"a": [1]}), Keep()), Returns({**ACCOUNT, "new": {"a": [1]}})),
    Case(
        "type-unknown-status-of-a-source",
        (account(sources=[{"label": "0", "status": "ODD"}]), Keep()),
        Returns({**ACCOUNT, "sources": [{"label": "0", "status": "ODD"}]}),
    ),
    Case("type-integer-as-a-float", (account(created=123.0), Keep()), Returns({**ACCOUNT, "created": 123})),
    Case(
        "type-missing-field",
        (json_answer(_MISSING), Keep()),
        Returns(_MISSING, "WARNING.*username"),
    ),
    Case(
        "strict-missing-field",
        (json_answer(_MISSING), Keep()),
        Raises("InvalidAnswerError", "username is missing"),
        Returns(_MISSING),
        strict=True,
    ),
    Case("type-empty-object", (json_answer({}), Keep()), Returns({}, "WARNING")),
    Case(
        "type-one-row",
        (json_answer(_ROWS), Keep()),
        Returns(_ROWS, r"1\.created"),
        call="list",
    ),
    Case(
        "type-one-row-of-all",
        (json_answer(_ROWS), Keep()),
        Returns(_ROWS, r"1\.created"),
        call="all",
    ),
    Case(
        "strict-one-row",
        (json_answer(_ROWS), Keep()),
        Raises("InvalidAnswerError", r"1\.created"),
        Returns(_ROWS),
        call="list",
        strict=True,
    ),
    Case(
        "type-rows-that-are-none",
        (json_answer([None, 5, "a", ACCOUNT]), Keep()),
        Returns([None, 5, "a", ACCOUNT], r"WARNING.*\b0\b"),
        call="list",
    ),
    Case(
        "type-false-for-true",
        (json_answer({"success": False}), Keep()),
        Returns({"success": False}, "WARNING.*success"),
        call="delete",
    ),
]
