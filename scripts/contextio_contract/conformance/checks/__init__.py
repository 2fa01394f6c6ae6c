"""The rules that the documentation states in prose, each checked by a function that reads like it.

A module for each documentation page, and one each for what all pages have in common: signatures, errors,
requests and answers. A function that is decorated with `check` is a check; its name with hyphens is its id,
its docstring the sentence that reports show.
"""

from __future__ import annotations

from contextio_contract.conformance.checks.pages import (
    account_connect_tokens,
    accounts,
    authentication,
    common,
    connect_tokens,
    sources,
)
from contextio_contract.conformance.checks.registry import Check, checks_of

PAGES = (authentication, accounts, account_connect_tokens, sources, connect_tokens, common)


def all_checks() -> tuple[Check, ...]:
    """Return every check, in the order in which a run makes them: those that draw data last."""
    every = [check for page in PAGES for check in checks_of(page)]
    return tuple(sorted(every, key=lambda check: bool(check.draws)))
