"""Sets of values that schemas allow, in a form in which equal spellings are equal.

`$ref` and `allOf` are followed, and the rest is read as a union of shapes, each of one JSON type.
So a type list with `null`, `anyOf` with `null`, a union of one member and a constant become what they mean.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import jsonschema_rs

from contextio_contract.contract import ContractError, Schema
from contextio_contract.description.diff.texts import canonical, without_wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from fractions import Fraction

    Bound: TypeAlias = tuple[Fraction, bool]

Key: TypeAlias = frozenset[tuple[int, int]]
UNIONS: Final = ("anyOf", "oneOf")
_CONSTRAINTS: Final = frozenset(
    {
        *("type", "const", "enum", "not", "if", "dependentSchemas", "dependentRequired", *UNIONS),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format", "pattern"),
        *("minLength", "maxLength", "contentEncoding", "contentMediaType", "contentSchema"),
        *("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"),
        *("properties", "patternProperties", "additionalProperties", "propertyNames", "required"),
        *("minProperties", "maxProperties"),
        *("unevaluatedProperties", "unevaluatedItems", "$dynamicRef"),
    }
)
_FEW: Final = 100
_NOTHING: Final[dict[str, Any]] = {"type": []}


@dataclass(frozen=True, eq=False)
class Condition:
    """A keyword that no field of a shape expresses, with its schemas and, for `contains`, its counts."""

    keyword: str
    sets: tuple[ValueSet, ...]
    counts: tuple[int, float] = (0, math.inf)


@dataclass(frozen=True, eq=False, kw_only=True)
class Shape:
    """Values of one JSON type that satisfy all fields; integers are numbers with a step.

    Attributes:
        type: the JSON type.
        values: the values that are listed; None if they are not.
        lower: the lower bound of numbers, and whether it is excluded.
        upper: the upper bound of numbers, and whether it is included.
        step: what numbers are multiples of.
        least: the least length of texts, or number of elements or properties.
        most: the greatest one.
        patterns: the patterns of texts.
        formats: the formats of texts and numbers.
        content: the keywords that say how the content of texts is written.
        unique: whether elements differ from each other.
        prefix: the first elements.
        items: the other elements.
        properties: the properties by name.
        patterned: the properties whose names match a pattern, by pattern.
        further: the other properties.
        required: the names of properties that have to be there.
        names: the names of properties.
        conditions: what else values have to satisfy.
        exact: whether the fields allow nothing more than the schemas do.
        member: the member of a union that it comes from; None outside of unions.
    """

    type: str
    anything: ValueSet
    values: tuple[Any, ...] | None = None
    lower: Bound | None = None
    upper: Bound | None = None
    step: Fraction | None = None
    least: int = 0
    most: float = math.inf
    patterns: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    unique: bool = False
    prefix: tuple[ValueSet, ...] = ()
    items: ValueSet
    properties: Mapping[str, ValueSet]
    patterned: Mapping[str, ValueSet]
    further: ValueSet
    required: frozenset[str] = frozenset()
    names: ValueSet
    conditions: tuple[Condition, ...] = ()
    exact: bool = True
    member: ValueSet | None = None

    def element(self, index: int) -> ValueSet:
        """Return what the element at an index may be."""
        return self.prefix[index] if index < len(self.prefix) else self.items

    def field(self, name: str) -> ValueSet:
        """Return what the property of a name may be."""
        if name in self.properties:
            return self.properties[name]
        return all_of([value for key, value in self.patterned.items() if matches(key, name)], self.further)

    def names_field(self, name: str) -> bool:
        """Return whether a name is that of a described property, or matches a pattern of them."""
        return name in self.properties or any(matches(pattern, name) for pattern in self.patterned)

    @property
    def finite(self) -> tuple[Any, ...] | None:
        """All values, or more; None if they are too many to list."""
        if self.values is not None:
            return self.values
        if self.type in {"null", "boolean"}:
            return (None,) if self.type == "null" else (False, True)
        if self.step and self.lower and self.upper:
            first, count = self.lower[0], (self.upper[0] - self.lower[0]) / self.step
            if count < _FEW:
                numbers = (first + self.step * index for index in range(math.floor(count) + 1))
                return tuple(int(each) if each.denominator == 1 else float(each) for each in numbers)
        return None

    @property
    def is_impossible(self) -> bool:
        """Whether its own numbers contradict each other."""
        if self.lower and self.upper:
            (least, is_open), (most, is_closed) = self.lower, self.upper
            if least > most or (least == most and (is_open or not is_closed)):
                return True
        return self.values == () or self.least > self.most


class ValueSets:
    """All value sets of a comparison; equal places share one.

    Attributes:
        split: returns the shapes whose union a set is.
    """

    def __init__(self, split: Callable[[ValueSet], Iterable[Shape]]) -> None:
        self.split = split
        self._sets: dict[Key, ValueSet] = {}
        self._validators: dict[tuple[int, int], jsonschema_rs.Draft202012Validator] = {}
        self._texts: dict[tuple[int, bool], tuple[ValueSet, str]] = {}

    def of(self, *schemas: Schema) -> ValueSet:
        """Return what schemas allow together."""
        key = frozenset(_key(schema) for schema in schemas if schema.node not in (True, {}))
        if key not in self._sets:
            self._sets[key] = ValueSet(schemas, self)
        return self._sets[key]

    def is_valid(self, schema: Schema, value: Any) -> bool:
        """Return whether a schema allows a value."""
        key = _key(schema)
        if key not in self._validators:
            self._validators[key] = schema.validator
        return self._validators[key].is_valid(value)

    def is_same(self, one: ValueSet, other: ValueSet, *, worded: bool = False) -> bool:
        """Return whether two sets are written alike, with all that they refer to.

        Args:
            one: a set.
            other: another set.
            worded: whether descriptions, examples and extensions count.
        """
        return one is other or self._text(one, worded) == self._text(other, worded)

    def _text(self, values: ValueSet, worded: bool) -> str:  # noqa: FBT001 - `is_same` names it
        key = id(values), worded
        if key not in self._texts:
            written = [[schema.node, schema.document.closure(schema.node)] for schema in values.schemas]
            text = canonical(written if worded else without_wording(written))
            self._texts[key] = values, text
        return self._texts[key][1]


class ValueSet:
    """What schemas allow together.

    Attributes:
        schemas: the schemas; none if every value is allowed.
        all_parts: the schema objects that they consist of, with what they refer to.
        parts: those of them that have constraints.
        key: the same for sets with the same constraints.
        is_anything: whether there are no constraints at all.
    """

    def __init__(self, schemas: Iterable[Schema], sets: ValueSets) -> None:
        self.sets = sets
        self.schemas = tuple({_key(schema): schema for schema in schemas}.values())
        nodes = [part for schema in self.schemas for part in _flattened(schema, ())]
        self.all_parts = tuple({_key(part): part for part in nodes}.values())
        self.parts = tuple(part for part in self.all_parts if _CONSTRAINTS & part.node.keys())
        self.key = frozenset(map(_key, self.parts))
        self.is_anything = not self.parts

    def __and__(self, other: ValueSet) -> ValueSet:
        """Return the values that both sets have."""
        if self is other or not other.schemas:
            return self
        return self.sets.of(*self.schemas, *other.schemas) if self.schemas else other

    @property
    def name(self) -> str | None:
        """The name of the component that it is; None for what is written in place."""
        return self.schemas[0].name if len(self.schemas) == 1 else None

    def has(self, keyword: str) -> bool:
        """Return whether a keyword is true in one of its parts."""
        return any(part.node.get(keyword) is True for part in self.all_parts)

    def is_valid(self, value: Any) -> bool:
        """Return whether it has a value."""
        return all(self.sets.is_valid(schema, value) for schema in self.schemas)

    @cached_property
    def described(self) -> frozenset[str]:
        """The names of all properties that it describes in any of its alternatives and conditions."""
        return frozenset(_described(self, set()))

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes whose union it is; what the shapes cannot say stands in their conditions."""
        return tuple(self.sets.split(self))


@lru_cache(10_000)
def matches(pattern: str, name: str) -> bool:
    """Return whether a name matches a pattern as JSON Schema reads it."""
    return jsonschema_rs.Draft202012Validator({"pattern": pattern}).is_valid(name)


def all_of(sets: Iterable[ValueSet], otherwise: ValueSet) -> ValueSet:
    """Return what all sets have in common; another set if there are none."""
    result = None
    for each in sets:
        result = each if result is None else result & each
    return otherwise if result is None else result


def _key(schema: Schema) -> tuple[int, int]:
    """Return what a schema is known by; two documents may share nodes and mean others by their references."""
    return id(schema.document), id(schema.node)


def _flattened(schema: Schema, passed: tuple[int, ...]) -> Iterator[Schema]:
    """Yield the schema objects that a schema consists of by `$ref` and `allOf`, its own first."""
    node, document = schema.node, schema.document
    if isinstance(node, bool):
        node = {} if node else _NOTHING
    if not isinstance(node, dict):
        message = f"a schema should be a mapping; it is {canonical(node)[:80]}"
        raise ContractError(message)
    if id(node) in passed:
        message = "a schema refers to itself, or has allOf in a circle"
        raise ContractError(message)
    yield Schema(node, document)
    inner = [document.at(node["$ref"])] if isinstance(node.get("$ref"), str) else []
    for part in (*inner, *node.get("allOf", ())):
        yield from _flattened(Schema(part, document), (*passed, id(node)))


def _described(values: ValueSet, passed: set[Key]) -> Iterator[str]:
    if values.key in passed:
        return
    passed.add(values.key)
    for part in values.parts:
        yield from part.node.get("properties", {})
        below = [part.node[key] for key in ("if", "then", "else") if key in part.node]
        below += [member for key in UNIONS for member in part.node.get(key, ())]
        below += part.node.get("dependentSchemas", {}).values()
        for node in below:
            yield from _described(values.sets.of(Schema(node, part.document)), passed)
