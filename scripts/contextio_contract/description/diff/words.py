"""Shapes in the words of messages: labels of types, bounds, forms, members of unions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from contextio_contract.description.diff.shapes import SIZES, WIDER
from contextio_contract.description.diff.texts import canonical, value_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from contextio_contract.description.diff.value_sets import Shape, ValueSet


def label_of(shape: Shape) -> str:
    """Return the JSON Schema type of a shape."""
    return "integer" if shape.step and shape.step.denominator == 1 else shape.type


def types_text(shapes: Iterable[Shape]) -> str:
    """Return types as messages name them; single values by themselves."""
    return " or ".join(sorted({_type_text(shape) for shape in shapes})) or "nothing"


def member_text(shape: Shape) -> str:
    """Return a member of a union as messages name it."""
    name = shape.member.name if shape.member else None
    of = f" of {', '.join(sorted(shape.properties))}" if shape.properties else ""
    return name or f"{_type_text(shape)}{of}"


def bounds_of(shape: Shape) -> list[tuple[str, Any, str]]:
    """Return the bounds: the keyword, how strict it is (the greater, the stricter), and its text."""
    bounds: list[tuple[str, Any, str]] = []
    if shape.type == "number":
        (lower, is_open), (upper, is_closed) = (
            shape.lower or (-math.inf, False),
            shape.upper or (math.inf, True),
        )
        bounds += [
            ("minimum", (lower, is_open), f"{'exclusive ' if is_open else ''}{_number_text(lower)}"),
            ("maximum", (-upper, not is_closed), f"{'' if is_closed else 'exclusive '}{_number_text(upper)}"),
        ]
    if size := SIZES.get(shape.type):
        bounds.append((f"min{size}", shape.least, str(shape.least)))
        bounds.append((f"max{size}", -shape.most, _number_text(shape.most)))
    return bounds


def forms_of(shape: Shape) -> list[tuple[str, frozenset[Any]]]:
    """Return what else a shape demands of texts, numbers and elements, by keyword."""
    return [
        ("pattern", shape.patterns),
        ("format", shape.formats),
        ("content", shape.content),
        ("uniqueItems", frozenset({True} if shape.unique else ())),
    ]


def step_text(step: Fraction | None) -> str:
    """Return what numbers are multiples of."""
    return _number_text(step) if step else "none"


def set_text(values: Iterable[Any]) -> str:
    """Return the values of a keyword."""
    stated = set(values)
    return " and ".join(sorted(map(value_text, stated - {WIDER.get(each) for each in stated}))) or "none"


def unclear_text(old: ValueSet, new: ValueSet) -> str:
    """Return the keywords in which two schemas differ; what they refer to if they are the same."""
    before, after = _keywords(old), _keywords(new)
    differing = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return ", ".join(differing) or "what it refers to"


def _keywords(values: ValueSet) -> Mapping[str, list[str]]:
    keywords: dict[str, list[str]] = {}
    for part in values.parts:
        for key, value in part.node.items():
            if key not in {"$ref", "allOf", "description", "examples"} and not key.startswith("x-"):
                keywords.setdefault(key, []).append(canonical(value))
    return keywords


def _type_text(shape: Shape) -> str:
    values = shape.values
    return value_text(values[0]) if values is not None and len(values) == 1 else label_of(shape)


def _number_text(number: float | Fraction) -> str:
    if abs(number) == math.inf:
        return "none"
    return str(int(number)) if number == int(number) else str(float(number))
