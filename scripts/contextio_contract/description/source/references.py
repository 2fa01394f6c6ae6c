"""Components of the description: references to them, and those that are of no use."""

from __future__ import annotations

import os.path
import posixpath
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import unquote

from contextio_contract.contract.document import pointer_of, reference_to
from contextio_contract.description.source.files import is_below
from contextio_contract.description.source.finding import Finding, Position, nearest, one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from pathlib import Path

    from contextio_contract.description.source.yaml import Pointer, SourceFile

ROOT: Final = "openapi.yaml"
PATH_ITEMS: Final = "pathItems"
SECTIONS: Final = frozenset(
    {
        *("schemas", "parameters", "responses", "requestBodies", "examples", "headers", "links"),
        *("callbacks", "securitySchemes", PATH_ITEMS),
    }
)
"""What a file may hold, under the names of the Components Object."""
_OPERATION_POINTER: Final = 3
"""Keys in a pointer to an operation: `paths`, the path and the method."""


class Component(NamedTuple):
    """What a reference names: its file below the folder, the section of the Components Object, its name."""

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


class BrokenReferenceError(Exception):
    """A reference leads nowhere; the arguments are what is wrong, and what to write instead."""


class References:
    """Resolves references, given the file that one stands in and its text.

    The methods return None if the file that it leads to cannot be read, and raise BrokenReferenceError if it
    leads nowhere.
    """

    def __init__(self, spec: Path, load: Callable[[str], SourceFile | None]) -> None:
        self._spec = spec
        self._load = load
        self._path = cache(self._locate)  # thousands of references lead to few files

    def component(self, relative: str, reference: str) -> Component | None:
        """Return the component that a reference names."""
        target, pointer = self._target(relative, reference)
        file = self._load(target)
        if file is None:
            return None
        component = Component(target, *pointer[-2:]) if len(pointer) > 1 else Component(target, "", "")
        if component.section not in SECTIONS or component.pointer != pointer:
            message = f"{reference} names no component"
            meant = _meant(reference, file.data)
            example = "<file>#/<section>/<Name>, such as #/schemas/Account"
            raise BrokenReferenceError(message, f"write {meant or example}")
        entries: Any = file.data
        for key in pointer[:-1]:
            entries = mapping(mapping(entries).get(key))
        if entries.get(component.name) is None:
            near = nearest(component.name, entries)
            add = f"add {component.name} to {component.section} of {self._spec.name}/{target}"
            message = f"{reference} does not exist"
            raise BrokenReferenceError(message, f"write {near}" if near else add)
        return component

    def schema(self, relative: str, value: str) -> Component | None:
        """Return the schema that a value of a discriminator mapping names, by reference or by its bare name.

        OpenAPI takes a bare name for that of a component (section 4.8.25); here one of the same file.
        """
        is_name = "#" not in value and "/" not in value and "." not in value
        prefix = "#/components/schemas/" if relative == ROOT else "#/schemas/"
        component = self.component(relative, prefix + value if is_name else value)
        if component is not None and component.section != "schemas":
            message = f"{value} names no schema"
            raise BrokenReferenceError(message, "refer to one of schemas")
        return component

    def operation(self, relative: str, reference: str) -> str:
        """Return what an `operationRef` becomes in the bundle."""
        target, pointer = self._target(relative, reference)
        if target != ROOT or pointer[:1] != ("paths",) or len(pointer) != _OPERATION_POINTER:
            message = f"{reference} names no operation below the paths of {ROOT}"
            fix = "write operationId: with the id of the operation in its place"
            raise BrokenReferenceError(message, fix)
        return reference_to(pointer)

    def _target(self, relative: str, reference: str) -> tuple[str, tuple[str, ...]]:
        """Return the path of the file that a reference leads to, without `..`, and the pointer into it."""
        address = reference.partition("#")[0]
        return self._path(relative, address) if address else relative, pointer_of(reference)

    def _locate(self, relative: str, address: str) -> str:
        target = posixpath.normpath(PurePosixPath(relative).parent / unquote(address))
        is_outside = ":" in address or address.startswith(("/", "\\")) or target.startswith("../")
        if is_outside or not is_below(self._spec, target):
            message = f"{address} leads out of the description"
            raise BrokenReferenceError(message, "refer to a file below spec/")
        if not os.path.isfile(self._spec / target):  # noqa: PTH113 - False also for names that are too long
            message, fix = f"there is no file {target}", "write the path of one, relative to this file"
            stem, _ = posixpath.splitext(target)
            if os.path.isfile(self._spec / f"{stem}.yaml"):  # noqa: PTH113 - see above
                fix = f"write {posixpath.splitext(address)[0]}.yaml#/…"
            elif "\\" in address:
                slashes = address.replace("\\", "/")
                fix = f"write {slashes}#/…"
            elif ".yaml/" in address:
                fix = f"write {address.replace('.yaml/', '.yaml#/', 1)}"
            raise BrokenReferenceError(message, fix)
        return target


def _meant(reference: str, data: Any) -> str | None:
    """Return the reference to a component of a file that a malformed one was meant as; None without one."""
    address, _, pointer = reference.partition("#")
    *_, section, name = ["", *pointer.strip("/").split("/")]
    section = nearest(section, SECTIONS) or ""
    return f"{address}#/{section}/{name}" if name in mapping(mapping(data).get(section)) else None


def find_unused(files: Mapping[str, SourceFile], used: Container[Component]) -> Iterator[Finding]:
    """Yield components and path items that nothing refers to, and files of another shape.

    While a path item is unused, components are not looked at: what it needs would be unused as well. Of the
    components of the root, only path items are looked at. Files come by their path below the folder.
    """
    unused: list[tuple[Component, Position]] = []
    for relative, file in files.items():
        is_root = relative == ROOT
        if not is_root:
            yield from _misshapen(file)
        sections = mapping(file.data.get("components") if is_root else file.data)
        for section in sections.keys() & ({PATH_ITEMS} if is_root else SECTIONS):
            components = [Component(relative, section, name) for name in mapping(sections[section])]
            unused += [(item, file.positions[item.pointer]) for item in components if item not in used]
    items = [(item, position) for item, position in unused if item.section == PATH_ITEMS]
    for item, position in items:
        message = f"no path refers to the path item {item.name}"
        fix = f"add a path with a $ref to it to {ROOT}, or remove it"
        yield Finding(position, "unused-component", message, fix)
    for component, position in unused if not items else ():
        message = f"nothing refers to {component.section} {component.name}"
        yield Finding(position, "unused-component", message, "refer to it, or remove it")


def no_mapping(file: SourceFile, *pointer: str) -> Finding:
    """Return the finding that a node is something else than named entries."""
    fix = "write names with a colon, and entries below"
    return Finding(file.positions[pointer], "structure", "this is no mapping", fix)


def _misshapen(file: SourceFile) -> Iterator[Finding]:
    """Yield what is no section, or none with named entries."""
    if not isinstance(file.data, dict):
        yield no_mapping(file)
    for section, content in mapping(file.data).items():
        if section not in SECTIONS:
            message, fix = f"{section} is no part of a resource file", f"write {one_of(section, SECTIONS)}"
            yield Finding(file.positions[(section,)], "structure", message, fix)
        elif not isinstance(content, dict):
            yield no_mapping(file, section)


def mapping(value: Any) -> dict[str, Any]:
    """Return a value that is a mapping; an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def find_cycles(document: Mapping[str, Any], positions: Mapping[Pointer, Position]) -> Iterator[Finding]:
    """Yield a component of a bundle that is defined only by itself, so that reading it never ends.

    A schema whose property or element is the schema itself is a tree, and all right.
    """
    graph = {
        reference_to(("components", section, name)): list(_same_value(component))
        for section, components in document["components"].items()
        for name, component in components.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        names = ", ".join(pointer_of(reference)[-1] for reference in cycle)
        message = f"these refer to one another in a circle: {names}"
        fix = "describe one of them without the others"
        yield Finding(positions[pointer_of(min(cycle))], "ref", message, fix)


def _same_value(component: Any) -> Iterator[str]:
    """Yield the references that have to be followed to read a value, not counting those for parts of it."""
    if not isinstance(component, dict):
        return
    if isinstance(component.get("$ref"), str):
        yield component["$ref"]
    for keyword in ("allOf", "anyOf", "oneOf"):
        for member in component[keyword] if isinstance(component.get(keyword), list) else ():
            yield from _same_value(member)
    for keyword in ("not", "if", "then", "else", "items"):  # no generator reads arrays of themselves
        yield from _same_value(component.get(keyword))
