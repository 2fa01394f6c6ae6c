"""Shapes of one JSON type: what two of them have in common."""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.diff.texts import canonical
from contextio_contract.description.diff.value_sets import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.description.diff.value_sets import ValueSet

TYPES: Final = ("null", "boolean", "number", "string", "array", "object")
SIZES: Final = {"string": "Length", "array": "Items", "object": "Properties"}
"""The ends of the keywords that bound how large values of a type are."""
WIDER: Final = {"int32": "int64", "float": "double"}
"""The formats of numbers that have all numbers of another format."""


def any_shape(type_: str, anything: ValueSet) -> Shape:
    """Return all values of a JSON type."""
    return Shape(
        type=type_,
        anything=anything,
        items=anything,
        properties={},
        patterned={},
        further=anything,
        names=anything,
    )


def merged(one: Shape, other: Shape) -> Shape:
    """Return the values that two shapes of one type have in common, or more if it is not exact."""
    properties = {
        name: one.field(name) & other.field(name) for name in {**one.properties, **other.properties}
    }
    patterned, is_exact = _merged_patterns(one, other)
    length = max(len(one.prefix), len(other.prefix))
    return stepped(
        replace(
            one,
            values=common(one.values, other.values),
            lower=max(chain(*[[side.lower] for side in (one, other) if side.lower]), default=None),
            upper=min(chain(*[[side.upper] for side in (one, other) if side.upper]), default=None),
            step=multiple(one.step, other.step),
            least=max(one.least, other.least),
            most=min(one.most, other.most),
            patterns=one.patterns | other.patterns,
            formats=one.formats | other.formats,
            content=one.content | other.content,
            unique=one.unique or other.unique,
            prefix=tuple(one.element(index) & other.element(index) for index in range(length)),
            items=one.items & other.items,
            properties=properties,
            patterned=patterned,
            further=one.further & other.further if is_exact else one.anything,
            required=one.required | other.required,
            names=one.names & other.names,
            conditions=one.conditions + other.conditions,
            exact=one.exact and other.exact and is_exact,
            member=_merged_members(one.member, other.member),
        )
    )


def joined(shapes: Iterable[Shape]) -> list[Shape]:
    """Return shapes of one type with those that only list values as a single one."""
    shapes = list(shapes)
    lists = [
        shape for shape in shapes if shape.values is not None and not (shape.member and shape.member.name)
    ]
    if len(lists) < 2:  # noqa: PLR2004 - a single one is joined already
        return shapes
    values = tuple(value for shape in lists for value in shape.values or ())
    return [replace(lists[0], values=values, member=None), *(each for each in shapes if each not in lists)]


def _merged_members(one: ValueSet | None, other: ValueSet | None) -> ValueSet | None:
    """Return what stands for the members of two unions: the one with a name, or else both together."""
    if one is None or other is None:
        return one or other
    return next((each for each in (other, one) if each.name), one & other)


def _merged_patterns(one: Shape, other: Shape) -> tuple[dict[str, ValueSet], bool]:
    """Return the properties by pattern of both, and whether they are exactly what both allow."""
    keys = {**one.patterned, **other.patterned}
    are_open = one.further.is_anything and other.further.is_anything
    is_exact = (
        are_open
        or not one.patterned
        or not other.patterned
        or (one.patterned.keys() == other.patterned.keys())
    )
    sides = [(side.patterned, side.further if is_exact else one.anything) for side in (one, other)]
    (mine, my_further), (theirs, their_further) = sides
    return {key: mine.get(key, my_further) & theirs.get(key, their_further) for key in keys}, is_exact


def stepped(shape: Shape) -> Shape:
    """Return a shape whose bounds are multiples of its step, so that equal sets have equal bounds."""
    if not shape.step:
        return shape
    lower, upper, step = shape.lower, shape.upper, shape.step
    if lower:
        count = math.ceil(lower[0] / step)
        lower = (step * (count + (lower[1] and step * count == lower[0])), False)
    if upper:
        count = math.floor(upper[0] / step)
        upper = (step * (count - (not upper[1] and step * count == upper[0])), True)
    return replace(shape, lower=lower, upper=upper)


def multiple(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    """Return the least common multiple of two steps."""
    if not one or not other:
        return one or other
    numerator = math.lcm(one.numerator * other.denominator, other.numerator * one.denominator)
    return Fraction(numerator, one.denominator * other.denominator)


def common(one: tuple[Any, ...] | None, other: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
    """Return the values that two lists share; None stands for all values."""
    if one is None or other is None:
        return other if one is None else one
    texts = set(map(canonical, other))
    return tuple(value for value in one if canonical(value) in texts)
