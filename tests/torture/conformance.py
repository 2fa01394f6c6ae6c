"""Conformance of servers and workers on PostgreSQL, one of each killed in the middle of each run.

    python -m tests.torture.conformance [SEEDS]

Every other run is a quick one, the others draw data too.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.databases import new_postgresql
from tests.postgresql.cluster import running_cluster
from tests.postgresql.processes import KEYS, running_processes
from tests.program import PROGRAM
from tests.torture.report import Figure, end

EARLIEST: Final = 2.0
LATEST: Final = 9.0
"""Between how many seconds after the start of a run the kill comes; a quick one takes ten."""


def check(url: str, seed: int) -> tuple[str, bool]:
    """Run the suite with a seed, and return its last line, and whether the kill came before its end."""
    options = ["--seed", str(seed), *(["--quick"] if seed % 2 else [])]
    with TemporaryDirectory() as name, running_processes(url, Path(name)) as processes:
        command = [PROGRAM, "conformance", "--base-url", processes.base_url, *options]
        environment = os.environ | KEYS
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=name
        ) as suite:
            time.sleep(random.Random(seed).uniform(EARLIEST, LATEST))  # noqa: S311 - the same with each seed
            was_running = suite.poll() is None
            processes.kill_one_of_each()
            told, _ = suite.communicate()
    return told.strip().rpartition("\n")[2], was_running


def main() -> int:
    seeds = int(sys.argv[1]) if sys.argv[1:] else 20
    verdicts, killed = Counter[str](), 0
    with running_cluster() as server:
        for seed in range(1, seeds + 1):
            with new_postgresql(server) as url:
                told, was_running = check(url, seed)
            verdicts[told.partition(" for ")[0]] += 1
            killed += was_running
            print(f"  seed {seed}: {told}", flush=True)  # noqa: T201 - progress
    return end(
        "conformance with kills",
        [
            Figure("verdicts", str(dict(verdicts)), verdicts["CONFORMANT"] == seeds),
            Figure("killed in mid-run", f"{killed} of {seeds}", killed > seeds // 2),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
