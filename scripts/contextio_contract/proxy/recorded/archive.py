"""HTTP archives (HAR 1.2), read entry by entry in bounded space.

An archive may be larger than the memory, and it may be broken anywhere. No message repeats what it holds.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK: Final = 1 << 20
"""Characters that are read at once."""

_LONGEST: Final = 1 << 28
"""Characters that one value may have."""

_ESCAPE: Final = len(r"\ud83d\ude00")
"""Characters of the longest escape, a surrogate pair, which the end of what was read may cut."""

_GZIP: Final = b"\x1f\x8b"
_DECODER: Final = json.JSONDecoder(strict=False)  # some programs write line breaks into strings as they are


class BrokenArchiveError(Exception):
    """What is wrong with an archive, as a sentence goes on behind its name."""


def entries(stream: io.BufferedReader) -> Iterator[Any]:
    """Yield the entries of an archive, which may be compressed with gzip.

    Raises:
        BrokenArchiveError: where the archive cannot be read on; the entries before were yielded.
    """
    plain = gzip.GzipFile(fileobj=stream) if stream.peek(len(_GZIP)).startswith(_GZIP) else stream
    characters = io.TextIOWrapper(plain, "utf-8-sig", errors="replace")
    try:
        yield from _entries(_Text(characters))
    finally:
        characters.detach()  # who opened the stream closes it


def _entries(text: _Text) -> Iterator[Any]:
    has_entries = False
    for name in text.members():
        if name != "log" or text.peek() != "{":
            text.value()
            continue
        for key in text.members():
            if key == "entries" and text.peek() == "[":
                has_entries = True
                yield from text.elements()
            else:
                text.value()
    if text.peek():
        raise text.broken()
    if not has_entries:
        message = "is no HTTP archive: it has no log.entries"
        raise BrokenArchiveError(message)


class _Text:
    """JSON text that is read piece by piece."""

    def __init__(self, stream: io.TextIOBase) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._passed = 0
        """Characters before the text that is held."""

    def members(self) -> Iterator[str]:
        """Yield the names of an object; who takes one reads its value before the next."""
        self._take("{")
        while self.peek() != "}":
            name = self.value()
            if not isinstance(name, str):
                raise self.broken()
            self._take(":")
            yield name
            if self.peek() != "}":
                self._take(",")
        self._take("}")

    def elements(self) -> Iterator[Any]:
        """Yield the elements of an array."""
        self._take("[")
        while self.peek() != "]":
            yield self.value()
            if self.peek() != "]":
                self._take(",")
        self._take("]")

    def value(self) -> Any:
        """Return the value that comes next."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _ESCAPE
                if not (is_cut and self._read_more()):
                    raise self.broken(is_cut=is_cut) from error
            except (RecursionError, ValueError) as error:  # ValueError: thousands of digits
                raise self.broken() from error
            else:
                # A number that ends where the text ends may go on.
                if end < len(self._text) or not self._read_more():
                    self._at = end
                    return value

    def peek(self) -> str:
        """Return the next character that is no blank; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_more():
                return ""

    def broken(self, *, is_cut: bool = False) -> BrokenArchiveError:
        """Return the error for text that is no JSON from here on."""
        if is_cut or not self.peek():
            return BrokenArchiveError("ends too early")
        return BrokenArchiveError(f"is no HTTP archive (HAR) from character {self._passed + self._at} on")

    def _take(self, expected: str) -> None:
        if self.peek() != expected:
            raise self.broken()
        self._at += 1

    def _read_more(self) -> bool:
        """Read on, as much as is held at least, and return whether there was anything."""
        held = len(self._text) - self._at
        if held > _LONGEST:
            message = f"has a value of more than {_LONGEST} characters"
            raise BrokenArchiveError(message)
        try:
            read = self._stream.read(max(_CHUNK, held))
        except (EOFError, zlib.error) as error:
            message = "ends too early, or its compression is broken"
            raise BrokenArchiveError(message) from error
        except OSError as error:
            message = f"cannot be read ({error.strerror or 'its compression is broken'})"
            raise BrokenArchiveError(message) from error
        self._passed += self._at
        self._text, self._at = self._text[self._at :] + read, 0
        return bool(read)
