"""What a person sees: progress while a run lasts, then its findings and the verdict."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from contextio_contract.conformance.results import CheckResult, Failure, RunResult


class Progress(Protocol):
    """Is told how far a run is."""

    def phase(self, name: str) -> None:
        """Take note that a phase begins."""

    def step(self, cases: int, failures: int) -> None:
        """Take note of how many requests were answered and how many failures found so far."""


class LiveProgress:
    """Progress on standard error: one moving line on a terminal, a line per phase elsewhere."""

    def __init__(self) -> None:
        """Start with no phase."""
        console = Console(stderr=True)
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[found]}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("starting", total=None, found="")
        self._phase = ""
        self._found = ""

    def __enter__(self) -> Self:
        """Show the line."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the line away and report the last phase."""
        self._bar.stop()
        self._report()

    def phase(self, name: str) -> None:
        """Report the phase that ended and show the next."""
        self._report()
        self._phase = name
        self._bar.update(self._task, description=name)

    def step(self, cases: int, failures: int) -> None:
        """Show the counts so far."""
        self._found = f"{cases:,} cases, {failures} failure{'s' * (failures != 1)}"
        self._bar.update(self._task, found=self._found)

    def _report(self) -> None:
        if self._bar.disable and self._found:
            click.echo(f"conformance: {self._phase}: {self._found} so far", err=True)
        self._found = ""


def show(run: RunResult, again: Callable[[CheckResult], list[str]], report: Path) -> None:
    """Print what was found, then the verdict.

    Args:
        run: the result of the run.
        again: returns the command that makes a check again.
        report: where the JUnit report was written.
    """
    for check in run.checks:
        for failure in check.failures:
            _show_failure(check, failure)
            click.echo(f"    again: {shlex.join(again(check))}\n")
        if check.status is Status.ERROR:
            click.echo(f"{check.id}: the suite failed: {check.reason}")
    for note in run.notes:
        click.echo(f"conformance: {note}")
    colour = "green" if run.is_conformant else "red"
    line = run.line() if run.is_conformant else f"{run.line()}; see {report}"
    click.secho(line, fg=colour if sys.stdout.isatty() else None)


def _show_failure(check: CheckResult, failure: Failure) -> None:
    name = ", ".join(check.operations) if check.id.startswith("schemathesis.") else check.page
    click.echo(f"{name}: {failure.title} ({check.id.removeprefix('schemathesis.')})")
    request = failure.exchanges[-1] if failure.exchanges else None
    sent = f"{request.method} {urlsplit(request.url).path} {request.request_body}".rstrip() if request else ""
    for label, text in (("expected", failure.expected), ("request", sent), ("received", failure.received)):
        lines = [line for line in text.splitlines() if line.strip()]
        for position, line in enumerate(lines):
            click.echo(f"    {label + ':' if position == 0 else '':<10}{line}")
