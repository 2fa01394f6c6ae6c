"""What the pages and clients of the service say, as facts.

`documented/` has one file per page; its README explains the format, the tiers and the codes of provenance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.description.findings import Finding
from contextio_contract.description.loader import Pointer, SourceFile, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TIERS: Final = ("seed", "current", "legacy")
"""What the description must hold, in the order of weight."""

CLIENT_ONLY: Final = "client_only"
"""The tier of facts that must not be in the description."""

ENFORCEMENT: Final = "enforcement.yaml"
"""The file in `documented/` that is no page: what enforces the rules that no check does."""

_TEXT: Final = {"type": "string", "minLength": 1}


def _facts(**fields: Any) -> dict[str, Any]:
    shared = {
        "tier": {"enum": [*TIERS, CLIENT_ONLY]},
        "provenance": {"type": "array", "items": _TEXT},
        "enum": {"type": "array"},
    }
    return {
        "type": "array",
        "items": {"type": "object", "required": list(fields), "properties": shared | fields},
    }


_PAGE: Final = jsonschema_rs.validator_for(
    {
        "type": "object",
        "required": ["objects"],
        "properties": {
            "operations": _facts(
                method={"enum": ["GET", "PUT", "POST", "DELETE", "PATCH"]},
                path={"type": "string", "pattern": "^/"},
                parameters=_facts(**{"name": _TEXT, "in": _TEXT, "type": _TEXT}),
                responses=_facts(status={"type": ["integer", "string"]}, shape=_TEXT),
            ),
            "objects": {"type": "object", "additionalProperties": _facts(name=_TEXT, type=_TEXT)},
        },
    }
)
"""The part of the format that the description is held against."""


_ENFORCEMENT: Final = jsonschema_rs.validator_for(
    {
        "type": "object",
        "required": ["schema", "unobservable"],
        "additionalProperties": False,
        "properties": {
            "schema": {"type": "object", "additionalProperties": {"type": "string", "pattern": "^/"}},
            "unobservable": {"type": "object", "additionalProperties": _TEXT},
        },
    }
)


@dataclass(frozen=True)
class Fact:
    """An entry of the documentation.

    Attributes:
        file: where it stands.
        pointer: what leads there.
        data: its fields.
    """

    file: SourceFile
    pointer: Pointer
    data: dict[str, Any]

    @property
    def tier(self) -> str:
        """Its weight; where none is stated, `seed` for what a seed page says and `current` for the rest."""
        stated = self.data.get("tier")
        return str(stated) if stated else "seed" if "seed" in self.data.get("provenance", ()) else "current"

    @property
    def place(self) -> str:
        """Its file and line."""
        position = self.file.positions[self.pointer]
        return f"{position.file}:{position.line}"

    def inner(self, key: str) -> Iterator[Fact]:
        """Yield the entries of a list in it."""
        for index, entry in enumerate(self.data.get(key) or ()):
            yield Fact(self.file, (*self.pointer, key, index), entry)


def pages(spec: Path, findings: list[Finding]) -> dict[str, Fact]:
    """Read the documentation.

    Args:
        spec: the folder with `documented/`.
        findings: what cannot be read as documentation is added here.

    Returns:
        The readable pages by name, each as the fact that holds all others.
    """
    found = {}
    enforcement(spec, findings)
    for path in sorted(spec.glob("documented/*.yaml")):
        if path.name == ENFORCEMENT:
            continue
        file = load(path, f"{spec.name}/documented/{path.name}", findings)
        problems = [] if file is None else [_problem(file, error) for error in _PAGE.iter_errors(file.data)]
        findings.extend(problems)
        if file is not None and not problems:
            found[path.stem] = Fact(file, (), file.data)
    return found


def enforcement(spec: Path, findings: list[Finding]) -> Mapping[str, Mapping[str, str]]:
    """Read what enforces the rules that the conformance suite does not check.

    Args:
        spec: the folder with `documented/`.
        findings: what cannot be read so is added here.

    Returns:
        Under `schema`, places in the bundle by rule; under `unobservable`, reasons by rule.
    """
    path = spec / "documented" / ENFORCEMENT
    if not path.is_file():
        return {"schema": {}, "unobservable": {}}
    file = load(path, f"{spec.name}/documented/{path.name}", findings)
    problems = (
        [] if file is None else [_problem(file, error) for error in _ENFORCEMENT.iter_errors(file.data)]
    )
    findings.extend(problems)
    if file is None or problems:
        return {"schema": {}, "unobservable": {}}
    content: Mapping[str, Mapping[str, str]] = file.data
    return content


def rules(top: Fact) -> Iterator[Fact]:
    """Yield the rules of a page: whatever has an id and a text, and is of no client alone."""
    nodes: list[tuple[Pointer, Any]] = [(top.pointer, top.data)]
    while nodes:
        pointer, node = nodes.pop(0)
        if isinstance(node, dict):
            fact = Fact(top.file, pointer, node)
            if fact.tier == CLIENT_ONLY:
                continue
            if {"id", "text"} <= node.keys():
                yield fact
            nodes += [((*pointer, key), value) for key, value in node.items()]
        elif isinstance(node, list):
            nodes += [((*pointer, index), value) for index, value in enumerate(node)]


def _problem(file: SourceFile, error: jsonschema_rs.ValidationError) -> Finding:
    pointer = tuple(error.instance_path)
    facts = error.kind.as_dict()
    message = (
        f"{facts['property']} is missing"
        if error.kind.name == "required"
        else f"the {error.kind.name} is wrong"
    )
    return Finding(file.positions[pointer], "documentation", f"{message} here", "see documented/README.md")
