"""A program that ends with the run that started it, however that ends.

Between the two stands a keeper, which is this file run as a script. It waits until its standard input
closes, which even SIGKILL of the run brings about on every system. Then it stops the program and removes
the program's folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

STOP_LIMIT: Final = 5.0
"""Seconds that a program may take to stop before it is killed."""
NEEDED: Final = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""The variables that a Python program may need to start at all; none of them holds a secret."""


@contextmanager
def running(
    command: Callable[[str], Sequence[str]], environment: Mapping[str, str], output: IO[bytes] | int
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program until the context or this process ends.

    Args:
        command: returns the program and its arguments, given an empty folder that goes with the program.
        environment: its variables, beside the few of ours that it needs to start.
        output: where both of its outputs go.

    Yields:
        The keeper, which ends when the program does, with its exit status.
    """
    needed = {name: os.environ[name] for name in NEEDED if name in os.environ}
    folder = tempfile.mkdtemp()
    keeper = subprocess.Popen(  # noqa: S603 - our own file, and programs that we install
        [sys.executable, "-I", "-S", __file__, folder, *command(folder)],
        env={**needed, **environment},
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # Ctrl-C is for us; we then stop the program
    )
    try:
        yield keeper
    finally:
        if keeper.stdin:
            keeper.stdin.close()
        keeper.wait()


def keep(folder: str, command: Sequence[str]) -> int:
    """Run a program until it ends or standard input closes, and return its exit status."""
    program = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - see above

    def stop_at_end() -> None:
        sys.stdin.buffer.read()
        program.terminate()
        try:
            program.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            program.kill()

    threading.Thread(target=stop_at_end, daemon=True).start()
    status = program.wait()
    shutil.rmtree(folder, ignore_errors=True)
    return status


if __name__ == "__main__":
    sys.exit(keep(sys.argv[1], sys.argv[2:]))
