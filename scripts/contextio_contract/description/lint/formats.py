"""Findings as text for people, and as JSON and GitHub annotations for programs."""

from __future__ import annotations

import json
import linecache
import re
import sys
from dataclasses import asdict
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from contextio_contract.description.source.finding import Finding

_MARKED: Final = re.compile(r"\S.*?(?=\s+#|\s*$)")


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as a JSON list."""
    rows = []
    for finding in findings:
        row = asdict(finding)
        position, edit = row.pop("position"), row.pop("edit")
        rows.append({**position._asdict(), **row, "mechanical": edit is not None})
    return json.dumps(rows, indent=2)


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines."""
    return "\n".join(
        f"::error file={_property(finding.position.file)},line={finding.position.line},"
        f"col={finding.position.column},title={_property(finding.rule)}"
        f"::{_data(f'{finding.message}; {finding.fix}')}"
        for finding in findings
    )


def print_findings(findings: Sequence[Finding], spec: Path) -> None:
    """Print each finding on a line; on a terminal with the line of the file below `spec` that it is about."""
    width = get_terminal_size().columns
    for finding in findings:
        if sys.stdout.isatty():
            click.echo(_excerpt(finding, spec.parent, width))
        else:
            position, rule = str(finding.position), f" {finding.rule}:"
            rest = str(finding).removeprefix(f"{position}:{rule}")
            click.echo(f"{click.style(position, bold=True)}:{click.style(rule, fg='red')}{rest}")


def _excerpt(finding: Finding, folder: Path, width: int) -> str:
    """Return a finding in several lines: position and rule, message, the line underlined, what to write."""
    position = finding.position
    head = f"{click.style(str(position), bold=True)}  {click.style(finding.rule, fg='red')}"
    body = [f"  {_printable(finding.message)}"]
    linecache.checkcache()
    line = _printable(linecache.getline(str(folder / position.file), position.line).rstrip("\r\n"))
    if line:
        number = f"{position.line:>5} │ "
        start = max(0, position.column - 1 - max(0, position.column + 20 - (width - len(number))))
        excerpt = line[start : start + width - len(number)]
        column = position.column - 1 - start
        marked = _MARKED.match(excerpt, column)
        underline = "^" * (len(marked[0]) if marked else 1)
        body += [
            click.style(number, dim=True) + excerpt,
            click.style(f"{'':5} │ ", dim=True) + " " * column + click.style(underline, fg="red"),
        ]
    return "\n".join([head, *body, f"  {click.style(_printable(finding.fix), fg='green')}", ""])


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "·" for letter in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
