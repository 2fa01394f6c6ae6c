"""Rules on schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.description.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Problem, rule
from contextio_contract.description.words import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.loader import Pointer
    from contextio_contract.description.nodes import Description, Node


@rule(*SCHEMA_KINDS, bad="required: [nme]", good="required: [name]")
def required_property(schema: Node) -> Iterator[Problem]:
    """What is required is among the properties."""
    required = schema.list("required")
    if not required:
        return
    whole = schema.whole
    known = {name for same in _same_value(whole, schema.pointer) for name in whole.properties(same)}
    for index, name in enumerate(required):
        if isinstance(name, str) and name not in known:
            pointer = (*schema.pointer, "required", index)
            fix = f"write {one_of(name, known)}, or describe {name} in properties"
            yield Problem(pointer, f"{name} is required and no property", fix)


@rule(
    "property",
    "items",
    "schema",
    "value",
    bad="{type: object, properties: {width: {type: integer, description: Width in metres.}}}",
    good="{type: string, minLength: 1}",
)
def named_object(schema: Node) -> Iterator[Problem]:
    """An object is a component with a name; generators invent different names for those without."""
    if "properties" in schema.data and schema.pointer[:-1] != ("components", "schemas"):
        yield Problem(
            schema.pointer, "this object has no name", "make it a component in schemas and refer to that"
        )


def _same_value(whole: Description, pointer: Pointer) -> Iterator[Node]:
    """Yield the schemas that describe the same value: the one at a place, and those that it is part of."""
    schema = whole.at(pointer)
    if schema is not None:
        yield schema
    owner, key = pointer[-2:]
    if owner == "properties":
        for around in _same_value(whole, pointer[:-2]):
            if (same := whole.properties(around).get(str(key))) is not None:
                yield same
    elif owner in {"allOf", "anyOf", "oneOf"}:
        yield from _same_value(whole, pointer[:-2])
    elif key in {"if", "then", "else", "not"}:
        yield from _same_value(whole, pointer[:-1])
    elif key == "items":
        for around in _same_value(whole, pointer[:-1]):
            if (same := around.under("items")) is not None:
                yield same
