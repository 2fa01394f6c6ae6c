"""What follows from spec/ alone: a new filter, a new stored field, a new page with a list and a lifecycle."""

from __future__ import annotations

import json
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.conformance.derived_faults import derived_faults
from tests.conformance.faulty_server import KEY, SECRET, faulty_server

from contextio_contract.cli import main
from contextio_contract.cli.description import resolve
from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures.mailbox import NOBODY
from contextio_contract.conformance.results import Status
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.mock.app import create_mock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.faulty_server import Fault, FaultyServer

    from contextio_contract.conformance.checks.registry import Check
    from contextio_contract.conformance.results import CheckResult
    from contextio_contract.contract import Contract

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

SPEC = Path(__file__).parents[2] / "spec"
PAGE = Path(__file__).parent / "newcomer" / "notes.yaml"
FILTER = """\
          email: {field: email_addresses, match: address}
          first_name: {field: first_name, match: equal}
"""
PARAMETER = """\
      parameters:
        - name: first_name
          in: query
          description: Given name that the account must have.
          schema:
            type: string
          example: Ada
"""
FIELD = """\
    properties:
      nickname:
        type: string
        description: Name that friends use; empty if none was sent.
        x-source: [design]
"""
PATHS = """
  - name: notes
    description: What an application writes down about an account.
paths:
  /accounts/{id}/notes: {$ref: "resources/notes.yaml#/pathItems/collection"}
  /accounts/{id}/notes/{note}: {$ref: "resources/notes.yaml#/pathItems/instance"}
"""


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Replace the first occurrence of each text."""
    content = path.read_text("utf-8")
    for old, new in changes:
        assert old in content, old
        content = content.replace(old, new, 1)
    path.write_text(content, "utf-8")


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Edit a copy of the description as a newcomer would."""
    spec = Path(shutil.copytree(SPEC, tmp_path_factory.mktemp("newcomer") / "spec"))
    shutil.copy(PAGE, spec / "resources")
    edit(spec / "openapi.yaml", ("\npaths:\n", PATHS))
    accounts = spec / "resources" / "accounts.yaml"
    edit(
        accounts,
        (FILTER.splitlines(keepends=True)[0], FILTER),
        ("      parameters:\n", PARAMETER),
        ("      initial: {suspended: 0,", '      initial: {nickname: "", suspended: 0,'),
        ("    required:\n      - id\n", "    required:\n      - id\n      - nickname\n"),
    )
    for schema in ("Account", "AccountCreateForm", "AccountUpdateForm"):
        head, mark, tail = accounts.read_text("utf-8").partition(f"\n  {schema}:\n")
        accounts.write_text(head + mark + tail.replace("    properties:\n", FIELD, 1), "utf-8")
    edit(accounts, *[("      first_name: Ada\n", "      first_name: Ada\n      nickname: Ada\n")])
    edit(accounts, ("        first_name: Grace\n", "        first_name: Grace\n        nickname: Amazing\n"))
    return spec


@pytest.fixture(scope="module")
def contract(spec: Path) -> Contract:
    return resolve(spec).contract


@pytest.fixture(scope="module")
def added(contract: Contract) -> dict[str, Check]:
    """The checks that follow from the edits, by their ids."""
    before = resolve(SPEC).contract.expectations
    return {
        check.id: check for check in all_checks(contract) if check.id in contract.expectations.keys() - before
    }


@pytest.fixture(scope="module")
def server(contract: Contract) -> Iterator[FaultyServer]:
    """Serve the mock of the edited description, with a fault of the moment."""
    with faulty_server(contract, create_mock({KEY: SECRET}, contract, has_story=False)) as server:
        yield server


def make(check: Check, contract: Contract, server: FaultyServer, fault: Fault | None = None) -> CheckResult:
    gateway = Gateway(server.target, Guard(contract, Mode.SANDBOX, f"cio-{secrets.token_hex(6)}"))
    server.break_by(fault)
    [result] = run_checks([check], gateway, lambda: NOBODY, Rulebook(), seed=1)
    server.break_by(None)
    return result


def test_edits_have_no_findings(spec: Path) -> None:
    result = CliRunner().invoke(main, ["lint", "--spec", str(spec)])
    assert result.stdout.splitlines()[-1].endswith(" 0 findings"), result.output


def test_a_filter_a_field_and_a_page_get_their_checks(added: dict[str, Check]) -> None:
    assert {"accounts_list.filter.first_name", "accounts_list.filtered-window.first_name"} <= added.keys()
    of_notes = {name.partition(".")[2] for name in added if name.startswith("notes_")}
    assert of_notes > {
        "elements",
        "order",
        "window",
        "filter.colour",
        "reads-back",
        "changes",
        "gone",
        "own-parent",
    }


def test_the_mock_passes_the_new_checks_and_those_that_cover_the_new_field(
    added: dict[str, Check], contract: Contract, server: FaultyServer
) -> None:
    results = [make(check, contract, server) for check in added.values()]
    results += [
        make(check, contract, server)
        for check in all_checks(contract)
        if check.id in {"accounts_create.reads-back", "accounts_create.initial", "accounts_update.changes"}
    ]
    wrong = {each.id: (each.reason, each.failures) for each in results if each.status is Status.FAIL}
    assert not wrong
    not_made = {each.id: each.reason for each in results if each.status is not Status.PASS}
    assert set(not_made) <= {"notes_list.maximum"}, not_made


def test_each_new_check_finds_the_faults_that_follow_from_the_edits(
    added: dict[str, Check], contract: Contract, server: FaultyServer
) -> None:
    faults = [fault for fault in derived_faults(contract) if fault.check in added]
    assert {fault.check for fault in faults} == added.keys()
    missed = [
        f"{fault.check}: {fault.name}"
        for fault in faults
        if fault.check != "notes_list.maximum"  # it takes more notes than a page holds
        if make(added[fault.check], contract, server, fault).status is not Status.FAIL
    ]
    assert not missed


def test_forgetting_the_new_field_is_found(contract: Contract, server: FaultyServer) -> None:
    checks = {check.id: check for check in all_checks(contract)}
    forgets = [fault for fault in derived_faults(contract) if fault.check == "accounts_create.reads-back"]
    assert all(
        make(checks["accounts_create.reads-back"], contract, server, fault).status is Status.FAIL
        for fault in forgets
    )


def test_clients_and_reference_know_the_edits(spec: Path, tmp_path: Path) -> None:
    targets = ["openapi", "models", "client", "docs", "--spec", str(spec), "--output", str(tmp_path)]
    result = CliRunner().invoke(main, ["generate", *targets])
    assert result.exit_code == 0, result.output
    notes = (tmp_path / "contextio_client" / "api" / "notes.py").read_text("utf-8")
    assert "def list_all(" in notes
    assert "colour" in notes
    accounts = (tmp_path / "contextio_client" / "api" / "accounts.py").read_text("utf-8")
    assert "nickname" in accounts
    reference = " ".join((tmp_path / "docs" / "index.html").read_text("utf-8").split())
    assert "compares <code>first_name</code>" in reference
    assert "compares <code>colour</code>" in reference
    bundle = json.loads((tmp_path / "openapi.json").read_text("utf-8"))
    assert bundle["paths"]["/accounts/{id}/notes"]["x-resource"]["kind"] == "note"
