"""Mechanical corrections, made in the text of the files so that everything else stays as it is."""

from __future__ import annotations

import re
import shutil
from itertools import groupby
from typing import TYPE_CHECKING, Final

from contextio_contract.description import Finding, Reading, read
from contextio_contract.description.source.scalars import FALSE_WORDS, TRUE_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from contextio_contract.description.source.finding import Edit

MAX_ROUNDS: Final = 5
"""How often to read again, since a correction may let other rules see more."""

_BREAK: Final = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_BEFORE: Final = r"""(?:["']?[^\s"':]+["']?:[ ]+)?(?:[|>][-+0-9]*\s+)?"""
"""What may stand between the position of a key and its value."""


def fix(spec: Path) -> tuple[Reading, list[Finding]]:
    """Correct what needs no judgement; return what is left to find, and what was corrected."""
    reading, corrected = read(spec), list[Finding]()
    for _ in range(MAX_ROUNDS):
        originals, findings = _correct(spec, reading.findings)
        if not findings:
            break
        after = read(spec)
        if len(after.findings) > len(reading.findings):
            for path, content in originals.items():
                write(path, content)
            break
        reading, corrected = after, corrected + findings
    return reading, corrected


def write(path: Path, content: bytes) -> None:
    """Write a file in one step, in place of another if there is one."""
    path = path.resolve()
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(content)
    if path.exists():
        shutil.copymode(path, new)
    new.replace(path)


def _correct(spec: Path, findings: Collection[Finding]) -> tuple[dict[Path, bytes], list[Finding]]:
    """Make the edits of findings; return the former content of the files, and the findings corrected."""
    doubtful = set(_doubtful(findings))
    originals: dict[Path, bytes] = {}
    corrected: list[Finding] = []
    mechanical = [(finding.edit, finding) for finding in findings if finding.edit and finding not in doubtful]
    mechanical.sort(key=lambda pair: pair[0].position, reverse=True)  # the last of a file first
    for name, pairs in groupby(mechanical, key=lambda pair: pair[0].position.file):
        path = spec.parent / name
        originals[path] = path.read_bytes()
        text, end = originals[path].decode(), len(originals[path])
        for edit, finding in dict(pairs).items():
            edited = _edit(text, edit, end)
            if edited is not None:
                text, end = edited
                corrected.append(finding)
        write(path, text.encode())
    return originals, corrected


def _doubtful(findings: Collection[Finding]) -> Iterator[Finding]:
    """Yield the findings of words like yes on lines where something else is wrong: a text may not fit."""
    others: set[tuple[str, int]] = {
        each.position[:2] for each in findings if each.rule not in {"yaml", "documented"}
    }
    for finding in findings:
        word = finding.edit.old.lower() if finding.rule == "yaml" and finding.edit else ""
        if word in TRUE_WORDS | FALSE_WORDS and finding.position[:2] in others:
            yield finding


def _edit(text: str, edit: Edit, end: int) -> tuple[str, int] | None:
    """Return the text after an edit that ends before an offset, and where that begins; None if it misfits."""
    lines = [0, *(line_break.end() for line_break in _BREAK.finditer(text))]
    start = lines[edit.position.line - 1] + edit.position.column - 1
    if not edit.old:
        line = text[:start].rpartition("\n")[2]
        separator = ", " if line.strip(" -") else "\n" + " " * len(line)
        return text[:start] + edit.new + separator + text[start:], start
    words = r"(\s+)".join(map(re.escape, edit.old.split()))
    quote = "[\"']?"
    if edit.new in {"true", "false"}:  # for a boolean the quotes go as well
        pattern = rf"((?:{_BEFORE})??)({quote}{words}{quote})(?![\w-])"
    else:
        pattern = rf"((?:{_BEFORE})??{quote})({words})(?![\w-])"
    match = re.compile(pattern).match(text, start)
    if match is None or match.end() > end:
        return None
    if edit.new.endswith(".") and re.match(r"[ \t]+#", text[match.end() :]):
        return None  # the text may go on: without quotes, what follows # is a comment
    blanks = [*match.groups()[2:], ""]
    new = "".join(word + blank for word, blank in zip(edit.new.split(), blanks, strict=True))
    return text[: match.start(2)] + new + text[match.end(2) :], start
