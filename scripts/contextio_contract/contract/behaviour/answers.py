"""Answers: parts of resources (`x-part`), switches (`x-switches`) and work that goes on (`x-async`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Part:
    """A path that is a part of the resource above it: GET answers it, POST changes it, PUT replaces it.

    Attributes:
        of: the operation that reads the whole resource.
        field: the field of the whole that it is.
        element: for a list of plain values, the field in which each object of the answer holds its value;
            None where the field is shown as it is.
        adds: the form fields whose values are added to the list.
        removes: the form fields whose values are removed from the list.
    """

    of: str
    field: str
    element: str | None = None
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Effect:
    """What a value of a parameter does to the answer; exactly one of four things.

    Attributes:
        value: the value; None if every value has this effect.
        adds: the names that lead to the field that is absent without it; empty for other effects.
        adds_type: the JSON type that the added field has; None if it has one type only.
        narrows: the names that lead to an embedded list, of which it keeps the objects that match; empty
            for other effects.
        by: the field of those objects that must equal the parameter; None for other effects.
        answers: the media type of the answer; None for other effects.
        elements: the schema of the elements of the list; None for other effects.
    """

    value: Any = None
    adds: tuple[str, ...] = ()
    adds_type: str | None = None
    narrows: tuple[str, ...] = ()
    by: str | None = None
    answers: str | None = None
    elements: str | None = None

    @property
    def description(self) -> str:
        """What it does, as the end of a sentence about the parameter, such as: adds `body`."""
        if self.adds:
            return f"adds `{'.'.join(self.adds)}`" + (f" as {self.adds_type}" if self.adds_type else "")
        if self.narrows:
            return f"keeps only the objects of `{'.'.join(self.narrows)}` with this `{self.by}`"
        return f"makes the answer {self.answers}" if self.answers else f"lists {self.elements}"

    def applies(self, sent: Any) -> bool:
        """Return whether a parameter with this value has the effect."""
        return self.value is None or str(sent) == str(self.value)


@dataclass(frozen=True)
class Asynchronous:
    """Work that goes on after an answer with status 202.

    Attributes:
        observe: the operation that shows how far it is.
        fields: the fields of its answer, at any depth, with times that grow.
    """

    observe: str
    fields: tuple[str, ...]


def part_of(node: Mapping[str, Any]) -> Part | None:
    """Return what a Path Item Object says of the resource that it is a part of; None if nothing."""
    stated = node.get("x-part")
    if stated is None:
        return None
    lists = {name: tuple(stated.get(name, ())) for name in ("adds", "removes")}
    return Part(of=stated["of"], field=stated["field"], element=stated.get("element"), **lists)


def switches_of(node: Mapping[str, Any]) -> dict[str, tuple[Effect, ...]]:
    """Return the effects of parameters on the answer of an Operation Object, by parameter."""
    return {name: tuple(map(_effect, effects)) for name, effects in node.get("x-switches", {}).items()}


def asynchronous_of(node: Mapping[str, Any]) -> Asynchronous | None:
    """Return where the work of an Operation Object shows; None if none goes on after its answer."""
    stated = node.get("x-async")
    return Asynchronous(stated["observe"], tuple(stated["fields"])) if stated else None


def _effect(stated: Mapping[str, Any]) -> Effect:
    return Effect(
        value=stated.get("value"),
        adds=tuple(stated["adds"].split(".")) if "adds" in stated else (),
        adds_type=stated.get("as"),
        narrows=tuple(stated["narrows"].split(".")) if "narrows" in stated else (),
        by=stated.get("by"),
        answers=stated.get("answers"),
        elements=stated.get("elements"),
    )
