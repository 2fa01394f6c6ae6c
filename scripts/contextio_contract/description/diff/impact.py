"""Whom a change concerns: generated models, methods of the clients, checks of documented rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.description.diff.rules import Level
from contextio_contract.description.evidence.facts import pages

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from contextio_contract.contract import Contract
    from contextio_contract.description.diff.changes import Change

_FEW: Final = 6


def affected(
    change: Change, schemas: Collection[str], rules: Mapping[str, list[str]]
) -> dict[str, list[str]]:
    """Return the names of what a change concerns, by kind; none for wording.

    Args:
        change: the change.
        schemas: the names of the schemas on both sides.
        rules: the ids of the documented rules, by operationId.
    """
    if change.level == Level.EDITORIAL:
        return {}
    words = re.findall(r"\w+", change.subject)[:3]
    names = {
        "models": [word for word in words if word in schemas],
        "client": [
            f"client.{operation.page}.{operation.name}"
            for operation in change.operations.values()
            if operation.page
        ],
        "conformance": [rule for name in change.operations for rule in rules.get(name, ())],
    }
    return {kind: list(dict.fromkeys(entries)) for kind, entries in names.items() if entries}


def shortened(names: list[str]) -> str:
    """Return names in a row, of many the first ones and how many more there are."""
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more} more" if more > 0 else "")


def documented_rules(spec: Path, contract: Contract) -> dict[str, list[str]]:
    """Return the ids of the documented rules of each operation, by operationId.

    Args:
        spec: the folder with `documented/`.
        contract: the description.
    """
    return {
        operation.id: [str(rule.data["id"]) for rule in fact.inner("rules")]
        for page in pages(spec, []).values()
        for fact in page.inner("operations")
        if (operation := contract.find(fact.data["method"], fact.data["path"]))
    }
