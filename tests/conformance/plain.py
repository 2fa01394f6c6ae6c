"""What schemathesis finds by itself: its own command, with our description and all its defaults."""

from __future__ import annotations

import json
import os
import subprocess
import sysconfig
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from contextio_contract.cli.packaged import bundle_path

if TYPE_CHECKING:
    from contextio_contract.conformance.wire.target import Target

HOOKS = Path(__file__).with_name("plain_hooks.py")
LIMIT = 240.0
"""Seconds that a run may take."""


@dataclass(frozen=True)
class Plain:
    """What `st run` said of a server: its failures by kind and operation."""

    failures: frozenset[tuple[str, str]]
    requests: int
    seconds: float


def run(target: Target, seed: int = 42) -> Plain:
    """Run `st run` on a server, with nothing of ours but the description and the signature.

    Raises:
        subprocess.TimeoutExpired: when it does not come to an end.
    """
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": str(HOOKS),
        "CONTEXTIO_CONSUMER_KEY": target.consumer_key,
        "CONTEXTIO_CONSUMER_SECRET": target.consumer_secret,
    }
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command: list[str | Path] = [
            Path(sysconfig.get_path("scripts"), "st"),
            "run",
            bundle_path(),
            f"--url={target.base_url}",
            f"--seed={seed}",
            "--report=json",
            f"--report-json-path={report}",
        ]
        subprocess.run(  # it ends with 1 where it finds something
            command, cwd=folder, env=environment, capture_output=True, timeout=LIMIT, check=False
        )
        said = json.loads(report.read_bytes())
    failures = {(each["type"], operation) for each in said["failures"] for operation in each["operations"]}
    return Plain(frozenset(failures), said["test_cases"]["generated"], time.monotonic() - started)
