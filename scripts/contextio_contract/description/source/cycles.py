"""Cycles of components that describe nothing but one another."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.document import pointer_of, reference_to
from contextio_contract.description.source.finding import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.description.source.yaml import Pointer

_LISTS: Final = ("allOf", "anyOf", "oneOf")
_SINGLE: Final = ("not", "if", "then", "else")


def find_cycles(document: Mapping[str, Any], positions: Mapping[Pointer, Position]) -> Iterator[Finding]:
    """Yield a component that is defined by nothing but itself, which nobody can read to an end.

    A schema whose property or element is the schema itself is a tree, and all right.

    Args:
        document: the bundle's document.
        positions: where each of its nodes was written.
    """
    graph = {
        reference_to(("components", section, name)): list(_same_value(component))
        for section, components in document["components"].items()
        for name, component in components.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        names = [pointer_of(reference)[-1] for reference in cycle]
        yield Finding(
            positions[pointer_of(min(cycle))],
            "ref",
            f"these refer to one another in a circle: {', '.join(names)}",
            "describe one of them without the others",
        )


def _same_value(component: Any) -> Iterator[str]:
    """Yield the references that have to be followed to read a value, not counting those for parts of it."""
    if not isinstance(component, dict):
        return
    reference = component.get("$ref")
    if isinstance(reference, str):
        yield reference
    for keyword in _LISTS:
        members = component.get(keyword)
        for member in members if isinstance(members, list) else ():
            yield from _same_value(member)
    for keyword in _SINGLE:
        yield from _same_value(component.get(keyword))
