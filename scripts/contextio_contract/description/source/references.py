"""References between the files of the description, resolved to the components that they name."""

from __future__ import annotations

import os.path
from difflib import get_close_matches
from functools import cache, lru_cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from contextio_contract.contract.document import pointer_of, reference_to
from contextio_contract.description.source.files import is_below
from contextio_contract.description.source.finding import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contextio_contract.description.source.yaml import Pointer, SourceFile

ROOT: Final = "openapi.yaml"
SECTIONS: Final = frozenset(
    {
        *("schemas", "parameters", "responses", "requestBodies", "examples", "headers", "links"),
        *("callbacks", "securitySchemes"),
    }
)
"""What a file may hold apart from path items, under the names of the Components Object."""
PATH_ITEMS: Final = "pathItems"
_OPERATION_POINTER: Final = 3
"""Keys in a pointer to an operation: `paths`, the path and the method."""


class Component(NamedTuple):
    """What a reference names.

    Attributes:
        file: the path of its file below the folder of the description.
        section: the section of the Components Object that it belongs to.
        name: its name there.
    """

    file: str
    section: str
    name: str

    @property
    def pointer(self) -> Pointer:
        """Where it stands in its file."""
        names = (self.section, self.name)
        return ("components", *names) if self.file == ROOT else names

    @property
    def reference(self) -> str:
        """The reference to it in the bundle."""
        return reference_to(("components", self.section, self.name))


class References:
    """Resolves the references in the files of a description."""

    def __init__(self, spec: Path, load: Callable[[str], SourceFile | None], findings: list[Finding]) -> None:
        self._folder = spec.name
        self._load = load
        self._findings = findings
        self._inside = cache(partial(is_below, spec))  # thousands of references lead to few files
        # unlike Path.is_file, False for names that are too long
        self._is_file = cache(lambda relative: os.path.isfile(spec / relative))  # noqa: PTH113

    def component(self, relative: str, position: Position, reference: str) -> Component | None:
        """Return the component that a reference names; None, with a finding, if it names none.

        Args:
            relative: the file that the reference stands in.
            position: where it stands there.
            reference: its text.
        """
        target = self._file(relative, position, reference)
        file = self._load(target) if target else None
        if target is None or file is None:
            return None
        pointer = pointer_of(reference)
        component = Component(target, *pointer[-2:]) if len(pointer) > 1 else Component(target, "", "")
        if component.section not in SECTIONS | {PATH_ITEMS} or component.pointer != pointer:
            message = f"{reference} names no component"
            self._find(position, message, "write <file>#/<section>/<Name>, such as #/schemas/Account")
            return None
        entries: Any = file.data
        for key in pointer[:-1]:
            entries = entries.get(key, {}) if isinstance(entries, dict) else {}
        entries = entries if isinstance(entries, dict) else {}
        if entries.get(component.name) is None:
            near = get_close_matches(component.name, entries, 1)
            add = f"add {component.name} to {component.section} of {self._folder}/{target}"
            self._find(position, f"{reference} does not exist", f"write {near[0]}" if near else add)
            return None
        return component

    def schema(self, relative: str, position: Position, value: str) -> Component | None:
        """Return the schema that a value of a discriminator mapping names, by reference or by its bare name.

        OpenAPI takes a bare name for that of a component (section 4.8.25); here one of the same file.
        """
        is_name = "#" not in value and "/" not in value and "." not in value
        prefix = "#/components/schemas/" if relative == ROOT else "#/schemas/"
        component = self.component(relative, position, prefix + value if is_name else value)
        if component is not None and component.section != "schemas":
            self._find(position, f"{value} names no schema", "refer to one of schemas")
            return None
        return component

    def operation(self, relative: str, position: Position, reference: str) -> str | None:
        """Return what an `operationRef` becomes in the bundle; None, with a finding, if it names no path."""
        target = self._file(relative, position, reference)
        if target is None:
            return None
        pointer = pointer_of(reference)
        if target != ROOT or pointer[:1] != ("paths",) or len(pointer) != _OPERATION_POINTER:
            message = f"{reference} names no operation below the paths of {ROOT}"
            self._find(position, message, "write operationId: with the id of the operation in its place")
            return None
        return reference_to(pointer)

    def _file(self, relative: str, position: Position, reference: str) -> str | None:
        """Return the path of the file that a reference leads to; None, with a finding, without one."""
        address = reference.partition("#")[0]
        if not address:
            return relative
        target = _joined(relative, unquote(address))
        if target is None or ":" in address or address.startswith(("/", "\\")) or not self._inside(target):
            message = f"{reference} leads out of the description"
            self._find(position, message, "refer to a file below spec/")
            return None
        if not self._is_file(target):
            message = f"there is no file {target}"
            self._find(position, message, "write the path of one, relative to this file")
            return None
        return target

    def _find(self, position: Position, message: str, fix: str) -> None:
        self._findings.append(Finding(position, "ref", message, fix))


@lru_cache(1000)
def _joined(relative: str, address: str) -> str | None:
    """Return the path that an address in a file leads to, without `..`; None above the folder."""
    parts: list[str] = []
    for part in (PurePosixPath(relative).parent / address).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
