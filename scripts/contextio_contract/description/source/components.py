"""Components that are of no use: unused, misplaced, or defined by nothing but one another."""

from __future__ import annotations

from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.document import pointer_of, reference_to
from contextio_contract.description.source.finding import Finding, Position
from contextio_contract.description.source.references import PATH_ITEMS, ROOT, SECTIONS, Component

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from contextio_contract.description.source.yaml import Pointer, SourceFile

_LISTS: Final = ("allOf", "anyOf", "oneOf")
_SINGLE: Final = ("not", "if", "then", "else")


def find_unused(files: Mapping[str, SourceFile], used: Container[Component]) -> Iterator[Finding]:
    """Yield components and path items that nothing refers to, and files of another shape.

    While a path item is unused, components are not looked at: what it needs would be unused as well. Of the
    components of the root, only path items are looked at.

    Args:
        files: the files, by their path below the folder of the description.
        used: what references lead to.
    """
    unused: list[tuple[Component, SourceFile]] = []
    for relative, file in files.items():
        if relative != ROOT:
            yield from _misshapen(file)
        sections = _mapping(file.data if relative != ROOT else file.data.get("components"))
        for section in sections.keys() & (SECTIONS | {PATH_ITEMS} if relative != ROOT else {PATH_ITEMS}):
            components = (Component(relative, section, name) for name in _mapping(sections[section]))
            unused += [(component, file) for component in components if component not in used]
    items = [(item, file) for item, file in unused if item.section == PATH_ITEMS]
    for item, file in items:
        position, fix = file.positions[item.pointer], f"add a path with a $ref to it to {ROOT}, or remove it"
        yield Finding(position, "unused-component", f"no path refers to the path item {item.name}", fix)
    for component, file in unused if not items else ():
        position = file.positions[component.pointer]
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
    for section, content in _mapping(file.data).items():
        if section not in SECTIONS | {PATH_ITEMS}:
            sections = sorted(SECTIONS | {PATH_ITEMS})
            meant = get_close_matches(section, sections, 1) or sections
            message = f"{section} is no part of a resource file"
            position = file.positions[(section,)]
            yield Finding(position, "structure", message, f"write {' or '.join(meant)}")
        elif not isinstance(content, dict):
            yield no_mapping(file, section)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def find_cycles(document: Mapping[str, Any], positions: Mapping[Pointer, Position]) -> Iterator[Finding]:
    """Yield a component that is defined by nothing but itself, which nobody can read to an end.

    A schema whose property or element is the schema itself is a tree, and all right.

    Args:
        document: the bundle's document.
        positions: where each of its nodes was written.
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
        names = [pointer_of(reference)[-1] for reference in cycle]
        yield Finding(
            positions[pointer_of(min(cycle))],
            "ref",
            f"these refer to one another in a circle: {', '.join(names)}",
            "describe one of them without the others",
        )


def _same_value(component: Any) -> Iterator[str]:
    """Yield the references that have to be followed to read a value, not counting those for parts of it."""
    if not isinstance(component, dict):
        return
    reference = component.get("$ref")
    if isinstance(reference, str):
        yield reference
    for keyword in _LISTS:
        members = component.get(keyword)
        for member in members if isinstance(members, list) else ():
            yield from _same_value(member)
    for keyword in _SINGLE:
        yield from _same_value(component.get(keyword))
