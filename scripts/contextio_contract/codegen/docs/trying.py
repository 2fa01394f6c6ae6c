"""Inputs of the forms that try an operation, as the data from which the page builds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen.samples import as_text

if TYPE_CHECKING:
    from contextio_contract.codegen.docs.sections import Field, Section

_FEW: Final = 2
"""Inputs that a form shows at once if none is required."""


def form_inputs(section: Section) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the inputs that a form shows at once, and those that it folds.

    Required parameters and fields are shown at once, or a few without any; so is a body that is no form.
    """
    entries = [
        (location, field)
        for location, _, fields in section.groups
        if location not in ("cookie", "body")
        for field in fields
    ]
    entries.sort(key=lambda entry: not entry[1].required)
    inputs = [_input(location, field) for location, field in entries]
    count = sum(field.required for _, field in entries) or _FEW
    body = []
    if section.body and not section.operation.form:
        examples = [as_text(example.value) for example in section.body.examples]
        body = [{"in": "body", "name": "body", "kind": "lines", "rows": 6, "value": "".join(examples[:1])}]
    return [*inputs[:count], *body], inputs[count:]


def _input(location: str, field: Field) -> dict[str, Any]:
    """Return where an input is sent, its name and kind, and the values that it takes or suggests."""
    entry: dict[str, Any] = {"in": location, "name": field.name}
    if field.required:
        entry["required"] = True
    if field.schema.is_binary:
        return {**entry, "kind": "file", "type": field.accept}
    if field.values:
        return {**entry, "values": field.values}
    if field.is_repeated:
        return {**entry, "kind": "lines", "rows": 2, "repeated": True}
    if field.schema.is_secret:
        entry["kind"] = "password"
    if field.example:
        entry["value" if location == "path" else "placeholder"] = field.example
    return entry
