"""Processes that a run starts."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess


def children_of(pid: int) -> list[int]:
    listing = subprocess.run(
        ["ps", "-A", "-o", "ppid=,pid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listing.splitlines()]
    return [child for parent, child in pairs if parent == pid]


def kill_with_children(run: subprocess.Popen[str]) -> None:
    """Kill a run as nothing can survive, and the mail server that it started and can stop no more."""
    children = children_of(run.pid)
    run.kill()
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
