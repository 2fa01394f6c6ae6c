"""Components that lead back to themselves without describing anything in between."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.source.finding import Finding, Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.description.source.yaml import Pointer

_LISTS: Final = ("allOf", "anyOf", "oneOf")
_SINGLE: Final = ("not", "if", "then", "else")


def circles(document: Mapping[str, Any], positions: Mapping[Pointer, Position]) -> Iterator[Finding]:
    """Yield a component that is defined by nothing but itself; whoever follows it never ends.

    A schema whose property or element is the schema itself is a tree, and all right.

    Args:
        document: the bundle's document.
        positions: where each of its nodes was written.
    """
    leads_to = {
        f"#/components/{section}/{name}": list(_same_value(component))
        for section, components in document["components"].items()
        for name, component in components.items()
    }
    try:
        TopologicalSorter(leads_to).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        names = [reference.rpartition("/")[2] for reference in circle]
        yield Finding(
            positions[tuple(min(circle).split("/")[1:])],
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
