"""What the files hold that no reference leads to: forgotten, misplaced or misspelt."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.source.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from contextio_contract.description.source.yaml import SourceFile

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
"""What a file may hold apart from path items, under the names of the Components Object."""
PATH_ITEMS: Final = "pathItems"

Name = tuple[str, str, str]
"""File, section and name of a component or path item."""


def refuse_unused(files: Mapping[str, SourceFile], used: Container[Name], findings: list[Finding]) -> None:
    """Find components and path items that nothing refers to, and files of another shape.

    Args:
        files: the files apart from the root, by their path below the description's folder.
        used: what some reference leads to.
        findings: what is wrong is added here; while a path item is unused, what it needs is not looked at.
    """
    for file in files.values():
        findings.extend(_misshapen(file))
    entries = [
        (file, section, name, (relative, section, name) in used)
        for relative, file in files.items()
        for section, content in _mapping(file.data).items()
        for name in _mapping(content)
    ]
    lost = [(file, name) for file, section, name, found in entries if section == PATH_ITEMS and not found]
    for file, name in lost:
        findings.append(
            Finding(
                file.positions[PATH_ITEMS, name],
                "unused-component",
                f"no path refers to the path item {name}",
                "add a path with a $ref to it to openapi.yaml, or remove it",
            )
        )
    for file, section, name, found in entries:
        if section in SECTIONS and not found and not lost:
            findings.append(
                Finding(
                    file.positions[section, name],
                    "unused-component",
                    f"nothing refers to {section} {name}",
                    "refer to it, or remove it",
                )
            )


def no_mapping(file: SourceFile, *pointer: str) -> Finding:
    """Return the finding that a place holds something else than named entries."""
    fix = "write names with a colon, and entries below"
    return Finding(file.positions[pointer], "structure", "this is no mapping", fix)


def _misshapen(file: SourceFile) -> Iterator[Finding]:
    """Yield what is no section, or none with named entries."""
    if not isinstance(file.data, dict):
        yield no_mapping(file)
    for section, content in _mapping(file.data).items():
        if section not in SECTIONS | {PATH_ITEMS}:
            known = sorted(SECTIONS | {PATH_ITEMS})
            meant = get_close_matches(section, known, 1) or known
            yield Finding(
                file.positions[(section,)],
                "structure",
                f"{section} is no part of a resource file",
                f"write {' or '.join(meant)}",
            )
        elif not isinstance(content, dict):
            yield no_mapping(file, section)


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
