"""The verdict as a badge, in the form that shields.io's endpoint badges read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextio_contract.conformance.report.tree import Tree


def badge(tree: Tree) -> dict[str, Any]:
    """Return the badge of a result."""
    is_conformant = tree["verdict"] == "CONFORMANT"
    return {
        "schemaVersion": 1,
        "label": "Context.IO 2.0",
        "message": "conformant" if is_conformant else "not conformant",
        "color": "brightgreen" if is_conformant else "red",
        "isError": not is_conformant,
    }
