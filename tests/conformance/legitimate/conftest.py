"""The closing line of `make variants`: how many variants were tried, and how many are conformant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in how many deployments variants were tried, and how many variants are conformant."""
    passed, failed = (terminalreporter.stats.get(outcome, []) for outcome in ("passed", "failed"))
    if tried := count([*passed, *failed]):
        deployments = len(passed) + len(failed)
        terminalreporter.write_line(
            f"variants: {tried} legitimate variants in {deployments} deployments, {count(passed)} conformant"
        )


def count(reports: Iterable[pytest.TestReport]) -> int:
    """Return of how many variants tests are, by the property `variants` of each."""
    properties = (each for report in reports for each in report.user_properties)
    return sum(value for name, value in properties if name == "variants" and isinstance(value, int))
