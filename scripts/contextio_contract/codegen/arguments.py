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
        location: `path`, `query`, `header`, `form`, `file` for a file of a form, or `body`.
        schema: what it takes; of several values, the schema of one.
        description: what it is, in a line.
        required: whether a call needs it.
        several: the name on the wire of several values; None if it takes a single one.
        joined: whether several values are sent as one text, with commas between them.
        deprecated: whether it should no longer be given.
        annotation: what it takes in Python, with its default if it may be left out.
    """

    name: str
    wire: str
    location: str
    schema: Schema
    description: str
    required: bool
    several: str | None = None
    joined: bool = False
    deprecated: bool = False
    annotation: str = ""


def arguments(operation: Operation) -> Iterator[Argument]:
    """Yield the arguments of an operation in their order: path, query, headers, form and body."""
    headers = (each for each in operation.parameters if each.location == "header")
    for parameter in (*operation.path_parameters, *operation.query_parameters, *headers):
        name, place = identifier(parameter.name), parameter.location
        if place == "query" and parameter.name in operation.path.parameters:
            name = f"query_{name}"
        schema = parameter.schema.items or parameter.schema
        several = None if schema is parameter.schema else parameter.name
        description = f"{parameter.description}{' Deprecated.' if parameter.deprecated else ''}"
        name = name.lower() if place == "header" else name
        joined = bool(several) and not parameter.explode
        yield Argument(
            name,
            parameter.name,
            place,
            schema,
            description,
            parameter.required,
            several,
            joined=joined,
            deprecated=parameter.deprecated,
        )
    yield from _fields(operation)
    body = operation.body
    if body and body.media and not {FORM, MULTIPART} & body.content.keys():
        described = " ".join(body.description.split())
        yield Argument("body", "body", "body", body.media.schema, described, body.required)


def _fields(operation: Operation) -> Iterator[Argument]:
    """Yield the fields of the form, the required ones first; `add` and `add[]` are one argument."""
    fields, required = operation.form_fields, operation.form.required if operation.form else ()
    for wire in sorted(fields, key=lambda name: name not in required):
        stem = wire.removesuffix(SEVERAL)
        if stem != wire and stem in fields:
            continue
        schema = fields[wire].items or fields[wire]
        several = next(
            (name for name in (f"{stem}{SEVERAL}", wire) if name in fields and fields[name].items), None
        )
        description = fields[wire].description
        yield Argument(
            name=identifier(wire),
            wire=wire,
            location="file" if schema.is_binary else "form",
            schema=schema,
            description=f"{description} Deprecated." if fields[wire].deprecated else description,
            required=wire in required,
            several=several,
            deprecated=fields[wire].deprecated,
        )
