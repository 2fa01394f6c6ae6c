"""The description's files as one OpenAPI document.

Path items are put in place; every component goes to `components` under its own name, so that generators
name things as the authors did. Each node keeps the place where it was written.
"""

from __future__ import annotations

import json
import os.path
from collections import deque
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from contextio_contract.description.source.cycles import circles
from contextio_contract.description.source.finding import Finding, Position
from contextio_contract.description.source.unused import PATH_ITEMS, SECTIONS, Name, no_mapping, refuse_unused
from contextio_contract.description.source.yaml import (
    MAX_DEPTH,
    MAX_NODES,
    Pointer,
    SourceFile,
    is_below,
    load_below,
)

if TYPE_CHECKING:
    from pathlib import Path

ROOT: Final = "openapi.yaml"


class _Found(NamedTuple):
    """What a reference names: its name, where it stands in its file, and its content."""

    home: Name
    pointer: Pointer
    node: Any


class _TooLargeError(Exception):
    """The document grows beyond all reason."""


@dataclass
class Bundle:
    """One document made of the description's files.

    Attributes:
        document: the OpenAPI document.
        positions: where each of its nodes was written.
        files: the files that it was made from, by name.
        whole: whether every file could be read and every reference can be followed to its end.
    """

    document: dict[str, Any] = field(default_factory=dict)
    positions: dict[Pointer, Position] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)
    whole: bool = True

    def position(self, pointer: Pointer) -> Position:
        """Return where a node was written, or the nearest node around it."""
        while pointer not in self.positions:
            pointer = pointer[:-1]
        return self.positions[pointer]

    def to_json(self) -> bytes:
        """Return the document in the form in which it is stored: the same bytes for the same description."""
        return (json.dumps(self.document, indent=2, ensure_ascii=False) + "\n").encode()


def bundle(spec: Path, findings: list[Finding]) -> Bundle | None:
    """Make one document of the files below a folder.

    Args:
        spec: the folder with `openapi.yaml`.
        findings: what is wrong is added here.

    Returns:
        The bundle, which is complete only if there are no findings, or None if nothing could be read.
    """
    return _Bundler(spec, findings).run()


class _Bundler:
    def __init__(self, spec: Path, findings: list[Finding]) -> None:
        self._spec = spec
        self._findings = findings
        self._bundle = Bundle()
        self._homes: dict[tuple[str, str], str] = {}
        self._unread: deque[tuple[str, str]] = deque()
        self._missing: set[str] = set()
        self._used: set[Name] = set()
        self._inside = cache(partial(is_below, spec))  # thousands of references lead to few files
        self._is_file = cache(self._is_there)

    def run(self) -> Bundle | None:
        root = self._file(ROOT)
        if root is None:
            return None
        if not isinstance(root.data, dict):
            self._find(
                root.positions[()], "structure", "the description is no mapping", "begin: openapi: 3.1.1"
            )
            return None
        for path in sorted(self._spec.glob("resources/*.yaml")):
            self._file(f"resources/{path.name}")
        if not self._has_components(root):
            return None
        try:
            self._assemble(root)
        except _TooLargeError:
            self._find(
                root.positions[()],
                "structure",
                f"the files make a document of more than {MAX_NODES} values",
                "let components refer to one another in place of path items",
            )
            return None
        if found := list(circles(self._bundle.document, self._bundle.positions)):
            self._findings.extend(found)
            self._bundle.whole = False
        if self._bundle.whole:
            prefix = self._name("")
            files = {name.removeprefix(prefix): file for name, file in self._bundle.files.items()}
            refuse_unused(
                {name: file for name, file in files.items() if name != ROOT}, self._used, self._findings
            )
        return self._bundle

    def _assemble(self, root: SourceFile) -> None:
        document = self._copy(ROOT, (), root.data, (), ())
        self._bundle.document = document
        components = document.setdefault("components", {})
        self._bundle.positions.setdefault(("components",), root.positions[()])
        while self._unread:
            section, name = self._unread.popleft()
            home = self._bundle.files[self._name(self._homes[section, name])]
            target = ("components", section, name)
            entries = components.setdefault(section, {})
            self._bundle.positions.setdefault(("components", section), home.positions[(section,)])
            entries[name] = None
            entries[name] = self._copy(
                self._homes[section, name], (section, name), home.data[section][name], target, ()
            )

    def _has_components(self, root: SourceFile) -> bool:
        """Say whether the root's components, if it has any, are ready to take those of the other files."""
        components = root.data.get("components", {})
        if not isinstance(components, dict):
            self._findings.append(no_mapping(root, "components"))
            return False
        wrong = [section for section, entries in components.items() if not isinstance(entries, dict)]
        self._findings.extend(no_mapping(root, "components", section) for section in wrong)
        self._homes = {
            (section, name): ROOT
            for section, entries in components.items()
            if section not in wrong
            for name in entries
        }
        return not wrong

    def _name(self, relative: str) -> str:
        return f"{self._spec.name}/{relative}"

    def _file(self, relative: str) -> SourceFile | None:
        name = self._name(relative)
        if name not in self._bundle.files and name not in self._missing:
            file = load_below(self._spec, relative, self._findings)
            if file is None:
                self._missing.add(name)
                self._bundle.whole = False
            else:
                self._bundle.files[name] = file
        return self._bundle.files.get(name)

    def _find(self, position: Position, rule: str, message: str, fix: str) -> None:
        self._findings.append(Finding(position, rule, message, fix))

    def _copy(
        self, relative: str, source: Pointer, node: Any, target: Pointer, through: tuple[Name, ...]
    ) -> Any:
        """Return a node as it stands in the bundle, and note where it was written.

        Args:
            relative: the file that it stands in.
            source: where it stands there.
            node: the node.
            target: where it is put.
            through: the path items that were put in place around it.
        """
        positions = self._bundle.files[self._name(relative)].positions
        self._bundle.positions.setdefault(target, positions[source])
        if len(self._bundle.positions) > MAX_NODES or len(target) > MAX_DEPTH:
            raise _TooLargeError
        if isinstance(node, list):
            return [
                self._copy(relative, (*source, index), item, (*target, index), through)
                for index, item in enumerate(node)
            ]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str):
            position = positions[(*source, "$ref")]
            found = self._resolve(relative, position, reference)
            if found is not None and found.home[1] == PATH_ITEMS:
                return self._put_in_place(found, position, target, through)
            if found is None:
                self._bundle.whole = False
            else:
                node = node | {"$ref": "/".join(("#", "components", *found.home[1:]))}
        return {
            key: self._copy(relative, (*source, key), value, (*target, key), through)
            for key, value in node.items()
        }

    def _put_in_place(
        self, found: _Found, position: Position, target: Pointer, through: tuple[Name, ...]
    ) -> Any:
        if found.home in through:
            self._find(
                position, "ref", "these path items refer to one another in a circle", "write one of them out"
            )
            self._bundle.whole = False
            return {}
        return self._copy(found.home[0], found.pointer, found.node, target, (*through, found.home))

    def _resolve(self, relative: str, position: Position, reference: str) -> _Found | None:
        """Return what a reference names; enter a component among those to copy."""
        address, _, fragment = reference.partition("#")
        home = relative
        if address:
            joined = _joined(relative, unquote(address))
            if (
                joined is None
                or ":" in address
                or address.startswith(("/", "\\"))
                or not self._inside(joined)
            ):
                self._find(
                    position,
                    "ref",
                    f"{reference} leads out of the description",
                    "refer to a file below spec/",
                )
                return None
            home = joined
        if not self._is_file(home):
            self._find(
                position, "ref", f"there is no file {home}", "write the path of one, relative to this file"
            )
            return None
        file = self._file(home)
        if file is None:
            return None
        pointer = tuple(
            unquote(part).replace("~1", "/").replace("~0", "~")
            for part in fragment.removeprefix("/").split("/")
        )
        at_root = pointer[:1] == ("components",) and home == ROOT
        section, *names = pointer[1:] if at_root else pointer or ("",)
        if section not in SECTIONS | {PATH_ITEMS} or len(names) != 1:
            self._find(
                position,
                "ref",
                f"{reference} names no component",
                "write <file>#/<section>/<Name>, such as #/schemas/Account",
            )
            return None
        node = file.data
        known: Any = {}
        for part in pointer:
            known, node = node, node.get(part) if isinstance(node, dict) else None
        if node is None:
            near = get_close_matches(names[0], known if isinstance(known, dict) else (), 1)
            self._find(
                position,
                "ref",
                f"{reference} does not exist",
                f"write {near[0]}" if near else f"add {names[0]} to {section} of {self._name(home)}",
            )
            return None
        self._used.add((home, section, names[0]))
        if section != PATH_ITEMS and not at_root:
            self._enter(section, names[0], home, position)
        return _Found((home, section, names[0]), pointer, node)

    def _enter(self, section: str, name: str, home: str, position: Position) -> None:
        first = self._homes.setdefault((section, name), home)
        if first != home:
            self._find(
                position,
                "component-unique",
                f"{section} {name} stands in {self._name(first)} and in {self._name(home)}",
                "give one of them another name",
            )
        elif (section, name) not in self._unread and (
            "components",
            section,
            name,
        ) not in self._bundle.positions:
            self._unread.append((section, name))

    def _is_there(self, relative: str) -> bool:
        return os.path.isfile(self._spec / relative)  # noqa: PTH113 - False for names that are too long, too


@lru_cache(1000)
def _joined(relative: str, address: str) -> str | None:
    """Return what an address in a file leads to, without `..`, or None if it leads above the top folder."""
    parts: list[str] = []
    for part in (PurePosixPath(relative).parent / address).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
