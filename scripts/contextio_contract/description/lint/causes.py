"""Causes and consequences among findings: what to mend first, and what is mended with it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Document
from contextio_contract.contract.document import pointer_of, references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.finding import Finding, Position
    from contextio_contract.description.source.yaml import Pointer

FORM: Final = frozenset({"enum-valid", "field-missing", "field-value", "pattern-valid", "unknown-field"})
"""Rules on the form of an object: what breaks them makes the object mean something else, or nothing."""
OBJECT: Final = frozenset(
    {
        *("body-schema", "described", "example-named", "example-there", "impact", "keyword-beside"),
        *("keyword-type", "operation-id-unique", "parameter-style", "scheme-fields", "sourced", "summarised"),
        "value-schema",
    }
)
"""Rules on what one object holds, and on how its fields go together."""
USE: Final = frozenset(
    {
        *("behaviour-name", "behaviour-stated", "callback-expression", "enforcement", "example-known"),
        *("example-valid", "filter-match", "link-expression", "link-parameters", "link-target"),
        *("list-parameters", "resource-value", "unused-component"),
    }
)
"""Rules on what stands elsewhere than the objects that it is about."""
COMPARISON: Final = USE | {
    *("answers", "array-items", "default-valid", "discriminator", "documented"),
    *("operation-tag", "path-parameters", "required-property", "tag-used"),
}
"""Rules that hold an object against others, or against what it is made of."""
_ORDER: Final = {"yaml": 0, "structure": 0, "ref": 0, **dict.fromkeys(FORM, 0), **dict.fromkeys(USE, 2)}
_HOME: Final = 3
"""Keys in the pointer to a component or operation: its section or path, and its name."""


def causes_first(bundle: Bundle, findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which to mend them, without those that follow from others.

    Findings on the form of objects come first, findings on uses of objects last, each in order of the files.
    Where the form of an object is wrong, nothing is said of what it is compared with.
    """
    findings = sorted(set(findings), key=lambda finding: (_ORDER.get(finding.rule, 1), finding))
    wrong = {finding.position for finding in findings if finding.rule in FORM}
    if not wrong:
        return findings
    pointers: dict[Position, list[Pointer]] = {}
    for pointer, position in bundle.positions.items():
        pointers.setdefault(position, []).append(pointer)
    places_wrong = {pointer for position in wrong for pointer in pointers.get(position, ())}
    objects = places_wrong | {pointer[:-1] for pointer in places_wrong}
    unknown = (finding.position for finding in findings if finding.rule == "unknown-field")
    misspelt = {pointer[:-1] for position in unknown for pointer in pointers.get(position, ())}
    homes = {pointer[:_HOME] for pointer in objects}
    document = Document(bundle.document)

    @cache
    def reached(home: Pointer) -> frozenset[Pointer]:
        """Return the components and operations that one is made of, itself among them."""
        found, waiting = {home}, [home]
        while waiting:
            node: Any = document.data
            for key in waiting.pop():
                node = node[key]
            targets = {pointer_of(reference)[:_HOME] for reference in references(node)} - found
            found |= targets
            waiting += targets
        return frozenset(found)

    def follows(finding: Finding) -> bool:
        places = pointers.get(finding.position, [])
        if finding.rule in OBJECT:
            return any(pointer[:-1] in objects or pointer in objects for pointer in places)
        if finding.rule == "field-missing":
            return any(place in misspelt for place in places)
        return finding.rule in COMPARISON and any(homes & reached(place[:_HOME]) for place in places)

    return [finding for finding in findings if not follows(finding)]
