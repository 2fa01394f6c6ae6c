"""Sequence diagram of a flow that the description tells (`x-flow`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from contextio_contract.codegen.targets import CannotGenerateError

if TYPE_CHECKING:
    from contextio_contract.contract import Contract

# Pixels: from one party to the next, from one step to the next, and above the first step.
_COLUMN, _ROW, _TOP = 180, 58, 74


@dataclass(frozen=True)
class Arrow:
    """An arrow of the drawing, with its step as described."""

    step: dict[str, Any]
    number: int
    y: int
    start: int
    end: int

    @property
    def middle(self) -> int:
        """Where the text stands."""
        return (self.start + self.end) // 2

    @property
    def tip(self) -> str:
        """The points of the arrow's head."""
        back = self.end - 9 if self.end > self.start else self.end + 9
        return f"{self.end},{self.y} {back},{self.y - 5} {back},{self.y + 5}"


@dataclass(frozen=True)
class Drawing:
    """The elements of the drawing; coordinates are in pixels."""

    arrows: list[Arrow]
    lines: list[tuple[str, int]]
    width: int
    height: int


def draw(contract: Contract) -> Drawing | None:
    """Return the drawing of the first flow that a page has; None without one.

    Raises:
        CannotGenerateError: if a step lacks a field, or names a party or an operation that is not there.
    """
    flow = next((page.node["x-flow"] for page in contract.pages if "x-flow" in page.node), None)
    if flow is None:
        return None
    centre = {name: _COLUMN // 2 + 10 + index * _COLUMN for index, name in enumerate(flow["parties"])}
    arrows = []
    for number, step in enumerate(flow["steps"], 1):
        if missing := {"from", "to", "sends", "told"} - step.keys():
            message = f"step {number} of x-flow has no {', '.join(sorted(missing))}"
            raise CannotGenerateError(message)
        unknown = {step["from"], step["to"]} - centre.keys()
        unknown |= {step.get("calls")} - contract.operations.keys() - {None}
        if unknown:
            message = f"step {number} of x-flow names {', '.join(sorted(unknown))}, which there is not"
            raise CannotGenerateError(message)
        start, end = centre[step["from"]], centre[step["to"]]
        inset = 6 if end > start else -6
        y = _TOP + (number - 1) * _ROW + _ROW // 2
        arrows.append(Arrow(step, number, y, start + inset, end - inset))
    return Drawing(
        arrows,
        list(centre.items()),
        width=_COLUMN * len(centre) + 20,
        height=_TOP + len(arrows) * _ROW + 16,
    )
