"""The closing line of `make variants`: how many variants were tried, and how many are conformant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in how many deployments variants were tried, and how many variants are conformant."""
    made = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    if tried := total(made, "variants"):
        conformant = total(made, "conformant")
        terminalreporter.write_line(
            f"variants: {tried} legitimate variants in {len(made)} deployments, {conformant} conformant"
        )


def total(reports: Iterable[pytest.TestReport], name: str) -> int:
    """Return the sum of a property of tests."""
    properties = (each for report in reports for each in report.user_properties)
    return sum(value for each, value in properties if each == name and isinstance(value, int))
