"""Redaction of keys, signatures and passwords in texts, in whatever way they are written."""

from __future__ import annotations

import base64
import html
import json
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGNATURE: Final = re.compile(r"(oauth_(?:signature|nonce)\W{1,5}?)[\w%+/=-]+")
"""Where a text quotes a signature (RFC 5849)."""
_OAUTH_NAMES: Final = ("access_token", "access_token_secret")
"""The credentials that OAuth issues, whatever the description says of them."""
_PERCENT: Final = re.compile("%[0-9A-F]{2}")
_UNUSUAL: Final = re.compile(r"[^\n -~]")
_SHORTEST: Final = 5
"""Characters of base64; fewer could stand anywhere."""


class Redaction:
    """Takes secrets out of texts."""

    def __init__(self, *secrets: str, names: Iterable[str] = ()) -> None:
        """Take out these secrets, signatures, and the values of form and JSON fields with these names."""
        fields = "|".join(map(re.escape, sorted({*names, *_OAUTH_NAMES}, key=len, reverse=True)))
        self._credential = re.compile(
            rf"""((?:{fields})(?:=|"\s*:\s*"))((?<==)[^&"\s]+|(?<=")(?:[^"\\]|\\.)+)"""
        )
        self._spellings: list[str] = []
        for secret in secrets:
            self.hide(secret)

    def hide(self, secret: str) -> None:
        """Take another secret out from now on."""
        spellings = {spelling for spelling in _spellings(secret) if spelling}
        self._spellings = sorted(spellings.union(self._spellings), key=len, reverse=True)

    def of(self, text: str) -> str:
        """Return a text without secrets and control characters."""
        for spelling in self._spellings:
            text = text.replace(spelling, "***")
        text = self._credential.sub(r"\1***", _SIGNATURE.sub(r"\1***", text))
        return text if text.isprintable() else _UNUSUAL.sub(_printable, text)


def _printable(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else ascii(match[0])[1:-1]


def _spellings(secret: str) -> Iterator[str]:
    """Yield how a secret is written in forms, URLs, JSON, HTML, Python and base64."""
    raw = secret.encode(errors="surrogateescape")
    for text in (
        secret,
        quote(raw, safe=""),
        quote(raw),
        quote_plus(raw),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        html.escape(secret, quote=False),
        repr(secret)[1:-1],
    ):
        for spelling in (text, _PERCENT.sub(lambda code: code[0].lower(), text)):
            yield from (spelling, spelling.replace("/", "\\/"))
    for offset in range(3):  # base64 of a substring depends on its offset modulo 3
        encoded = base64.b64encode(bytes(offset) + raw)
        certain = encoded[-(-offset * 8 // 6) : (offset + len(raw)) * 8 // 6].decode()
        if len(certain) >= _SHORTEST:
            yield from (certain, certain.replace("+", "-").replace("/", "_"))
