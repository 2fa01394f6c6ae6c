"""Rules on values in the description: examples, defaults and enums."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import ContractError
from contextio_contract.contract.document import reference_to
from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problem, Problems, rule
from contextio_contract.description.lint.values import TYPES, quoted
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import jsonschema_rs

    from contextio_contract.description.source.yaml import Pointer

_HOLDERS: Final = ("media-type", "parameter", "header")
_EXAMPLE: Final = "{examples: null, example: {type: error, value: name is missing}}"
_LONG: Final = 120
"""Characters of a message that holds a whole object."""


@rule(*_HOLDERS, bad="example: {type: error, value: 7}", good=_EXAMPLE)
def example_valid(holder: Node) -> Problems:
    """An example is valid against the schema beside it, formats included."""
    if "schema" in holder.data:
        schema = {"$ref": reference_to((*holder.pointer, "schema"))}
        for example, key in _examples(holder):
            yield from _invalid(schema, example, key)


@rule(*SCHEMA_KINDS[:-1], bad="default: spade", good="default: {name: spade}")
def default_valid(schema: Node) -> Problems:
    """The default, the fallback, the codes and the examples of a schema are valid against it."""
    itself = {"$ref": reference_to(schema.pointer)}
    for key in ("default", "x-fallback", "example"):
        if key in schema.data:
            yield from _invalid(itself, schema, key)
    for name in schema.map("x-codes"):
        yield from _invalid(itself, schema, "x-codes", name)
    for index in range(len(schema.list("examples"))):
        yield from _invalid(itself, schema, "examples", index)


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: integer, enum: [1, 1, two], description: How big.}}",
    good="properties: {size: {type: integer, enum: [1, 2], description: How big.}}",
)
def enum_valid(schema: Node) -> Problems:
    """The values of an enum differ, and each is valid against the rest of the schema."""
    values, passed = schema.list("enum"), set[str]()
    for index, value in enumerate(values):
        if (written := json.dumps(value, sort_keys=True)) in passed:
            yield schema.problem(f"{value} stands in the enum twice", "remove one", "enum", index)
        passed.add(written)
    if values and "const" not in schema.data:
        rest = {key: value for key, value in schema.data.items() if key != "enum"}
        for problem in _invalid({"items": rest}, schema, "enum"):
            if values[int(problem.pointer[len(schema.pointer) + 1])] is not None:  # null-in-enum says more
                yield problem


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: string, const: 1, description: How big.}}",
    good="properties: {size: {type: integer, const: 1, description: How big.}}",
)
def const_valid(schema: Node) -> Problems:
    """A const is valid against the rest of the schema, such as its type and its enum."""
    if "const" in schema.data:
        yield from _invalid({"$ref": reference_to(schema.pointer)}, schema, "const")


@rule(*_HOLDERS, bad="example: {type: error, value: name is missing, cod: 7}", good=_EXAMPLE)
def example_known(holder: Node) -> Problems:
    """An example has only fields that the schema beside it describes."""
    schema = holder.under("schema")
    for example, key in _examples(holder):
        yield from _undescribed(schema, example.data[key], (*example.pointer, key))


@rule(*_HOLDERS, bad="{examples: {}, example: {type: error, value: name is missing}}", good=_EXAMPLE)
def example_once(holder: Node) -> Problems:
    """There is an example or examples; OpenAPI has tools ignore one beside the other."""
    if {"example", "examples"} <= holder.data.keys():
        yield holder.problem("examples stand here as well", "move it to examples", "example")


@rule("media-type", "parameter", bad="examples: null", good=_EXAMPLE)
def example_there(holder: Node) -> Problems:
    """Each body and parameter has an example; what the service sends to others is exempt."""
    is_callback = "callbacks" in holder.pointer or holder.pointer[:-2] in holder.description.callback_bodies
    if not is_callback and not ({"example", "content"} & holder.data.keys() or holder.data.get("examples")):
        kind = "body" if holder.kind == "media-type" else f"parameter {holder.text('name')}"
        yield holder.problem(f"the {kind} has no example", "add example: or examples:")


def _examples(holder: Node) -> Iterator[tuple[Node, str]]:
    """Yield the examples of a body, parameter or header: the object that holds one, and the field."""
    if "example" in holder.data:
        yield holder, "example"
    for example in holder.each("examples"):
        if "value" in example.data:
            yield example, "value"


def _invalid(schema: Mapping[str, Any], holder: Node, *keys: str | int) -> Problems:
    """Yield where a value breaks a schema, each at the innermost value that is to blame."""
    value: Any = holder.data
    for key in keys:
        value = value[key]
    try:
        errors = [
            cause
            for error in holder.description.validator(schema).iter_errors(value)
            for cause in _causes(error)
        ]
    except (ContractError, ValueError, OverflowError):
        return  # the schema itself is wrong, which the validation of the document finds
    for error in errors:
        is_short = len(error.message) < _LONG
        message = error.message if is_short else f"this breaks the schema's {error.kind.name}"
        word = _boolean_word(error)
        yield holder.problem(
            f"wrong {keys[0]}: {message}",
            _advice(error),
            *keys,
            *error.instance_path,
            replace=(str(error.instance), word) if word else None,
        )


def _causes(error: jsonschema_rs.ValidationError) -> Iterator[jsonschema_rs.ValidationError]:
    """Yield the errors in the only member of a union that a value can be meant for, or the error itself."""
    place = error.instance_path
    branches = error.kind.as_dict().get("context", ())
    meant = [
        branch
        for branch in branches
        if not any(
            each.kind.name == "const" or (each.kind.name == "type" and each.instance_path == place)
            for each in branch
        )
    ]
    if len(meant) == 1 and len(branches) > 1:
        for each in meant[0]:
            yield from _causes(each)
    else:
        yield error


def _undescribed(schema: Node | None, value: Any, pointer: Pointer) -> Problems:
    """Yield the fields of a value, at any depth, that its schema leaves undescribed without being a map."""
    if schema is None:
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _undescribed(schema.under("items"), item, (*pointer, index))
    if not isinstance(value, dict) or _is_map(schema):
        return
    properties = schema.description.properties(schema)
    for name, inner in value.items() if properties else ():
        if name in properties:
            yield from _undescribed(properties[name], inner, (*pointer, name))
        else:
            fix = f"write {one_of(name, properties)}, or describe {name}"
            yield Problem((*pointer, name), f"no schema describes {name}", fix)


def _is_map(schema: Node, passed: frozenset[Pointer] = frozenset()) -> bool:
    """Return whether a schema, or a part that it is composed of, allows names of any kind."""
    passed |= {schema.pointer}
    return bool({"additionalProperties", "patternProperties"} & schema.data.keys()) or any(
        _is_map(part, passed) for part in schema.each("allOf", "anyOf", "oneOf") if part.pointer not in passed
    )


def _requoted(value: Any, types: Collection[str]) -> str:
    """Return a value with or without quotes if it then has one of the types; else what types it may have."""
    named = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "null": "null"}
    if "string" in types and isinstance(value, bool | int | float):
        return f"{quoted(value)}, in quotes"
    if isinstance(value, str) and any(re.fullmatch(named.get(name, r"(?!)"), value) for name in types):
        return f"{value}, without quotes"
    return f"a value of type {' or '.join(types)}"


def _advice(error: jsonschema_rs.ValidationError) -> str:
    """Return what to write in place of a value."""
    facts = error.kind.as_dict()
    match error.kind.name:
        case "type":
            return f"write {_boolean_word(error) or _requoted(error.instance, facts['types'])}"
        case "enum":
            options = {_shown(option): option for option in facts["options"]}
            text = _shown(error.instance)
            return f"write {json.dumps(options[text]) if text in options else one_of(text, options)}"
        case "const":
            return f"write {json.dumps(facts['expected_value'], ensure_ascii=False)}"
        case "required":
            return f"add {facts['property']}"
        case _:
            return "change the value or the schema"


def _shown(value: Any) -> str:
    """Return a value as it is written, a text without quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _boolean_word(error: jsonschema_rs.ValidationError) -> str | None:
    """Return the boolean that a text such as yes stands for where a boolean belongs; None otherwise."""
    types = error.kind.as_dict().get("types", ())
    is_text = isinstance(error.instance, str) and "boolean" in types and "string" not in types
    return TYPES["flag"].converted(error.instance) if is_text else None
