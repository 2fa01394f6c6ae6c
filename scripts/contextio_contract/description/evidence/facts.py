"""What the pages and clients of the service say, as facts.

`documented/` has one file per page; its README explains the format, the tiers and the codes of provenance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.description.source.files import load_below
from contextio_contract.description.source.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from contextio_contract.description.source.yaml import Pointer, SourceFile

TIERS: Final = ("seed", "current", "legacy")
"""What the description must hold, in the order of weight."""

CLIENT_ONLY: Final = "client_only"
"""The tier of facts that must not be in the description."""

ENFORCEMENT: Final = "enforcement.yaml"
"""The file in `documented/` that is no page: what enforces the rules that no check does."""

_TEXT: Final = {"type": "string", "minLength": 1}
_CODES: Final = {"type": "array", "items": _TEXT}
_FLAG: Final = {"type": "boolean"}
_PLACES: Final = ["path", "query", "form", "header", "body", "query or form"]
_LATER: Final = "shared_parameters callbacks levels era_note seed_link sub_resources methods base_path"
_OF_ALL: Final = (
    "base_url versions authentication request response pagination errors status_codes rate_limits "
    "enumerations callback_signature app_level withdrawn"
)
"""What a page may hold beside the facts that are compared, and what `common.yaml` does; of any form."""


def _entries(required: Mapping[str, Any], optional: Mapping[str, Any]) -> dict[str, Any]:
    shared = {"tier": {"enum": [*TIERS, CLIENT_ONLY]}, "provenance": _CODES, "note": _TEXT}
    return {
        "type": "array",
        "items": {
            "type": "object",
            "required": list(required),
            "properties": {**shared, **required, **optional},
            "additionalProperties": False,
        },
    }


_RULES: Final = _entries({"id": _TEXT, "text": _TEXT}, {"wire": _TEXT})
_VALUE: Final = {
    "meaning": _TEXT,
    "enum": {"type": "array"},
    "wire": {},
    "seed_equivalent": _FLAG,
}
PAGE: Final = {
    "type": "object",
    "required": ["objects"],
    "properties": {
        **{key: {} for key in [*_LATER.split(), *_OF_ALL.split()]},
        "resource": _TEXT,
        "purpose": _RULES,
        "operations": _entries(
            {
                "method": {"enum": ["GET", "PUT", "POST", "DELETE", "PATCH"]},
                "path": {"type": "string", "pattern": "^/"},
                "parameters": _entries(
                    {
                        "name": _TEXT,
                        "in": {"enum": _PLACES},
                        "type": _TEXT,
                    },
                    _VALUE
                    | {
                        "required": {"enum": [True, False, "conditional"]},
                        "default": {},
                        "minimum": {"type": "number"},
                        "maximum": {"type": "number"},
                        "group": _TEXT,
                        "seed_by_reference": _FLAG,
                    },
                ),
                "responses": _entries(
                    {"status": {"type": ["integer", "string"]}, "shape": _TEXT},
                    {"when": _TEXT, "see": _TEXT, "content_type": _TEXT},
                ),
            },
            {
                "summary": _TEXT,
                "rules": _RULES,
                "request_encoding": _CODES,
                "level": _TEXT,
                "parameters_ref": _TEXT,
            },
        ),
        "objects": {
            "type": "object",
            "additionalProperties": _entries(
                {"name": _TEXT, "type": _TEXT}, _VALUE | {"items": _TEXT, "nullable": _FLAG}
            ),
        },
    },
    "additionalProperties": False,
}
"""The form of a page in JSON Schema; `documented/README.md` says it in words."""

ENFORCING: Final = {
    "type": "object",
    "required": ["schema", "unobservable"],
    "additionalProperties": False,
    "properties": {
        "schema": {"type": "object", "additionalProperties": {"type": "string", "pattern": "^/"}},
        "unobservable": {"type": "object", "additionalProperties": _TEXT},
    },
}
"""The form of `enforcement.yaml`."""

_PAGE: Final = jsonschema_rs.validator_for(PAGE)
_ENFORCEMENT: Final = jsonschema_rs.validator_for(ENFORCING)


_IGNORED: Final = frozenset({"accept", "content-type", "authorization"})
"""Headers that OpenAPI 3.1 passes over where parameters have their names (Parameter Object, `name`)."""


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

    @property
    def is_ignored(self) -> bool:
        """Whether OpenAPI has no parameter for it: answers and forms name their media types themselves."""
        name = str(self.data.get("name", "")).lower()
        return self.data.get("in") == "header" and name in _IGNORED

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
        file = load_below(spec, f"documented/{path.name}", findings)
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
    file = load_below(spec, f"documented/{ENFORCEMENT}", findings)
    problems = (
        [] if file is None else [_problem(file, error) for error in _ENFORCEMENT.iter_errors(file.data)]
    )
    findings.extend(problems)
    if file is None or problems:
        return {"schema": {}, "unobservable": {}}
    content: Mapping[str, Mapping[str, str]] = file.data
    return content


def rules(top: Fact) -> Iterator[Fact]:
    """Yield the rules below a fact in the order of the file: entries with an id and a text.

    Facts of a single client are left out.
    """
    if top.tier == CLIENT_ONLY:
        return
    if {"id", "text"} <= top.data.keys():
        yield top
    nodes: list[tuple[Pointer, Any]] = [((*top.pointer, key), value) for key, value in top.data.items()]
    while nodes:
        pointer, node = nodes.pop(0)
        if isinstance(node, list):
            nodes[:0] = [((*pointer, index), value) for index, value in enumerate(node)]
        elif isinstance(node, dict):
            yield from rules(Fact(top.file, pointer, node))


def _problem(file: SourceFile, error: jsonschema_rs.ValidationError) -> Finding:
    pointer = tuple(error.instance_path)
    facts = error.kind.as_dict()
    match error.kind.name:
        case "required":
            message = f"{facts['property']} is missing here"
        case "additionalProperties":
            unexpected = facts["unexpected"][0]
            pointer = (*pointer, unexpected)
            message = f"{unexpected} is no field here"
        case kind:
            message = f"the {kind} is wrong here"
    return Finding(file.positions[pointer], "documentation", message, "see documented/README.md")
