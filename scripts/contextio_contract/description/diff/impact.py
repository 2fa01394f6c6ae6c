"""Who has to know of a change: what is generated from the places, and what is written for the operations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.description.diff.rules import Level
from contextio_contract.description.evidence.facts import pages

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from contextio_contract.description.diff.operations import Change

_FEW: Final = 6


def affected(
    change: Change, schemas: Collection[str], rules: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Return the names of what a change concerns, by kind; of wording, nothing.

    Args:
        change: the change.
        schemas: the names of the schemas on both sides.
        rules: the documented rules that conformance checks, by operationId.
    """
    if change.level == Level.EDITORIAL:
        return {}
    words = re.findall(r"\w+", change.place)
    tagged = [(change.tags[name], name) for name in change.operations if change.tags[name]]
    found = {
        "models": [word for word in words[:3] if word in schemas],
        "client": [f"client.{tag}.{name.removeprefix(f'{tag}_')}" for tag, name in tagged],
        "server": [f"handlers/{tag}.py: {name}" for tag, name in tagged],
        "conformance": [rule for name in change.operations for rule in rules.get(name, ())],
    }
    return {kind: names for kind, names in found.items() if names}


def shortened(names: list[str]) -> str:
    """Return names in a row, of many the first ones and how many more there are."""
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more} more" if more > 0 else "")


def documented_rules(spec: Path, document: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the ids of the documented rules of each operation, by operationId.

    Args:
        spec: the folder with `documented/`.
        document: the description in one piece.
    """
    paths = document.get("paths")
    found: dict[str, list[str]] = {}
    for page in pages(spec, []).values():
        for fact in page.inner("operations"):
            path_item = paths.get(fact.data["path"]) if isinstance(paths, dict) else None
            operation = path_item.get(fact.data["method"].lower()) if isinstance(path_item, dict) else None
            if isinstance(operation, dict):
                ids = [str(rule.data["id"]) for rule in fact.inner("rules") if "id" in rule.data]
                found.setdefault(str(operation.get("operationId")), []).extend(ids)
    return found
