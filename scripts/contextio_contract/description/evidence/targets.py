"""Parts of the description that transcribe documented facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Operation
    from contextio_contract.description.source.yaml import Pointer

ANY_NAME: Final = "<name>"
"""The name of properties that may have any name; documented ones are in angle brackets too."""


@dataclass(frozen=True, eq=False)
class Target:
    """An operation, a parameter, a field of a form, a response, or a property of a response.

    Attributes:
        pointer: where it stands in the bundle.
        node: its object, with references resolved.
        schema: the schema of its value; None without one.
        required: whether it must be there.
    """

    pointer: Pointer
    node: Mapping[str, Any]
    schema: Schema | None = None
    required: bool = False

    def get(self, key: str) -> Any:
        """Return a field of the object, or else a keyword of its schema; None without either."""
        return self.node.get(key, self.schema.get(key) if self.schema else None)


def inputs_of(operation: Operation) -> dict[tuple[str, str], Target]:
    """Return what an operation takes, by location and name; fields of its form have the location `form`."""
    around = ("paths", str(operation.path), operation.method.lower())
    parameters = {
        (parameter.location, parameter.name): Target(
            pointer=operation.document.locate(parameter.node) or around,
            node=parameter.node,
            schema=parameter.schema,
            required=parameter.required,
        )
        for parameter in operation.parameters
    }
    fields = properties_of(operation.form) if operation.form else {}
    return parameters | {("form", name): field for name, field in fields.items()}


def properties_of(schema: Schema) -> dict[str, Target]:
    """Return the properties of a schema by name, those of any name as `<name>`."""
    nodes, further = dict(schema.properties), schema.get("additionalProperties")
    if isinstance(further, dict):
        nodes[ANY_NAME] = Schema(further, schema.document)
    return {
        name: Target(
            pointer=schema.document.locate(node.node) or schema.document.locate(schema.resolved) or (),
            node=node.resolved,
            schema=node,
            required=name in schema.required,
        )
        for name, node in nodes.items()
    }


def texts(node: Any, key: str) -> list[str]:
    """Return the texts in a list of an object; none if there is no list, which other rules find."""
    value = node.get(key) if isinstance(node, dict) else None
    return list(map(str, value)) if isinstance(value, list) else []
