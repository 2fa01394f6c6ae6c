"""Values of plain YAML scalars: the core schema of YAML 1.2, and what readers of YAML 1.1 take otherwise."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CORE: Final = "tag:yaml.org,2002:"
CONVERTERS: Final[Mapping[str, Callable[[str], Any]]] = {
    f"{CORE}null": lambda _: None,
    f"{CORE}bool": lambda text: text.lower() == "true",
    f"{CORE}int": lambda text: int(text, 0) if text[:2] in {"0x", "0o"} else int(text),
    f"{CORE}float": lambda text: float(text.lower().replace(".inf", "inf").replace(".nan", "nan")),
    f"{CORE}str": str,
}
RESOLVERS: Final = (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+0123456789."),
    ),
)
"""The tag of a plain scalar, its pattern, and the characters that it begins with."""

TRUE_WORDS: Final = frozenset({"y", "yes", "on"})
FALSE_WORDS: Final = frozenset({"n", "no", "off"})
"""Words that are booleans in YAML 1.1, in small letters."""
_SUSPECT: Final = re.compile(r"[-+.0-9=ynoYNO]")
_TIME: Final = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_DATE: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
)
_WHOLE: Final = re.compile(
    r"[-+]?(?:0[0-9_]+|[1-9][0-9]*_[0-9_]*|0b[01_]+|0o[0-7]+)|[-+]0x[0-9a-fA-F_]+|0x[0-9a-fA-F]*_[0-9a-fA-F_]*"
)
_EXPONENT: Final = re.compile(r"[-+]?(?:[0-9]+[eE][-+]?[0-9]+|(?:\.[0-9]+|[0-9]+\.[0-9]*)[eE][0-9]+)")
"""A number without a point or without a sign in its exponent, which YAML 1.1 takes for a text."""
_LONG: Final = 10**15
"""From here on a number is shown as it is in floating point."""


class Doubt(NamedTuple):
    """Why readers differ on a plain scalar.

    Attributes:
        message: what they take it for.
        fix: what to write instead.
        value: what the author most likely means, as data.
        is_text: whether it is a text without doubt, so that quotes alone correct it.
    """

    message: str
    fix: str
    value: Any
    is_text: bool = False


def doubt(text: str) -> Doubt | None:
    """Return why readers differ on a plain scalar; None if all take it for the same value."""
    if not _SUSPECT.match(text):
        return None
    return _text(text) or _number(text)


def _text(text: str) -> Doubt | None:
    """Return why readers differ on what YAML 1.2 takes for a text."""
    word, quoted = text.lower(), f'write "{text}" with quotes'
    message = f"many readers take {text} for a"
    if word in TRUE_WORDS | FALSE_WORDS:
        fix = f"{quoted} for a text, {str(word in TRUE_WORDS).lower()} for a boolean"
        return Doubt(f"{message} boolean", fix, text, is_text=True)
    if _DATE.fullmatch(text):
        return Doubt(f"{message} date", quoted, text, is_text=True)
    if _TIME.fullmatch(text):
        return Doubt(f"{message} number to the base 60", quoted, text, is_text=True)
    if text == "=":
        return Doubt("many readers refuse a bare =", quoted, text, is_text=True)
    return None


def _number(text: str) -> Doubt | None:
    """Return why readers differ on what looks like a number."""
    value: int | float
    if _WHOLE.fullmatch(text):
        value = _integer(text)
    elif _EXPONENT.fullmatch(text) and math.isfinite(float(text)):
        value = float(text)
        value = int(value) if value.is_integer() and abs(value) < _LONG else value
    else:
        return None
    fix = f'write {value} for a number, "{text}" with quotes for a text'
    return Doubt(f"readers take {text} for different values", fix, value)


def _integer(text: str) -> int:
    """Return an integer in any notation; with zeros in front, as a decimal number."""
    sign, digits = (text[0], text[1:]) if text[0] in "-+" else ("", text)
    digits = digits.replace("_", "")
    base = {"0b": 2, "0o": 8, "0x": 16}.get(digits[:2], 10)
    return int(sign + digits, base)
