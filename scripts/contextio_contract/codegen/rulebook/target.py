"""The target `rules`: the documented rules, where they stand and what enforces them, as one JSON file."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.description.evidence.facts import enforcement, pages, rules
from contextio_contract.description.source.bundler import bundle as bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Contract
    from contextio_contract.description.evidence.facts import Fact
    from contextio_contract.description.source.finding import Finding

PAGES: Final = ("accounts", "account_connect_tokens", "sources", "connect_tokens", "common")
"""The pages whose rules are enforced."""
_CHECKS: Final = Path(__file__).parents[2] / "conformance" / "checks"
_METHODS: Final = ("get", "post", "put", "delete")


def write_rules(contract: Contract, output: Path, *, spec: Path) -> None:
    """Write the rulebook as JSON; `rulebook` has the errors.

    Args:
        contract: the description.
        output: the file to write.
        spec: the folder of the description.
    """
    content = rulebook(contract, spec)
    output.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def rulebook(contract: Contract, spec: Path) -> dict[str, Any]:
    """Return the rules of the described pages, and the places of all operations.

    Args:
        contract: the description.
        spec: the folder of the description.

    Raises:
        CannotGenerateError: if the documentation cannot be read, or a rule has no status or two.
    """
    bundle = contract.bundle
    findings: list[Finding] = []
    documentation = pages(spec, findings)
    if findings:
        raise CannotGenerateError(str(findings[0]))
    enforced = enforced_by(spec)
    entries = [
        _rule(page, fact, enforced)
        for page in PAGES
        if page in documentation
        for fact in rules(documentation[page])
    ]
    unknown = enforced.keys() - {str(entry["id"]) for entry in entries}
    if unknown and documentation.keys() >= set(PAGES):
        message = f"no documented rule is called {min(unknown)}, which a check or enforcement.yaml names"
        raise CannotGenerateError(message)
    return {
        "rules": entries,
        "operations": dict(_operations(spec, bundle)),
        "documented": dict(_documented(documentation, bundle)),
    }


def enforced_by(spec: Path) -> dict[str, list[dict[str, Any]]]:
    """Return what enforces each rule, by its id: checks, a place of the description, or why nothing can.

    Args:
        spec: the folder of the description.

    Raises:
        CannotGenerateError: when `documented/enforcement.yaml` cannot be read.
    """
    findings: list[Finding] = []
    elsewhere = enforcement(spec, findings)
    if findings:
        raise CannotGenerateError(str(findings[0]))
    found: dict[str, list[dict[str, Any]]] = {}
    by_rule: dict[str, list[str]] = {}
    for check, names in checks().items():
        for name in names:
            by_rule.setdefault(name, []).append(check)
    for name, where in by_rule.items():
        found.setdefault(name, []).append({"kind": "check", "where": where})
    for name, place in elsewhere["schema"].items():
        found.setdefault(name, []).append({"kind": "schema", "where": place})
    for name, reason in elsewhere["unobservable"].items():
        found.setdefault(name, []).append({"kind": "unobservable", "why": reason})
    return found


def _rule(page: str, fact: Fact, enforced: Mapping[str, list[dict[str, Any]]]) -> dict[str, Any]:
    name = str(fact.data["id"])
    by = enforced.get(name, [])
    if len(by) != 1:
        message = f"{fact.place}: the rule {name} has {len(by)} kinds of enforcement instead of one"
        raise CannotGenerateError(message)
    return {
        "id": name,
        "page": page,
        "tier": fact.tier,
        "text": fact.data["text"],
        "place": fact.place,
        "enforced_by": by[0],
    }


def checks() -> dict[str, tuple[str, ...]]:
    """Return the rules of each check of the conformance suite, by the id of the check.

    They are read from its source, since code generation does without the suite and what it needs.

    Raises:
        CannotGenerateError: when the rules of a check are no tuple of strings.
    """
    found = {}
    for path in sorted(_CHECKS.rglob("*.py")):
        functions = (node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.FunctionDef))
        for function in functions:
            for decorator in function.decorator_list:
                if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "check":
                    name = function.name.replace("_", "-")
                    found[name] = _rules_of(decorator, name)
    return found


def _rules_of(decorator: ast.Call, check: str) -> tuple[str, ...]:
    for keyword in decorator.keywords:
        if keyword.arg == "rules":
            try:
                return tuple(ast.literal_eval(keyword.value))
            except ValueError:
                message = f"the rules of the check {check} must be written as a tuple of strings"
                raise CannotGenerateError(message) from None
    return (check,)


def _documented(documentation: Mapping[str, Fact], bundle: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each operation with the file and line of its documentation."""
    for page in PAGES:
        for fact in documentation[page].inner("operations") if page in documentation else ():
            definition = bundle["paths"].get(fact.data["path"], {}).get(fact.data["method"].lower())
            if definition:
                yield definition["operationId"], fact.place


def _operations(spec: Path, bundle: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each operation with its file and line."""
    origins = bundled(spec, [])
    for path, item in bundle["paths"].items():
        for method in _METHODS:
            if method in item and origins is not None:
                position = origins.position(("paths", path, method))
                yield item[method]["operationId"], f"{position.file}:{position.line}"
