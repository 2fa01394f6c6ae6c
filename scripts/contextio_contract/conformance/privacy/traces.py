"""Traces of texts of others: enough to recognise a text or a part of it, in constant memory.

It is a Bloom filter (Bloom 1970) with one hash function. It never forgets; it may take a text for one that
it has met, the more so the more it has met: after a million entries, every sixtieth.
"""

from __future__ import annotations

from typing import Final

_SIZE: Final = 2**23
"""Bytes, with eight entries each."""
_LENGTH: Final = 5
"""Characters of the parts by which a longer word is recognised."""


class Traces:
    """Traces of texts, whatever their letter case."""

    def __init__(self) -> None:
        self._bits = bytearray(_SIZE)

    def add(self, text: str) -> None:
        """Remember a text as a whole."""
        self._set(text.casefold())

    def add_word(self, word: str) -> None:
        """Remember a word and all of its parts; a single character tells nothing."""
        word = word.casefold()
        if len(word) > 1:
            self._set(word)
        bits = self._bits
        for start in range(len(word) - _LENGTH + 1):
            number = hash(word[start : start + _LENGTH])
            bits[(number >> 3) % _SIZE] |= 1 << (number & 7)

    def has(self, text: str) -> bool:
        """Return whether a text or a word was met as a whole."""
        return self._is_set(text.casefold())

    def has_part_of(self, word: str) -> bool:
        """Return whether a word or a part of it was met."""
        word = word.casefold()
        if len(word) == 1:
            return False
        if self._is_set(word):
            return True
        parts = (word[start : start + _LENGTH] for start in range(len(word) - _LENGTH + 1))
        return any(map(self._is_set, parts))

    def _set(self, text: str) -> None:
        number = hash(text)
        self._bits[(number >> 3) % _SIZE] |= 1 << (number & 7)

    def _is_set(self, text: str) -> bool:
        number = hash(text)
        return bool(self._bits[(number >> 3) % _SIZE] & 1 << (number & 7))
