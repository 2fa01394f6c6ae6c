"""Paths of requests as logs have them: words of the description, and nothing that a client chose.

Identifiers in paths are connect tokens, which whoever reads a log could use, and addresses of persons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from contextio_contract.contract import Contract

_ANY: Final = "*"
_MOST: Final = 20


def list_words(contract: Contract) -> frozenset[str]:
    """Return the segments that paths of a contract have beside their parameters."""
    paths = [operation.path for operation in contract.operations.values()]
    words = {segment for path in paths for segment in path.segments if not segment.startswith("{")}
    return frozenset(words.union(contract.base_path.split("/")))


def describe_path(raw_path: bytes, words: Collection[str]) -> str:
    """Return a path as it was sent, with a star for each segment that is not among the words."""
    segments = raw_path.decode("latin-1").split("/")
    shown = [segment if segment in words else _ANY for segment in segments[:_MOST]]
    return "/".join(shown + ["…"] * (len(segments) > _MOST))
