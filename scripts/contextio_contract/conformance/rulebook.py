"""The documented rules, as a run quotes them: their sentences, and where they can be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.results import CheckResult, Source

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
        reference: the address of the reference, which shows rules and operations; empty without one.
    """

    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    operations: Mapping[str, str] = field(default_factory=dict)
    documentation: Mapping[str, str] = field(default_factory=dict)
    reference: str = ""

    @classmethod
    def read(cls, data: Mapping[str, Any], reference: str = "", *, with_places: bool = True) -> Rulebook:
        """Read what `generated/rules.json` holds; nothing, beside a bundle without rules.

        Args:
            data: the content of that file.
            reference: the address of the reference.
            with_places: whether readers have the files of the description, in which the places are.
        """
        rules = {rule["id"]: rule if with_places else rule | {"place": ""} for rule in data.get("rules", ())}
        if not with_places:
            return cls(rules, reference=reference)
        return cls(rules, data.get("operations", {}), data.get("documented", {}), reference)

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
        """Return an empty result for a check, with the rules that it proves or else its operation."""
        first = check.operations[0] if check.operations else ""
        sources = tuple(self._rule(name) for name in self.rules_of(check) if name in self.rules)
        return CheckResult(
            id=check.id,
            page=check.page,
            operations=check.operations,
            sentence=check.sentence,
            documented=sources or self._operation(first),
            described=self.described(first),
        )

    def result_of(self, operation: Operation, check: str, sentence: str) -> CheckResult:
        """Return an empty result of a check, named by its id, that every operation has for itself."""
        sources, described = self._operation(operation.id), self.described(operation.id)
        return CheckResult(check, operation.page, (operation.id,), sentence, sources, described)

    def _rule(self, name: str) -> Source:
        rule = self.rules[name]
        return Source(name, rule["text"], rule["place"], self._link(f"rule-{name}"))

    def _operation(self, name: str) -> tuple[Source, ...]:
        source = Source(place=self.documentation.get(name, ""), link=self._link(name))
        return (source,) if name and (source.place or source.link) else ()

    def _link(self, anchor: str) -> str:
        return f"{self.reference}#{anchor}" if self.reference else ""
