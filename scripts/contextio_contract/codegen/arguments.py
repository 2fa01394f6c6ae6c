"""Arguments of generated methods: the parameters, form fields and body that an operation takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from contextio_contract.codegen.samples import SEVERAL, identifier
from contextio_contract.contract import FORM, MULTIPART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Operation, Schema


@dataclass(frozen=True)
class Argument:
    """An argument of a method.

    Attributes:
        name: its name in Python: `from_`, or `query_file_id` if the path has a `file_id` too.
        wire: the name that it has on the wire; `body` for a body in JSON.
        location: `path`, `query`, `header`, `form` or `body`.
        schema: what it takes; of several values, the schema of one.
        description: what it is, in a line.
        required: whether a call needs it.
        deprecated: whether it should no longer be sent.
        several: the name on the wire of several values; None if it takes a single one.
        joined: whether several values are sent as one text, with commas between them.
    """

    name: str
    wire: str
    location: str
    schema: Schema
    description: str
    required: bool
    deprecated: bool = False
    several: str | None = None
    joined: bool = False


def arguments(operation: Operation) -> list[Argument]:
    """Return the arguments of an operation in their order: path, query, headers, form and body."""
    found = [*_parameters(operation), *_fields(operation)]
    body = operation.body
    if body and body.media and not {FORM, MULTIPART} & body.content.keys():
        found.append(
            Argument(
                name="body",
                wire="body",
                location="body",
                schema=body.media.schema,
                description=" ".join((body.description or body.media.schema.description).split()),
                required=body.required,
            )
        )
    return found


def _parameters(operation: Operation) -> Iterator[Argument]:
    taken = set(operation.path.parameters)
    headers = (each for each in operation.parameters if each.location == "header")
    for parameter in (*operation.path_parameters, *operation.query_parameters, *headers):
        name = identifier(parameter.name)
        if parameter.location == "query" and parameter.name in taken:
            name = f"query_{name}"
        items = parameter.schema.items
        yield Argument(
            name=name.lower() if parameter.location == "header" else name,
            wire=parameter.name,
            location=parameter.location,
            schema=items or parameter.schema,
            description=parameter.description,
            required=parameter.required,
            deprecated=parameter.deprecated,
            several=parameter.name if items else None,
            joined=bool(items) and not parameter.explode,
        )


def _fields(operation: Operation) -> Iterator[Argument]:
    """Yield the fields of the form, the required ones first; `add` and `add[]` are one argument."""
    fields, required = operation.form_fields, operation.form.required if operation.form else ()
    single = {name.removesuffix(SEVERAL): name for name in sorted(fields, key=len, reverse=True)}
    for name in sorted(fields, key=lambda name: name not in required):
        stem, schema = name.removesuffix(SEVERAL), fields[name]
        if single[stem] != name:
            continue
        several = f"{stem}{SEVERAL}" if f"{stem}{SEVERAL}" in fields else name if schema.items else None
        yield Argument(
            name=identifier(name),
            wire=name,
            location="form",
            schema=schema.items or schema,
            description=schema.description,
            required=name in required,
            deprecated=schema.deprecated,
            several=several,
        )
