"""Lint in a process of its own, so that findings come while server and reference are renewed."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from contextio_contract.description import Finding


class Checker:
    """Lints a description each time it is asked to; its process ends with this one."""

    def __init__(self, spec: Path) -> None:
        """Start the process, which begins with importing its libraries."""
        self._spec = spec
        self._spawn()

    def _spawn(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would inherit the server's socket and locks
        self._connection, other_end = context.Pipe()
        self._process = context.Process(target=_lint_on_request, args=(other_end, self._spec), daemon=True)
        self._process.start()
        other_end.close()

    def start(self) -> None:
        """Start linting the description as it is now; `findings` waits for the result."""
        if not self._process.is_alive():
            self._connection.close()
            self._spawn()
        with suppress(BrokenPipeError):  # the process has ended; `findings` says so
            self._connection.send(None)

    def findings(self) -> list[Finding]:
        """Return the findings, in the order of the files.

        Raises:
            CannotRun: if lint failed or its process ended.
        """
        try:
            result: list[Finding] | CannotRun = self._connection.recv()
        except (EOFError, OSError):
            result = CannotRun("the check ended before its time")
        if isinstance(result, CannotRun):
            raise result
        return result


def _lint_on_request(connection: Connection, spec: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends this
    gc.disable()  # a tenth of the time; garbage is collected between requests
    from contextio_contract.description import read

    with suppress(EOFError):
        while True:
            connection.recv()
            try:
                connection.send(read(spec).findings)
            except Exception as error:  # noqa: BLE001 - the next save may mend what it stumbles over
                connection.send(CannotRun(f"the check fails with {type(error).__name__}"))
            gc.collect()
