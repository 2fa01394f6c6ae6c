"""What no report may hold: keys, signatures, passwords, in whatever way they are written."""

from __future__ import annotations

import base64
import html
import json
import re
from typing import Final
from urllib.parse import quote, quote_plus

SIGNATURE: Final = re.compile(r"(oauth_(?:signature|nonce)\W{1,5}?)[\w%+/=-]+")
"""Where a text quotes a signature."""
CREDENTIAL: Final = re.compile(
    r"""((?:password|access_token|access_token_secret|provider_\w*token\w*)(?:=|"\s*:\s*"))"""
    r"""((?<==)[^&"\s]+|(?<=")(?:[^"\\]|\\.)+)"""
)
"""Where a form or an answer holds a credential."""
_PERCENT: Final = re.compile("%[0-9A-F]{2}")


def spellings(secret: str) -> list[str]:
    """Return how a secret may be written in forms, addresses, JSON, HTML and base64, the longest first."""
    raw = secret.encode(errors="surrogateescape")
    found = {
        secret,
        quote(raw, safe=""),
        quote(raw),
        quote_plus(raw),
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        html.escape(secret),
        html.escape(secret, quote=False),
        repr(secret)[1:-1],
    }
    found |= {_PERCENT.sub(lambda code: code[0].lower(), text) for text in found}
    found |= {text.replace("/", "\\/") for text in found}
    for before in range(3):  # bytes of a group that others than the secret begin
        whole = base64.b64encode(b"\0" * before + raw)
        known = whole[(0, 2, 3)[before] : len(whole) - (0, 3, 2)[(before + len(raw)) % 3]].decode()
        if len(known) > 4:  # noqa: PLR2004 - less than a group could stand anywhere
            found |= {known, known.replace("+", "-").replace("/", "_")}
    return sorted(found - {""}, key=len, reverse=True)


class Redaction:
    """Takes secrets out of texts."""

    def __init__(self, *secrets: str) -> None:
        """Take these secrets out, and whatever looks like one."""
        self._spellings: list[str] = []
        for secret in secrets:
            self.hide(secret)

    def hide(self, secret: str) -> None:
        """Take another secret out from now on."""
        self._spellings = sorted({*self._spellings, *spellings(secret)}, key=len, reverse=True)

    def of(self, text: str) -> str:
        """Return a text without secrets and characters of control."""
        for spelled in self._spellings:
            text = text.replace(spelled, "***")
        text = CREDENTIAL.sub(r"\1***", SIGNATURE.sub(r"\1***", text))
        return "".join(char if char.isprintable() or char == "\n" else ascii(char)[1:-1] for char in text)
