"""The documented rules with their places, as generated/rules.json has them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from contextio_contract.cli.packaged import bundle_path
from contextio_contract.conformance.results import CheckResult

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.conformance.checks.registry import Check


@dataclass(frozen=True)
class Rulebook:
    """The documented rules and the places of operations.

    Attributes:
        rules: each rule by its id, see `codegen.rules`.
        operations: file and line of each operation, by operationId.
        documentation: file and line of what documents each operation, by operationId.
    """

    rules: Mapping[str, Mapping[str, Any]]
    operations: Mapping[str, str]
    documentation: Mapping[str, str]

    @staticmethod
    @cache
    def load() -> Rulebook:
        """Read the rules that belong to the bundle; there are none where it stands alone."""
        path = bundle_path().with_name("rules.json")
        if not path.is_file():
            return Rulebook({}, {}, {})
        data = json.loads(path.read_bytes())
        rules = {rule["id"]: rule for rule in data["rules"]}
        return Rulebook(rules, data["operations"], data["documented"])

    def described(self, operation: str) -> str:
        """Return file and line of an operation; empty where they are not known."""
        return self.operations.get(operation, "")

    def result(self, check: Check) -> CheckResult:
        """Return an empty result for a check, with the place of its first rule or else of its operation."""
        first = check.operations[0] if check.operations else ""
        places = [self.rules[name]["place"] for name in check.rules if name in self.rules]
        places.append(self.documentation.get(first, ""))
        return CheckResult(
            id=check.id,
            page=check.page,
            operations=check.operations,
            sentence=check.sentence,
            documented=places[0],
            described=self.described(first),
        )
