"""Value sets split into the shapes whose union they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.description.diff.inclusion import disjoint
from contextio_contract.description.diff.keywords import shapes_of
from contextio_contract.description.diff.shapes import TYPES, any_shape, merged
from contextio_contract.description.diff.value_sets import UNIONS, Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.description.diff.value_sets import Shape, ValueSet

_MOST: Final = 360
"""The number of shapes from which on a union is not split."""


def split(values: ValueSet) -> list[Shape]:
    """Return the shapes whose union a set is, each with the conditions that it cannot express."""
    anything = values.sets.of()
    shapes = [any_shape(type_, anything) for type_ in TYPES]
    for part in values.parts:
        shapes = _products(shapes, list(shapes_of(part.node, anything, _reader(part, values))))
    is_exact = True
    for part in values.parts:
        for keyword in UNIONS:
            if keyword not in part.node:
                continue
            members = [values.sets.of(Schema(node, part.document)) for node in part.node[keyword]]
            alternatives = [
                replace(shape, member=shape.member or member) for member in members for shape in member.shapes
            ]
            if len(shapes) * len(alternatives) > _MOST:
                is_exact = False
                continue
            shapes = _products(shapes, alternatives)
            if keyword == "oneOf" and not _are_apart(members):
                choice = Condition("oneOf", tuple(members))
                shapes = [replace(shape, conditions=(*shape.conditions, choice)) for shape in shapes]
    whole = Condition("unclear", (values,))
    return [
        shape if is_exact and shape.exact else replace(shape, conditions=(*shape.conditions, whole))
        for shape in shapes
    ]


def _reader(part: Schema, values: ValueSet) -> Callable[[Any], ValueSet]:
    return lambda node: values.sets.of(Schema(node, part.document))


def _are_apart(members: list[ValueSet]) -> bool:
    return all(disjoint(one, other) for index, one in enumerate(members) for other in members[:index])


def _products(shapes: list[Shape], others: list[Shape]) -> list[Shape]:
    products = (merged(one, other) for one in shapes for other in others if one.type == other.type)
    return [shape for shape in products if not shape.is_impossible]
