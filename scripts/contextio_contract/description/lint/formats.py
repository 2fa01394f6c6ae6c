"""Findings as other programs read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint import RULES
from contextio_contract.description.lint.file_rules import BASICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.description.source.finding import Finding

_SARIF: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sentences() -> dict[str, str]:
    """Return what each rule demands, by id."""
    return {name: basic.sentence for name, basic in BASICS.items()} | {
        rule.id: rule.sentence for rule in RULES.values()
    }


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as a JSON list."""
    return json.dumps(
        [
            {
                "file": finding.position.file,
                "line": finding.position.line,
                "column": finding.position.column,
                "rule": finding.rule,
                "message": finding.message,
                "fix": finding.fix,
                "mechanical": finding.edit is not None,
            }
            for finding in findings
        ],
        indent=2,
    )


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines."""
    return "\n".join(
        f"::error file={_property(finding.position.file)},line={finding.position.line},"
        f"col={finding.position.column},title={_property(finding.rule)}"
        f"::{_escaped(f'{finding.message}; {finding.fix}')}"
        for finding in findings
    )


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return findings as SARIF 2.1.0, which code scanning services read."""
    rules = sentences()
    known = [*rules, *sorted({finding.rule for finding in findings} - rules.keys())]
    driver = {
        "name": "contextio-contract lint",
        "rules": [{"id": rule, "shortDescription": {"text": rules.get(rule, rule)}} for rule in known],
    }
    results = [_result(finding, known.index(finding.rule)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SARIF, "version": "2.1.0", "runs": [run]}, indent=2)


def _result(finding: Finding, index: int) -> dict[str, Any]:
    position = finding.position
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": f"{finding.message}; {finding.fix}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": position.file},
                    "region": {"startLine": position.line, "startColumn": position.column},
                }
            }
        ],
    }


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
