"""What a person sees: progress while a run lasts, then its findings and the verdict."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from contextio_contract.conformance.verdict import Failure, Verdict


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


def show(verdict: Verdict, options: Sequence[str], report: Path) -> None:
    """Print what was found, then the verdict.

    Args:
        verdict: the result of the run.
        options: the options that a re-run of one operation needs, beside the operation itself.
        report: where the JUnit report was written.
    """
    for result in verdict.results:
        for failure in result.failures:
            click.echo(f"{result.operation}: {failure.title} ({failure.check})")
            _show_failure(failure)
            # What went before a stateful failure is other operations' work, so that all of them are needed.
            only = [] if failure.phase == "stateful" else ["--operation", result.operation]
            again = ["contextio-contract", "conformance", *options, *only]
            click.echo(f"    again: {shlex.join(again)}\n")
    for note in verdict.notes:
        click.echo(f"conformance: {note}")
    colour = "green" if verdict.is_conformant else "red"
    line = verdict.line() if verdict.is_conformant else f"{verdict.line()}; see {report}"
    click.secho(line, fg=colour if sys.stdout.isatty() else None)


def _show_failure(failure: Failure) -> None:
    for name, text in (
        ("expected", failure.expected),
        ("request", failure.request),
        ("received", failure.received),
    ):
        lines = [line for line in text.splitlines() if line.strip()]
        for position, line in enumerate(lines):
            click.echo(f"    {name + ':' if position == 0 else '':<10}{line}")
