"""How far a run is: a bar on a terminal, a line now and then elsewhere, both on standard error."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

INTERVAL: Final = 10.0
"""Seconds between two lines of a phase that lasts."""


class Progress(Protocol):
    """Is told how far a run is."""

    def phase(self, name: str, total: int | None) -> None:
        """Take note that a phase begins, of so many steps; None where nobody knows."""

    def step(self, requests: int, failures: int) -> None:
        """Take note of a step, of how many requests were answered and how many checks fail so far."""


class LiveProgress:
    """Progress on standard error."""

    def __init__(self) -> None:
        """Start with no phase."""
        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[found]}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("starting", total=None, found="")
        self._phase = self._found = ""
        self._done = 0
        self._total: int | None = None
        self._reported = time.monotonic()

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Take the bar away and report the last phase."""
        self._bar.stop()
        self._report()

    def phase(self, name: str, total: int | None) -> None:
        """Report the phase that ended and show the next."""
        self._report()
        self._phase, self._total, self._done, self._found = name.lower(), total, 0, ""
        self._bar.remove_task(self._task)  # a task cannot lose its total
        self._task = self._bar.add_task(self._phase, total=total, found="")

    def step(self, requests: int, failures: int) -> None:
        """Show the counts so far."""
        self._done += 1
        self._found = f"{requests:,} requests, {failures} failure{'s' * (failures != 1)}"
        self._bar.update(self._task, advance=1, found=self._found)
        if time.monotonic() - self._reported > INTERVAL:
            self._report()

    def _report(self) -> None:
        if self._bar.disable and self._found:
            done = f"{self._done} of {self._total}" if self._total else str(self._done)
            click.echo(f"conformance: {self._phase} {done}: {self._found} so far", err=True)
            self._found, self._reported = "", time.monotonic()
