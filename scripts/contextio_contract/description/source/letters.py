"""Letters that look like those of ASCII, and characters that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LOOK_ALIKE: Final = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u04cf\u051b"
    "\u051d\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423\u0406"
    "\u0408\u0405"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03bf\u03bd\u03b1\u03c1\u03b9",
    "aeopcyxijsdhlqwABEKMHOPCTXYIJSABEZHIKMNOPTYXovapi",
)
"""Letters of the Cyrillic and Greek alphabets."""
_VARIANT: Final = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
"""Full-width and mathematical letters."""
_UNSEEN: Final = frozenset({"Cf", "Zs", "Zl", "Zp"})
_NAME: Final = re.compile(r"[!-~]*[A-Za-z][!-~]*")
_INDENTATION: Final = re.compile(r" *([^\S \t\r\n]|[\u200b\ufeff])")


def in_ascii(text: str) -> str | None:
    """Return a name in ASCII letters, if some of it only looks so; None for any other text."""
    if text.isascii():
        return None
    seen = "".join(letter for letter in text if unicodedata.category(letter) not in _UNSEEN or letter == " ")
    name = _VARIANT.sub(lambda match: unicodedata.normalize("NFKC", match[0]), seen).translate(_LOOK_ALIKE)
    has_ascii = re.search("[A-Za-z]", text)
    return name.strip() if has_ascii and _NAME.fullmatch(name.strip()) else None


def named(text: str) -> str:
    """Return the first character outside ASCII by its name and code point."""
    return _name(next(letter for letter in text if not letter.isascii()))


def odd_indent(line: str) -> tuple[int, str] | None:
    """Return the column and the name of a blank in the indentation that is no space; None without one."""
    match = _INDENTATION.match(line)
    return (match.start(1) + 1, _name(match[1])) if match else None


def _name(letter: str) -> str:
    return f"{unicodedata.name(letter, 'a character')} (U+{ord(letter):04X})"
