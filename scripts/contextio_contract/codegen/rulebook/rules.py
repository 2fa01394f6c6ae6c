"""The documented rules of the described pages, where they stand, and what enforces each of them."""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.description.evidence import facts
from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from contextio_contract.contract import Contract
    from contextio_contract.description.evidence.facts import Fact
    from contextio_contract.description.source.finding import Finding

EVERYWHERE: Final = "common"
"""The file of `spec/documented/` whose facts hold for all pages."""
_CHECKS: Final = Path(__file__).parents[2] / "conformance" / "checks"


@dataclass(frozen=True)
class Rule:
    """A rule that the documentation states in prose.

    Attributes:
        id: its name, unique in all files.
        page: the file of `spec/documented/`, without its ending.
        topic: method and path of the operation that it is about, or the section of the file.
        fact: the entry of the documentation.
        enforced_by: what enforces it; exactly one entry for a rule with a status.
    """

    id: str
    page: str
    topic: str
    fact: Fact
    enforced_by: Sequence[Mapping[str, Any]]


def write_rules(contract: Contract, output: Path, *, spec: Path) -> None:
    """Write the rulebook as JSON; `rulebook` has the errors."""
    content = rulebook(contract, spec)
    output.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def rulebook(contract: Contract, spec: Path) -> dict[str, Any]:
    """Return the rules of the described pages, and where each operation is described and documented.

    Raises:
        CannotGenerateError: if the documentation cannot be read, if a rule has no status or several, or if
            a status is that of an unknown rule.
    """
    rules = documented_rules(contract, spec)
    for rule in rules:
        if (count := len(rule.enforced_by)) != 1:
            message = (
                f"{rule.fact.location}: the rule {rule.id} has {count} kinds of enforcement instead of one"
            )
            raise CannotGenerateError(message)
    pages = _documentation(spec).values()
    documented = {fact.data["id"] for page in pages for fact in facts.rules(page)}
    enforced = _enforcement(spec).keys()
    # The checks of this suite say nothing about the documentation of another API.
    if enforced & documented and (unknown := enforced - documented):
        message = f"no documented rule is called {min(unknown)}, which a check or enforcement.yaml names"
        raise CannotGenerateError(message)
    locations = {
        f"{fact.data['method']} {fact.data['path']}": fact.location
        for page in pages
        for fact in page.inner("operations")
    }
    operations = contract.operations
    described = {}
    if origins := bundle(spec, []):
        for name, operation in operations.items():
            position = origins.position(("paths", operation.path.text, operation.method.lower()))
            described[name] = f"{position.file}:{position.line}"
    return {
        "rules": [
            {
                "id": rule.id,
                "page": rule.page,
                "tier": rule.fact.tier,
                "text": rule.fact.data["text"],
                "place": rule.fact.location,
                "enforced_by": rule.enforced_by[0],
            }
            for rule in rules
        ],
        "operations": described,
        "documented": {
            name: locations[str(operation)]
            for name, operation in operations.items()
            if str(operation) in locations
        },
    }


def documented_rules(contract: Contract, spec: Path) -> list[Rule]:
    """Return the rules of the described pages, then those that hold everywhere, in the order of the files.

    Raises:
        CannotGenerateError: if the documentation cannot be read.
    """
    documentation = _documentation(spec)
    kinds = _enforcement(spec)
    return [
        Rule(fact.data["id"], page, _topic(top, fact), fact, kinds.get(fact.data["id"], ()))
        for page in (*(page.name for page in contract.pages), EVERYWHERE)
        if (top := documentation.get(page))
        for fact in facts.rules(top)
    ]


def _documentation(spec: Path) -> Mapping[str, Fact]:
    """Return the documentation by page.

    Raises:
        CannotGenerateError: if it cannot be read.
    """
    findings: list[Finding] = []
    documentation = facts.pages(spec, findings)
    if findings:
        raise CannotGenerateError(str(findings[0]))
    return documentation


def _enforcement(spec: Path) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return what enforces each rule, by the id of the rule: checks, schemas, or why nothing does.

    What is open of a rule stands beside the checks or schemas that enforce the rest.
    """
    stated = facts.enforcement(spec, [])
    named = [(rule, check) for check, rules in checks().items() for rule in rules]
    named += [(rule, check) for rule, where in stated["check"].items() for check in _names(where)]
    kinds: dict[str, list[dict[str, Any]]] = {}
    for rule, check in named:
        kinds.setdefault(rule, [{"kind": "check", "where": []}])[0]["where"].append(check)
    for rule, where in stated["schema"].items():
        kinds.setdefault(rule, []).append({"kind": "schema", "where": _names(where)})
    for kind in ("decided", "unobservable"):
        for rule, why in stated[kind].items():
            kinds.setdefault(rule, []).append({"kind": kind, "why": why})
    for rule, why in stated["open"].items():
        match kinds.setdefault(rule, []):
            case [{"where": _} as enforced]:
                enforced["open"] = why
            case others:
                others.append({"kind": "open", "why": why})
    return kinds


def _names(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def checks() -> dict[str, tuple[str, ...]]:
    """Return the rules of each check of the conformance suite, by the id of the check.

    They are read from its source: code generation works without the dependencies of the suite.

    Raises:
        CannotGenerateError: if the id or the rules of a check are not written as literals.
    """
    return dict(
        _declared(function, decorator)
        for path in sorted(_CHECKS.rglob("*.py"))
        for function in ast.parse(path.read_bytes()).body
        if isinstance(function, ast.FunctionDef)
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "check"
    )


def _declared(function: ast.FunctionDef, decorator: ast.Call) -> tuple[str, tuple[str, ...]]:
    """Return the id and the rules of a check, see `conformance.checks.registry.check`."""
    stated = {keyword.arg: keyword.value for keyword in decorator.keywords}
    name = function.name.replace("_", "-")
    try:
        name = ast.literal_eval(stated["id"]) if "id" in stated else name
        return name, tuple(ast.literal_eval(stated["rules"])) if "rules" in stated else (name,)
    except ValueError:
        message = f"the rules of the check {name} must be written as a tuple of strings"
        raise CannotGenerateError(message) from None


def _topic(page: Fact, rule: Fact) -> str:
    section = str(rule.pointer[0])
    if section != "operations":
        return section.replace("_", " ")
    operation = page.data["operations"][rule.pointer[1]]
    return f"{operation['method']} {operation['path']}"
