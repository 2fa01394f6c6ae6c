"""Processes that a run starts."""

from __future__ import annotations

import os
import signal
import subprocess
import time

LIMIT = 60.0
"""Seconds that processes may take to end, on a machine that may be busy."""


def children_of(pid: int) -> list[int]:
    listing = subprocess.run(
        ["ps", "-A", "-o", "ppid=,pid="], capture_output=True, text=True, check=True
    ).stdout
    pairs = [tuple(map(int, line.split())) for line in listing.splitlines()]
    return [child for parent, child in pairs if parent == pid]


def descendants_of(pid: int) -> list[int]:
    children = children_of(pid)
    return [*children, *(below for child in children for below in descendants_of(child))]


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(
        ["ps", "-o", "state=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return state.strip()[:1] not in {"", "Z"}  # where nobody waits for orphans, they stay as zombies


def wait_until_gone(pids: list[int]) -> None:
    deadline = time.monotonic() + LIMIT
    while any(map(is_running, pids)):
        assert time.monotonic() < deadline, "a process outlives its run"
        time.sleep(0.05)


def kill(run: subprocess.Popen[str]) -> None:
    """Kill a run as nothing can survive, and wait until all that it started has ended by itself."""
    started = descendants_of(run.pid)
    run.kill()
    wait_until_gone(started)


def heed_signals() -> None:
    """Let processes that are started from now on heed the signals that `nohup` and `&` have ignored."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
