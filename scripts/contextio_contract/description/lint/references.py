"""Rules on references; that each leads somewhere is seen when the files are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node

_SECTIONS: Final = dict.fromkeys(SCHEMA_KINDS, "schemas") | {
    "parameter": "parameters",
    "header": "headers",
    "request-body": "requestBodies",
    "response": "responses",
    "example": "examples",
    "link": "links",
    "callback": "callbacks",
}


@rule(
    "response",
    *(kind for kind in (*KINDS, *FREE_KINDS) if kind != "response"),
    bad="headers: {Retry-After: {$ref: '#/components/schemas/Thing'}}",
    good="headers: {Retry-After: {$ref: '#/components/headers/RetryAfter'}}",
)
def reference_section(node: Node) -> Iterator[Problem]:
    """A $ref leads to a component of the kind that belongs in its place."""
    for kind, keys, value in node.children():
        section = _SECTIONS.get(kind)
        reference = value.get("$ref") if isinstance(value, dict) else None
        if section and isinstance(reference, str):
            found = reference.split("/")[2:3]
            if found != [section]:
                pointer = (*node.pointer, *keys, "$ref")
                yield Problem(
                    pointer, f"{' '.join(found)} cannot stand in this place", f"refer to one of {section}"
                )
