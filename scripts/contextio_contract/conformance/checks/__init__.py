"""Checks that follow from the description, and checks of rules that it cannot express.

`derived/` proves what the vocabulary of behaviour promises, for every collection alike, and what holds for
every operation: signatures, errors and encodings. `pages/` has a module for each documentation page. A
function that is decorated with `check` reads like its rule; its docstring is the sentence that reports show.
"""

from __future__ import annotations

import pkgutil
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import derived, pages
from contextio_contract.conformance.checks.derived.proof import PROOFS
from contextio_contract.conformance.checks.registry import CHECKS, Check

if TYPE_CHECKING:
    from contextio_contract.contract import Contract
    from contextio_contract.contract.behaviour.expectations import Expectation


def all_checks(contract: Contract) -> tuple[Check, ...]:
    """Return every check of a contract in the order of a run: those that draw data come last."""
    for package in (derived, pages):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    every = (*CHECKS, *map(_derived, contract.expectations.values()))
    return tuple(sorted(every, key=lambda check: bool(check.draws)))


def _derived(expectation: Expectation) -> Check:
    proof = PROOFS[expectation.kind]
    return Check(
        id=expectation.id,
        page=expectation.operation.page,
        sentence=expectation.sentence,
        operations=(expectation.operation.id,),
        rules=(),
        reads_only=proof.reads_only,
        draws=proof.draws(expectation) if proof.draws else {},
        run=partial(proof.function, expectation=expectation),
        is_derived=True,
    )
