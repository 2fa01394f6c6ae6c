"""The commands that serve, run as programs of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = str(Path(sys.executable).with_name("contextio-contract"))
KEYS = ("CONTEXTIO_CONSUMER_KEY", "CONTEXTIO_CONSUMER_SECRET")
_READY = re.compile(r"^[a-z]+: ready at (https?://127\.0\.0\.1:\d+)(/[^\s;]+)")
_ENDS_WITHIN = 60


@dataclass(frozen=True)
class Served:
    """A running program; `before` is what it printed until it was ready."""

    process: subprocess.Popen[str]
    before: list[str]
    origin: str
    base: str

    @property
    def base_url(self) -> str:
        return self.origin + self.base

    def stop(self, number: int) -> tuple[int, str]:
        """Send a signal and return the exit status and what was printed after the start."""
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=_ENDS_WITHIN)
        return self.process.returncode, rest


@contextmanager
def serving(*options: str, log: Path, command: str = "serve", **environment: str) -> Iterator[Served]:
    """Start a command on a free port, and wait until it says that it is ready."""
    plain = {name: value for name, value in os.environ.items() if name not in KEYS}
    with log.open("w") as errors, subprocess.Popen(
        [PROGRAM, command, "--port", "0", *options],
        stdout=subprocess.PIPE, stderr=errors, text=True, env=plain | environment, cwd=log.parent,
    ) as process:  # fmt: skip
        before: list[str] = []
        try:
            for line in process.stdout or ():
                if ready := _READY.match(line.rstrip("\n")):
                    yield Served(process, before, ready[1], ready[2])
                    return
                before.append(line)
            raise AssertionError(log.read_text())
        finally:
            process.kill()


@contextmanager
def working(*options: str, log: Path, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run `work` until the end of a `with`, once it is ready."""
    plain = {name: value for name, value in os.environ.items() if name not in KEYS}
    with log.open("w") as errors, subprocess.Popen(
        [PROGRAM, "work", *options],
        stdout=subprocess.PIPE, stderr=errors, text=True, env=plain | environment, cwd=log.parent,
    ) as process:  # fmt: skip
        try:
            assert process.stdout
            assert process.stdout.readline() == "work: ready\n", log.read_text()
            yield process
        finally:
            process.kill()
