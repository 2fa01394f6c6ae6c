"""Kinds by parts: every part works with what lint accepts, and lint says what is wrong with the others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter

from contextio_contract.cli import main
from contextio_contract.codegen.docs.page import render
from contextio_contract.description import read, validated
from tests import kinds
from tests.codegen.conftest import Operation, named
from tests.program import PROGRAM

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from contextio_contract.contract import Contract
    from contextio_contract.description import Finding
    from tests.conftest import LiveServer

    RunServer = Callable[..., AbstractContextManager[LiveServer]]

ANY: TypeAdapter[Any] = TypeAdapter(Any)
ACCEPTED = kinds.accepted()
REFUSED = [kind for kind in kinds.kinds() if kind.refused]


# Refused


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """Return what lint finds in the refused kinds, by file; a broken reference stops all others."""
    found: dict[str, list[Finding]] = {}
    broken = [[kind] for kind in REFUSED if kind.refused == "ref"]
    for chosen in (*broken, [kind for kind in REFUSED if kind.refused != "ref"]):
        for finding in read(kinds.write(tmp_path_factory.mktemp("refused"), chosen)).findings:
            found.setdefault(finding.position.file, []).append(finding)
    return found


@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: kind.page)
def test_lint_refuses(findings: dict[str, list[Finding]], kind: kinds.Kind) -> None:
    at_page = findings.get(f"spec/resources/{kind.page}.yaml", [])
    at_tag = [
        each for each in findings.get("spec/openapi.yaml", []) if each.message.startswith(f"{kind.page} ")
    ]
    assert {finding.rule for finding in (at_page or at_tag)} == {kind.refused}
    assert all(each.position.line > 1 and each.fix for each in (*at_page, *at_tag))


@pytest.mark.slow
def test_generate_ends_with_findings(tmp_path: Path) -> None:
    spec = kinds.write(tmp_path, [kind for kind in REFUSED if kind.refused != "ref"])
    places = ["--spec", str(spec), "--output", str(tmp_path / "generated")]
    ended = CliRunner().invoke(main, ["generate", *places])
    assert ended.exit_code == 1, ended.output
    assert "Traceback" not in ended.output
    assert not (tmp_path / "generated").exists()


# Accepted


def test_lint_and_the_reference_validator_accept(tmp_path: Path) -> None:
    reading = validated(read(kinds.write(tmp_path, ACCEPTED)))
    assert [str(finding) for finding in reading.findings] == []


OPERATIONS = [(kind.page, method) for kind in ACCEPTED for method in kind.methods]


@pytest.fixture
def operation(request: pytest.FixtureRequest, described: Contract) -> Operation:
    page, method = request.param
    return next(
        Operation(each)
        for each in described.operations.values()
        if (each.page, each.method.lower()) == (page, method)
    )


every_operation = pytest.mark.parametrize("operation", OPERATIONS, ids="-".join, indirect=True)


@pytest.mark.filterwarnings("ignore:.* is deprecated; :DeprecationWarning")  # which is one of the kinds
@every_operation
def test_a_call_returns_what_the_mock_answers(
    clients: tuple[Any, Any, asyncio.Runner], operation: Operation
) -> None:
    sync, asynchronous, runner = clients
    arguments = named(operation, operation.arguments("query"), operation.bodies()[0])

    def called(client: Any) -> Any:
        return getattr(getattr(client, operation.page), operation.call)(**arguments)

    async def awaited() -> Any:
        answer = await called(asynchronous)
        return await answer.read() if hasattr(answer, "read") else answer

    answer = called(sync)
    media = operation.described.success.media
    for each in (answer.read() if hasattr(answer, "read") else answer, runner.run(awaited())):
        plain = each if isinstance(each, bytes) else ANY.dump_json(each, by_alias=True, exclude_unset=True)
        assert (plain.decode() if isinstance(each, bytes) else json.loads(plain)) == (
            media.examples[0].value if media else None
        )


def test_the_server_has_every_path(
    described: Contract, run_server: RunServer, accepted: dict[str, Any]
) -> None:
    with run_server(bundle=accepted) as live:
        client = live.client()
        allowed = {
            name: client.session.options(
                live.origin + each.base_path + each.path.fill(Operation(each).arguments("path"))
            )
            for name, each in described.operations.items()
        }
    missing = [
        name
        for name, each in allowed.items()
        if described.operations[name].method not in each.headers["Allow"]
    ]
    assert missing == []


def test_the_reference_shows(tmp_path: Path, described: Contract) -> None:
    page = render(described, kinds.write(tmp_path, ACCEPTED))
    missing = [name for name in described.operations if f'id="{name}"' not in page]
    assert missing == []


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_suite_finds_nothing_in_the_mock(tmp_path: Path, accepted: dict[str, Any]) -> None:
    bundle, reports = tmp_path / "openapi.json", tmp_path / "reports"
    bundle.write_text(json.dumps(accepted), "utf-8")
    options = ["--spec", str(bundle), "--max-examples", "1", "--report-dir", str(reports)]
    subprocess.run(
        [PROGRAM, "conformance", "--mock", *options], capture_output=True, check=False, timeout=500
    )
    results = json.loads((reports / "results.json").read_text("utf-8"))
    assert [each for each in results["checks"] if each["status"] in {"fail", "error"}] == []


@pytest.mark.slow
def test_types_of_both_packages_and_of_a_call_of_each(packages: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "kinds_models", "kinds_client"]
    checked = subprocess.run(
        command,
        cwd=packages,
        env={**os.environ, "MYPYPATH": str(packages)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.stdout.startswith("Success"), checked.stdout
