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
from contextio_contract.description.source.letters import in_ascii, named
from contextio_contract.description.source.scalars import CONVERTERS, CORE, RESOLVERS, doubt
from contextio_contract.description.source.syntax import MAX_DEPTH, TOO_DEEP, explain, find_lost_words

if TYPE_CHECKING:
    from collections.abc import Mapping

Pointer = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a document to a node."""

MAX_NODES: Final = 200_000
MAX_FINDINGS: Final = 100
"""In one file; with as many the author has to look at the file as a whole."""
_COMMENT: Final = re.compile(r"[ \t]+(#\S.*?)[ \t\r]*$")
"""What may be meant as a text after a colon or hyphen: comments have a space after the sign."""
_COLLECTIONS: Final = {f"{CORE}map", f"{CORE}seq"}


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
            raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=current_node.start_mark)

    def ascend_resolver(self) -> None:
        """Note that a node is complete; called after each node."""
        self._depth -= 1


for _tag, _pattern, _first in RESOLVERS:
    _CoreLoader.add_implicit_resolver(f"{CORE}{_tag}", re.compile(_pattern), _first)


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
    reader = _Reader(name, content.decode("utf-8-sig", "replace").split("\n"))
    try:
        data = reader.read(_compose(content, name), ())
    except _UnusableError as error:
        return None, [*reader.findings, error.finding]
    fix = "put the text that begins with & in quotes, or remove the anchor"
    for mark in find_lost_words(content):
        position = Position(name, mark.line + 1, mark.column + 1)
        reader.findings.append(Finding(position, "yaml", "this is an anchor, and no alias refers to it", fix))
    return SourceFile(name, data, reader.positions), reader.findings


def _compose(content: bytes, name: str) -> yaml.Node:
    loader = _CoreLoader(content)
    try:
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise _UnusableError(*explain(error, content, name)) from None
    finally:
        loader.dispose()
    if node is None:
        raise _UnusableError(Position(name, 1, 1), "the file is empty", "write its content, or remove it")
    return node


class _Reader:
    """Turns YAML nodes into data and notes where each stands."""

    def __init__(self, name: str, lines: list[str]) -> None:
        self.positions: dict[Pointer, Position] = {}
        self.findings: list[Finding] = []
        self._name = name
        self._lines = lines
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
        if node.tag not in _COLLECTIONS:
            self._find(node, f"the tag {node.tag} has no meaning here", "remove the tag")
        self._open.add(id(node))
        data: Any
        if isinstance(node, yaml.MappingNode):
            data = self._mapping(node, pointer)
        else:
            data = [self.read(item, (*pointer, index)) for index, item in enumerate(node.value)]
        self._open.remove(id(node))
        return data

    def _mapping(self, node: yaml.MappingNode, pointer: Pointer) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for key_node, value_node in filter(_is_merge, node.value):
            fix = "write the entries out, or refer to a component with $ref"
            self._find(key_node, "YAML 1.2 has no merge keys, so that readers differ on <<", fix)
            inherited = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
            for each in inherited:  # as the author means it, so that nothing else is said to be missing
                if isinstance(each, yaml.MappingNode):
                    merged = self.read(each, pointer) | merged
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if _is_merge((key_node, value_node)):
                continue
            key = self._key(key_node)
            if key in data:
                line = self.positions[(*pointer, key)].line
                self._find(key_node, f"the key {key} stands here twice, first on line {line}", "remove one")
                continue
            self.positions[(*pointer, key)] = self._position(key_node)
            data[key] = self.read(value_node, (*pointer, key))
        return merged | data

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            self._find(node, "a list or mapping is no key", "write a text before the colon")
            return ""
        found = len(self.findings)
        value = self._scalar(node)
        if not isinstance(value, str):
            if len(self.findings) == found:
                quoted = f'"{node.value}"'
                self._find(node, f"the key {node.value} is no text", f"write {quoted}: with quotes", quoted)
            return str(node.value)
        return value

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        convert = CONVERTERS.get(node.tag)
        if convert is None:
            self._find(node, f"the tag {node.tag} has no meaning here", "remove the tag")
            return node.value
        if not node.style and not node.value:
            self._check_comment(node)
        if not node.style and (found := doubt(node.value)):
            self._find(node, found.message, found.fix, f'"{node.value}"' if found.is_text else None)
            return found.value
        if name := in_ascii(node.value):
            message = f"{node.value.strip()} holds {named(node.value)}"
            fix = f"write spaces and {name}" if node.value[0].isspace() else f"write {name} in ASCII letters"
            new = name if node.value.split() == [node.value] else None
            self._find(node, message, fix, new, "look-alike")
            return name
        try:
            value = convert(node.value)
        except ValueError:
            self._find(node, "this is too long for a number", "put it in quotes")
            return node.value
        if isinstance(value, float) and not math.isfinite(value):
            self._find(node, "JSON has no such number", "write a finite number, or put it in quotes")
            return node.value
        return value

    def _check_comment(self, node: yaml.ScalarNode) -> None:
        """Find a text such as #/schemas/Account that is a comment, since no quotes stand around it."""
        mark = node.start_mark
        line = self._lines[mark.line] if mark.line < len(self._lines) else ""
        if match := _COMMENT.match(line[mark.column :]):
            message = f"{match[1]} is a comment here, and the value empty"
            self._find(node, message, f'write "{match[1]}" with quotes')

    def _find(
        self, node: yaml.Node, message: str, fix: str, new: str | None = None, rule: str = "yaml"
    ) -> None:
        position = self._position(node)
        if len(self.findings) == MAX_FINDINGS:
            raise _UnusableError(position, message, fix)
        edit = Edit(position, str(node.value), new) if new else None
        self.findings.append(Finding(position, rule, message, fix, edit))

    def _position(self, node: yaml.Node) -> Position:
        return Position(self._name, node.start_mark.line + 1, node.start_mark.column + 1)


def _is_merge(entry: tuple[yaml.Node, yaml.Node]) -> bool:
    key = entry[0]
    return isinstance(key, yaml.ScalarNode) and not key.style and key.value == "<<"
