"""Matches: how a filter of a list compares the value of a field with what a query wants."""

from __future__ import annotations

import fnmatch
import operator
import re
from collections.abc import Callable  # noqa: TC003 - a field of a dataclass
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import re2

if TYPE_CHECKING:
    from collections.abc import Mapping

_EXPRESSION: Final = re.compile(r"/(.+)/([a-z]*)", re.DOTALL)
"""A regular expression between slashes, with flags behind them."""
_OPTIONS: Final = re2.Options()
_OPTIONS.log_errors = False


def _same(value: Any, stated: Any) -> Any:
    del stated
    return value


@dataclass(frozen=True)
class Match:
    """A way to compare.

    Attributes:
        sentence: what it asks of the field, as a sentence goes on; `{value}` is the value that the
            description states for the match `is`.
        accepts: tells whether the value of a field matches; takes that value, the value that is wanted, and
            the value that the description states.
        wanted_for: returns a value that is wanted of a value of the field; takes that and the stated value.
    """

    sentence: str
    accepts: Callable[[Any, Any, Any], bool]
    wanted_for: Callable[[Any, Any], Any] = _same


def compiled(wanted: str) -> Any:
    """Return the regular expression of a text such as `/invoice/i`; None for a text without slashes.

    Expressions are those of RE2, which match in linear time whatever a client sends.

    Raises:
        ValueError: if it is no such expression, or has flags other than `i`, `m`, `s` and `u`.
    """
    parts = _EXPRESSION.fullmatch(wanted)
    if parts is None:
        return None
    expression, flags = parts.groups()
    if set(flags) - set("imsu"):
        message = f"the flags {flags} are not known; there are i, m, s and u"
        raise ValueError(message)
    inline = "".join(sorted(set(flags) - {"u"}))
    try:
        return re2.compile(f"(?{inline}:{expression})" if inline else expression, _OPTIONS)
    except re2.error as error:
        message = f"{wanted} is no regular expression of RE2"
        raise ValueError(message) from error


def _contains(value: Any, wanted: Any, stated: Any) -> bool:
    del stated
    return str(wanted).casefold() in str(value).casefold()


def _text(value: Any, wanted: Any, stated: Any) -> bool:
    expression = compiled(str(wanted))
    return bool(expression.search(str(value))) if expression else _contains(value, wanted, stated)


def _pattern(value: Any, wanted: Any, stated: Any) -> bool:
    del stated
    expression = compiled(str(wanted))
    if expression:
        return bool(expression.search(str(value)))
    return fnmatch.fnmatchcase(str(value).casefold(), str(wanted).casefold())


def _compared(by: Callable[[Any, Any], bool]) -> Callable[[Any, Any, Any], bool]:
    """Return what compares numbers; null is neither less nor greater than any."""
    return lambda value, wanted, stated: isinstance(value, int | float) and by(value, wanted)  # noqa: ARG005


def _escaped(value: Any, stated: Any) -> Any:
    """Return a pattern that only this value fits; its own wildcards are put in brackets."""
    del stated
    return re.sub(r"[*?\[]", r"[\g<0>]", str(value))


MATCHES: Final[Mapping[str, Match]] = {
    "equal": Match("which must equal it", lambda value, wanted, _: bool(value == wanted)),
    "address": Match(
        "which must be or hold the mail address, in any letter case",
        lambda value, wanted, _: str(value).lower() == str(wanted).lower(),
    ),
    "domain": Match(
        "whose domain it must be, in any letter case",
        lambda value, wanted, _: str(value).lower().rpartition("@")[2] == str(wanted).lower().lstrip("@"),
        lambda value, _: str(value).rpartition("@")[2],
    ),
    "is": Match(
        "which must be {value} with 1, and must not with 0",
        lambda value, wanted, stated: bool((value == stated) == (wanted == 1)),
        lambda value, stated: int(value == stated),
    ),
    "part": Match("which must contain it, in any letter case", _contains),
    "text": Match(
        "which must contain it in any letter case, or match the regular expression between slashes", _text
    ),
    "pattern": Match(
        "which must fit its wildcards in any letter case, or match the regular expression between slashes",
        _pattern,
        _escaped,
    ),
    "before": Match(
        "which must be less",
        _compared(operator.lt),
        lambda value, _: value + 1,
    ),
    "after": Match(
        "which must be greater",
        _compared(operator.gt),
        lambda value, _: value - 1,
    ),
    "at-least": Match("which must not be less", _compared(operator.ge)),
    "at-most": Match("which must not be greater", _compared(operator.le)),
}
"""The matches by the names that the description gives them."""
