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
        group = next((group for group in groups if fits(variant, group)), None)
        if group is None:
            groups.append([variant])
        else:
            group.append(variant)
    return groups


def fits(variant: Variant, group: list[Variant]) -> bool:
    """Return whether a deployment can be this variant beside those of a group."""
    if variant.is_alone or any(each.is_alone for each in group):
        return False
    return places(variant).isdisjoint(place for each in group for place in places(each))


def places(variant: Variant) -> set[object]:
    """Return what a variant takes the place of: parts of the deployment, and what stands before them."""
    before = {"layer"} if variant.layer else set()
    return before | {part for part in PARTS for each in variant.classes if issubclass(each, part)}
