"""Progress of a run on standard error: a bar on a terminal, otherwise a line now and then."""

from __future__ import annotations

import time
from typing import Final, Protocol

import click
import rich.progress as bar
from rich.console import Console

INTERVAL: Final = 10.0
"""Seconds between two lines about one phase."""


class Progress(Protocol):
    """A listener to the progress of a run."""

    def phase(self, name: str, total: int | None) -> None:
        """Begin a phase of so many steps; None if their number is unknown."""

    def step(self, requests: int, failures: int) -> None:
        """Finish a step, with the requests sent and the failures found so far."""


class LiveProgress(bar.Progress):
    """Progress on standard error."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        super().__init__(
            bar.TextColumn("{task.description}"),
            bar.BarColumn(bar_width=24),
            bar.MofNCompleteColumn(),
            bar.TextColumn("{task.fields[counts]}"),
            bar.TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self.add_task("starting", total=None, counts="")
        self._reported = time.monotonic()

    def stop(self) -> None:
        """Remove the bar, and report the last phase."""
        super().stop()
        self._report()

    def phase(self, name: str, total: int | None) -> None:
        """Report the phase that ended and show the next."""
        self._report()
        self.remove_task(self._task)  # a task cannot lose its total
        self._task = self.add_task(name.lower(), total=total, counts="")

    def step(self, requests: int, failures: int) -> None:
        """Show the counts so far."""
        counts = f"{requests:,} requests, {failures} failure{'s' * (failures != 1)}"
        self.update(self._task, advance=1, counts=counts)
        if time.monotonic() - self._reported > INTERVAL:
            self._report()

    def _report(self) -> None:
        [task] = self.tasks
        if self.disable and task.fields["counts"]:
            done = f"{task.completed} of {task.total}" if task.total else f"{task.completed}"
            click.echo(f"conformance: {task.description} {done}: {task.fields['counts']} so far", err=True)
            self.update(self._task, counts="")
            self._reported = time.monotonic()
