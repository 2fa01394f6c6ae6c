"""Operations as sections of the reference."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from contextio_contract.codegen import samples
from contextio_contract.codegen.docs.fields import parameter_field, properties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.codegen.docs.fields import Field
    from contextio_contract.codegen.rulebook.rules import Rule
    from contextio_contract.contract import MediaType, Operation

_HEADINGS: Final = {
    "path": "Parameters in the path",
    "query": "Parameters in the query",
    "header": "Headers",
    "cookie": "Cookies",
    "form": "Form fields",
    "body": "Body",
}


@dataclass(frozen=True)
class Section:
    """An operation as the reference shows it.

    Attributes:
        operation: the operation.
        base_url: the address that its samples call.
        rules: the documented rules about it.
    """

    operation: Operation
    base_url: str
    rules: Sequence[Rule]

    @property
    def inputs(self) -> str:
        """Everything that decides how it is shown, as text."""
        targets = [link.operation for link in self.operation.links]
        rules = [(rule.id, rule.fact.data, rule.enforced_by) for rule in self.rules]
        return json.dumps([self.operation.reaches(), targets, self.base_url, rules])

    @property
    def body(self) -> MediaType | None:
        """The request body in the media type that is shown; None without one."""
        return samples.body_of(self.operation)

    @property
    def groups(self) -> list[tuple[str, str, list[Field]]]:
        """The parts of a request: location, heading, and parameters or fields of the body.

        Required fields of the body come first, deprecated ones last.
        """
        parameters = [parameter_field(parameter) for parameter in self.operation.parameters]
        groups = {
            location: [field for field in parameters if field.location == location] for location in _HEADINGS
        }
        location = "form" if self.operation.form else "body"
        if self.body:
            fields = properties(self.body.schema, location)
            groups[location] = sorted(fields, key=lambda field: (not field.required, field.deprecated))
        return [
            (name, heading, groups[name])
            for name, heading in _HEADINGS.items()
            if groups[name] or (self.body and name == location)
        ]

    @property
    def samples(self) -> list[samples.Sample]:
        """Calls in each language."""
        return samples.samples(self.operation, self.base_url)
