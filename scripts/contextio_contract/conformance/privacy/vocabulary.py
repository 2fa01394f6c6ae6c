"""Texts and words that a description and the suite itself use, which tell nothing of anybody."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.paths import is_parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Contract

_PROSE: Final = frozenset({"description", "summary", "title"})
_EXAMPLES: Final = frozenset({"example", "examples", "default", "x-source"})
_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 500
"""Characters of a text that a description names whole."""


@dataclass(frozen=True)
class Vocabulary:
    """What a description and the suite name.

    Attributes:
        texts: whole texts, such as names of properties, values of enumerations and examples.
        words: the words of sentences, exactly as they are spelled there.
        segments: the fixed segments of paths.
    """

    texts: frozenset[str]
    words: frozenset[str]
    segments: frozenset[str]


@lru_cache(4)
def vocabulary_of(contract: Contract) -> Vocabulary:
    """Return the vocabulary of a description, and of the suite."""
    texts, prose = set[str](), set[str]()
    for text, place in _strings(contract.bundle, ""):
        if len(text) <= _LONGEST:
            texts.add(text)
        if place in _PROSE or not place:
            prose.update(_WORD.findall(text))
    for operation in contract.operations.values():
        for status, response in operation.responses.items():
            if status.startswith(("4", "5")):  # sentences, with which deployments may answer
                examples = (text for text, _ in _strings(response.node, ""))
                prose.update(word for text in examples if " " in text for word in _WORD.findall(text))
    paths = (operation.path.segments for operation in contract.operations.values())
    segments = frozenset(part for path in paths for part in path if not is_parameter(part))
    prose |= _words_of_the_suite()
    # A word with a capital is no name only where it also stands without.
    common = {word for word in prose if word == word.lower() or word.isupper() or word.lower() in prose}
    return Vocabulary(frozenset(texts), frozenset(common), segments)


@cache
def _words_of_the_suite() -> set[str]:
    """Return the words that the suite is written in, and those with which this system tells errors."""
    sources = (path.read_text(encoding="utf-8") for path in Path(__file__).parents[1].rglob("*.py"))
    errors = map(os.strerror, errno.errorcode)
    return {word for text in (*sources, *errors) for word in _WORD.findall(text)}


def _strings(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield each text in a document with the key that it stands under; keys are under none."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key), "key" if place in _EXAMPLES else ""
            yield from _strings(inner, place if place in _EXAMPLES else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, place)
    elif isinstance(value, str):
        yield value, place or "value"
