"""`new-operation` drafts what lint takes, and touches nothing else."""

from __future__ import annotations

import shutil
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from contextio_contract.cli import main
from contextio_contract.description import read

SPEC = Path(__file__).parents[2] / "spec"
CLEAN = ("discovery", "email_addresses", "oauth_providers", "source_folders", "sync")
"""Documented pages whose facts need no judgement."""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SPEC, tmp_path / "spec"))


def new_operation(spec: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new-operation", "--spec", str(spec), *arguments])


def only_grew(before: str, after: str) -> bool:
    """Return whether every former line is there still, in its order."""
    blocks = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes()
    return all(kind in {"equal", "insert"} for kind, *_ in blocks)


@pytest.mark.parametrize("page", [page for page in CLEAN if not (SPEC / f"resources/{page}.yaml").exists()])
def test_a_documented_page_is_described_without_findings(copied: Path, page: str) -> None:
    before = (copied / "openapi.yaml").read_text()
    result = new_operation(copied, page)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1].startswith(f"new-operation: drafted {page}_")
    assert only_grew(before, (copied / "openapi.yaml").read_text())
    reading = read(copied)
    assert reading.findings == []
    assert page not in reading.coverage.waiting
    for (name, tier), documented in reading.coverage.documented.items():
        assert reading.coverage.described[name, tier] == documented


@pytest.mark.parametrize("page", ["contacts", "files", "messages", "threads", "webhooks"])
def test_what_needs_judgement_is_listed(copied: Path, page: str) -> None:
    result = new_operation(copied, page)
    *_, last = result.output.splitlines()
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert last.startswith(f"new-operation: drafted {page}_")
    assert len(read(copied).findings) < 10


def test_headers_that_openapi_ignores_are_no_parameters(copied: Path) -> None:
    assert "name: Accept, in: header" in (copied / "documented/files.yaml").read_text()
    result = new_operation(copied, "files")
    assert "in: header" not in (copied / "resources/files.yaml").read_text()
    assert "Accept" not in result.output


def test_values_of_several_types_are_drafted_as_texts(copied: Path) -> None:
    assert "enum: [0, 1, raw]" in (copied / "documented/source_folders.yaml").read_text()
    assert new_operation(copied, "source_folders").exit_code == 0
    assert "enum: ['0', '1', raw]" in (copied / "resources/source_folders.yaml").read_text()


def test_no_finding_asks_for_a_type_that_openapi_does_not_have(copied: Path) -> None:
    assert "type: file" in (copied / "documented/messages.yaml").read_text()
    assert "write file" not in new_operation(copied, "messages").output


def test_an_operation_that_nobody_documented_passes_too(copied: Path) -> None:
    for arguments in (
        ("notes", "POST", "/accounts/{id}/notes", "create"),
        ("notes", "GET", "/accounts/{id}/notes", "list"),
        ("notes", "GET", "/accounts/{id}/notes/{note_id}", "get"),
        ("notes", "DELETE", "/accounts/{id}/notes/{note_id}", "delete"),
        ("accounts", "GET", "/accounts/{id}/badge", "get_badge"),
    ):
        texts = {path: path.read_text() for path in copied.rglob("*.yaml")}
        result = new_operation(copied, *arguments)
        assert result.exit_code == 0, result.output
        assert all(only_grew(text, path.read_text()) for path, text in texts.items())
    bundle = read(copied).bundle
    assert bundle is not None
    notes = bundle.document["paths"]["/accounts/{id}/notes"]
    assert notes["post"]["operationId"] == "notes_create"
    assert notes["get"]["x-impact"] == "read"
    assert [tag["name"] for tag in bundle.document["tags"]][-1] == "notes"


@pytest.mark.parametrize(
    "arguments",
    [
        ("Notes", "GET", "/notes", "list"),
        ("../notes", "GET", "/notes", "list"),
        ("notes", "GET"),
        ("notes", "LOOK", "/notes", "list"),
        ("notes", "GET", "notes", "list"),
        ("notes", "GET", "/notes", "all"),
        ("notes",),
        ("accounts", "GET", "/accounts", "list"),
        ("notes", "PATCH", "/accounts", "update"),
        ("accounts",),
    ],
)
def test_what_makes_no_operation_is_said_in_a_line(copied: Path, arguments: tuple[str, ...]) -> None:
    texts = {path: path.read_text() for path in copied.rglob("*.yaml")}
    result = new_operation(copied, *arguments)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
    assert {path: path.read_text() for path in copied.rglob("*.yaml")} == texts


def test_without_a_page_it_says_what_a_page_is(copied: Path) -> None:
    result = new_operation(copied, "")
    assert (result.exit_code, result.output) == (2, "Error: name a page in small letters, such as sync\n")


def test_a_description_with_findings_is_left_alone(copied: Path) -> None:
    path = copied / "resources/accounts.yaml"
    path.write_text(path.read_text().replace("x-impact: read", "x-impact: reed", 1))
    result = new_operation(copied, "sync")
    assert result.exit_code == 2
    assert not (copied / "resources/sync.yaml").exists()
