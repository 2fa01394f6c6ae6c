"""What the tests of the conformance suite share: a deployment to check and the command that checks."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from xml.etree import ElementTree as ET

import pytest
from tests.conformance.deployment import KEY, SECRET, Deployment, serving

from contextio_contract.cli.packaged import load_bundle

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = [str(Path(sysconfig.get_path("scripts"), "contextio-contract")), "conformance"]
KEYS = {"CONTEXTIO_CONSUMER_KEY": KEY, "CONTEXTIO_CONSUMER_SECRET": SECRET}


class Deploy(Protocol):
    def __call__(self, fault: str = "") -> Deployment: ...


@dataclass(frozen=True)
class Outcome:
    """How a run of the command ended."""

    status: int
    out: str
    err: str
    reports: Path

    @property
    def junit(self) -> Path:
        return self.reports / "junit.xml"

    @property
    def verdict(self) -> str:
        return self.out.splitlines()[-1]

    @property
    def failures(self) -> set[tuple[str, str]]:
        """Operation, or id of the rule, and check of each failure in the JUnit report."""
        return {
            (case.get("name", ""), failure.get("type", ""))
            for case in ET.parse(self.junit).iter("testcase")  # noqa: S314 - our own report
            for failure in case.iter("failure")
        }


class Check(Protocol):
    def __call__(self, base_url: str | None, *options: str, env: dict[str, str] | None = None) -> Outcome: ...


@pytest.fixture
def deploy() -> Iterator[Deploy]:
    """Serve a deployment, with a fault if wanted, until the test ends."""
    with ExitStack() as stack:

        def start(fault: str = "") -> Deployment:
            deployment = Deployment(load_bundle(), fault)
            stack.enter_context(serving(deployment))
            return deployment

        yield start


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of the command: ours, with the keys and without proxies."""
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")} | KEYS


@pytest.fixture
def check(tmp_path: Path, environment: dict[str, str]) -> Check:
    """Run the command to its end."""

    def run(base_url: str | None, *options: str, env: dict[str, str] | None = None) -> Outcome:
        named = ["--base-url", base_url] if base_url else []
        done = subprocess.run(
            [*COMMAND, *named, "--report-dir", "reports", *options],
            cwd=tmp_path,
            env=environment if env is None else env,
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr, tmp_path / "reports")

    return run
