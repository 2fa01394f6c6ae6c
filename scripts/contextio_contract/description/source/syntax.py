"""Syntax errors of libyaml in words, at the position that the author has to change."""

from __future__ import annotations

from typing import Final

import yaml

from contextio_contract.description.source.finding import Finding, Position

NESTED: Final = "lists and mappings stand inside one another"
"""The end of what is said of a file that is nested too deeply."""
_AFTER_QUOTE: Final = {
    "did not find expected key",
    "could not find expected ':'",
    "mapping values are not allowed in this context",
}
"""What libyaml reports some lines after a quote that was left open."""


def syntax_finding(error: yaml.YAMLError, content: bytes, name: str) -> Finding:
    """Return a syntax error in words, at the position that the author has to change."""
    if isinstance(error, yaml.reader.ReaderError):
        line = content.count(b"\n", 0, error.position) + 1
        column = error.position - content.rfind(b"\n", 0, error.position)
        return Finding(Position(name, line, column), "yaml", "this character is not allowed", "remove it")
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or "this is not YAML"
    fix = "check quotes, colons and the indentation of this line and the one before"
    if context.startswith("while parsing a flow") or context == "while scanning a quoted scalar":
        mark = getattr(error, "context_mark", None) or mark
        fix = "close what is opened here, and put texts with special characters in quotes"
    elif "tab character" in problem or (mark and _character(content, mark) == "\t"):
        problem, fix = "a tab stands here", "indent with spaces"
    elif "undefined alias" in problem:
        problem, fix = "this alias has no anchor", "put &name above it, or the text in quotes"
    elif "another document" in problem:
        problem, fix = "a second document begins here", "write one document to a file"
    elif problem == "second occurrence":
        problem, fix = "this anchor is there already", "give it another name"
    elif problem.endswith(NESTED):
        fix = "move a part to a component, and refer to it"
    elif problem in _AFTER_QUOTE and mark and (opened := _open_quote(content, name, mark.line)):
        return Finding(opened, "yaml", "this quote is not closed on its line", "close it")
    return Finding(
        Position(name, mark.line + 1, mark.column + 1) if mark else Position(name, 1, 1), "yaml", problem, fix
    )


def _open_quote(content: bytes, name: str, line: int) -> Position | None:
    """Return the last double quote above a line that its own line does not close."""
    above = content.split(b"\n")[:line]
    counts = [text.count(b'"') for text in above]
    number = max((number for number, count in enumerate(counts) if count % 2), default=None)
    if number is None or sum(counts[:number]) % 2:
        return None
    column = len(above[number][: above[number].rindex(b'"')].decode()) + 1
    return Position(name, number + 1, column)


def _character(content: bytes, mark: yaml.Mark) -> str:
    lines = content.decode("utf-8").splitlines()
    return lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
