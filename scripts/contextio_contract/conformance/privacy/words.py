"""Tokens and words of texts, in whatever way these are escaped."""

from __future__ import annotations

import html
import re
import sys
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPE: Final = (
    r"""%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|&(?:\#\w{1,8}|\w{2,8});"""
)
TOKEN: Final = re.compile(rf"""(?:{_ESCAPE}|[^\s"'<>()\[\]{{}},;/?&=\#|:\\%])+""")
"""A part of a text that is shown or masked as a whole, such as a mail address or a segment of a path."""
_WORD: Final = re.compile(r"\w+|[^\x00-\x7f\xa0\xab\xbb\u2010-\u205e]")
"""A word, or a character such as an emoji, but no punctuation."""
_BACKSLASHED: Final = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL
)
_CONTROLS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_SURROGATES: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def words(text: str) -> Iterator[str]:
    """Yield the words of a text, and each emoji, which may tell as much."""
    return (match[0] for match in _WORD.finditer(text))


@lru_cache(2**14)
def decoded(token: str) -> str:
    """Return a token without the escapes of Python, JSON, HTML and URLs."""
    if "\\" in token:
        token = _SURROGATES.sub(_joined, _BACKSLASHED.sub(_character, token))
    if "&" in token:
        token = html.unescape(token)
    while "%" in token and (inner := unquote(token)) != token:  # URLs can stand in URLs
        token = inner
    return token


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if not code:
        return _CONTROLS.get(match[4], match[4])
    number = int(code, 16)
    return chr(number) if number <= sys.maxunicode else ""


def _joined(pair: re.Match[str]) -> str:
    """Return the character of two surrogates, as JSON writes those beyond U+FFFF."""
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
