"""A finding with the line that it is about, for people at a terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from contextio_contract.description.source.files import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.description.source.finding import Finding

_MARKED = re.compile(r"\S.*?(?=\s+#|\s*$)")


def shown(finding: Finding, folder: Path, width: int) -> str:
    """Return a finding in several lines: place and rule, what is wrong, the line underlined, what to write.

    Args:
        finding: the finding.
        folder: what its file's name is relative to.
        width: how many characters a line of the terminal holds.
    """
    position = finding.position
    head = f"{click.style(str(position), bold=True)}  {click.style(finding.rule, fg='red')}"
    body = [f"  {_printable(finding.message)}"]
    line = _line(folder / position.file, position.line)
    if line is not None:
        number = f"{position.line:>5} │ "
        start = max(0, position.column - 1 - max(0, position.column + 20 - (width - len(number))))
        excerpt = line[start : start + width - len(number)]
        column = position.column - 1 - start
        marked = _MARKED.match(excerpt, column)
        length = len(marked[0]) if marked else 1
        body += [
            click.style(number, dim=True) + excerpt,
            click.style(f"{'':5} │ ", dim=True) + " " * column + click.style("^" * length, fg="red"),
        ]
    return "\n".join([head, *body, f"  {click.style(_printable(finding.fix), fg='green')}", ""])


def _line(path: Path, number: int) -> str | None:
    try:
        with path.open("rb") as file:
            lines = file.read(MAX_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return None
    return _printable(lines[number - 1]) if number <= len(lines) else None


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "·" for letter in text)
