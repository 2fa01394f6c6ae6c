"""The documented rules of the pages that the description has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from contextio_contract.codegen.rulebook.target import enforced_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    _Enforced = Mapping[str, Sequence[Mapping[str, Any]]]

EVERYWHERE = "common"
"""The file of `spec/documented/` whose facts hold for all pages."""


@dataclass(frozen=True)
class Rule:
    """A fact that the documentation states in prose.

    Attributes:
        id: its name, unique in all files.
        page: the file of `spec/documented/`, without its ending.
        operation: method and path that it is about, or what it is about otherwise.
        text: the rule.
        wire: what was seen on the wire, where that adds to it.
        provenance: codes of its sources.
        enforced: what finds a deployment that breaks it, in words; empty for pages that are not described.
    """

    id: str
    page: str
    operation: str
    text: str
    wire: str
    provenance: list[str]
    enforced: str


def documented_rules(spec: Path, pages: list[str]) -> list[Rule]:
    """Return the rules of some pages, in the order of the files.

    Args:
        spec: the folder of the description.
        pages: names of pages; one without a file has no rules.
    """
    rules: list[Rule] = []
    enforced = enforced_by(spec)
    for page in pages:
        path = spec / "documented" / f"{page}.yaml"
        if path.is_file():
            documented = yaml.load(path.read_bytes(), yaml.CSafeLoader)
            for part, node in documented.items():
                if part == "operations":
                    for operation in node:
                        place = f"{operation['method']} {operation['path']}"
                        rules += _found(operation.get("rules"), page, place, enforced)
                else:
                    rules += _found(node, page, part.replace("_", " "), enforced)
    return rules


def _found(node: Any, page: str, place: str, enforced: _Enforced) -> Iterator[Rule]:
    """Yield whatever has an id and a text below a node."""
    if isinstance(node, list):
        for each in node:
            yield from _found(each, page, place, enforced)
    elif isinstance(node, dict):
        if isinstance(node.get("id"), str) and isinstance(node.get("text"), str):
            wire = node.get("wire", "")
            sources = list(node.get("provenance", ()))
            by = _in_words(enforced.get(node["id"], ()))
            yield Rule(node["id"], page, place, node["text"], str(wire), sources, by)
        else:
            for each in node.values():
                yield from _found(each, page, place, enforced)


def _in_words(enforced: Sequence[Mapping[str, Any]]) -> str:
    sentences = {
        "check": lambda by: f"Checked by the conformance suite: {', '.join(by['where'])}.",
        "schema": lambda by: f"Enforced by the description at {by['where']}.",
        "unobservable": lambda by: f"Not observable over HTTP: {by['why']}",
    }
    return " ".join(sentences[by["kind"]](by) for by in enforced)
