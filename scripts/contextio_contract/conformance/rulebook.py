"""The documented rules with their places in spec/, as a run quotes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.results import CheckResult

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.contract import Operation


@dataclass(frozen=True)
class Rulebook:
    """The documented rules and the places of operations.

    Attributes:
        rules: each rule by its id, see `codegen.rulebook`.
        operations: file and line of each operation, by operationId.
        documentation: file and line of what documents each operation, by operationId.
    """

    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    operations: Mapping[str, str] = field(default_factory=dict)
    documentation: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Rulebook:
        """Read what `generated/rules.json` holds; nothing, beside a bundle without rules."""
        rules = {rule["id"]: rule for rule in data.get("rules", ())}
        return cls(rules, data.get("operations", {}), data.get("documented", {}))

    def rules_of(self, check: Check) -> list[str]:
        """Return the ids of the rules that a check proves."""
        derived = [
            name
            for name, rule in self.rules.items()
            if rule["enforced_by"]["kind"] == "check" and check.id in rule["enforced_by"]["where"]
        ]
        return list(dict.fromkeys((*check.rules, *derived)))

    def described(self, operation: str) -> str:
        """Return file and line of an operation; empty where they are not known."""
        return self.operations.get(operation, "")

    def result(self, check: Check) -> CheckResult:
        """Return an empty result for a check, with the place of its first rule or else of its operation."""
        first = check.operations[0] if check.operations else ""
        places = [self.rules[name]["place"] for name in self.rules_of(check) if name in self.rules]
        places.append(self.documentation.get(first, ""))
        return CheckResult(
            id=check.id,
            page=check.page,
            operations=check.operations,
            sentence=check.sentence,
            documented=places[0],
            described=self.described(first),
        )

    def result_of(self, operation: Operation, check: str, sentence: str) -> CheckResult:
        """Return an empty result of a check, named by its id, that every operation has for itself."""
        documented, described = self.documentation.get(operation.id, ""), self.described(operation.id)
        return CheckResult(check, operation.page, (operation.id,), sentence, documented, described)
