"""The description's files as one OpenAPI document.

Path items are put in place; every component goes to `components` under its own name, so that generators
name things as the authors did. Each node keeps the place where it was written.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import unquote

from contextio_contract.description.findings import Finding, Position
from contextio_contract.description.loader import Pointer, SourceFile, load

ROOT: Final = "openapi.yaml"
SECTIONS: Final = frozenset(
    {
        "schemas",
        "parameters",
        "responses",
        "requestBodies",
        "examples",
        "headers",
        "links",
        "callbacks",
        "securitySchemes",
    }
)
PATH_ITEMS: Final = "pathItems"


_Found = tuple[str, tuple[str, str], Any]
"""File, section and name, and content of what a reference names."""


@dataclass
class Bundle:
    """One document made of the description's files.

    Attributes:
        document: the OpenAPI document.
        positions: where each of its nodes was written.
        files: the files that it was made from, by name.
    """

    document: dict[str, Any] = field(default_factory=dict)
    positions: dict[Pointer, Position] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)

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
        self._unread: list[tuple[str, str]] = []
        self._missing: set[str] = set()

    def run(self) -> Bundle | None:
        root = self._file(ROOT)
        if root is None:
            return None
        if not isinstance(root.data, dict):
            self._find(
                root.positions[()],
                "structure",
                "the description is no mapping",
                "start it with openapi: 3.1.1",
            )
            return None
        for path in sorted(self._spec.glob("resources/*.yaml")):
            self._file(f"resources/{path.name}")
        document = self._copy(ROOT, (), root.data, (), ())
        self._bundle.document = document
        components = document.setdefault("components", {})
        self._bundle.positions.setdefault(("components",), root.positions[()])
        while self._unread:
            section, name = self._unread.pop(0)
            home = self._bundle.files[self._name(self._homes[section, name])]
            target = ("components", section, name)
            entries = components.setdefault(section, {})
            self._bundle.positions.setdefault(("components", section), home.positions[(section,)])
            entries[name] = None
            entries[name] = self._copy(
                self._homes[section, name], (section, name), home.data[section][name], target, ()
            )
        self._refuse_unused()
        return self._bundle

    def _name(self, relative: str) -> str:
        return f"{self._spec.name}/{relative}"

    def _file(self, relative: str) -> SourceFile | None:
        name = self._name(relative)
        if name not in self._bundle.files and name not in self._missing:
            file = load(self._spec / relative, name, self._findings)
            if file is None:
                self._missing.add(name)
            else:
                self._bundle.files[name] = file
        return self._bundle.files.get(name)

    def _find(self, position: Position, rule: str, message: str, fix: str) -> None:
        self._findings.append(Finding(position, rule, message, fix))

    def _copy(
        self,
        relative: str,
        source: Pointer,
        node: Any,
        target: Pointer,
        through: tuple[str, ...],
    ) -> Any:
        """Return a node as it stands in the bundle, and note where it was written."""
        positions = self._bundle.files[self._name(relative)].positions
        self._bundle.positions.setdefault(target, positions[source])
        if isinstance(node, list):
            return [
                self._copy(relative, (*source, index), item, (*target, index), ())
                for index, item in enumerate(node)
            ]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str):
            found = self._resolve(relative, positions[(*source, "$ref")], reference)
            if found is not None and found[1][0] == PATH_ITEMS:
                return self._put_in_place(found, positions[(*source, "$ref")], target, (*through, reference))
            if found is not None:
                node = node | {"$ref": "/".join(("#", "components", *found[1]))}
        return {
            key: self._copy(relative, (*source, key), value, (*target, key), ())
            for key, value in node.items()
        }

    def _put_in_place(
        self, found: _Found, position: Position, target: Pointer, through: tuple[str, ...]
    ) -> Any:
        if len(through) != len(set(through)):
            self._find(
                position, "ref", "these path items refer to one another in a circle", "write one of them out"
            )
            return {}
        relative, source, node = found
        return self._copy(relative, source, node, target, through)

    def _resolve(self, relative: str, position: Position, reference: str) -> _Found | None:
        """Return file, pointer and node that a reference names; enter a component among those to copy."""
        address, _, fragment = reference.partition("#")
        if "://" in address or address.startswith(("/", "\\")) or ":" in address:
            self._find(
                position, "ref", f"{reference} leads out of the description", "refer to a file below spec/"
            )
            return None
        home = _normal(PurePosixPath(relative).parent / unquote(address)) if address else relative
        if home is None:
            self._find(
                position, "ref", f"{reference} leads out of the description", "refer to a file below spec/"
            )
            return None
        file = self._file(home) if self._inside(home) else None
        if file is None:
            self._find(
                position, "ref", f"{reference} names no readable file", "write a path relative to this file"
            )
            return None
        pointer = tuple(
            unquote(part).replace("~1", "/").replace("~0", "~")
            for part in fragment.removeprefix("/").split("/")
        )
        at_root = pointer[:1] == ("components",) and home == ROOT
        section, *names = pointer[1:] if at_root else pointer
        if section not in SECTIONS | {PATH_ITEMS} or len(names) != 1:
            self._find(
                position,
                "ref",
                f"{reference} names no component",
                "write <file>#/<section>/<Name>, such as #/schemas/Account",
            )
            return None
        node = file.data
        for part in pointer:
            node = node.get(part) if isinstance(node, dict) else None
        if node is None:
            known = file.data.get(section) if isinstance(file.data, dict) else None
            near = (
                f"one of {', '.join(known)}"
                if isinstance(known, dict) and known
                else "a name that the file has"
            )
            self._find(position, "ref", f"{reference} does not exist", f"write {near}")
            return None
        if section != PATH_ITEMS and not at_root:
            self._enter(section, names[0], home, position)
        return home, (section, names[0]), node

    def _enter(self, section: str, name: str, home: str, position: Position) -> None:
        first = self._homes.setdefault((section, name), home)
        if first != home:
            self._find(
                position,
                "component-name",
                f"{section} {name} stands in {self._name(first)} and in {self._name(home)}",
                "give one of them another name",
            )
        elif (section, name) not in self._unread and (
            "components",
            section,
            name,
        ) not in self._bundle.positions:
            self._unread.append((section, name))

    def _inside(self, relative: str) -> bool:
        spec = self._spec.resolve()
        return (self._spec / relative).resolve().is_relative_to(spec)

    def _refuse_unused(self) -> None:
        for name, file in self._bundle.files.items():
            relative = name.removeprefix(f"{self._spec.name}/")
            if relative == ROOT or not isinstance(file.data, dict):
                continue
            for section, entries in file.data.items():
                if section not in SECTIONS | {PATH_ITEMS}:
                    self._find(
                        file.positions[(section,)],
                        "structure",
                        f"{section} is no part of a resource file",
                        f"use pathItems or one of {', '.join(sorted(SECTIONS))}",
                    )
                    continue
                for entry in entries if section != PATH_ITEMS and isinstance(entries, dict) else ():
                    if self._homes.get((section, entry)) != relative:
                        self._find(
                            file.positions[section, entry],
                            "unused-component",
                            f"nothing refers to {section} {entry}",
                            "refer to it, or remove it",
                        )


def _normal(path: PurePosixPath) -> str | None:
    """Return a relative path without `..`, or None if it leads above the folder that it starts from."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
