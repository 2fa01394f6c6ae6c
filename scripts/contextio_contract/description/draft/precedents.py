"""Precedents: what the description does already where a draft needs the like."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.values import example_value
from contextio_contract.description.evidence.values import inputs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from contextio_contract.contract import Contract, PathTemplate, Schema
    from contextio_contract.description.evidence.facts import Fact


class Precedents:
    """What the operations of a description have in common."""

    def __init__(self, contract: Contract, documentation: Mapping[str, Fact]) -> None:
        self._contract = contract
        self._documentation = documentation
        self._operations = list(contract.operations.values())

    def errors(self, usual: Collection[str], documented: Collection[str], *, is_safe: bool) -> dict[str, str]:
        """Return the components for errors by status, as operations with a safe or unsafe method have them.

        Usual statuses are taken if there is a component for them, as those that all operations have.
        Documented ones are taken in any case, with the component of `default` if need be.
        """
        alike = [operation.responses for operation in self._operations if operation.is_safe == is_safe]
        errors = [
            {status: each.name for status, each in responses.items() if each.name and not each.is_success}
            for responses in alike
        ]
        components = {status: name for names in errors for status, name in names.items()}
        common = set.intersection(*map(set, errors)) if errors else set()
        if "default" in components:
            components = {**dict.fromkeys(documented, components["default"]), **components}
        wanted = {*common, *usual, *documented}
        return {status: components[status] for status in sorted(components) if status in wanted}

    def path_parameter(self, path: PathTemplate, name: str) -> dict[str, Any] | None:
        """Return the parameter of an operation where the same segment stands before the same name."""
        pair = next(pair for pair in pairwise(("", *path.segments)) if pair[1] == f"{{{name}}}")
        for operation in self._operations:
            if pair in pairwise(operation.path.segments):
                for node in (*operation.item.get("parameters", ()), *operation.node.get("parameters", ())):
                    if self._contract.document.resolve(node).get("name") == name:
                        return dict(node)
        return None

    def paging(self, parameters: Mapping[str, Fact]) -> dict[str, Any] | None:
        """Return the value of `x-paging` for a list with these parameters; None for a list without pages."""
        for paging in filter(None, (operation.paging for operation in self._operations)):
            if paging.parameters <= parameters.keys():
                maximum = parameters[paging.limit].data.get("maximum", paging.maximum)
                return {"limit": paging.limit, "offset": paging.offset, "maximum": maximum}
        return None

    def component(self, fact: Fact) -> str | None:
        """Return the schema that most described inputs of the same documented type and values refer to."""
        return next((name for name, _ in self._components[_kind(fact)].most_common(1)), None)

    @cached_property
    def _components(self) -> defaultdict[tuple[str, ...], Counter[str | None]]:
        components: defaultdict[tuple[str, ...], Counter[str | None]] = defaultdict(Counter)
        for operation in (fact for page in self._documentation.values() for fact in page.inner("operations")):
            described = self._contract.find(operation.data["method"], operation.data["path"])
            inputs = inputs_of(described) if described else {}
            for fact in operation.parameters:
                target = inputs.get((fact.data["in"], fact.data["name"]))
                if target and target.schema:
                    components[_kind(fact)][target.schema.name] += 1
        return components

    def example(self, schema: Schema) -> Any:
        """Return an example of a body: one that the description has for such a body, or else any value."""
        for operation in self._operations:
            for body in filter(None, (operation.body, *operation.responses.values())):
                for media_type in body.content.values():
                    if media_type.examples and _is_alike(media_type.schema, schema):
                        return media_type.example
        return example_value(schema, full=True)


def _kind(fact: Fact) -> tuple[str, ...]:
    return fact.data["in"], fact.data["type"], *map(str, fact.data.get("enum", ()))


def _is_alike(schema: Schema, other: Schema) -> bool:
    """Return whether two schemas refer to the same component, or are arrays of the same."""
    if schema.name or other.name:
        return schema.name == other.name
    return bool(schema.items and other.items and schema.items.name == other.items.name is not None)
