"""Deployments that make several legitimate decisions at once, so that few whole runs try all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.addresses import Addresses
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import Parameters
from tests.conformance.independent.signatures import Signatures
from tests.conformance.independent.sources import Sources
from tests.conformance.independent.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.conformance.legitimate.variant import Variant

PARTS = (Accounts, Addresses, Pages, Parameters, Signatures, Sources, Tokens)
"""The parts of the independent deployment, of which a variant takes the place of some."""


def mix(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Return variants in groups: each group is of variants that one deployment can be at the same time."""
    groups: list[list[Variant]] = []
    for variant in variants:
        if fitting := [group for group in groups if fits(variant, group)]:
            min(fitting, key=len).append(variant)
        else:
            groups.append([variant])
    return groups


def fits(variant: Variant, group: list[Variant]) -> bool:
    """Return whether a deployment can be this variant beside those of a group, and all of them show."""
    if variant.is_alone or any(each.is_alone for each in group):
        return False
    if any({*each.hides} & {*other.shows} for each, other in pairs(variant, group)):
        return False
    return places(variant).isdisjoint(place for each in group for place in places(each))


def pairs(variant: Variant, group: list[Variant]) -> list[tuple[Variant, Variant]]:
    """Return a variant and each of a group, in both orders."""
    return [pair for each in group for pair in ((variant, each), (each, variant))]


def places(variant: Variant) -> set[tuple[object, ...]]:
    """Return what a variant takes the place of: methods, for the fields it is about, or a layer."""
    before = {("layer", variant.about or variant.name)} if variant.layer else set()
    return before | {
        (part, name, variant.about)
        for part in PARTS
        for each in variant.classes
        if issubclass(each, part)
        for name, value in vars(each).items()
        if callable(value)
    }


def combine(variants: Iterable[Variant]) -> list[type]:
    """Return a class for each part that variants take the place of; it derives from all of theirs."""
    classes = [each for variant in variants for each in variant.classes]
    of_parts = [(part, tuple(each for each in classes if issubclass(each, part))) for part in PARTS]
    return [type(part.__name__, derived, {}) for part, derived in of_parts if derived]
