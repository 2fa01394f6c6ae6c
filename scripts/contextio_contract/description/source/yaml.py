"""YAML 1.2 as plain data, with the position of every node.

The core schema applies: `true` and `false` are the only booleans, and dates stay text. What a person can get
wrong becomes a finding; depth and number of nodes are bounded.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from contextio_contract.description.source.finding import Edit, Finding, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Pointer = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a document to a node."""

MAX_DEPTH: Final = 100
MAX_NODES: Final = 200_000
MAX_FINDINGS: Final = 100
"""In one file; with as many the author has to look at the file as a whole."""

_TOO_DEEP: Final = f"more than {MAX_DEPTH} lists and mappings stand inside one another"
_AFTER_QUOTE: Final = {
    "did not find expected key",
    "could not find expected ':'",
    "mapping values are not allowed in this context",
}
"""What libyaml reports some lines after a quote that was left open."""
_YAML_1_1_BOOLEAN: Final = re.compile(r"y|yes|n|no|on|off", re.IGNORECASE)
_CORE: Final = "tag:yaml.org,2002:"
_CONVERTERS: Final[Mapping[str, Callable[[str], Any]]] = {
    f"{_CORE}null": lambda _: None,
    f"{_CORE}bool": lambda text: text.lower() == "true",
    f"{_CORE}int": lambda text: int(text, 0) if text[:2] in {"0x", "0o"} else int(text),
    f"{_CORE}float": lambda text: float(text.replace(".inf", "inf").replace(".nan", "nan")),
    f"{_CORE}str": str,
}


class _CoreLoader(yaml.CSafeLoader):
    """libyaml's parser with the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - declared so by PyYAML

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._depth = 0

    def descend_resolver(self, current_node: yaml.Node | None, current_index: Any) -> None:
        """Refuse what is nested so deeply that libyaml would overrun the stack; called before each node."""
        del current_index
        self._depth += 1
        if self._depth > MAX_DEPTH and current_node is not None:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=current_node.start_mark)

    def ascend_resolver(self) -> None:
        """Note that a node is complete; called after each node."""
        self._depth -= 1


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+0123456789."),
    ),
):
    _CoreLoader.add_implicit_resolver(f"{_CORE}{_tag}", re.compile(_pattern), _first)


@dataclass(frozen=True)
class SourceFile:
    """A YAML file as plain data, with where each node stands: for an entry of a mapping, its key."""

    name: str
    data: Any
    positions: Mapping[Pointer, Position]


class _UnusableError(Exception):
    """The file cannot be read any further."""

    def __init__(self, position: Position, message: str, fix: str) -> None:
        super().__init__(message)
        self.finding = Finding(position, "yaml", message, fix)


def parse(content: bytes, name: str) -> tuple[SourceFile | None, list[Finding]]:
    """Return a file, None if its content cannot be read as YAML, and what is wrong with it."""
    reader = _Reader(name)
    try:
        data = reader.read(_compose(content, name), ())
    except _UnusableError as error:
        return None, [*reader.findings, error.finding]
    return SourceFile(name, data, reader.positions), reader.findings


def _compose(content: bytes, name: str) -> yaml.Node:
    loader = _CoreLoader(content)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise _UnusableError(*_explain(error, content, name)) from None
    finally:
        loader.dispose()
    if node is None:
        raise _UnusableError(Position(name, 1, 1), "the file is empty", "write its content, or remove it")
    return node


class _Reader:
    """Turns YAML nodes into data and notes where each stands."""

    def __init__(self, name: str) -> None:
        self.positions: dict[Pointer, Position] = {}
        self.findings: list[Finding] = []
        self._name = name
        self._open: set[int] = set()
        self._nodes = 0

    def read(self, node: yaml.Node, pointer: Pointer) -> Any:
        """Return a node as data."""
        if pointer not in self.positions:
            self.positions[pointer] = self._position(node)
        self._nodes += 1
        if self._nodes > MAX_NODES or len(pointer) > MAX_DEPTH:
            message = f"aliases make the file more than {MAX_NODES} values, or more than {MAX_DEPTH} levels"
            fix = "divide it into several files, and use fewer aliases"
            raise _UnusableError(Position(self._name, 1, 1), message, fix)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._open:
            message = "an alias stands inside its own anchor"
            raise _UnusableError(self._position(node), message, "write it out")
        self._open.add(id(node))
        data: Any
        if isinstance(node, yaml.MappingNode):
            data = self._mapping(node, pointer)
        else:
            data = [self.read(item, (*pointer, index)) for index, item in enumerate(node.value)]
        self._open.remove(id(node))
        return data

    def _mapping(self, node: yaml.MappingNode, pointer: Pointer) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in data:
                line = self.positions[(*pointer, key)].line
                self._find(key_node, f"the key {key} stands here twice, first on line {line}", "remove one")
                continue
            self.positions[(*pointer, key)] = self._position(key_node)
            data[key] = self.read(value_node, (*pointer, key))
        return data

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._find(node, "a list or mapping is no key", "write a text before the colon")
            return ""
        if not isinstance(self._scalar(node), str):
            quoted = f'"{node.value}"'
            self._find(node, f"the key {node.value} is no text", f"write {quoted}: with quotes", quoted)
        return str(node.value)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        convert = _CONVERTERS.get(node.tag)
        if convert is None:
            self._find(node, f"the tag {node.tag} has no meaning here", "remove the tag")
            return node.value
        if not node.style and convert is str and _YAML_1_1_BOOLEAN.fullmatch(node.value):
            message, quoted = f"many readers take {node.value} for a boolean", f'"{node.value}"'
            self._find(node, message, f"write {quoted} with quotes", quoted)
        try:
            value = convert(node.value)
        except ValueError:
            self._find(node, "this is too long for a number", "put it in quotes")
            return node.value
        if isinstance(value, float) and not math.isfinite(value):
            self._find(node, "JSON has no such number", "write a finite number, or put it in quotes")
            return node.value
        return value

    def _find(self, node: yaml.Node, message: str, fix: str, new: str | None = None) -> None:
        position = self._position(node)
        if len(self.findings) == MAX_FINDINGS:
            raise _UnusableError(position, message, fix)
        edit = Edit(position, str(node.value), new) if new else None
        self.findings.append(Finding(position, "yaml", message, fix, edit))

    def _position(self, node: yaml.Node) -> Position:
        return Position(self._name, node.start_mark.line + 1, node.start_mark.column + 1)


def _explain(error: yaml.YAMLError, content: bytes, name: str) -> tuple[Position, str, str]:
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
    elif problem == _TOO_DEEP:
        fix = "move a part to a component, and refer to it"
    elif problem in _AFTER_QUOTE and mark and (opened := _open_quote(content, name, mark.line)):
        return opened, "this quote is not closed on its line", "close it"
    return Position(name, mark.line + 1, mark.column + 1) if mark else Position(name, 1, 1), problem, fix


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
