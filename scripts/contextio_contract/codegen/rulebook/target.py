"""The target `rules`: the documented rules, where they stand and what enforces them, as one JSON file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from contextio_contract.codegen.rulebook.rules import documented_rules, enforced_by, read_documentation
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.description.evidence import facts
from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.codegen.rulebook.rules import Rule
    from contextio_contract.contract import Contract


def write_rules(contract: Contract, output: Path, *, spec: Path) -> None:
    """Write the rulebook as JSON; `rulebook` has the arguments and errors."""
    content = rulebook(contract, spec)
    output.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def rulebook(contract: Contract, spec: Path) -> dict[str, Any]:
    """Return the rules of the described pages, and where each operation is described and documented.

    Args:
        contract: the description.
        spec: its folder.

    Raises:
        CannotGenerateError: if the documentation cannot be read, if a rule has no status or several, or if
            a status is that of an unknown rule.
    """
    entries = [_entry(rule) for rule in documented_rules(contract, spec)]
    pages = read_documentation(spec).values()
    documented = {fact.data["id"] for page in pages for fact in facts.rules(page)}
    unknown = enforced_by(spec).keys() - documented
    # The checks of this suite say nothing about the documentation of another API.
    if unknown and not documented.isdisjoint(enforced_by(spec)):
        message = f"no documented rule is called {min(unknown)}, which a check or enforcement.yaml names"
        raise CannotGenerateError(message)
    places = {
        f"{fact.data['method']} {fact.data['path']}": fact.location
        for page in pages
        for fact in page.inner("operations")
    }
    operations = contract.operations.items()
    return {
        "rules": entries,
        "operations": _described(contract, spec),
        "documented": {name: places[str(node)] for name, node in operations if str(node) in places},
    }


def _described(contract: Contract, spec: Path) -> dict[str, str]:
    """Return the file and line of each operation."""
    origins = bundle(spec, [])
    if origins is None:
        return {}
    positions = {
        operation.id: origins.position(("paths", operation.path.text, operation.method.lower()))
        for operation in contract.operations.values()
    }
    return {name: f"{position.file}:{position.line}" for name, position in positions.items()}


def _entry(rule: Rule) -> dict[str, Any]:
    if len(rule.enforced_by) != 1:
        count = len(rule.enforced_by)
        message = f"{rule.fact.location}: the rule {rule.id} has {count} kinds of enforcement instead of one"
        raise CannotGenerateError(message)
    return {
        "id": rule.id,
        "page": rule.page,
        "tier": rule.fact.tier,
        "text": rule.fact.data["text"],
        "place": rule.fact.location,
        "enforced_by": rule.enforced_by[0],
    }
