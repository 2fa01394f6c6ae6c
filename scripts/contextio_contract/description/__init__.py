"""The description as written: files with positions, bundle, rules, and coverage of the documentation.

`read` does all of it, and `validated` adds what the reference validator finds; generation refuses to go on
when either finds anything.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from contextio_contract.contract.document import MALFORMED
from contextio_contract.description.evidence.comparison import compare
from contextio_contract.description.evidence.facts import Coverage, enforcement
from contextio_contract.description.source.bundler import Bundle, bundle
from contextio_contract.description.source.finding import Finding, Position

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Bundle", "Coverage", "Finding", "Position", "Reading", "read", "validated"]


@dataclass(frozen=True)
class Reading:
    """A description, None if it could not be read, with all that is wrong with it, causes first."""

    bundle: Bundle | None
    findings: list[Finding]
    coverage: Coverage


def read(spec: Path) -> Reading:
    """Read the description in a folder and check it against every rule."""
    from contextio_contract.description.lint import lint
    from contextio_contract.description.lint.causes import causes_first
    from contextio_contract.description.lint.specification import validate

    findings: list[Finding] = []
    coverage = Coverage()
    read_bundle = bundle(spec, findings)
    if read_bundle is not None and read_bundle.whole:
        findings.extend(lint(read_bundle, spec))
        findings.extend(validate(read_bundle, findings))
        coverage = compare(spec, read_bundle, findings)
        with suppress(*MALFORMED):  # which other rules find
            enforcement(spec, findings, read_bundle.contract.expectations)
    ordered = sorted(set(findings)) if read_bundle is None else causes_first(read_bundle, findings)
    return Reading(read_bundle, ordered, coverage)


def validated(reading: Reading) -> Reading:
    """Return a reading with the findings of openapi-spec-validator, if there are no others."""
    from contextio_contract.description.lint.specification import validate_by_reference

    if reading.bundle is None or reading.findings:
        return reading
    return replace(reading, findings=list(validate_by_reference(reading.bundle)))
