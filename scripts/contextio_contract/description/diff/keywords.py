"""Keywords of two schemas: which of two values is stricter, and how changes are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.description.diff.changes import WORDING

if TYPE_CHECKING:
    from collections.abc import Mapping

LOWER: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
UPPER: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
FORM: Final = ("pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType")
CONDITIONS: Final = (
    *("if", "then", "else", "not", "contains", "prefixItems", "patternProperties", "propertyNames"),
    *("dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties", "discriminator"),
)
_UNIONS: Final = ("oneOf", "anyOf")


def merged(schema: Schema) -> Schema:
    """Return a schema and its `allOf` as one schema without references.

    It has the strictest of several bounds, and the values that all enumerations have.
    """
    parts = schema.parts
    keywords = {key: value for part in reversed(parts) for key, value in part.items() if key != "allOf"}
    if len(parts) > 1:
        for names, strictest in ((LOWER, max), (UPPER, min)):
            for name in names:
                bounds = [part[name] for part in parts if isinstance(part.get(name), int | float)]
                keywords |= {name: strictest(bounds)} if bounds else {}
        values = [allowed for part in parts if (allowed := choices(part)) is not None]
        if len(values) > 1:
            keywords.pop("const", None)
            keywords["enum"] = [value for value in values[0] if all(value in others for others in values)]
        properties = {name: inner.node for name, inner in schema.properties.items()}
        keywords |= {"properties": properties} if properties else {}
        keywords |= {"required": list(schema.required)} if schema.required else {}
    return Schema(keywords, schema.document)


def loses_types(old: Schema, new: Schema) -> bool:
    """Return whether a value of the old types has none of the new ones; no type at all is any type."""
    before, after = set(old.types), set(new.types)
    if not after:
        return False
    return not before or bool(before - after - ({"integer"} if "number" in after else set()))


def choices(keywords: Mapping[str, Any]) -> list[Any] | None:
    """Return the values that keywords allow; None for all."""
    return [keywords["const"]] if "const" in keywords else keywords.get("enum")


def is_stricter(bound: Any, other: Any, sign: int) -> bool:
    """Return whether a bound is there and stricter than another; with -1, the lower one is stricter."""
    if not isinstance(bound, int | float):
        return False
    return not isinstance(other, int | float) or sign * bound > sign * other


def further(schema: Schema) -> Schema | None:
    """Return the schema of further properties; None if any are allowed, or none."""
    node = schema.get("additionalProperties")
    return Schema(node, schema.document) if isinstance(node, dict) and node else None


def openness(schema: Schema) -> int:
    """Return 0 if no further properties are allowed, 1 if those of a schema are, 2 if any are."""
    if further(schema):
        return 1
    return 0 if schema.get("additionalProperties") is False else 2


def is_union(schema: Schema) -> bool:
    """Return whether a schema lets choose."""
    return any(keyword in schema.node for keyword in _UNIONS)


def members(schema: Schema) -> list[Schema]:
    """Return what a schema is a union of; one that is no union is its own single member."""
    nodes = [member for keyword in _UNIONS for member in schema.get(keyword, ())]
    own = {key: value for key, value in schema.node.items() if key not in WORDING}
    return [Schema(node, schema.document) for node in (nodes if is_union(schema) else [own])]


def beside_union(schema: Schema) -> Schema:
    """Return what stands beside a union; if there is none, the remarks, for the rest is its single member."""
    if is_union(schema):
        return schema
    remarks = {key: value for key, value in schema.node.items() if key in WORDING or key.startswith("x-")}
    return Schema(remarks, schema.document)


def without_wording(value: Any) -> Any:
    """Return a value without wording and extensions at any depth."""
    if isinstance(value, list):
        return [without_wording(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {name: without_wording(property_) for name, property_ in inner.items()}
        if key == "properties" and isinstance(inner, dict)
        else without_wording(inner)
        for key, inner in value.items()
        if key not in {*WORDING, "deprecated"} and not str(key).startswith("x-")
    }


def types_text(schema: Schema) -> str:
    """Return the types of a schema in words."""
    return " or ".join(sorted(schema.types)) or "anything"


def value_text(value: Any) -> str:
    """Return a value as it is written in changes."""
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def change_text(key: str, old: Any, new: Any) -> str:
    """Return a keyword with both of its values, unless one of them is long."""
    is_simple = not isinstance(old, dict | list) and not isinstance(new, dict | list)
    return f"{key} {value_text(old)} → {value_text(new)}" if is_simple else key
