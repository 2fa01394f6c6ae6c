"""The files of the description as one OpenAPI document.

Path items are put in place. Every component goes to `components` under its own name, so that generators
name things as the authors did. Each node keeps the position where it was written.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from contextio_contract.contract import Contract
from contextio_contract.contract.document import NAMED, VALUES
from contextio_contract.description.source import references
from contextio_contract.description.source.files import list_files, load_below
from contextio_contract.description.source.finding import Finding, Position
from contextio_contract.description.source.published import published
from contextio_contract.description.source.references import PATH_ITEMS, ROOT, Component, References
from contextio_contract.description.source.syntax import MAX_DEPTH
from contextio_contract.description.source.yaml import MAX_NODES, Pointer, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


_Reading: TypeAlias = Literal["fields", "names", "values", "mapping"]
"""How to read the keys of a mapping: as fields of OpenAPI, as names that the author chose, as plain data, or
as values of a discriminating property, each with the schema that it stands for."""


class _Origin(NamedTuple):
    """Where a node was written: file and pointer, and the path items that were put in place around it."""

    file: SourceFile
    relative: str
    pointer: Pointer
    through: tuple[Component, ...] = ()

    def below(self, key: str | int) -> _Origin:
        return _Origin(self.file, self.relative, (*self.pointer, key), self.through)

    def position(self, *keys: str) -> Position:
        return self.file.positions.get((*self.pointer, *keys), self.file.positions[()])


class _TooLargeError(Exception):
    """The document has too many nodes, or is nested too deeply."""


@dataclass
class Bundle:
    """One document made of the files of the description.

    Attributes:
        document: the OpenAPI document.
        positions: where each of its nodes was written.
        files: the files that it was made from, by their path below the folder.
        whole: whether every file could be read and every reference can be followed to its end.
    """

    document: dict[str, Any] = field(default_factory=dict)
    positions: dict[Pointer, Position] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)
    whole: bool = True

    @cached_property
    def contract(self) -> Contract:
        """The document as a contract; ContractError if it is not OpenAPI, as far as operations go."""
        return Contract(self.document)

    def position(self, pointer: Pointer) -> Position:
        """Return where a node was written, or the nearest node around it."""
        while pointer not in self.positions:
            pointer = pointer[:-1]
        return self.positions[pointer]

    def to_json(self) -> bytes:
        """Return the document as it is published: the same bytes for the same description."""
        return (json.dumps(published(self.document), indent=2, ensure_ascii=False) + "\n").encode()


def bundle(spec: Path, findings: list[Finding]) -> Bundle | None:
    """Make one document of the files below a folder, complete unless something is added to the findings."""
    return _Bundler(spec, findings).run()


class _Bundler:
    def __init__(self, spec: Path, findings: list[Finding]) -> None:
        self._spec = spec
        self._findings = findings
        self._bundle = Bundle()
        self._file = cache(self._read)
        self._references = References(spec, self._file)
        self._homes: dict[tuple[str, str], str] = {}
        self._unread: deque[Component] = deque()
        self._used: set[Component] = set()

    def run(self) -> Bundle | None:
        root = self._file(ROOT)
        if root is None:
            return None
        if not isinstance(root.data, dict):
            message, fix = "the description is no mapping", "begin: openapi: 3.1.1"
            self._find(root.positions[()], "structure", message, fix)
            return None
        for relative in list_files(self._spec, self._findings):
            self._file(relative)
        components = root.data.get("components", {})
        sections = references.mapping(components)
        nodes = {(): components} | {(key,): entries for key, entries in sections.items()}
        wrong = [keys for keys, node in nodes.items() if not isinstance(node, dict)]
        self._findings += [references.no_mapping(root, "components", *keys) for keys in wrong]
        if wrong:
            return None
        self._homes = {(section, name): ROOT for section, entries in sections.items() for name in entries}
        try:
            self._assemble(root, sections)
        except _TooLargeError:
            message = f"the files make a document of more than {MAX_NODES} values"
            fix = "let components refer to one another in place of path items"
            self._find(root.positions[()], "structure", message, fix)
            return None
        cycles = list(references.find_cycles(self._bundle.document, self._bundle.positions))
        self._findings += cycles
        self._bundle.whole &= not cycles
        if self._bundle.whole:
            self._findings.extend(references.find_unused(self._bundle.files, self._used))
        return self._bundle

    def _assemble(self, root: SourceFile, sections: dict[str, Any]) -> None:
        data = root.data | {"components": {key: sections[key] for key in sections if key != PATH_ITEMS}}
        self._bundle.document = self._copy(data, _Origin(root, ROOT, ()), ())
        while self._unread:
            component = self._unread.popleft()
            node, origin = self._written(component)
            entries = self._bundle.document["components"].setdefault(component.section, {})
            section = ("components", component.section)
            self._bundle.positions.setdefault(section, origin.file.positions[(component.section,)])
            entries[component.name] = None  # keeps the order in which components are referred to
            entries[component.name] = self._copy(node, origin, (*section, component.name))

    def _read(self, relative: str) -> SourceFile | None:
        file = load_below(self._spec, relative, self._findings)
        self._bundle.whole &= file is not None
        if file is not None:
            self._bundle.files[relative] = file
        return file

    def _find(self, position: Position, rule: str, message: str, fix: str) -> None:
        self._findings.append(Finding(position, rule, message, fix))

    def _copy(self, node: Any, origin: _Origin, target: Pointer, reading: _Reading = "fields") -> Any:
        """Return a node as it stands at a target in the bundle, and note where it was written."""
        self._bundle.positions.setdefault(target, origin.position())
        if len(self._bundle.positions) > MAX_NODES or len(target) > MAX_DEPTH:
            raise _TooLargeError
        if isinstance(node, list):
            reading = "values" if reading == "values" else "fields"
            return [
                self._copy(item, origin.below(index), (*target, index), reading)
                for index, item in enumerate(node)
            ]
        if not isinstance(node, dict):
            return node
        targets = self._targets(node, origin, reading)
        item = targets.get("$ref")
        if isinstance(item, Component) and item.section == PATH_ITEMS:
            return self._put_in_place(item, node, origin, target)
        node = node | {key: getattr(named, "reference", named) for key, named in targets.items()}
        return {
            key: self._copy(value, origin.below(key), (*target, key), _inside(reading, key, value))
            for key, value in node.items()
        }

    def _targets(
        self, node: dict[str, Any], origin: _Origin, reading: _Reading
    ) -> dict[str, Component | str]:
        """Return what the references among the fields of a mapping name, by field."""
        resolvers: dict[str, Callable[[str, str], Component | str | None]] = {}
        if reading == "mapping":
            resolvers = dict.fromkeys(node, self._references.schema)
        elif reading == "fields":
            resolvers = {"$ref": self._references.component, "operationRef": self._references.operation}
        targets: dict[str, Component | str] = {}
        for key in (key for key in resolvers if isinstance(node.get(key), str)):
            try:
                target = resolvers[key](origin.relative, node[key])
            except references.BrokenReferenceError as error:
                self._find(origin.position(key), "ref", *error.args)
                self._bundle.whole = False
                continue
            if target is not None:
                targets[key] = target
            if isinstance(target, Component):
                self._enter(target, origin.position(key))
        return targets

    def _put_in_place(self, item: Component, node: dict[str, Any], origin: _Origin, target: Pointer) -> Any:
        for key in node.keys() - {"$ref"}:
            message, fix = f"{key} has no meaning beside this $ref", f"move it to {item.name}"
            self._find(origin.position(key), "ref", message, fix)
        if item in origin.through:
            message = "these path items refer to one another in a circle"
            self._find(origin.position("$ref"), "ref", message, "write one of them out")
            self._bundle.whole = False
            return {}
        written, home = self._written(item)
        return self._copy(written, home._replace(through=(*origin.through, item)), target)

    def _written(self, component: Component) -> tuple[Any, _Origin]:
        """Return a component, and where it was written."""
        file = self._bundle.files[component.file]
        node = file.data
        for key in component.pointer:
            node = node[key]
        return node, _Origin(file, component.file, component.pointer)

    def _enter(self, component: Component, position: Position) -> None:
        """Note that something refers to a component, and put it among those to copy."""
        is_new = component not in self._used
        self._used.add(component)
        if component.section == PATH_ITEMS or component.file == ROOT:
            return
        home = self._homes.setdefault((component.section, component.name), component.file)
        if home != component.file:
            files = [f"{self._spec.name}/{file}" for file in (home, component.file)]
            message = f"{component.section} {component.name} stands in {' and in '.join(files)}"
            self._find(position, "component-unique", message, "give one of them another name")
        elif is_new:
            self._unread.append(component)


def _inside(reading: _Reading, key: str, value: Any) -> _Reading:
    """Return how to read what stands below a key."""
    if reading == "names":
        return "fields"
    if reading == "values" or key in VALUES or (key == "examples" and isinstance(value, list)):
        return "values"
    if key == "mapping":
        return "mapping"
    return "names" if key in NAMED else "fields"
