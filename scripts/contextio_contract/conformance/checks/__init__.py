"""Checks of the rules that the documentation states in prose, each a function that reads like its rule.

`pages/` has a module or package for each documentation page, one for signatures and one for what all pages
have in common. A function that is decorated with `check` is a check: its name with hyphens is the id, its
docstring the sentence that reports show.
"""

from __future__ import annotations

from contextio_contract.conformance.checks.pages import (
    account_connect_tokens,
    authentication,
    common,
    connect_tokens,
    sources,
)
from contextio_contract.conformance.checks.pages.accounts import changes, creation, listing
from contextio_contract.conformance.checks.registry import Check, checks_of

MODULES = (
    *(authentication, listing, creation, changes),
    *(account_connect_tokens, sources, connect_tokens, common),
)


def all_checks() -> tuple[Check, ...]:
    """Return every check in the order of a run: those that draw data come last."""
    checks = [check for module in MODULES for check in checks_of(module)]
    return tuple(sorted(checks, key=lambda check: bool(check.draws)))
