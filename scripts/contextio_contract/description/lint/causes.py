"""Causes and consequences among findings: what to mend first, and what is mended with it."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import ContractError, Document
from contextio_contract.contract.document import pointer_of, reference_to, references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.finding import Finding, Position
    from contextio_contract.description.source.yaml import Pointer


def _rules(names: str) -> frozenset[str]:
    return frozenset(names.split())


FORM: Final = _rules(
    "extension-known extension-value field-missing field-value media-types pattern-valid unknown-field"
)
"""Rules on the form of an object: what breaks them makes the object mean something else, or nothing."""
DEFINITION: Final = _rules("enum-valid required-property scheme-fields")
"""Rules on definitions that contradict themselves, so that whatever uses them is wrong as well."""
OBJECT: Final = _rules(
    "answer-readable body-schema described example-named example-there header-name impact keyword-beside "
    "keyword-type operation-id-unique parameter-style reference-section scheme-fields sourced summarised "
    "value-schema"
)
"""Rules on what one object holds, and on how its fields go together."""
BEHAVIOUR: Final = _rules(
    "behaviour-name behaviour-stated enforcement filter-match list-parameters resource-value"
)
"""Rules on what the operations at paths above and below one another have to do with one another."""
USE: Final = BEHAVIOUR | _rules(
    "callback-expression default-valid error-named example-known example-valid link-expression "
    "link-parameters link-target security-signed unused-component"
)
"""Rules on what stands elsewhere than the objects that it is about."""
COMPARISON: Final = (USE | DEFINITION) | _rules(
    "answers array-items discriminator documented operation-tag parameter-value path-parameters tag-used"
)
"""Rules that hold an object against others, or against what it is made of."""
_ORDER: Final = {"yaml": 0, "structure": 0, "ref": 0, **dict.fromkeys(FORM, 0), **dict.fromkeys(USE, 2)}


def causes_first(bundle: Bundle, findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which to mend them, without those that follow from others.

    Findings on the form of objects come first, findings on uses of objects last, each in order of the files.
    Where the form of an object is wrong, nothing is said of what it is compared with.
    """
    findings = sorted(set(findings), key=lambda finding: (_ORDER.get(finding.rule, 1), finding))
    misnamed = (_rules("behaviour-name"), _rules("enforcement"))
    for causing, following in ((FORM, COMPARISON | OBJECT), (DEFINITION, USE), misnamed):
        causes = [finding for finding in findings if finding.rule in causing]
        if causes:
            wrong = _Wrong(bundle, causes)
            findings = [
                finding
                for finding in findings
                if finding in causes or finding.rule not in following or not wrong.explain(finding)
            ]
    read_otherwise = {finding.position[:2] for finding in findings if finding.rule == "yaml"}
    return [
        finding
        for finding in findings
        if finding.rule not in FORM or finding.position[:2] not in read_otherwise
    ]


class _Wrong:
    """The objects that are wrong, and what is made of them."""

    def __init__(self, bundle: Bundle, causes: list[Finding]) -> None:
        self._document = Document(bundle.document)
        self._pointers: dict[Position, list[Pointer]] = {}
        for pointer, position in bundle.positions.items():
            self._pointers.setdefault(position, []).append(pointer)
        wrong = {pointer for cause in causes for pointer in self._pointers.get(cause.position, ())}
        self._objects = wrong | {pointer[:-1] for pointer in wrong}
        self._homes = {_home(pointer) for pointer in self._objects}
        self._examples = self._shown_in()
        self._lost_reference = any(pointer[-1:] == ("$ref",) for pointer in wrong)
        paths = bundle.document.get("paths")
        self._paths = [("paths", path) for path in paths] if isinstance(paths, dict) else []
        self._reached = cache(self._reach)

    def explain(self, finding: Finding) -> bool:
        """Return whether a finding follows from what is wrong; one outside of the bundle does."""
        pointers = self._pointers.get(finding.position, [])
        if finding.rule in OBJECT:
            return any({pointer, pointer[:-1]} & self._objects for pointer in pointers)
        if finding.rule == "unused-component":
            return self._lost_reference
        if finding.rule == "security-signed":
            around = (("components", "securitySchemes"), *pointers)
            return any(each[: len(outer)] == outer for each in self._objects for outer in around)
        if () in self._objects or not pointers:
            return True
        homes = {_home(pointer) for pointer in pointers}
        if finding.rule in BEHAVIOUR:
            homes |= {other for home in homes for other in self._paths if _is_below(home[-1], other[-1])}
        return any(self._homes & self._reached(home) for home in homes)

    def _shown_in(self) -> dict[Pointer, list[Pointer]]:
        """Return what refers to each example, which itself does not say what it is an example of."""
        shown: dict[Pointer, list[Pointer]] = {}
        for home in {_home(pointer) for pointers in self._pointers.values() for pointer in pointers}:
            for target in self._targets(home):
                if target[1] == "examples":
                    shown.setdefault(target, []).append(home)
        return shown

    def _targets(self, home: Pointer) -> set[Pointer]:
        """Return the components that one, or a path item, refers to."""
        with suppress(ContractError):  # where components are no mapping, references lead nowhere
            node = self._document.at(reference_to(home))
            return {_home(pointer_of(reference)) for reference in references(node)}
        return set()

    def _reach(self, home: Pointer) -> set[Pointer]:
        """Return the components and path items that one is made of, itself among them."""
        found, waiting = {home}, [home, *self._examples.get(home, ())]
        while waiting:
            targets = self._targets(waiting.pop()) - found
            found |= targets
            waiting += targets
        return found


def _is_below(one: str | int, other: str | int) -> bool:
    """Return whether one of two paths begins with the other."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")


def _home(pointer: Pointer) -> Pointer:
    """Return where the component or path item stands to which a pointer leads."""
    return pointer[: 3 if pointer[:1] == ("components",) else 2]
