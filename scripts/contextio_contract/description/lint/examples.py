"""Rules on values that stand in the description: examples, defaults and enums."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Description, Node
    from contextio_contract.description.source.yaml import Pointer

_LONG: Final = 120
"""Characters of a message that holds a whole object."""


@rule(
    "media-type",
    "parameter",
    "header",
    bad="example: {type: error, value: 7}",
    good="{examples: null, example: {type: error, value: name is missing}}",
)
def example_valid(holder: Node) -> Iterator[Problem]:
    """An example is valid against the schema beside it, formats included."""
    if "schema" in holder.data:
        pointer = (*holder.pointer, "schema")
        if "example" in holder.data:
            yield from _problems(holder.whole, pointer, (*holder.pointer, "example"), holder.data["example"])
        for example in holder.each("examples"):
            if "value" in example.data:
                yield from _problems(
                    holder.whole, pointer, (*example.pointer, "value"), example.data["value"]
                )


@rule(*SCHEMA_KINDS[:-1], bad="default: spade", good="default: {name: spade}")
def default_valid(schema: Node) -> Iterator[Problem]:
    """The default and the examples of a schema are valid against it."""
    values: list[tuple[Pointer, Any]] = [
        ((key,), schema.data[key]) for key in ("default", "example") if key in schema.data
    ]
    values += [(("examples", index), value) for index, value in enumerate(schema.list("examples"))]
    for keys, value in values:
        yield from _problems(schema.whole, schema.pointer, (*schema.pointer, *keys), value)


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: integer, enum: [1, 1, two], description: How big.}}",
    good="properties: {size: {type: integer, enum: [1, 2], description: How big.}}",
)
def enum_valid(schema: Node) -> Iterator[Problem]:
    """The values of an enum differ, and each is valid against the rest of the schema."""
    values = schema.list("enum")
    for index, value in enumerate(values):
        pointer = (*schema.pointer, "enum", index)
        if any(value == other and type(value) is type(other) for other in values[:index]):
            yield Problem(pointer, f"{value} stands in the enum twice", "remove one")
        yield from _problems(schema.whole, schema.pointer, pointer, value)


@rule(
    "media-type",
    "parameter",
    "header",
    bad="example: {type: error, value: name is missing, cod: 7}",
    good="{examples: null, example: {type: error, value: name is missing}}",
)
def example_known(holder: Node) -> Iterator[Problem]:
    """An example has only fields that the schema beside it describes."""
    schema = holder.under("schema")
    yield from _unknown(schema, holder.data.get("example"), (*holder.pointer, "example"))
    for example in holder.each("examples"):
        yield from _unknown(schema, example.data.get("value"), (*example.pointer, "value"))


@rule(
    "media-type",
    "parameter",
    "header",
    bad="{examples: {}, example: {type: error, value: name is missing}}",
    good="{examples: null, example: {type: error, value: name is missing}}",
)
def example_once(holder: Node) -> Iterator[Problem]:
    """There is an example or examples; OpenAPI has tools ignore one beside the other."""
    if {"example", "examples"} <= holder.data.keys():
        yield Problem((*holder.pointer, "example"), "examples stand here as well", "move it to examples")


@rule(
    "media-type",
    "parameter",
    bad="examples: null",
    good="{examples: null, example: {type: error, value: name is missing}}",
)
def example_there(holder: Node) -> Iterator[Problem]:
    """Each body and parameter has an example; what the service sends to others is exempt."""
    if "callbacks" not in holder.pointer and not {"example", "examples"} & set(holder.data):
        kind = "body" if holder.kind == "media-type" else f"parameter {holder.text('name')}"
        yield Problem(holder.pointer, f"the {kind} has no example", "add example: or examples:")


def _problems(whole: Description, schema: Pointer, pointer: Pointer, value: Any) -> Iterator[Problem]:
    """Yield where a value breaks a schema, each at the innermost place that is to blame."""
    try:
        errors = list(whole.validator(schema).iter_errors(value))
    except (jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError, OverflowError):
        return  # the schema itself is wrong, which the validation of the document says
    for error in errors:
        message = (
            error.message if len(error.message) < _LONG else f"this breaks the schema's {error.kind.name}"
        )
        yield Problem((*pointer, *error.instance_path), f"wrong {pointer[-1]}: {message}", _advice(error))


def _unknown(schema: Node | None, value: Any, pointer: Pointer) -> Iterator[Problem]:
    """Yield the fields of a value, at any depth, that its schema leaves undescribed without being a map."""
    if schema is None:
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _unknown(schema.under("items"), item, (*pointer, index))
    if not isinstance(value, dict) or _is_map(schema):
        return
    known = schema.whole.properties(schema)
    for name, inner in value.items() if known else ():
        if name in known:
            yield from _unknown(known[name], inner, (*pointer, name))
        else:
            fix = f"write {one_of(name, known)}, or describe {name}"
            yield Problem((*pointer, name), f"no schema describes {name}", fix)


def _is_map(schema: Node, passed: frozenset[Pointer] = frozenset()) -> bool:
    """Return whether a schema, or a part that it is made of, has fields whose names are not laid down."""
    passed |= {schema.pointer}
    parts = (part for keyword in ("allOf", "anyOf", "oneOf") for part in schema.each(keyword))
    return bool({"additionalProperties", "patternProperties"} & schema.data.keys()) or any(
        _is_map(part, passed) for part in parts if part.pointer not in passed
    )


def _advice(error: jsonschema_rs.ValidationError) -> str:
    facts = error.kind.as_dict()
    match error.kind.name:
        case "type":
            return f"write a value of type {' or '.join(facts['types'])}"
        case "enum":
            return f"write {one_of(str(error.instance), map(str, facts['options']))}"
        case "required":
            return f"add {facts['property']}"
        case _:
            return "change the example or the schema"
