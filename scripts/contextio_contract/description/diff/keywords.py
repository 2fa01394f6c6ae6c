"""Keywords of a schema object, read as shapes of each JSON type."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from contextio_contract.description.diff.remarks import ANNOTATION
from contextio_contract.description.diff.shapes import (
    SIZES,
    TYPES,
    WIDER,
    any_shape,
    common,
    multiple,
    stepped,
)
from contextio_contract.description.diff.texts import canonical
from contextio_contract.description.diff.value_sets import Condition, Shape, all_of, matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from contextio_contract.description.diff.value_sets import Bound, ValueSet

    Reader: TypeAlias = Callable[[Any], ValueSet]

_CONTENT: Final = ("contentEncoding", "contentMediaType", "contentSchema")
_OF_ANY_TEXT: Final = {"", "^", "$", ".*"}
_OPAQUE: Final = ("unevaluatedProperties", "unevaluatedItems", "$dynamicRef")


def shapes_of(node: Mapping[str, Any], anything: ValueSet, read: Reader) -> Iterator[Shape]:
    """Yield what a schema object allows of each JSON type, without `$ref`, `allOf`, `anyOf` and `oneOf`.

    Args:
        node: the schema object.
        anything: the set of all values.
        read: returns the value set of a schema below it.
    """
    stated = node.get("type", ["integer", *TYPES])
    types = {stated} if isinstance(stated, str) else set(stated)
    listed = _listed(node)
    conditions = (*_conditions(node, anything, read),)
    for type_ in TYPES:
        is_integer = type_ == "number" and "number" not in types and "integer" in types
        if type_ not in types and not is_integer:
            continue
        size = SIZES.get(type_, "")
        shape = replace(
            any_shape(type_, anything),
            values=None if listed is None else tuple(each for each in listed if _type_of(each) == type_),
            least=int(node.get(f"min{size}", 0)),
            most=node.get(f"max{size}", math.inf),
            conditions=tuple(each for each in conditions if _applies(each, type_)),
            **_specific(type_, node, anything, read),
        )
        yield stepped(replace(shape, step=multiple(Fraction(1), shape.step)) if is_integer else shape)


def _specific(type_: str, node: Mapping[str, Any], anything: ValueSet, read: Reader) -> dict[str, Any]:
    formats = frozenset({node["format"]} if "format" in node else ()) - {ANNOTATION}
    if type_ == "number":
        formats |= {WIDER[each] for each in formats & WIDER.keys()}
        return {**_bounds(node), "step": _number(node, "multipleOf") or None, "formats": formats}
    if type_ == "string":
        content = frozenset(f"{key} {canonical(node[key])}" for key in _CONTENT if key in node)
        patterns = frozenset({node["pattern"]} if "pattern" in node else ()) - _OF_ANY_TEXT
        return {"patterns": patterns, "formats": formats, "content": content}
    if type_ == "array":
        prefix = tuple(map(read, node.get("prefixItems", ())))
        return {
            "prefix": prefix,
            "items": read(node.get("items", True)),
            "unique": bool(node.get("uniqueItems")),
        }
    if type_ == "object":
        return {
            "properties": _with_patterns(node, anything, read),
            "patterned": {key: read(value) for key, value in node.get("patternProperties", {}).items()},
            "further": read(node.get("additionalProperties", True)),
            "required": frozenset(node.get("required", ())),
            "names": read(node.get("propertyNames", True)),
        }
    return {}


def _with_patterns(node: Mapping[str, Any], anything: ValueSet, read: Reader) -> dict[str, ValueSet]:
    patterned = node.get("patternProperties", {})
    return {
        name: all_of(
            [read(value), *(read(patterned[key]) for key in patterned if matches(key, name))], anything
        )
        for name, value in node.get("properties", {}).items()
    }


def _conditions(node: Mapping[str, Any], anything: ValueSet, read: Reader) -> Iterator[Condition]:
    if "not" in node:
        yield Condition("not", (read(node["not"]),))
    if "if" in node and ("then" in node or "else" in node):
        yield Condition("if", tuple(read(node.get(key, True)) for key in ("if", "then", "else")))
    for keyword in ("dependentSchemas", "dependentRequired"):
        for name, demand in node.get(keyword, {}).items():
            then = demand if keyword == "dependentSchemas" else {"required": demand}
            has_it = {"type": "object", "required": [name]}
            yield Condition("if", (read(has_it), read(then), anything))
    if "contains" in node:
        counts = node.get("minContains", 1), node.get("maxContains", math.inf)
        yield Condition("contains", (read(node["contains"]),), counts)
    if any(key in node for key in _OPAQUE):
        yield Condition("unevaluated", (read(node),))


def _applies(condition: Condition, type_: str) -> bool:
    return condition.keyword != "contains" or type_ == "array"


def _bounds(node: Mapping[str, Any]) -> dict[str, Bound | None]:
    lowest = [
        (_number(node, key), key != "minimum") for key in ("minimum", "exclusiveMinimum") if key in node
    ]
    highest = [
        (_number(node, key), key == "maximum") for key in ("maximum", "exclusiveMaximum") if key in node
    ]
    return {"lower": max(lowest, default=None), "upper": min(highest, default=None)}


def _number(node: Mapping[str, Any], key: str) -> Fraction:
    return Fraction(str(node.get(key, 0)))


def _listed(node: Mapping[str, Any]) -> tuple[Any, ...] | None:
    constant = (node["const"],) if "const" in node else None
    return common(constant, tuple(node["enum"]) if "enum" in node else None)


def _type_of(value: Any) -> str:
    kinds = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return kinds.get(type(value), "null")
