"""Two schemas compared: which values the newer one allows that the older did not, and the reverse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.description.diff.changes import HIDDEN, WORDING, Changes, Direction, Effect, pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from contextio_contract.contract import Operation

_LOWER: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_UPPER: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
_FORM: Final = ("pattern", "format", "multipleOf", "uniqueItems", "contentEncoding", "contentMediaType")
_CONDITIONS: Final = (
    *("if", "then", "else", "not", "contains", "prefixItems", "patternProperties", "propertyNames"),
    *("dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties", "discriminator"),
)
_UNIONS: Final = ("oneOf", "anyOf")


@dataclass(frozen=True)
class _Pair:
    """Two schemas without `allOf` and references, what they are about, and who sends their values."""

    old: Schema
    new: Schema
    direction: Direction
    subject: str


class SchemaComparison:
    """Compares schemas; each pair of components once for each operation and direction."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._compared: set[tuple[Operation | None, str | None, str, Direction]] = set()

    def compare(self, old: Schema, new: Schema, direction: Direction, subject: str) -> None:
        """Record the changes between two schemas; those of a component are about its own name."""
        if old.name and new.name:
            self._compare_pair(_beside(old), _beside(new), direction, subject)
            old, new = (Schema({"$ref": side.node["$ref"]}, side.document) for side in (old, new))
        key = (self._changes.operation, old.name, new.name or "", direction)
        if not new.name or key not in self._compared:
            self._compared.add(key)
            self._compare_pair(old, new, direction, new.name or subject)

    def _compare_pair(self, old: Schema, new: Schema, direction: Direction, subject: str) -> None:
        pair = _Pair(_merged(old), _merged(new), direction, subject)
        if _is_union(pair.old) or _is_union(pair.new):
            self._compare_unions(pair)
            pair = _Pair(_beside_union(pair.old), _beside_union(pair.new), direction, subject)
        else:
            tightened, loosened = _loses_types(pair.old, pair.new), _loses_types(pair.new, pair.old)
            details = f"{_types_text(pair.old)} → {_types_text(pair.new)}"
            self._judge(pair, "type", tightened, loosened, details)
        self._compare_values(pair)
        self._compare_limits(pair)
        self._compare_properties(pair)
        self._compare_remarks(pair)
        if pair.old.items or pair.new.items:
            anything = Schema({}, new.document)
            elements = f"the elements of {subject}"
            self.compare(pair.old.items or anything, pair.new.items or anything, direction, elements)

    def _judge(self, pair: _Pair, aspect: str, tightened: Any, loosened: Any, details: str = "") -> None:
        if tightened or loosened:
            effect = Effect.TIGHTENED if tightened else Effect.LOOSENED
            effect = Effect.CHANGED if tightened and loosened else effect
            self._changes.record(f"{pair.direction}-{aspect}-{effect}", pair.subject, details)

    def _compare_values(self, pair: _Pair) -> None:
        old, new = _choices(pair.old.node), _choices(pair.new.node)
        if old != new:
            removed = [value for value in old or () if new is not None and value not in new]
            added = [value for value in new or () if old is not None and value not in old]
            details = _difference_text(map(_value_text, removed), map(_value_text, added))
            self._judge(pair, "values", old is None or removed, new is None or added, details)

    def _compare_limits(self, pair: _Pair) -> None:
        for name, old, new in pairs(pair.old.node, pair.new.node):
            if old == new:
                continue
            if name in _LOWER or name in _UPPER:
                sign = 1 if name in _LOWER else -1
                tightened, loosened = _is_stricter(new, old, sign), _is_stricter(old, new, sign)
                self._judge(pair, "bounds", tightened, loosened, _change_text(name, old, new))
            elif name in _FORM + _CONDITIONS and _without_wording(old) != _without_wording(new):
                aspect = "form" if name in _FORM else "condition"
                tightened, loosened = new not in (None, False), old not in (None, False)
                self._judge(pair, aspect, tightened, loosened, _change_text(name, old, new))

    def _compare_properties(self, pair: _Pair) -> None:
        old, new = _sent(pair.old, pair.direction), _sent(pair.new, pair.direction)
        was_required, is_required = set(pair.old.required), set(pair.new.required)
        is_response = pair.direction == Direction.RESPONSE
        for name, before, after in pairs(old, new):
            subject = f"{pair.subject}.{name}"
            if after is None:
                self._changes.record(f"{'answer' if is_response else 'request'}-property-removed", subject)
            elif before is None:
                added = "required-request" if name in is_required else "request"
                self._changes.record(f"{'answer' if is_response else added}-property-added", subject)
            else:
                if (name in was_required) != (name in is_required):
                    effect = Effect.TIGHTENED if name in is_required else Effect.LOOSENED
                    self._changes.record(f"{pair.direction}-required-{effect}", subject)
                self.compare(before, after, pair.direction, subject)
        if not old and not new:
            tightened, loosened = is_required - was_required, was_required - is_required
            self._judge(pair, "condition", tightened, loosened, "required")
        was_open, is_open = _openness(pair.old), _openness(pair.new)
        self._judge(pair, "extra", is_open < was_open, is_open > was_open)
        was_further, further = _further(pair.old), _further(pair.new)
        if was_further and further:
            self.compare(was_further, further, pair.direction, f"further fields of {pair.subject}")

    def _compare_remarks(self, pair: _Pair) -> None:
        old, new = pair.old.get("default"), pair.new.get("default")
        if old != new:
            both = old is not None and new is not None
            rule = "request-default-changed" if both and pair.direction == Direction.REQUEST else "wording"
            self._changes.record(rule, pair.subject, _change_text("default", old, new))
        was_read, is_read = (set(side.get("x-also-reads", ())) for side in (pair.old, pair.new))
        if was_read != is_read:
            self._changes.record(f"also-reads-{'removed' if was_read - is_read else 'added'}", pair.subject)
        was_meant, is_meant = pair.old.fallback, pair.new.fallback
        if was_meant != is_meant:  # what the schema does not allow was taken, or is
            details = _change_text("x-fallback", was_meant, is_meant)
            self._judge(pair, "values", was_meant is not None, is_meant is not None, details)
        self._changes.record_remarks(pair.old.node, pair.new.node, pair.subject)

    def _compare_unions(self, pair: _Pair) -> None:
        old, new = _members(pair.old), _members(pair.new)
        keys: tuple[Callable[[Schema], Any], ...] = (
            lambda member: _without_wording(_merged(member).node),
            lambda member: member.name,
            lambda member: set(member.types),
        )
        for key in keys:  # what members have in common, the most telling first
            for member in list(old):
                other = next((other for other in new if key(member) == key(other) is not None), None)
                if other is not None:
                    old.remove(member)
                    new.remove(other)
                    self.compare(member, other, pair.direction, pair.subject)
        details = _difference_text(map(_member_text, old), map(_member_text, new))
        self._judge(pair, "union", old, new, details)


def _beside(schema: Schema) -> Schema:
    return Schema({key: value for key, value in schema.node.items() if key != "$ref"}, schema.document)


def _merged(schema: Schema) -> Schema:
    """Return a schema and its `allOf` as one schema without references.

    It has the strictest of several bounds, and the values that all enumerations have.
    """
    parts = schema.parts
    keywords = {key: value for part in reversed(parts) for key, value in part.items() if key != "allOf"}
    if len(parts) > 1:
        for names, strictest in ((_LOWER, max), (_UPPER, min)):
            for name in names:
                bounds = [part[name] for part in parts if isinstance(part.get(name), int | float)]
                keywords |= {name: strictest(bounds)} if bounds else {}
        values = [allowed for part in parts if (allowed := _choices(part)) is not None]
        if len(values) > 1:
            keywords.pop("const", None)
            keywords["enum"] = [value for value in values[0] if all(value in others for others in values)]
        properties = {name: inner.node for name, inner in schema.properties.items()}
        keywords |= {"properties": properties} if properties else {}
        keywords |= {"required": list(schema.required)} if schema.required else {}
    return Schema(keywords, schema.document)


def _loses_types(old: Schema, new: Schema) -> bool:
    """Return whether a value of the old types has none of the new ones; no type at all is any type."""
    before, after = set(old.types), set(new.types)
    if not after:
        return False
    return not before or bool(before - after - ({"integer"} if "number" in after else set()))


def _choices(keywords: Mapping[str, Any]) -> list[Any] | None:
    return [keywords["const"]] if "const" in keywords else keywords.get("enum")


def _is_stricter(bound: Any, other: Any, sign: int) -> bool:
    """Return whether a bound is there and stricter than another; with -1, the lower one is stricter."""
    is_bound, is_other = isinstance(bound, int | float), isinstance(other, int | float)
    return is_bound and (not is_other or sign * bound > sign * other)


def _sent(schema: Schema, direction: Direction) -> dict[str, Schema]:
    properties = schema.properties.items()
    return {name: inner for name, inner in properties if inner.get(HIDDEN[direction]) is not True}


def _further(schema: Schema) -> Schema | None:
    """Return the schema of further properties; None if any are allowed, or none."""
    node = schema.get("additionalProperties")
    return Schema(node, schema.document) if isinstance(node, dict) and node else None


def _openness(schema: Schema) -> int:
    """Return 0 if no further properties are allowed, 1 if those of a schema are, 2 if any are."""
    if _further(schema):
        return 1
    return 0 if schema.get("additionalProperties") is False else 2


def _is_union(schema: Schema) -> bool:
    return any(keyword in schema.node for keyword in _UNIONS)


def _members(schema: Schema) -> list[Schema]:
    """Return what a schema is a union of; one that is no union is its own single member."""
    nodes = [member for keyword in _UNIONS for member in schema.get(keyword, ())]
    own = {key: value for key, value in schema.node.items() if key not in WORDING}
    return [Schema(node, schema.document) for node in (nodes if _is_union(schema) else [own])]


def _beside_union(schema: Schema) -> Schema:
    """Return what stands beside a union; if there is none, the remarks, for the rest is its single member."""
    if _is_union(schema):
        return schema
    remarks = {key: value for key, value in schema.node.items() if key in WORDING or key.startswith("x-")}
    return Schema(remarks, schema.document)


def _without_wording(value: Any) -> Any:
    """Return a value without wording and extensions at any depth."""
    if isinstance(value, list):
        return [_without_wording(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        key: {name: _without_wording(property_) for name, property_ in inner.items()}
        if key == "properties" and isinstance(inner, dict)
        else _without_wording(inner)
        for key, inner in value.items()
        if key not in {*WORDING, "deprecated"} and not str(key).startswith("x-")
    }


def _types_text(schema: Schema) -> str:
    return " or ".join(sorted(schema.types)) or "anything"


def _value_text(value: Any) -> str:
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _member_text(member: Schema) -> str:
    constant = member.get("const")
    return member.name or (_types_text(member) if constant is None else _value_text(constant))


def _difference_text(removed: Iterable[str], added: Iterable[str]) -> str:
    sides = (("without", ", ".join(removed)), ("with", ", ".join(added)))
    return "; ".join(f"{word} {values}" for word, values in sides if values)


def _change_text(key: str, old: Any, new: Any) -> str:
    """Return a keyword with both of its values, unless one of them is long."""
    is_simple = not isinstance(old, dict | list) and not isinstance(new, dict | list)
    return f"{key} {_value_text(old)} → {_value_text(new)}" if is_simple else key
