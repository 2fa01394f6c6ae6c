"""Checks that follow from the vocabulary of behaviour: one for each expectation of the contract.

Each kind of expectation is proven by one function, which is decorated with `proves`.
"""

from __future__ import annotations

import pkgutil
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.derived.proof import PROOFS
from contextio_contract.conformance.checks.registry import Check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.contract import Contract


def derived_checks(contract: Contract) -> Iterator[Check]:
    """Yield a check for each expectation of a contract."""
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        import_module(module.name)
    for expectation in contract.expectations.values():
        proof = PROOFS[expectation.kind]
        yield Check(
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
