"""Findings, from a process of their own: they are looked for while server and reference are renewed."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from contextio_contract.description import Finding


class Checker:
    """Reads a description and holds it against every rule, each time it is asked."""

    def __init__(self, spec: Path) -> None:
        """Start the process, which imports its libraries meanwhile.

        Args:
            spec: the folder of the description.
        """
        self._spec = spec
        self._start()

    def _start(self) -> None:
        fresh = multiprocessing.get_context("spawn")  # a fork would hold the server's socket, and its locks
        self._connection, other_end = fresh.Pipe()
        self._process = fresh.Process(target=_work, args=(other_end, self._spec), daemon=True)
        self._process.start()
        other_end.close()

    def begin(self) -> None:
        """Let it read the description as it is now; `findings` gives what it found."""
        if not self._process.is_alive():
            self._connection.close()
            self._start()
        with suppress(BrokenPipeError):  # it has ended; `findings` says so
            self._connection.send(None)

    def findings(self) -> list[Finding]:
        """Return the findings, in the order of the files.

        Raises:
            CannotRun: when the check itself is broken.
        """
        try:
            answer: list[Finding] | CannotRun = self._connection.recv()
        except (EOFError, OSError):
            answer = CannotRun("the check ended before its time")
        if isinstance(answer, CannotRun):
            raise answer
        return answer

    def __enter__(self) -> Self:
        """Return the checker, which ends with the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(connection: Connection, spec: Path) -> None:
    """Answer until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the parent ends this process
    gc.disable()  # a tenth of the time; what is left over is collected while nobody waits
    from contextio_contract.description import read

    with suppress(EOFError):
        while True:
            connection.recv()
            try:
                connection.send(read(spec).findings)
            except Exception as error:  # noqa: BLE001 - whatever it stumbles over, the next save may mend it
                connection.send(CannotRun(f"the check fails with {type(error).__name__}"))
            gc.collect()
