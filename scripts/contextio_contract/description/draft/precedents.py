"""Precedents: what the description does already where a draft needs the like."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from contextio_contract.contract.values import example_value
from contextio_contract.description.evidence.targets import inputs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from contextio_contract.contract import Contract, Operation, PathTemplate, Schema
    from contextio_contract.description.evidence.facts import Fact


class Precedents:
    """What the operations of a description have in common."""

    def __init__(self, contract: Contract, documentation: Mapping[str, Fact]) -> None:
        self._contract = contract
        self._documentation = documentation
        self._operations = list(contract.operations.values())

    def error_responses(
        self, path: PathTemplate, statuses: Collection[str], *, is_safe: bool, has_input: bool
    ) -> dict[str, str]:
        """Return the components for errors that all operations of a kind refer to, by status.

        Args:
            path: the path of the operation; whether it has parameters makes a kind.
            statuses: further statuses, for which the component of any operation is taken, or of `default`.
            is_safe: whether its method is safe.
            has_input: whether it takes a query or a form.
        """
        alike = [each for each in self._operations if each.is_safe == is_safe]
        kin = [
            each
            for each in alike
            if bool(each.path.parameters) == bool(path.parameters)
            and bool(each.query_parameters or each.body) == has_input
        ]
        errors = [_errors(each) for each in kin or alike]
        statuses = {*statuses, *(set.intersection(*map(set, errors)) if errors else ())}
        components = {status: name for each in alike for status, name in _errors(each).items()}
        components |= {status: name for each in errors for status, name in each.items()}
        wanted = {status: components.get(status, components.get("default")) for status in sorted(statuses)}
        return {status: component for status, component in wanted.items() if component}

    def path_parameter(self, path: PathTemplate, name: str) -> dict[str, Any] | None:
        """Return the parameter of an operation where the same segment stands before the same name."""
        before = path.segments[path.segments.index(f"{{{name}}}") - 1]
        for operation in self._operations:
            segments = operation.path.segments
            if (before, f"{{{name}}}") in pairwise(segments):
                for node in (*operation.item.get("parameters", ()), *operation.node.get("parameters", ())):
                    if self._contract.document.resolve(node).get("name") == name:
                        return dict(node)
        return None

    def paging(self, parameters: Mapping[str, Fact]) -> dict[str, Any] | None:
        """Return the value of `x-paging` for a list with these parameters; None for a list without pages."""
        for operation in self._operations:
            paging = operation.paging
            if paging and paging.parameters <= parameters.keys():
                maximum = parameters[paging.limit].data.get("maximum", paging.maximum)
                return {"limit": paging.limit, "offset": paging.offset, "maximum": maximum}
        return None

    def component(self, fact: Fact) -> str | None:
        """Return the schema that most described inputs of the same documented type and values refer to."""
        counts = self._components.get(_kind(fact), Counter())
        return next((name for name, _ in counts.most_common(1)), None)

    @cached_property
    def _components(self) -> dict[tuple[str, ...], Counter[str | None]]:
        components: dict[tuple[str, ...], Counter[str | None]] = {}
        operations = {(str(each.path), each.method): each for each in self._operations}
        for page in self._documentation.values():
            for operation in page.inner("operations"):
                described = operations.get((operation.data["path"], operation.data["method"]))
                inputs = inputs_of(described) if described else {}
                for fact in operation.parameters:
                    target = inputs.get((fact.data["in"], fact.data["name"]))
                    if target and target.schema:
                        components.setdefault(_kind(fact), Counter())[target.schema.name] += 1
        return components

    def example(self, schema: Schema) -> Any:
        """Return an example for a body: one that the description has for such a body, or any value."""
        reference = _reference(schema)
        for operation in self._operations:
            bodies = [operation.body, *operation.responses.values()]
            for media_type in (media for body in bodies if body for media in body.content.values()):
                if reference and media_type.examples and _reference(media_type.schema) == reference:
                    return media_type.example
        return example_value(schema, full=True)


def _errors(operation: Operation) -> dict[str, str]:
    """Return the components that the errors of an operation refer to, by status."""
    return {
        status: response.name
        for status, response in operation.responses.items()
        if response.name and not response.is_success
    }


def _kind(fact: Fact) -> tuple[str, ...]:
    return fact.data["in"], fact.data["type"], *map(str, fact.data.get("enum", ()))


def _reference(schema: Schema) -> tuple[bool, str] | None:
    """Return whether a body is an array, and the schema that it or its elements refer to."""
    name = schema.name or (schema.items.name if schema.items else None)
    return (schema.name is None, name) if name else None
