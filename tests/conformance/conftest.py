"""What the tests of the conformance suite share: a deployment to check and the command that checks."""

from __future__ import annotations

import copy
import json
import os
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from tests.conformance.deployment import KEY, SECRET, Deployment, serving
from tests.conformance.processes import heed_signals
from tests.descriptions import resolve_once
from tests.program import PROGRAM

from contextio_contract.cli import main
from contextio_contract.conformance.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = [PROGRAM, "conformance"]
DESCRIPTION = resolve_once()
CONTRACT = DESCRIPTION.contract
RULEBOOK = Rulebook.read(DESCRIPTION.rulebook)
CORE = {
    name: operation
    for name, operation in CONTRACT.operations.items()
    if operation.page in {"accounts", "account_connect_tokens", "connect_tokens", "sources"}
}
"""The operations of the pages that every deployment of the tests has."""
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


def core_bundle() -> dict[str, Any]:
    """Return a bundle of the core alone, with which whole runs take a fraction of the time."""
    kept = {operation.path.text for operation in CORE.values()}
    paths = {path: item for path, item in copy.deepcopy(CONTRACT.bundle["paths"]).items() if path in kept}
    for item in paths.values():
        for method in item.keys() & {"get", "post", "put", "delete"}:
            for response in item[method]["responses"].values():
                links = response.get("links", {})
                response["links"] = {
                    name: link for name, link in links.items() if link["operationId"] in CORE
                }
    return {**CONTRACT.bundle, "paths": paths, "components": copy.deepcopy(CONTRACT.bundle["components"])}


@pytest.fixture(scope="session")
def core_spec(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The option that names a description of the core alone."""
    path = tmp_path_factory.mktemp("core") / "openapi.json"
    path.write_text(json.dumps(core_bundle()))
    return f"--spec={path}"


@pytest.fixture(scope="session", autouse=True)
def signals() -> None:
    """Let runs that tests stop be stopped, however the tests were started."""
    heed_signals()


@pytest.fixture
def deploy() -> Iterator[Deploy]:
    """Serve a deployment, with a fault if wanted, until the test ends."""
    with ExitStack() as stack:

        def start(fault: str = "") -> Deployment:
            deployment = Deployment(CONTRACT.bundle, fault)
            stack.enter_context(serving(deployment))
            return deployment

        yield start


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of the command: ours, with the keys and without proxies."""
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")} | KEYS


@pytest.fixture
def check(tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Run the command in this process, to its end."""

    def run(base_url: str | None, *options: str, env: dict[str, str] | None = None) -> Outcome:
        named = ["--base-url", base_url] if base_url else []
        monkeypatch.chdir(tmp_path)
        with mock.patch.dict(os.environ, environment if env is None else env, clear=True):
            result = CliRunner().invoke(main, ["conformance", *named, "--report-dir", "reports", *options])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr, tmp_path / "reports")

    return run
