"""Syntax errors of YAML: where to correct them, what is wrong, and what to write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from contextio_contract.description.source.finding import Position
from contextio_contract.description.source.letters import odd_indent

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 100
TOO_DEEP: Final = f"more than {MAX_DEPTH} lists and mappings stand inside one another"
_AFTER_QUOTE: Final = {
    "did not find expected key",
    "could not find expected ':'",
    "mapping values are not allowed in this context",
}
"""What libyaml reports some lines after a quote that was left open."""
_ANCHOR: Final = re.compile(rb"(?<![^\s\[{,:-])&([\w-]+)")
_ALIAS: Final = re.compile(rb"\*([\w-]+)")


def explain(error: yaml.YAMLError, content: bytes, name: str) -> tuple[Position, str, str]:
    """Return where to correct a syntax error, what is wrong there, and what to write."""
    if isinstance(error, yaml.reader.ReaderError):
        return position_of(content, error.position, name), "this character is not allowed", "remove it"
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context", None) or ""
    problem = getattr(error, "problem", None) or "this is not YAML"
    fix = "check quotes, colons and the indentation of this line and the one before"
    if context.startswith("while parsing a flow") or context == "while scanning a quoted scalar":
        mark = getattr(error, "context_mark", None) or mark
        fix = "close what is opened here, and put texts with special characters in quotes"
    elif "tab character" in problem or (
        mark and content.decode("utf-8-sig")[mark.index : mark.index + 1] == "\t"
    ):
        problem, fix = "a tab stands here", "indent with spaces"
    elif "undefined alias" in problem:
        problem, fix = "this alias has no anchor", "put &name above it, or the text in quotes"
    elif "another document" in problem:
        problem, fix = "a second document begins here", "write one document to a file"
    elif problem == "second occurrence":
        problem, fix = "this anchor is there already", "give it another name"
    elif problem == TOO_DEEP:
        fix = "move a part to a component, and refer to it"
    elif mark and (odd := _odd_indent(content, name, mark.line)):
        return odd
    elif problem in _AFTER_QUOTE and mark and (opened := _open_quote(content, name, mark.line)):
        return opened, "this quote is not closed on its line", "close it"
    return Position(name, mark.line + 1, mark.column + 1) if mark else Position(name, 1, 1), problem, fix


def find_lost_words(content: bytes) -> Iterator[Any]:
    """Yield where a word after & is an anchor that no alias refers to, and most likely meant as text."""
    if not set(_ANCHOR.findall(content)) - set(_ALIAS.findall(content)):
        return
    anchors: dict[str | None, Any] = {}
    for event in yaml.parse(content, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            anchors.pop(event.anchor, None)
        elif isinstance(event, yaml.ScalarEvent) and event.anchor:
            anchors[event.anchor] = event.start_mark
    yield from anchors.values()


def position_of(content: bytes, offset: int, name: str) -> Position:
    """Return the position of a byte, whose column is counted in bytes."""
    return Position(name, content.count(b"\n", 0, offset) + 1, offset - content.rfind(b"\n", 0, offset))


def _open_quote(content: bytes, name: str, line: int) -> Position | None:
    """Return the last double quote above a line that its own line does not close."""
    above = content.split(b"\n")[:line]
    counts = [text.count(b'"') for text in above]
    number = max((number for number, count in enumerate(counts) if count % 2), default=None)
    if number is None or sum(counts[:number]) % 2:
        return None
    column = len(above[number][: above[number].rindex(b'"')].decode()) + 1
    return Position(name, number + 1, column)


def _odd_indent(content: bytes, name: str, line: int) -> tuple[Position, str, str] | None:
    """Return the finding of a blank that only looks like a space, on a line or the one above it."""
    lines = content.decode("utf-8-sig").split("\n")
    for number in (line - 1, line):
        if 0 <= number < len(lines) and (found := odd_indent(lines[number])):
            column, blank = found
            return Position(name, number + 1, column), f"the line is indented with {blank}", "write spaces"
    return None
