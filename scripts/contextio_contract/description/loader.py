"""YAML files as plain data, with the place of every node.

The core schema of YAML 1.2 applies: `true` and `false` are the only booleans, and dates stay text. What a
person can get wrong becomes a finding; input is bounded in size, depth and number of nodes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from contextio_contract.description.findings import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


Pointer = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a document to a node."""

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 100
MAX_NODES: Final = 200_000

_CONFLICT = re.compile(rb"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_CORE = "tag:yaml.org,2002:"
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
    """One YAML file.

    Attributes:
        name: path relative to the folder that holds the description.
        data: the content as plain dicts, lists and scalars.
        positions: where each node stands; for an entry of a mapping, where its key stands.
    """

    name: str
    data: Any
    positions: Mapping[Pointer, Position]


class _UnusableError(Exception):
    """The file cannot be read any further."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def load(path: Path, name: str, findings: list[Finding]) -> SourceFile | None:
    """Read one file.

    Args:
        path: the file.
        name: what to call it in findings.
        findings: what is wrong is added here.

    Returns:
        The file, or None if it cannot be read as YAML.
    """
    try:
        node = _compose(_read(path, name), name)
        reader = _Reader(name, findings)
        data = reader.read(node, ())
    except _UnusableError as error:
        findings.append(error.finding)
        return None
    return SourceFile(name, data, reader.positions)


def _read(path: Path, name: str) -> bytes:
    start = Position(name, 1, 1)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise _UnusableError(
            Finding(start, "file", reason, "write the file, or the path that leads to it")
        ) from None
    if len(content) > MAX_BYTES:
        raise _UnusableError(
            Finding(
                start, "file", f"the file is larger than {MAX_BYTES} bytes", "divide it into several files"
            )
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise _UnusableError(
            Finding(Position(name, line, column), "yaml", "this byte is not UTF-8", "save the file as UTF-8")
        ) from None
    if marker := _CONFLICT.search(content):
        line = content.count(b"\n", 0, marker.start()) + 1
        raise _UnusableError(
            Finding(
                Position(name, line, 1),
                "yaml",
                "a merge conflict was left here",
                "keep one side, remove the markers",
            )
        )
    return content


def _compose(content: bytes, name: str) -> yaml.Node:
    loader = _CoreLoader(content)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        position = Position(name, mark.line + 1, mark.column + 1) if mark else Position(name, 1, 1)
        problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML")
        tab = "tab" in problem or "\\t" in problem
        fix = (
            "indent with spaces"
            if tab
            else "check quotes, colons and the indentation of this line and the one before"
        )
        raise _UnusableError(Finding(position, "yaml", problem, fix)) from None
    finally:
        loader.dispose()
    if node is None:
        raise _UnusableError(
            Finding(Position(name, 1, 1), "yaml", "the file is empty", "write its content, or remove it")
        )
    return node


class _Reader:
    """Turns YAML nodes into data and notes where each stands."""

    def __init__(self, name: str, findings: list[Finding]) -> None:
        self.positions: dict[Pointer, Position] = {}
        self._name = name
        self._findings = findings
        self._open: set[int] = set()

    def read(self, node: yaml.Node, pointer: Pointer) -> Any:
        """Return a node as data."""
        position = self._position(node)
        self.positions.setdefault(pointer, position)
        if len(pointer) > MAX_DEPTH or len(self.positions) > MAX_NODES:
            raise _UnusableError(
                Finding(
                    position,
                    "yaml",
                    "the file is nested too deeply or too large",
                    "divide it, use fewer aliases",
                )
            )
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if id(node) in self._open:
            raise _UnusableError(
                Finding(position, "yaml", "an alias stands inside its own anchor", "write it out")
            )
        self._open.add(id(node))
        data = (
            self._mapping(node, pointer)
            if isinstance(node, yaml.MappingNode)
            else self._sequence(node, pointer)
        )
        self._open.remove(id(node))
        return data

    def _sequence(self, node: yaml.Node, pointer: Pointer) -> list[Any]:
        return [self.read(item, (*pointer, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, pointer: Pointer) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            position = self._position(key_node)
            key = self._scalar(key_node) if isinstance(key_node, yaml.ScalarNode) else None
            if not isinstance(key, str):
                text = key_node.value if isinstance(key_node, yaml.ScalarNode) else "a list or mapping"
                self._findings.append(
                    Finding(position, "yaml", f"the key {text} is no text", f'write "{text}": with quotes')
                )
                key = str(text)
            if key in data:
                first = self.positions[(*pointer, key)]
                self._findings.append(
                    Finding(
                        position,
                        "yaml",
                        f"the key {key} stands here twice, first on line {first.line}",
                        "remove one",
                    )
                )
                continue
            self.positions[(*pointer, key)] = position
            data[key] = self.read(value_node, (*pointer, key))
        return data

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        convert = _CONVERTERS.get(node.tag)
        if convert is None:
            self._findings.append(
                Finding(
                    self._position(node), "yaml", f"the tag {node.tag} has no meaning here", "remove the tag"
                )
            )
            return node.value
        try:
            return convert(node.value)
        except ValueError:
            self._findings.append(
                Finding(self._position(node), "yaml", "this number is too long to be one", "put it in quotes")
            )
            return node.value

    def _position(self, node: yaml.Node) -> Position:
        return Position(self._name, node.start_mark.line + 1, node.start_mark.column + 1)
