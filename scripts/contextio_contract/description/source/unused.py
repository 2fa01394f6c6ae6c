"""Content of the files that no reference leads to: forgotten, misplaced or misspelt."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.source.finding import Finding
from contextio_contract.description.source.references import PATH_ITEMS, ROOT, SECTIONS, Component

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from contextio_contract.description.source.yaml import SourceFile

_RULE: Final = "unused-component"


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
        fix = f"add a path with a $ref to it to {ROOT}, or remove it"
        yield Finding(
            file.positions[item.pointer], _RULE, f"no path refers to the path item {item.name}", fix
        )
    for component, file in unused if not items else ():
        message = f"nothing refers to {component.section} {component.name}"
        yield Finding(file.positions[component.pointer], _RULE, message, "refer to it, or remove it")


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
