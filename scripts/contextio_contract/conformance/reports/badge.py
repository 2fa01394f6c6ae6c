"""The verdict as a badge, in the form that shields.io's endpoint badges read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.results import Verdict

if TYPE_CHECKING:
    from contextio_contract.conformance.reports.tree import Tree

COLOURS: Final = {
    Verdict.CONFORMANT: "brightgreen",
    Verdict.NOT_CONFORMANT: "red",
    Verdict.NONE: "lightgrey",
}


def badge(tree: Tree) -> dict[str, Any]:
    """Return the badge of a result."""
    colour = COLOURS[Verdict(tree["verdict"])]
    return {
        "schemaVersion": 1,
        "label": "Context.IO 2.0",
        "message": tree["verdict"].lower(),
        "color": colour,
        "isError": tree["verdict"] != Verdict.CONFORMANT,
    }
