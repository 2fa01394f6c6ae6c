"""Documented facts: what the pages and clients of the service say, explained in `documented/README.md`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.contract import METHODS
from contextio_contract.description.source.files import load_below
from contextio_contract.description.source.finding import Finding, one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from contextio_contract.description.source.yaml import Pointer, SourceFile

TIERS: Final = ("seed", "current", "legacy")
"""What the description must hold, in the order of weight."""
CLIENT_ONLY: Final = "client_only"
"""The tier of facts that must not be in the description."""
ARRAY: Final = "array of "
"""How the documented shape of a list begins."""
ENFORCEMENT: Final = "enforcement.yaml"
"""The file in `documented/` that is no page: what enforces the rules that no check does."""
TEXT: Final = {"type": "string", "minLength": 1}
"""The form of a text in JSON Schema."""
_PATH: Final = {"type": "string", "pattern": "^/"}
_PROSE: Final = (
    "levels era_note seed_link sub_resources methods base_path base_url versions authentication request "
    "response pagination errors status_codes rate_limits enumerations callback_signature withdrawn"
)
"""What a page may hold beside the facts that are compared; of any form."""
_FIELDS: Final[Mapping[str, Any]] = {
    "tier": {"enum": [*TIERS, CLIENT_ONLY]},
    "in": {"enum": ["path", "query", "form", "header", "body", "query or form"]},
    "required": {"enum": [True, False, "conditional"]},
    "method": {"enum": [method.upper() for method in METHODS]},
    "path": _PATH,
    "status": {"type": ["integer", "string"]},
    "enum": {"type": "array"},
    **{key: {} for key in ("default", "wire")},
    **{key: {"type": "number"} for key in ("minimum", "maximum")},
    **{key: {"type": "boolean"} for key in ("nullable", "seed_by_reference", "seed_equivalent")},
    **{key: {"type": "array", "items": TEXT} for key in ("provenance", "request_encoding")},
}
"""The forms of the fields of facts; fields that are not named here are texts."""


def object_form(required: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the form of an object that has no other properties, some of them required."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


def _entries(required: str, optional: str, **forms: Any) -> dict[str, Any]:
    names = f"tier provenance note {required} {optional}".split()
    fields = {name: _FIELDS.get(name, TEXT) for name in names}
    return {"type": "array", "items": object_form(required, fields | forms)}


_VALUE: Final = "meaning enum wire seed_equivalent"
_RULES: Final = _entries("id text", "", wire=TEXT)
_PARAMETERS: Final = _entries(
    "name in type", f"{_VALUE} required default minimum maximum group seed_by_reference"
)
_OPERATIONS: Final = _entries(
    "method path parameters responses",
    "summary request_encoding level",
    parameters=_PARAMETERS,
    parameters_from=object_form(
        "", {"except": {"type": "array", "items": TEXT}, "required": {"const": False}}
    ),
    responses=_entries("status shape", "when see content_type"),
    rules=_RULES,
)
_OBJECT: Final = _entries("name type", f"{_VALUE} items nullable")
PAGE: Final = object_form(
    "objects",
    {
        **{key: {} for key in _PROSE.split()},
        "resource": TEXT,
        "purpose": _RULES,
        "shared_parameters": _PARAMETERS,
        "operations": _OPERATIONS,
        "objects": {"type": "object", "additionalProperties": _OBJECT},
        "callbacks": _entries("id trigger method target shape", "", target={"type": "array", "items": TEXT}),
    },
)
"""The form of a page in JSON Schema; `documented/README.md` says it in words."""
_WITH_REASON: Final = ("open", "decided", "unobservable")
ENFORCING: Final = object_form(
    "",
    {
        **{
            kind: {
                "type": "object",
                "additionalProperties": {"anyOf": [each, {"type": "array", "items": each, "minItems": 1}]},
            }
            for kind, each in (("check", TEXT), ("schema", _PATH))
        },
        **{kind: {"type": "object", "additionalProperties": TEXT} for kind in _WITH_REASON},
    },
)
"""The form of `enforcement.yaml`."""
_PAGE: Final = jsonschema_rs.validator_for(PAGE)
_ENFORCEMENT: Final = jsonschema_rs.validator_for(ENFORCING)


@dataclass(frozen=True)
class Fact:
    """An entry of the documentation: the file that holds it, the keys that lead to it, and its fields."""

    file: SourceFile
    pointer: Pointer
    data: dict[str, Any]

    @property
    def tier(self) -> str:
        """Its weight; where none is stated, `seed` for what a seed page says and `current` for the rest."""
        return str(self.data.get("tier") or ("seed" if "seed" in self.sources else "current"))

    @property
    def sources(self) -> set[str]:
        """The codes of its provenance."""
        return set(map(str, self.data.get("provenance", ())))

    @property
    def location(self) -> str:
        """Its file and line."""
        position = self.file.positions[self.pointer]
        return f"{position.file}:{position.line}"

    def inner(self, *keys: str) -> list[Fact]:
        """Return the entries of a list in it, that the keys lead to; none if there is no list."""
        node: Any = self.data
        for key in keys:
            node = node.get(key) or {}
        return [Fact(self.file, (*self.pointer, *keys, index), entry) for index, entry in enumerate(node)]

    @property
    def parameters(self) -> list[Fact]:
        """The parameters of an operation, those that it shares with others of its page included."""
        shared = self.data.get("parameters_from")
        if shared is None:
            return self.inner("parameters")
        changed = {key: shared[key] for key in ("required",) if key in shared}
        return self.inner("parameters") + [
            Fact(self.file, fact.pointer, fact.data | changed)
            for fact in Fact(self.file, (), self.file.data).inner("shared_parameters")
            if fact.data["name"] not in shared.get("except", ())
        ]

    @property
    def responses(self) -> list[Fact]:
        """The responses of an operation whose status is known; other statuses are guesses at a class."""
        return [fact for fact in self.inner("responses") if isinstance(fact.data["status"], int)]

    @property
    def encodings(self) -> list[Fact]:
        """The media types of the body of an operation, with the tier and the sources of the operation."""
        pointer, facts = (*self.pointer, "request_encoding"), enumerate(self.data.get("request_encoding", ()))
        common = {"tier": self.tier, "provenance": self.data.get("provenance", ())}
        return [Fact(self.file, (*pointer, index), common | {"encoding": name}) for index, name in facts]


@dataclass
class Coverage:
    """How many facts are documented and described, by page and tier.

    Attributes:
        described: the facts that the description holds.
        documented: all facts, but those of a single client.
        waiting: the pages that wait for their first operation.
        partial: the described and the documented operations of the pages that lack some, by page.
    """

    described: Counter[tuple[str, str]] = field(default_factory=Counter)
    documented: Counter[tuple[str, str]] = field(default_factory=Counter)
    waiting: list[str] = field(default_factory=list)
    partial: dict[str, tuple[int, int]] = field(default_factory=dict)


def pages(spec: Path, findings: list[Finding]) -> dict[str, Fact]:
    """Return the pages of the documentation by name, each as the fact that holds all others.

    Findings are added for what cannot be read.
    """
    enforcement(spec, findings)
    files = {
        path.stem: _load(spec, path.name, _PAGE, findings)
        for path in sorted(spec.glob("documented/*.yaml"))
        if path.name != ENFORCEMENT
    }
    return {page: Fact(file, (), file.data) for page, file in files.items() if file is not None}


def fields(top: Fact, name: str) -> Iterator[Fact]:
    """Yield the fields of an object; `filter_*` stands for each parameter of the page that begins so."""
    parameters = [each for operation in top.inner("operations") for each in operation.parameters]
    for fact in top.inner("objects", name):
        prefix = str(fact.data["name"])
        if not prefix.endswith("*"):
            yield fact
            continue
        for each in parameters:
            if each.data["name"].startswith(prefix[:-1]):
                stated = {"name": each.data["name"], "tier": each.tier}
                yield Fact(fact.file, fact.pointer, fact.data | stated)


def enforcement(
    spec: Path, findings: list[Finding], promised: Collection[str] | None = None
) -> Mapping[str, Mapping[str, Any]]:
    """Return what enforces the rules that no check names itself; findings are added for what cannot be read.

    Under `check` stand ids of derived checks by rule, under `schema` places in the bundle, and under `open`,
    `decided` and `unobservable` reasons. Checks that the description does not promise are findings, too.
    """
    is_there = (spec / "documented" / ENFORCEMENT).is_file()
    file = _load(spec, ENFORCEMENT, _ENFORCEMENT, findings) if is_there else None
    if file and promised is not None:
        for rule, names in file.data.get("check", {}).items():
            for index, name in enumerate(names) if isinstance(names, list) else [(None, names)]:
                if name not in promised:
                    keys = ("check", rule) if index is None else ("check", rule, index)
                    message, fix = f"the description does not promise {name}", one_of(name, promised)
                    findings.append(Finding(file.positions[keys], "enforcement", message, f"write {fix}"))
    return {kind: {} for kind in ("check", "schema", *_WITH_REASON)} | (file.data if file else {})


def rules(top: Fact) -> Iterator[Fact]:
    """Yield the rules in a fact in their order: entries with an id and a text, unless of a single client."""
    if top.tier == CLIENT_ONLY:
        return
    if {"id", "text"} <= top.data.keys():
        yield top
    for key, value in top.data.items():
        if isinstance(value, dict):
            yield from rules(Fact(top.file, (*top.pointer, key), value))
        elif isinstance(value, list):
            for entry in top.inner(key):
                if isinstance(entry.data, dict):
                    yield from rules(entry)


def _load(spec: Path, name: str, form: jsonschema_rs.Validator, findings: list[Finding]) -> SourceFile | None:
    file = load_below(spec, f"documented/{name}", findings)
    problems = [_problem(file, error) for error in form.iter_errors(file.data)] if file is not None else []
    findings.extend(problems)
    return None if problems else file


def _problem(file: SourceFile, error: jsonschema_rs.ValidationError) -> Finding:
    pointer = tuple(error.instance_path)
    details = error.kind.as_dict()
    match error.kind.name:
        case "required":
            message = f"{details['property']} is missing here"
        case "additionalProperties":
            unexpected = details["unexpected"][0]
            pointer = (*pointer, unexpected)
            message = f"{unexpected} is no field here"
        case kind:
            message = f"the {kind} is wrong here"
    return Finding(file.positions[pointer], "documentation", message, "see documented/README.md")
