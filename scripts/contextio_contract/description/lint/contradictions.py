"""Rules on schemas that no value fits, or of which a part never applies, each found at its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problem, Problems, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPES: Final = frozenset({"null", "boolean", "object", "array", "number", "integer", "string"})
_NUMERIC: Final = frozenset({"number", "integer"})
_FORMATS_OF_NUMBERS: Final = frozenset({"int32", "int64", "float", "double"})
_BOUNDS: Final = (
    ("minimum", "maximum", False),
    ("minimum", "exclusiveMaximum", True),
    ("exclusiveMinimum", "maximum", True),
    ("exclusiveMinimum", "exclusiveMaximum", True),
    ("minLength", "maxLength", False),
    ("minItems", "maxItems", False),
    ("minProperties", "maxProperties", False),
    ("minContains", "maxContains", False),
)
"""Keywords for the least and the most, and whether equal values exclude each other."""
_REMARKS: Final = frozenset({"title", "description", "$comment", "deprecated", "example", "examples"})


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: How big., allOf: [{type: integer}, {type: string}]}}",
    good="properties: {size: {description: How big., allOf: [{type: integer}, {minimum: 1}]}}",
)
def type_conflict(schema: Node) -> Problems:
    """Some type is allowed by a schema and all its parts, and by each member of a union in it."""
    allowed, narrowing = _TYPES, schema
    for part in _parts(schema):
        types = _types(part)
        if not allowed & types:
            message = f"no value is of type {_listed(allowed)} and of type {_listed(types)}"
            yield _blame(schema, (part, "type"), (narrowing, "type"), message, "leave one of the two types")
            return
        if types < _TYPES:
            allowed, narrowing = allowed & types, part
    for key in ("anyOf", "oneOf"):
        for index, member in enumerate(schema.each(key)):
            types = _types(member)
            if not allowed & types:
                message = f"no {_listed(types)} fits, since type: {_listed(allowed)} stands around {key}"
                yield schema.problem(message, "remove this member, or the type around it", key, index)


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: integer, description: How big., minimum: 9, maximum: 1}}",
    good="properties: {size: {type: integer, description: How big., minimum: 1, maximum: 9}}",
)
def bounds_order(schema: Node) -> Problems:
    """A lower bound is below the upper one, also in another part of the schema, so that some value fits."""
    parts = list(_parts(schema))
    for low, high, is_strict in _BOUNDS:
        least = [(part.data[low], part) for part in parts if _is_number(part.data.get(low))]
        most = [(part.data[high], part) for part in parts if _is_number(part.data.get(high))]
        for lowest, lower in least:
            for highest, upper in most:
                is_inside = lower is upper is not schema  # which is found when that schema is looked at
                if not is_inside and (lowest > highest or (is_strict and lowest == highest)):
                    message = f"nothing has {low}: {lowest} and {high}: {highest}"
                    fix = f"write {low}: with a number {'below' if is_strict else 'of at most'} {highest}"
                    yield _blame(schema, (lower, low), (upper, high), message, fix)


@rule(
    *SCHEMA_KINDS,
    bad="allOf: [{additionalProperties: false}, {properties: {key: {type: string, description: Which.}}}]",
    good="allOf: [{properties: {key: {type: string, description: Opens it.}}}]",
)
def closed_object(schema: Node) -> Problems:
    """A part with additionalProperties: false describes all properties, since it does not see other parts."""
    own = set(schema.map("properties"))
    parts = [(part, set(schema.description.properties(part))) for part in schema.each("allOf")]
    members = [(part, set(schema.description.properties(part))) for part in schema.each("anyOf", "oneOf")]
    others = own.union(*(names for _, names in (*parts, *members)))
    if _is_closed(schema) and others > own:
        yield _closed(schema, schema, others - own)
    for part, names in parts:
        seen = own.union(*(other for one, other in parts if one.pointer != part.pointer))
        if _is_closed(part) and seen - names:
            yield _closed(schema, part, seen - names)
    for member, names in members:
        if _is_closed(member) and own - names:
            yield _closed(schema, member, own - names)


@rule(
    *SCHEMA_KINDS,
    bad="{required: [name], maxProperties: 0, properties: {name: {type: string, description: Title.}}}",
    good="{required: [name], maxProperties: 9, properties: {name: {type: string, description: Title.}}}",
)
def required_refused(schema: Node) -> Problems:
    """What a schema requires, it does not refuse."""
    required = {name for name in schema.list("required") if isinstance(name, str)}
    most, refused = schema.data.get("maxProperties"), schema.data.get("not")
    if isinstance(most, int) and most < len(required):
        message = f"required names {len(required)}, and maxProperties allows {most}"
        yield schema.problem(message, f"write {len(required)} or more", "maxProperties")
    if refused in ({}, True):
        yield schema.problem("not refuses every value here", "say in not what is refused", "not")
    names = refused.get("required") if isinstance(refused, dict) and len(refused) == 1 else None
    if isinstance(names, list) and names and required.issuperset(map(str, names)):
        message = f"{' and '.join(map(str, names))} is required above, and refused here"
        yield schema.problem(message, "remove it here, or from required", "not")


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {description: How big., oneOf: [{type: integer}, {type: integer}]}}",
    good="properties: {size: {description: How big., oneOf: [{type: integer}, {type: string}]}}",
)
def member_twice(schema: Node) -> Problems:
    """The members of allOf, anyOf and oneOf differ, and in oneOf no value fits two by their types alone."""
    for key in ("allOf", "anyOf", "oneOf"):
        seen: list[dict[str, Any]] = []
        for index, value in enumerate(schema.list(key)):
            if not isinstance(value, dict):
                continue
            member = {name: inner for name, inner in value.items() if name not in _REMARKS}
            kinds = [{"type": "integer"}, {"type": "number"}]
            if member and member in seen:
                yield schema.problem(f"this member of {key} stands there twice", "remove one", key, index)
            elif key == "oneOf" and member in kinds and any(other in kinds for other in seen):
                fix = "remove type: integer, or write anyOf"
                yield schema.problem("a whole number fits two members, so none of them", fix, key, index)
            seen.append(member)


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: string, format: int32, description: How big.}}",
    good="properties: {size: {type: integer, format: int32, description: How big.}}",
)
def format_type(schema: Node) -> Problems:
    """A format is one of values of the type beside it; tools pass over it otherwise."""
    name, types = schema.text("format"), _types(schema)
    fitting = _NUMERIC if name in _FORMATS_OF_NUMBERS else frozenset({"string"})
    if name and "type" in schema.data and not types & fitting:
        message = f"the format {name} says nothing about type: {_listed(types)}"
        kind = "string" if fitting == {"string"} else "integer" if name.startswith("int") else "number"
        yield schema.problem(message, f"write type: {kind}, or remove the format", "format")


@rule(
    *SCHEMA_KINDS,
    bad="discriminator: {propertyName: callback_url}",
    good="discriminator: {propertyName: name}",
)
def discriminator_required(schema: Node) -> Problems:
    """The property that a discriminator names is required, so that each value has it."""
    name = schema.map("discriminator").get("propertyName")
    for member in list(schema.each("oneOf", "anyOf")) or [schema]:
        described = isinstance(name, str) and name in schema.description.properties(member)
        if described and not any(name in part.list("required") for part in _parts(member)):
            message = f"{name} is not required in {member.name}, so that some values tell no kind"
            fix = f"add {name} to required there"
            yield schema.problem(message, fix, "discriminator", "propertyName")


@rule(
    *SCHEMA_KINDS,
    bad="discriminator: {propertyName: type, mapping: {eror: '#/components/schemas/Error'}}",
    good="discriminator: {propertyName: name, mapping: {thing: '#/components/schemas/Thing'}}",
)
def discriminator_mapping(schema: Node) -> Problems:
    """A name in the mapping of a discriminator is the const of the schema that it leads to."""
    discriminator = schema.under("discriminator")
    for name, reference in discriminator.map("mapping").items() if discriminator else ():
        member = schema.description.resolved((), {"$ref": reference})
        properties = schema.description.properties(member) if member else {}
        field = properties.get(discriminator.text("propertyName")) if discriminator else None
        const = field.text("const") if field else ""
        if member and const not in {"", name}:
            message = f"{name} leads to {member.name}, which is {const}"
            yield schema.problem(message, f"write {const}", "discriminator", "mapping", name)


def _parts(schema: Node) -> Iterator[Node]:
    """Yield the schemas that a value must fit: this one, what it refers to, and their parts in allOf."""
    passed, waiting = set(), [schema]
    while waiting:
        node = waiting.pop(0)
        if node.pointer in passed:
            continue
        passed.add(node.pointer)
        yield node
        target = node.description.resolved(node.pointer, node.data)
        waiting = [*([target] if target else []), *node.each("allOf"), *waiting]


def _types(schema: Node) -> frozenset[str]:
    """Return the types of the values that a schema allows by itself; all if it names none."""
    stated = schema.data.get("type")
    names = {name for name in (stated if isinstance(stated, list) else [stated]) if isinstance(name, str)}
    allowed = frozenset(names & _TYPES) | (_NUMERIC if "number" in names else frozenset())
    values = schema.list("enum") + ([schema.data["const"]] if "const" in schema.data else [])
    fitting = frozenset(map(_type_of, values)) & (allowed or _TYPES)
    return fitting or allowed or _TYPES


def _type_of(value: Any) -> str:
    for kind, name in (
        (bool, "boolean"),
        (int, "integer"),
        (str, "string"),
        (dict, "object"),
        (list, "array"),
    ):
        if isinstance(value, kind):
            return name
    return "null" if value is None else "integer" if float(value).is_integer() else "number"


def _listed(types: Iterable[str]) -> str:
    names = set(types)
    return " or ".join(sorted(names - {"integer"} if names >= _NUMERIC else names))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_closed(schema: Node) -> bool:
    return schema.data.get("additionalProperties") is False and not schema.map("patternProperties")


def _closed(schema: Node, part: Node, refused: Iterable[str]) -> Problem:
    names = ", ".join(sorted(refused))
    message = f"additionalProperties: false refuses {names}, which stands in another part"
    fix = "write unevaluatedProperties: false beside allOf, anyOf or oneOf in its place"
    return _blame(schema, (part, "additionalProperties"), (schema, "additionalProperties"), message, fix)


def _blame(schema: Node, place: tuple[Node, str], other: tuple[Node, str], message: str, fix: str) -> Problem:
    """Return a problem at the first place that is written inside a schema, or at its allOf."""
    for node, key in (place, other):
        if node.pointer[: len(schema.pointer)] == schema.pointer:
            return node.problem(message, fix, *((key,) if key in node.data else ()))
    return schema.problem(message, fix, *(("allOf",) if "allOf" in schema.data else ()))
