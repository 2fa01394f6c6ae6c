"""Rules on keywords of schemas, and other fields, that have no effect beside their neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMERIC: Final = "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"
_KEYWORDS: Final[Mapping[str, str]] = {
    "string": "minLength maxLength pattern contentEncoding contentMediaType contentSchema",
    "integer": _NUMERIC,
    "number": _NUMERIC,
    "array": "items prefixItems minItems maxItems uniqueItems contains minContains maxContains "
    "unevaluatedItems",
    "object": "properties patternProperties additionalProperties required minProperties maxProperties "
    "propertyNames dependentRequired dependentSchemas unevaluatedProperties discriminator",
}
"""The keywords of JSON Schema that say something about values of one type only."""
_TYPES: Final[Mapping[str, list[str]]] = {
    keyword: [kind for kind, keywords in _KEYWORDS.items() if keyword in keywords.split()]
    for keyword in " ".join(_KEYWORDS.values()).split()
}
_NUMBERS: Final = dict.fromkeys(("integer", "number"), "imum")
_BOUNDED: Final = {"string": "Length", "array": "Items", "object": "Properties"} | _NUMBERS
"""What follows `min` and `max` in the keywords that bound values of a type."""
_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "then": ("if",),
    "else": ("if",),
    "if": ("then", "else"),
    "minContains": ("contains",),
    "maxContains": ("contains",),
    "contentSchema": ("contentMediaType",),
    "discriminator": ("oneOf", "anyOf", "allOf", "properties"),
}
"""Keywords that say nothing unless one of some others stands beside them."""
_EXCLUDED: Final[Mapping[str, str]] = {
    "minimum": "exclusiveMinimum",
    "maximum": "exclusiveMaximum",
    "enum": "const",
    "identifier": "url",
    "externalValue": "value",
}
"""Fields that are of no use, or forbidden, beside another."""


@rule(
    *SCHEMA_KINDS,
    bad="properties: {size: {type: integer, minLength: 1, description: How big.}}",
    good="properties: {size: {type: integer, minimum: 1, description: How big.}}",
)
def keyword_type(schema: Node) -> Problems:
    """A keyword stands beside a type to which it applies; readers pass over others."""
    types = stated_types(schema)
    for keyword in schema.data:
        wanted = _TYPES.get(keyword, ())
        if types and wanted and not types & {*wanted}:
            kind = min(types - {"null"} or types)
            is_bound = keyword[:3] in {"min", "max"} and kind in _BOUNDED
            fix = f"write {keyword[:3]}{_BOUNDED[kind]}" if is_bound else "remove it"
            message = f"{keyword} says nothing about {a_value(kind)}"
            yield schema.problem(message, f"{fix}, or write type: {wanted[0]}", keyword)


@rule(
    "schema",
    *SCHEMA_KINDS,
    "license",
    "example",
    bad="properties: {size: {type: integer, minimum: 1, exclusiveMinimum: 0, description: How big.}}",
    good="properties: {size: {type: integer, minimum: 1, description: How big.}}",
)
def keyword_beside(node: Node) -> Problems:
    """A keyword has the neighbours without which it says nothing, and none that says the same."""
    for keyword, needed in _NEEDED.items() if node.kind in SCHEMA_KINDS else ():
        if keyword in node.data and not any(other in node.data for other in needed):
            message = f"{keyword} says nothing without {' or '.join(needed)}"
            yield node.problem(message, f"add {needed[0]}, or remove it", keyword)
    for keyword, other in _EXCLUDED.items():
        if {keyword, other} <= node.data.keys():
            yield node.problem(f"{other} stands here as well as {keyword}", "remove one of them", keyword)
    for keyword in ("default", "example", "examples", "deprecated", "readOnly", "writeOnly"):
        if keyword in node.data and node.kind == "condition":
            yield node.problem(f"{keyword} says nothing in a condition", "remove it", keyword)
    if node.data.get("readOnly") is True and node.data.get("writeOnly") is True:
        message = "what is readOnly cannot be writeOnly: nobody may send or see it"
        yield node.problem(message, "remove one of them", "writeOnly")


@rule(
    "schema",
    bad="properties: {name: {readOnly: true}}",
    good="properties: {name: {readOnly: false}}",
)
def sent_field(schema: Node) -> Problems:
    """A field of a form is not readOnly, since forms are sent by clients alone."""
    if schema.pointer in schema.description.forms:
        for name, value in schema.description.properties(schema).items():
            if value.data.get("readOnly") is True:
                message = f"clients cannot send {name}, a field of this form"
                yield value.problem(message, "remove readOnly", "readOnly")


def stated_types(schema: Node) -> frozenset[str]:
    """Return the types that a schema states itself; none if it states none."""
    stated: Any = schema.data.get("type")
    names = [stated] if isinstance(stated, str) else schema.list("type")
    return frozenset(name for name in names if isinstance(name, str))


def a_value(noun: str) -> str:
    """Return the name of a type, or of another noun, with its article."""
    return "null" if noun == "null" else f"{'an' if noun[0] in 'aio' else 'a'} {noun}"
