"""Rules of the description, one small function each.

A rule is a function with `@rule`. The modules group the rules by subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_contract.description.lint import (  # noqa: F401 - each enters its rules
    behaviour,
    clients,
    contradictions,
    examples,
    extensions,
    fields,
    file_rules,
    generators,
    keywords,
    names,
    paths,
    patterns,
    reserved_names,
    schemas,
    security,
    signatures,
    structure,
    wire,
)
from contextio_contract.description.lint.nodes import Description
from contextio_contract.description.lint.rule import RULES, Rule
from contextio_contract.description.source.finding import Edit, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.description.source.bundler import Bundle

__all__ = ["RULES", "Rule", "lint"]


def lint(bundle: Bundle, spec: Path) -> Iterator[Finding]:
    """Yield where a description, all of whose references lead somewhere, breaks the rules on objects."""
    description = Description(bundle, spec)
    for rule in RULES.values():
        for kind in rule.kinds:
            for node in description.nodes[kind]:
                for problem in rule.check(node):
                    position = bundle.position(problem.pointer)
                    edit = Edit(position, *problem.replace) if problem.replace else None
                    yield Finding(position, rule.id, problem.message, problem.fix, edit)
