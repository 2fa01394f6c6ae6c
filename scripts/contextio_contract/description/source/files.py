"""Files of the description: read once, bounded in size, and only from below its folder."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from contextio_contract.description.source.finding import Finding, Position
from contextio_contract.description.source.syntax import position_of
from contextio_contract.description.source.yaml import SourceFile, parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES: Final = 1_000_000
MAX_FILES: Final = 200
"""Parsed files that are kept: the preview reads all of them at each save."""

_CONFLICT: Final = re.compile(rb"^(<{7} |={7}\r?$|>{7} )", re.MULTILINE)
_parsed = lru_cache(MAX_FILES)(parse)


def load(path: Path, name: str, findings: list[Finding]) -> SourceFile | None:
    """Read one file, which findings call by a name; None if it cannot be read as YAML."""
    content = _content(path, name)
    if isinstance(content, Finding):
        findings.append(content)
        return None
    file, problems = _parsed(content, name)
    findings.extend(problems)
    return file


def load_below(spec: Path, relative: str, findings: list[Finding]) -> SourceFile | None:
    """Read one file of a description; None if it is no YAML, or a link to somewhere else."""
    name = f"{spec.name}/{relative}"
    if not is_below(spec, relative):
        message = "this is a link out of the description"
        findings.append(Finding(Position(name, 1, 1), "file", message, "put the file itself here"))
        return None
    return load(spec / relative, name, findings)


def list_files(spec: Path, findings: list[Finding]) -> Iterator[str]:
    """Yield the YAML files of a description, all but the documented facts, by their paths below its folder.

    What no tool reads or follows is a finding: a file with another ending, or a documented page in a folder.
    """
    links = [path for path in spec.rglob("*") if path.is_symlink() and path.is_dir()]  # not entered by rglob
    for path in sorted({*spec.rglob("*.y*ml"), *(file for each in links for file in each.glob("*.yaml"))}):
        relative = path.relative_to(spec)
        start = Position(f"{spec.name}/{relative.as_posix()}", 1, 1)
        is_documented = relative.parts[0] == "documented"
        if any(part.startswith(".") for part in relative.parts):  # what editors and git keep
            continue
        if path.suffix != ".yaml":
            message, fix = "preview and check look for the ending .yaml", f"rename it to {path.stem}.yaml"
            findings.append(Finding(start, "file", message, fix))
        elif not is_documented:
            yield relative.as_posix()
        elif relative.parent.name != "documented":
            message, fix = "pages are documented in documented/ itself", f"move it to documented/{path.name}"
            findings.append(Finding(start, "file", message, fix))


def is_below(spec: Path, relative: str) -> bool:
    """Return whether a path stays below a folder, also once symbolic links are followed."""
    try:
        return (spec / relative).resolve().is_relative_to(spec.resolve())
    except (OSError, RuntimeError, ValueError):  # a name that is too long, a circle of links, a null byte
        return False


def _content(path: Path, name: str) -> bytes | Finding:
    """Return the bytes of a file, or why they are no UTF-8 text of a reasonable size."""
    start = Position(name, 1, 1)
    if path.exists() and not path.is_file():
        return Finding(start, "file", "this is no file", "write a file, or remove this")
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return Finding(start, "file", reason, "write the file, or the path that leads to it")
    if len(content) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES} bytes"
        return Finding(start, "file", message, "divide it into several files")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        position = position_of(content, error.start, name)
        return Finding(position, "yaml", "this byte is not UTF-8", "save the file as UTF-8")
    if marker := _CONFLICT.search(content):
        position = position_of(content, marker.start(), name)
        message, fix = "a merge conflict was left here", "keep one side, remove the markers"
        return Finding(position, "yaml", message, fix)
    return content
