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
    from collections.abc import Iterator
    from pathlib import Path

TIERS: Final = ("seed", "current", "legacy")
"""What the description must hold, in the order of weight."""

CLIENT_ONLY: Final = "client_only"
"""The tier of facts that must not be in the description."""

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
    for path in sorted(spec.glob("documented/*.yaml")):
        file = load(path, f"{spec.name}/documented/{path.name}", findings)
        problems = [] if file is None else [_problem(file, error) for error in _PAGE.iter_errors(file.data)]
        findings.extend(problems)
        if file is not None and not problems:
            found[path.stem] = Fact(file, (), file.data)
    return found


def _problem(file: SourceFile, error: jsonschema_rs.ValidationError) -> Finding:
    pointer = tuple(error.instance_path)
    facts = error.kind.as_dict()
    message = (
        f"{facts['property']} is missing"
        if error.kind.name == "required"
        else f"the {error.kind.name} is wrong"
    )
    return Finding(file.positions[pointer], "documentation", f"{message} here", "see documented/README.md")
