"""Checks: those that follow from the description, and those of rules that it cannot say.

`derived/` proves what the vocabulary of behaviour promises, for every collection alike. `pages/` has a module
for each documentation page, one for signatures and one for what all pages have in common: a function that is
decorated with `check` reads like its rule, and its docstring is the sentence that reports show.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks import pages
from contextio_contract.conformance.checks.derived import derived_checks
from contextio_contract.conformance.checks.registry import CHECKS, Check

if TYPE_CHECKING:
    from contextio_contract.contract import Contract


def all_checks(contract: Contract) -> tuple[Check, ...]:
    """Return every check of a contract in the order of a run: those that draw data come last."""
    for module in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
        import_module(module.name)
    every = (*CHECKS, *derived_checks(contract))
    return tuple(sorted(every, key=lambda check: bool(check.draws)))
