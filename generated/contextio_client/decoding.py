"""JSON of answers as values, also where it breaks RFC 8259. Generated from the description; not to be edited."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic_core import from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MOST_PLACES: Final = 5
_MAX_LEVELS: Final = 200
"""How deep pydantic reads and writes values within values."""
TOO_DEEP: Final = "is nested too deeply"
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u([dD][89a-fA-F][\da-fA-F]{2})|.)",
    re.DOTALL,
)
"""An escape in JSON; the group is half of a surrogate pair, which is no character."""


class Problem(NamedTuple):
    """Something in an answer that is not as described.

    Attributes:
        place: where, as `57.sources.0.label`; keys that are no fields, such as mail addresses, are `*`.
        what: what is wrong there, without the value.
    """

    place: str
    what: str


def list_places(problems: Sequence[Problem]) -> str:
    """Return the first places of problems in words, and how many others there are."""
    places = list(dict.fromkeys(problem.place for problem in problems))
    others = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
    return ", ".join(places[:_MOST_PLACES]) + others


class UnreadableError(ValueError):
    """A body cannot be read; the message says what is wrong with it."""


class NoJSONError(UnreadableError):
    """Text is no JSON."""


class CutOffError(UnreadableError):
    """JSON ends before its end."""


def decode(content: bytes, charset: str | None = None) -> tuple[Any, list[Problem]]:
    """Return JSON as a value, with what had to be replaced for it.

    A byte order mark and other encodings than UTF-8 are taken as they are. Bytes and escapes that are no
    characters become U+FFFD. What lies deeper than 200 levels, and integers that Python does not read, stay text.

    Args:
        content: the JSON.
        charset: its encoding if that is named; else it is found.

    Raises:
        CutOffError: if the end is missing.
        NoJSONError: if it is no JSON.
        UnreadableError: if it has more levels than Python reads.
    """
    try:
        return from_json(content), []
    except ValueError as error:
        is_cut_off = str(error).startswith("EOF while")
    problems: list[Problem] = []

    def note(what: str) -> None:
        if (problem := Problem("the body", what)) not in problems:
            problems.append(problem)

    text = _text(content, charset, note)
    try:
        value = json.loads(text, parse_int=lambda digits: _integer(digits, note))
        return _bounded(value, _MAX_LEVELS, note), problems
    except json.JSONDecodeError as error:
        is_at_end = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
        if is_cut_off or (is_at_end and text.strip()):
            raise CutOffError from None
        raise NoJSONError from None
    except RecursionError:
        raise UnreadableError(TOO_DEEP) from None


def _text(content: bytes, charset: str | None, note: Callable[[str], None]) -> str:
    """Return JSON as text in which every escape is a character."""
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(charset if charset and encoding == "utf-8" else encoding)
    except (LookupError, UnicodeError):
        text = content.decode(encoding, errors="replace")
        if "\ufffd" in text:
            note("has bytes that are no characters; they are replaced")
    whole = _ESCAPE.sub(lambda escape: r"\ufffd" if escape[1] else escape[0], text)
    if whole != text:
        note("has escapes that are no characters; they are replaced")
    return whole


def _integer(digits: str, note: Callable[[str], None]) -> int | str:
    try:
        return int(digits)
    except ValueError:
        note("has an integer of too many digits; its text is kept")
        return digits


def _bounded(value: Any, levels: int, note: Callable[[str], None]) -> Any:
    """Return a value whose lists and objects below some level are JSON."""
    if not isinstance(value, dict | list):
        return value
    if not levels:
        note(f"has more than {_MAX_LEVELS} levels; the JSON of what is deeper is kept")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return {key: _bounded(each, levels - 1, note) for key, each in value.items()}
    return [_bounded(each, levels - 1, note) for each in value]
