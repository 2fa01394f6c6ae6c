"""What a conformance run costs and finds, beside `st run` and beside another revision of the suite.

    python -m tests.bench.conformance [REVISION]

All run one after the other, in one run. Seconds of CPU are those of the suite alone; what counts is the CPU
per request, and the ratio to the revision. On a server with faults, it counts what each finds.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from tests.conformance.answering import running
from tests.conformance.faults import FAULTS
from tests.conformance.faulty_server import KEY, SECRET, FaultyServer
from tests.program import serving

from contextio_contract.cli.description import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[2]
BUNDLE: Final = ROOT / "generated" / "openapi.json"
PLANTED: Final = 6
"""How many faults the broken server has at once."""
KEYS: Final = {"CONTEXTIO_CONSUMER_KEY": KEY, "CONTEXTIO_CONSUMER_SECRET": SECRET}
HOOKS: Final = """\
import os
import schemathesis
from requests_oauthlib import OAuth1

schemathesis.auth.set_from_requests(
    OAuth1(os.environ["CONTEXTIO_CONSUMER_KEY"], client_secret=os.environ["CONTEXTIO_CONSUMER_SECRET"])
)
"""
"""How schemathesis signs; it has no setting for that."""
SETTINGS: Final = """\
[phases.stateful.inference]
algorithms = ["dependency-analysis"]
"""
"""Not from addresses in answers, as texts such as http://[a break schemathesis off."""
LIMIT: Final = 120
"""Seconds after which schemathesis is stopped, so that the whole comparison takes some minutes."""


@dataclass(frozen=True)
class Figures:
    """What a run took, in seconds, and how many distinct failures it told."""

    name: str
    requests: int
    wall: float
    cpu: float
    parts: dict[str, float]
    failures: int

    @property
    def per_request(self) -> float:
        """Milliseconds of CPU per request."""
        return 1000 * self.cpu / max(self.requests, 1)


def suite(name: str, folder: Path, source: Path, *options: str) -> Figures:
    """Run the suite of a checkout."""
    figures, reports = folder / "figures.json", folder / "reports"
    program = [sys.executable, "-m", "tests.bench.conformance_probe", str(figures)]
    subprocess.run(
        [*program, "--report-dir", str(reports), *options],
        cwd=ROOT, env=os.environ | KEYS | {"PYTHONPATH": f"{source / 'scripts'}:{ROOT}"},
        capture_output=True, check=False,
    )  # fmt: skip
    taken = json.loads(figures.read_text())
    results = json.loads((reports / "results.json").read_text())
    wire, judging, reporting = (taken.get(part, 0.0) for part in ("wire", "judging", "reports"))
    parts = {
        "start": taken["start"],
        "checks and generation": taken["cpu"] - taken["start"] - wire - judging - reporting,
        "wire": wire,
        "judging": judging,
        "reports": reporting,
        "waiting": taken["exchange wall"] - taken["exchange"],
    }
    failures = sum(len(check["failures"]) for check in results["checks"])
    return Figures(name, taken["requests"], taken["wall"], taken["cpu"], parts, failures)


def schemathesis(folder: Path, url: str) -> Figures:
    """Run `st run` with its own settings, and as many examples as the suite draws.

    It is told to test the operations that the suite's latest run found to be there.
    """
    (folder / "hooks.py").write_text(HOOKS)
    (folder / "schemathesis.toml").write_text(SETTINGS)
    operations = json.loads((folder / "reports" / "results.json").read_text())["operations"]["exercised"]
    program, report = str(Path(sys.executable).with_name("st")), folder / "st.xml"
    options = ["--url", url, "--max-examples", "25", "--seed", "42", "--continue-on-failure"]
    options += ["--suppress-health-check", "all", "--report", "junit", "--report-junit-path", str(report)]
    options += [part for name in operations for part in ("--include-operation-id", name)]
    begin, before = time.monotonic(), os.times()
    with (folder / "st.out").open("w") as output:
        st = subprocess.Popen(
            [program, "run", str(BUNDLE), *options],
            cwd=folder, env=os.environ | KEYS | {"SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": str(folder)},
            stdout=output, stderr=output,
        )  # fmt: skip
        with suppress(subprocess.TimeoutExpired):
            st.wait(LIMIT)
        st.send_signal(signal.SIGINT)  # after which it reports what it has
        st.wait()
    after, wall = os.times(), time.monotonic() - begin
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    told = sum(len(case.findall("failure")) for case in ET.parse(report).iter("testcase"))  # noqa: S314 - its own
    sent = re.findall(r"([0-9,]+) generated", (folder / "st.out").read_text())
    number = sum(int(each.replace(",", "")) for each in sent[-1:])
    return Figures("st run", number, wall, cpu, {}, told)


@contextmanager
def checkout(revision: str) -> Iterator[Path]:
    """Check a revision out beside this one."""
    with TemporaryDirectory() as folder:
        where = Path(folder, "base")
        subprocess.run(
            ["git", "worktree", "add", "--quiet", "--detach", str(where), revision], cwd=ROOT, check=True
        )
        try:
            yield where
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(where)], cwd=ROOT, check=True)


def print_table(title: str, runs: Sequence[Figures]) -> None:
    """Print what runs took."""
    print(f"\n{title}")  # noqa: T201 - the output
    for run in runs:
        parts = ", ".join(f"{part} {seconds:.1f}" for part, seconds in run.parts.items())
        print(  # noqa: T201 - the output
            f"  {run.name:14} {run.requests:6,.0f} requests {run.wall:6.1f} s, CPU {run.cpu:5.1f} s,"
            f" {run.per_request:5.2f} ms per request, {run.failures:3} failures"
            + (f" ({parts})" if parts else "")
        )


def main() -> None:
    """Print what runs take and find."""
    revisions = sys.argv[1:2]
    with TemporaryDirectory() as name:
        folder = Path(name)
        if revisions:
            with checkout(revisions[0]) as base:
                earlier = [suite(revisions[0][:14], folder, base)]
        else:
            earlier = []
        whole = suite("whole", folder, ROOT)
        quick = suite("quick", folder, ROOT, "--quick")
        with serving("--database", ":memory:", "--demo", log=folder / "log", **KEYS) as server:
            plain = schemathesis(folder, server.base_url)
        print_table("Our own server", [*earlier, whole, quick, plain])
        if earlier:
            ratio = whole.per_request / earlier[0].per_request
            print(f"  CPU per request: {ratio:.2f} of that of {revisions[0]}")  # noqa: T201 - the output
        contract = resolve().contract
        faults = [fault for fault in FAULTS if fault.after and not fault.before]
        broken = FaultyServer(contract)
        for fault in faults[:: len(faults) // PLANTED][:PLANTED]:
            broken.break_by(fault)
            broken = FaultyServer(contract, broken)
        with running(broken) as origin:
            broken.origin = origin
            url = f"{origin}/2.0"
            found = [suite("whole", folder, ROOT, "--base-url", url)]
            found += [suite("quick", folder, ROOT, "--base-url", url, "--quick"), schemathesis(folder, url)]
        print_table(f"A server with {PLANTED} faults", found)


if __name__ == "__main__":
    main()
