"""Arguments as they are sent: texts, numbers and booleans. Generated from the description; not to be edited."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final
from urllib.parse import quote

_OWN: Final = frozenset({"authorization", "content-length", "host", "transfer-encoding"})
"""Header fields that the client sets, so that the signature fits what is sent."""
_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE: Final = re.compile(r"(?:[!-~](?:[ -~\t]*[!-~])?)?")


class Fields(dict[str, Any]):
    """Arguments by their names on the wire. Its repr shows no value: error trackers collect those of variables."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(str, self))})"


class Several(tuple[object, ...]):
    """Several values of an argument, which are sent one by one."""

    __slots__ = ()


class Joined(Several):
    """Several values of an argument, which are sent as one text, with commas between them."""

    __slots__ = ()


def is_several(values: object) -> bool:
    """Return whether an argument has several values."""
    return isinstance(values, list | tuple)


def explode_values(values: object) -> object:
    """Return an argument that may have several values, in a list or a tuple."""
    return Several(values) if isinstance(values, list | tuple) else values


def join_values(values: object) -> object:
    """Return an argument that may have several values, which are sent as one text."""
    return Joined(values) if isinstance(values, list | tuple) else values


def encode(arguments: Mapping[str, object]) -> Fields:
    """Return arguments as they are sent, without None.

    Raises:
        TypeError: if one is neither a text, a number, a boolean, a date nor a documented list of these.
    """
    arguments = Fields(arguments)
    wrong = next(((name, reason) for name, value in arguments.items() if (reason := _objection(value))), None)
    if wrong:
        message = f"{wrong[0]} {wrong[1]}"
        raise TypeError(message)
    return Fields({name: _wire(value) for name, value in arguments.items() if value is not None})


def encode_headers(fields: Mapping[str, object]) -> dict[str, str]:
    """Return header fields as they are sent, without None; messages show no value, which may be a secret.

    Raises:
        TypeError: if a value is neither a text nor a number nor a boolean.
        ValueError: if a name or a value cannot be sent, or the client sets the field itself.
    """
    checked = {name: str(value) for name, value in encode(fields).items()}
    for name in checked:
        if not _HEADER_NAME.fullmatch(name):
            message = f"{name!r} is no name of a header field"
            raise ValueError(message)
        if name.lower() in _OWN:
            message = f"the client sets the header field {name} itself"
            raise ValueError(message)
    wrong = next((name for name, value in checked.items() if not _HEADER_VALUE.fullmatch(value)), None)
    if wrong is not None:
        checked = {}  # nothing to be seen in the frame of the error
        message = f"the header field {wrong} must be one line of printable ASCII, without blanks around it"
        raise ValueError(message)
    return checked


def encode_segment(name: str, value: object) -> str:
    """Return a path parameter as one percent-encoded segment.

    Raises:
        TypeError: if it is no text.
        ValueError: if it is empty, or would change the path.
    """
    if not isinstance(value, str):
        message = f"{name} must be a str; it is of type {type(value).__name__}"
        raise TypeError(message)
    if value in {"", ".", ".."}:
        message = f"{name} must name something; it is {value!r}"
        raise ValueError(message)
    if reason := _objection(value):
        message = f"{name} {reason}"
        raise ValueError(message)
    return quote(value, safe="")


def encode_integer(name: str, value: object) -> str:
    """Return a whole number as a path parameter.

    Raises:
        TypeError: if it is none.
    """
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"{name} must be an int; it is of type {type(value).__name__}"
        raise TypeError(message)
    return str(value)


def _objection(value: object) -> str | None:
    """Return why a value cannot be sent; None if it can."""
    if isinstance(value, Several):
        return next((f"has an element that {reason}" for each in value if (reason := _objection(each))), None)
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, float) and not math.isfinite(value):
        return f"must be a finite number; it is {value}"
    if isinstance(value, str) and not _is_writable(value):
        return "must be a text that can be written in UTF-8; it has a lone surrogate"
    if value is None or isinstance(value, str | int | float | date):
        return None
    return f"must be a text, a number or a boolean; it is of type {type(value).__name__}"


def _is_writable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text) if not text.isascii() else True


def _wire(value: object) -> object:
    """Return a boolean as 0 or 1 and a time as RFC 3339 has it, in UTC; without a zone it is local time."""
    match value:
        case Joined():
            return ",".join(str(_wire(each)) for each in value)
        case Several():
            return Several(_wire(each) for each in value)
        case Enum():
            return _wire(value.value)
        case bool():
            return int(value)
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case _:
            return value
