"""Progress of a run on standard error: a bar on a terminal, otherwise a line now and then."""

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
"""Seconds between two lines about one phase."""


class Progress(Protocol):
    """A listener to the progress of a run."""

    def phase(self, name: str, total: int | None) -> None:
        """Begin a phase of so many steps; None if their number is unknown."""

    def step(self, requests: int, failures: int) -> None:
        """Finish a step, with the requests sent and the failures found so far."""


class LiveProgress:
    """Progress on standard error."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[counts]}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("starting", total=None, counts="")
        self._phase = self._counts = ""
        self._done = 0
        self._total: int | None = None
        self._reported = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._bar.stop()
        self._report()

    def phase(self, name: str, total: int | None) -> None:
        """Report the phase that ended and show the next."""
        self._report()
        self._phase, self._total, self._done, self._counts = name.lower(), total, 0, ""
        self._bar.remove_task(self._task)  # a task cannot lose its total
        self._task = self._bar.add_task(self._phase, total=total, counts="")

    def step(self, requests: int, failures: int) -> None:
        """Show the counts so far."""
        self._done += 1
        self._counts = f"{requests:,} requests, {failures} failure{'s' * (failures != 1)}"
        self._bar.update(self._task, advance=1, counts=self._counts)
        if time.monotonic() - self._reported > INTERVAL:
            self._report()

    def _report(self) -> None:
        if self._bar.disable and self._counts:
            done = f"{self._done} of {self._total}" if self._total else str(self._done)
            click.echo(f"conformance: {self._phase} {done}: {self._counts} so far", err=True)
            self._counts, self._reported = "", time.monotonic()
