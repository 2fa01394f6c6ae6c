"""Mechanical corrections, made in the text of the files so that everything else stays as it is."""

from __future__ import annotations

import os
import re
import shutil
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Final

from contextio_contract.description import Finding, Reading, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.description.source.finding import Edit

MAX_ROUNDS: Final = 5
"""How often to read again, since a correction may let other rules see more."""

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_BEFORE: Final = r"""(?:["']?[^\s"':]+["']?:[ ]+)?(?:[|>][-+0-9]*\s+)?["']?"""
"""What may stand between a key's place and the text of its value."""


def mend(spec: Path) -> tuple[Reading, list[Finding]]:
    """Correct what needs no judgement.

    Args:
        spec: the folder with `openapi.yaml`.

    Returns:
        What is left to find, and what was corrected.
    """
    reading, mended = read(spec), []
    for _ in range(MAX_ROUNDS):
        texts: dict[str, bytes] = {}
        done = list(_round(spec, reading, texts))
        if not done:
            break
        after = read(spec)
        if len(after.findings) > len(reading.findings):
            for name, content in texts.items():
                write(spec.parent / name, content)
            break
        reading = after
        mended += done
    return reading, mended


def _round(spec: Path, reading: Reading, texts: dict[str, bytes]) -> Iterator[Finding]:
    """Make the edits of a reading, the last of a file first; keep the files' former content."""
    by_file: dict[str, list[tuple[Finding, Edit]]] = {}
    for finding in reading.findings:
        if finding.edit is not None:
            by_file.setdefault(finding.edit.position.file, []).append((finding, finding.edit))
    for name, edits in by_file.items():
        content = (spec.parent / name).read_bytes()
        text, end = content.decode(), len(content)
        made: set[Edit] = set()
        for finding, edit in sorted(edits, key=lambda pair: pair[1].position, reverse=True):
            changed = None if edit in made else _edited(text, edit, end)
            made.add(edit)
            if changed is not None:
                text, end = changed
                yield finding
        if text.encode() != content:
            texts[name] = content
            write(spec.parent / name, text.encode())


def _edited(text: str, edit: Edit, end: int) -> tuple[str, int] | None:
    """Make an edit that ends before a place; return the text and where it begins, None if it does not fit."""
    start = _offset(text, edit)
    if not edit.old:
        line = text[:start].rpartition("\n")[2]
        block = not line.strip(" -")
        entry = f"{edit.new}\n{' ' * len(line)}" if block else f"{edit.new}, "
        return text[:start] + entry + text[start:], start
    words = r"(\s+)".join(map(re.escape, edit.old.split()))
    found = re.compile(rf"((?:{_BEFORE})??)({words})(?![\w-])").match(text, start)
    if found is None or found.end() > end:
        return None
    blanks = [*found.groups()[2:], ""]
    new = "".join(word + blank for word, blank in zip(edit.new.split(), blanks, strict=True))
    return text[: found.start(2)] + new + text[found.end(2) :], start


def _offset(text: str, edit: Edit) -> int:
    start = 0
    for _ in range(edit.position.line - 1):
        found = _BREAK.search(text, start)
        start = found.end() if found else len(text)
    return start + edit.position.column - 1


def write(path: Path, content: bytes) -> None:
    """Write a file in one step, in place of another if there is one."""
    path = path.resolve()
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
    if path.exists():
        shutil.copymode(path, file.name)
    else:
        os.chmod(file.name, 0o644)  # noqa: PTH101 - see below
    os.replace(file.name, path)  # noqa: PTH105 - the temporary file has a name, no Path
