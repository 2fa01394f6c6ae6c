"""Conventions of the description, from the tables in its texts: extensions, verbs, provenance codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contextio_contract.description.source.files import MAX_BYTES, is_below

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CELLS = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`?([\w-]+)`?")


@dataclass(frozen=True)
class Conventions:
    """The conventions that rules check.

    Attributes:
        extensions: the objects named for each `x-` key in the table of `EXTENSIONS.md`.
        verbs: the verbs of operationIds, in the table of `EXTENSIONS.md` that begins with `verb`.
        sources: what each code in the table of `documented/README.md` that begins with `code` stands for.
    """

    extensions: dict[str, list[str]]
    verbs: list[str]
    sources: dict[str, str]

    def allows(self, key: str, kind: str) -> bool:
        """Return whether an extension may stand in objects of a kind, such as `path-item`."""
        return any(f"{home} ".startswith(f"{kind.replace('-', ' ')} ") for home in self.extensions[key])


def conventions(spec: Path) -> Conventions:
    """Read the conventions of a description; a text that is missing lays down none."""
    keys = _rows(spec, "EXTENSIONS.md", "key")
    return Conventions(
        extensions={key: [kind.strip() for kind in kinds.split(",")] for key, kinds, *_ in keys},
        verbs=[verb for verb, *_ in _rows(spec, "EXTENSIONS.md", "verb")],
        sources={code: meaning for code, meaning, *_ in _rows(spec, "documented/README.md", "code")},
    )


def _rows(spec: Path, name: str, title: str) -> Iterator[list[str]]:
    """Yield the cells of each row of the tables of a text whose first column has a title."""
    path = spec / name
    if not path.is_file() or not is_below(spec, name):
        return
    with path.open("rb") as file:
        lines = file.read(MAX_BYTES).decode("utf-8", "replace").splitlines()
    inside = False
    for line in lines:
        cells = [cell.strip() for cell in _CELLS.split(line)[1:-1]]
        first = _CODE.fullmatch(cells[0]) if len(cells) > 1 else None
        if first is None:
            inside = inside and len(cells) > 1
        elif first[1] == title:
            inside = True
        elif inside and set(first[1]) != {"-"}:
            yield [first[1], *cells[1:]]
