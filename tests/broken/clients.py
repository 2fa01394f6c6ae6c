"""The clients as programs of their own, which get the cases and say what happened with each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from tests.broken.case import KEY, PASSWORD, SECRET
from tests.broken.judge import faults, is_in_time
from tests.broken.server import running
from tests.certificates import self_signed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.broken.case import Case
    from tests.broken.server import Server

ROOT: Final = Path(__file__).parents[2]
NODE: Final = Path(__file__).with_name("client.mjs")
_ENDS_WITHIN: Final = 250
PYTHON_KINDS: Final = ("sync", "asyncio", "trio")


@dataclass
class Report:
    """How a client took the cases.

    Attributes:
        cases: how many there were.
        in_time: how many ended in time.
        faults: what was wrong, by case.
        megabytes: by how much the process grew.
        strayed: what was wrong about its requests.
    """

    cases: int
    in_time: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    megabytes: float = 0.0
    strayed: list[str] = field(default_factory=list)

    def problems(self) -> list[str]:
        """Return all that was wrong, one line each."""
        return self.strayed + [f"{name}: {'; '.join(found)}" for name, found in self.faults.items()]


def try_python(kind: str, cases: Iterable[Case]) -> Report:
    """Return how the Python client takes cases: `sync`, or under `asyncio` or `trio`."""
    return _try(kind, [sys.executable, "-m", "tests.broken.python_client", kind], ROOT, list(cases))


def try_typescript(app: Path, cases: Iterable[Case]) -> Report:
    """Return how the TypeScript client takes cases, given a folder in which its package is installed."""
    program = app / NODE.name
    program.write_bytes(NODE.read_bytes())
    return _try("typescript", ["node", program.name], app, [case for case in cases if case.is_for_fetch])


def _try(kind: str, command: list[str], folder: Path, cases: list[Case]) -> Report:
    report = Report(len(cases))
    with running({case.name: case for case in cases}) as server:
        lines = "".join(f"{json.dumps(_told(case, server))}\n" for case in cases)
        happened = {one["name"]: one for one in _run(command, folder, lines)}
        report.strayed = server.strayed
    for case in cases:
        one = happened.get(case.name)
        found = ["is not reported"] if one is None else faults(case, case.expected_of(kind), one)
        if found:
            report.faults[case.name] = found
        if one is not None:
            report.in_time += is_in_time(case, one)
            report.megabytes += one.get("megabytes", 0.0)
    return report


def _told(case: Case, server: Server) -> dict[str, Any]:
    """Return what a client needs to know of a case."""
    return {
        "name": case.name,
        "baseUrl": server.base_url(case),
        "goodUrl": server.good_url(case),
        "call": case.call,
        "timeout": case.timeout,
        "retries": case.retries,
        "strict": case.strict,
        "most": case.most,
        "rest": case.rest,
        "isHeavy": case.is_heavy,
        "key": KEY,
        "secret": SECRET,
        "password": PASSWORD,
    }


def _run(command: list[str], folder: Path, lines: str) -> list[dict[str, Any]]:
    """Return the lines that a client prints, given those that it reads."""
    with TemporaryDirectory() as scratch:
        # Each case has a client of its own, and reading the machine's authorities takes 30 ms each time.
        environment = {**os.environ, "SSL_CERT_FILE": str(self_signed(Path(scratch)))}
        done = subprocess.run(
            command,
            input=lines,
            text=True,
            stdout=subprocess.PIPE,
            check=True,
            cwd=folder,
            env=environment,
            timeout=_ENDS_WITHIN,
        )
    return [json.loads(line) for line in done.stdout.rstrip("\n").split("\n")]
