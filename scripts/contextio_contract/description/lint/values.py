"""Types of the values of fields: which values fit, and how to write one that does not."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from contextio_contract.description.source.finding import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SHOWN: Final = 40
"""Characters of a value in a message."""
_SWITCHES: Final = {"true": "true yes on y t 1", "false": "false no off n f 0"}
_SEPARATOR: Final = re.compile(r"[\s,|]+")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


class Type(NamedTuple):
    """A type of plain values.

    Attributes:
        noun: what messages call a value of it.
        example: one, as YAML.
        fits: returns whether a value is one.
        converted: returns as YAML what was meant by a value that is none; None if that is not clear.
    """

    noun: str
    example: str
    fits: Callable[[Any], bool]
    converted: Callable[[Any], str | None] = lambda _: None


class Mistake(NamedTuple):
    """A value that does not fit: the keys that lead to it, what it is, and what to write."""

    keys: tuple[str | int, ...]
    message: str
    fix: str


def described(value: Any) -> str:
    """Return what messages call a value."""
    if isinstance(value, str):
        return f'the text "{value if len(value) <= _SHOWN else value[:_SHOWN] + "…"}"'
    if isinstance(value, bool):
        return json.dumps(value)
    names = {type(None): "empty", list: "a list" if value else "an empty list", dict: "a mapping"}
    return names.get(type(value), f"the number {value}")


def quoted(value: Any) -> str:
    """Return a value as a text in quotes."""
    return json.dumps(value if isinstance(value, str) else json.dumps(value), ensure_ascii=False)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_filled(value: Any) -> bool:
    return isinstance(value, list) and bool(value)


def _as_text(value: Any) -> str | None:
    return quoted(value) if isinstance(value, bool | int | float) else None


def _as_switch(value: Any) -> str | None:
    word = str(value).strip().lower()
    return next((switch for switch, words in _SWITCHES.items() if word in words.split()), None)


def _as_number(value: Any) -> str | None:
    text = value.strip() if isinstance(value, str) else ""
    return text if _NUMBER.fullmatch(text) else None


def _as_list(value: Any) -> str | None:
    if isinstance(value, str):
        return f"[{', '.join(_SEPARATOR.split(value.strip()))}]"
    names = list(map(str, value)) if isinstance(value, dict) else [json.dumps(value)]
    return f"[{', '.join(names)}]" if names and value is not None else None


TYPES: Final = {
    "any": Type("a value", "0", lambda _: True),
    "text": Type("a text", '"…"', lambda value: isinstance(value, str) and bool(value.strip()), _as_text),
    "constant": Type("a text", '"…"', lambda value: isinstance(value, str), _as_text),
    "version": Type(
        "a version of OpenAPI 3.1", "3.1.1", lambda value: bool(re.fullmatch(r"3\.1\.\d+(-.+)?", str(value)))
    ),
    "flag": Type("true or false", "true", lambda value: isinstance(value, bool), _as_switch),
    "number": Type("a number", "1", _is_number, _as_number),
    "positive": Type("a number above 0", "1", lambda value: _is_number(value) and value > 0, _as_number),
    "count": Type(
        "a whole number from 0",
        "1",
        lambda value: _is_number(value) and value >= 0 and value % 1 == 0,
        lambda value: value.strip() if isinstance(value, str) and value.strip().isdecimal() else None,
    ),
    "list": Type("a list", "[<value>, <value>]", _is_list, _as_list),
    "values": Type(
        "a list of values", "[<value>, <value>]", lambda value: _is_list(value) and value, _as_list
    ),
    "texts": Type("a list of texts", "[<name>, <name>]", _is_list, _as_list),
    "names": Type("a list of names", "[<name>, <name>]", _is_list, _as_list),
    "map": Type("a mapping", "{<name>: …}", lambda value: isinstance(value, dict)),
}
"""Types by the names that the grammar has for them."""


def plain_mistakes(name: str, takes: str, value: Any) -> Iterator[Mistake]:
    """Yield why a value does not fit a field that takes plain data of a type, or one of several words."""
    if "|" in takes:
        words = takes.split("|")
        if value not in words:
            yield Mistake((), f"{name} is {described(value)}", f"write {_choice(name, value, words)}")
    elif not TYPES[takes].fits(value):
        kind, meant = TYPES[takes], TYPES[takes].converted(value)
        fix = f"write {name}: {meant}" if meant else f"write {kind.noun}, such as {name}: {kind.example}"
        is_blank = isinstance(value, str) and not value.strip()
        message = f"{name} is {'an empty text' if is_blank else described(value)}, not {kind.noun}"
        yield Mistake((), message.removesuffix(", not a text") if is_blank else message, fix)
    elif takes in {"texts", "names"}:
        yield from _item_mistakes(name, value, are_different=takes == "names")


def _item_mistakes(name: str, items: list[Any], *, are_different: bool) -> Iterator[Mistake]:
    for index, item in enumerate(items):
        if not isinstance(item, str):
            fix = f"write {_as_text(item) or 'a text'}"
            yield Mistake((index,), f"{described(item)} stands in {name}, a list of texts", fix)
        elif are_different and item in items[:index]:
            yield Mistake((index,), f"{item} stands in {name} twice", "remove one")


def _choice(name: str, value: Any, words: list[str]) -> str:
    """Return what was most likely meant by a value, or all that may be written."""
    lower = {word.lower(): word for word in words}
    near = nearest(str(value).strip().lower(), lower)
    return f"{name}: {lower[near]}" if near else " or ".join(f"{name}: {word}" for word in words)
