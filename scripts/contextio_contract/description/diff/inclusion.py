"""Inclusion of value sets: whether every value of one is a value of the other, as far as can be proven.

Whoever keeps to a description sends no fields that it does not describe, and skips such fields when reading.
Three kinds of objects are exceptions: closed ones, those whose further fields are described, and those that
describe no field, which may hold any. So a new field of an open object breaks nobody, and a field that is no
longer described is lost.

Without a direction, sets are compared as JSON Schema has it, without this convention.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from contextio_contract.description.diff.changes import HIDDEN, Direction
from contextio_contract.description.diff.shapes import merged

if TYPE_CHECKING:
    from fractions import Fraction

    from contextio_contract.description.diff.value_sets import Condition, Key, Shape, ValueSet


class Inclusion:
    """Proves inclusions of sets whose values are sent in a direction, or of any sets without one."""

    def __init__(self, direction: Direction | None = None) -> None:
        self._direction = direction
        self._exact = Inclusion() if direction else self
        self._proven: dict[tuple[Key, Key], bool] = {}
        self._open: dict[tuple[Key, Key], int] = {}
        self._assumed = math.inf

    def covers(self, outer: ValueSet, inner: ValueSet) -> bool:
        """Return whether the outer set is proven to have every value of the inner one.

        Recursive schemas: a value has finite depth, so a proof may assume what it proves of smaller values.
        """
        if outer.sets.is_same(outer, inner):
            return True
        key = outer.key, inner.key
        if key in self._open:
            self._assumed = min(self._assumed, self._open[key])
            return True
        if key not in self._proven:
            before, self._assumed = self._assumed, math.inf
            depth = self._open[key] = len(self._open)
            result = all(self.covers_shape(outer, shape, inner) for shape in inner.shapes)
            del self._open[key]
            if not result or self._assumed >= depth:
                self._proven[key] = result
                self._assumed = before
            else:
                self._assumed = min(self._assumed, before)
            return result
        return self._proven[key]

    def covers_shape(self, outer: ValueSet, shape: Shape, inner: ValueSet) -> bool:
        """Return whether a set has all values of a shape of another one."""
        if shape.finite is not None:
            return all(outer.is_valid(value) for value in shape.finite if inner.is_valid(value))
        return any(
            self.is_within(shape, inner, other, outer) for other in outer.shapes if other.type == shape.type
        ) or is_empty_shape(shape, ())

    def is_within(self, shape: Shape, inner: ValueSet, other: Shape, outer: ValueSet) -> bool:
        """Return whether all values of a shape are values of another shape, which is one of a set."""
        if other.values is not None:
            return False
        return (
            _is_at_least(shape, other)
            and (shape.type != "array" or self._has_elements(shape, other))
            and (shape.type != "object" or self._has_properties(shape, inner, other, outer))
            and all(self.implies(shape, inner, condition) for condition in other.conditions)
        )

    def _has_elements(self, shape: Shape, other: Shape) -> bool:
        """Return whether the elements of a shape are elements of another."""
        length = max(len(shape.prefix), len(other.prefix))
        elements = all(
            self.covers(other.element(index), shape.element(index))
            for index in range(length)
            if index < shape.most
        )
        is_rest = length < shape.most
        return elements and not (is_rest and not self.covers(other.items, shape.items))

    def _has_properties(self, shape: Shape, inner: ValueSet, other: Shape, outer: ValueSet) -> bool:
        """Return whether the properties of a shape are properties of another."""
        names = {*shape.properties, *other.properties, *inner.described}
        unsent, unread = self.hidden(shape), self.hidden(other)
        if self._direction:
            sides = (inner, shape, unsent), (outer, other, unread)
            known, needed = sides if self._direction == Direction.RESPONSE else sides[::-1]
            lost = {
                name
                for name in needed[0].described - needed[2]
                if name in known[2] or not describes(known[0], known[1], name)
            }
            if lost and not lost <= _described_apart(shape, outer):
                return False
            is_known = _is_free(inner, shape)
            names = {name for name in names - unsent - unread if is_known or describes(inner, shape, name)}
        if not other.required - unread <= shape.required - unsent:
            return False
        if not all(self.covers(other.field(name), shape.field(name)) for name in names):
            return False
        if not self._covers_names(shape, other):
            return False
        is_open = self._direction is not None and shape.further.is_anything and not _is_free(inner, shape)
        rest = [shape.patterned[key] for key in shape.patterned.keys() - other.patterned.keys()]
        rest += [] if is_open else [shape.further]
        for key, values in other.patterned.items():
            own = [shape.patterned[key]] if key in shape.patterned else rest
            if not all(self.covers(values, each) for each in own):
                return False
        return self.covers(other.further, shape.further) and all(
            self.covers(other.further, each) for each in rest
        )

    def hidden(self, shape: Shape) -> set[str]:
        """Return the names of properties that are not sent in this direction."""
        if self._direction is None:
            return set()
        keyword = HIDDEN[self._direction]
        return {name for name, values in shape.properties.items() if values.has(keyword)}

    def _covers_names(self, shape: Shape, other: Shape) -> bool:
        if other.names.is_anything or self.covers(other.names, shape.names):
            return True
        is_closed = not shape.patterned and is_empty(shape.further)
        return is_closed and all(other.names.is_valid(name) for name in shape.properties)

    def implies(self, shape: Shape, inner: ValueSet, condition: Condition) -> bool:
        """Return whether all values of a shape of a set satisfy a condition, as JSON Schema has it."""
        if self._exact is not self:
            return self._exact.implies(shape, inner, condition)
        own = [each for each in shape.conditions if each.keyword == condition.keyword]
        if condition.keyword == "not":
            (excluded,) = condition.sets
            return are_apart(shape, inner, excluded) or any(
                self.covers(each.sets[0], excluded) for each in own
            )
        if condition.keyword == "if":
            return any(self._is_stricter(each, condition) for each in own) or self._meets(
                shape, inner, condition
            )
        if condition.keyword == "contains":
            return any(self._contains(each, condition) for each in own)
        if condition.keyword == "oneOf" and self._is_one(shape, inner, condition):
            return True
        return any(self._are_equal(each, condition) for each in own)

    def _meets(self, shape: Shape, inner: ValueSet, condition: Condition) -> bool:
        when, then, otherwise = condition.sets
        is_then, is_otherwise = (self.covers_shape(each, shape, inner) for each in (then, otherwise))
        if is_then:
            return is_otherwise or self.covers_shape(when, shape, inner)
        return is_otherwise and are_apart(shape, inner, when)

    def _is_stricter(self, own: Condition, other: Condition) -> bool:
        (when, then, otherwise), (whenever, demanded, else_demanded) = own.sets, other.sets
        is_wider, is_narrower = self.covers(when, whenever), self.covers(whenever, when)
        is_then = demanded.is_anything or (is_wider and self.covers(demanded, then))
        return is_then and (
            else_demanded.is_anything or (is_narrower and self.covers(else_demanded, otherwise))
        )

    def _contains(self, own: Condition, other: Condition) -> bool:
        (few, many), (at_least, at_most) = own.counts, other.counts
        is_enough = at_least == 0 or (few >= at_least and self.covers(other.sets[0], own.sets[0]))
        return is_enough and (
            at_most == math.inf or (many <= at_most and self.covers(own.sets[0], other.sets[0]))
        )

    def _is_one(self, shape: Shape, inner: ValueSet, condition: Condition) -> bool:
        others = [member for member in condition.sets if not are_apart(shape, inner, member)]
        return len(others) == 1 and self.covers_shape(others[0], shape, inner)

    def _are_equal(self, one: Condition, other: Condition) -> bool:
        if one.keyword in {"unclear", "unevaluated"}:
            return one.sets[0].sets.is_same(one.sets[0], other.sets[0])
        waiting = list(other.sets)
        for values in one.sets:
            equal = (each for each in waiting if self.covers(values, each) and self.covers(each, values))
            if (found := next(equal, None)) is None:
                return False
            waiting.remove(found)
        return not waiting


def disjoint(one: ValueSet, other: ValueSet) -> bool:
    """Return whether two sets are proven to have no value in common."""
    return all(are_apart(shape, one, other) for shape in one.shapes)


def are_apart(shape: Shape, inner: ValueSet, other: ValueSet) -> bool:
    """Return whether a shape of a set is proven to have no value in common with another set."""
    if shape.finite is not None:
        return not any(other.is_valid(value) for value in shape.finite if inner.is_valid(value))
    return all(
        not any(inner.is_valid(value) for value in each.finite if other.is_valid(value))
        if each.finite is not None
        else is_empty_shape(merged(shape, each), ())
        for each in other.shapes
        if each.type == shape.type
    )


def is_empty(values: ValueSet, passed: tuple[ValueSet, ...] = ()) -> bool:
    """Return whether a set is proven to have no value."""
    if values in passed:
        return False
    return all(
        not any(map(values.is_valid, shape.finite))
        if shape.finite is not None
        else is_empty_shape(shape, (*passed, values))
        for shape in values.shapes
    )


def is_empty_shape(shape: Shape, passed: tuple[ValueSet, ...]) -> bool:
    """Return whether the fields of a shape are proven to contradict each other."""
    if shape.is_impossible:
        return True
    needed = [shape.field(name) for name in shape.required]
    needed += [shape.element(index) for index in range(min(shape.least, len(shape.prefix) + 1))]
    return any(is_empty(each, passed) for each in needed)


def _is_at_least(shape: Shape, other: Shape) -> bool:
    """Return whether the numbers, patterns and formats of a shape are at least as strict as another's."""
    least = max(shape.least, len(shape.required))
    is_different = shape.unique or shape.most <= 1
    return (
        (other.lower is None or (shape.lower is not None and shape.lower >= other.lower))
        and (other.upper is None or (shape.upper is not None and shape.upper <= other.upper))
        and is_multiple(shape.step, other.step)
        and least >= other.least
        and shape.most <= other.most
        and shape.patterns >= other.patterns
        and shape.formats >= other.formats
        and shape.content == other.content
        and (not other.unique or is_different)
    )


def is_multiple(step: Fraction | None, other: Fraction | None) -> bool:
    """Return whether all multiples of a step are multiples of another one."""
    return other is None or (step is not None and (step / other).denominator == 1)


def describes(values: ValueSet, shape: Shape, name: str) -> bool:
    """Return whether a set, or a shape of it, says something of a field."""
    if name in values.described or shape.names_field(name):
        return True
    return not shape.further.is_anything and not is_empty(shape.further)


def _described_apart(shape: Shape, outer: ValueSet) -> set[str]:
    """Return the fields that a set describes only for objects that are none of a shape."""
    names: tuple[set[str], set[str]] = set(), set()
    for each in outer.shapes:
        if each.type == "object":
            is_near = not is_empty_shape(merged(shape, each), ())
            below = (
                name for condition in each.conditions for part in condition.sets for name in part.described
            )
            names[is_near].update(each.properties, below)
    return names[False] - names[True]


def _is_free(values: ValueSet, shape: Shape) -> bool:
    """Return whether an object may have any fields, for none is described."""
    return not values.described and not shape.patterned
