"""Checks of the rules that the documentation states in prose, each a function that reads like its rule.

`pages/` has a module or package for each documentation page, one for signatures and one for what all pages
have in common. A function that is decorated with `check` is a check, and its docstring the sentence that
reports show.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from contextio_contract.conformance.checks import pages
from contextio_contract.conformance.checks.registry import CHECKS, Check


def all_checks() -> tuple[Check, ...]:
    """Return every check in the order of a run: those that draw data come last."""
    for module in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
        import_module(module.name)
    return tuple(sorted(CHECKS, key=lambda check: bool(check.draws)))
