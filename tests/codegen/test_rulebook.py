"""Documented rules: each needs a status, on every page that is described."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from contextio_contract.codegen.rulebook.rules import documented_rules, rulebook, write_rules
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A copy of the documentation, which a test may change."""
    shutil.copytree(ROOT / "spec" / "documented", tmp_path / "spec" / "documented")
    return tmp_path / "spec"


@pytest.fixture
def edit(spec: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces text in a file of the documentation."""

    def replace(name: str, old: str, new: str) -> None:
        path = spec / "documented" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return replace


def contract(*pages: str) -> Contract:
    return Contract({"paths": {}, "tags": [{"name": page} for page in pages]})


def test_the_written_rulebook_is_the_one_that_commands_read(bundle: dict[str, Any], tmp_path: Path) -> None:
    write_rules(Contract(bundle), tmp_path / "rules.json", spec=ROOT / "spec")
    written = json.loads((tmp_path / "rules.json").read_bytes())
    assert written == rulebook(Contract(bundle), ROOT / "spec")
    assert written["operations"].keys() == Contract(bundle).operations.keys()
    assert written["documented"].keys() <= written["operations"].keys()
    for place in written["operations"].values():
        path, _, line = place.rpartition(":")
        assert (ROOT / path).read_text("utf-8").splitlines()[int(line) - 1].strip().endswith(":")


def test_a_rule_without_a_status_is_refused(spec: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("accounts.yaml", "id: accounts-list-bare-array", "id: accounts-list-another")
    with pytest.raises(CannotGenerateError, match="accounts-list-another has 0 kinds"):
        rulebook(contract("accounts"), spec)


def test_a_status_of_an_unknown_rule_is_refused(spec: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("enforcement.yaml", "unobservable:\n", "unobservable:\n  made-up: It is no rule.\n")
    with pytest.raises(CannotGenerateError, match="no documented rule is called made-up"):
        rulebook(contract("accounts"), spec)


def test_a_rule_with_two_statuses_is_refused(spec: Path, edit: Callable[[str, str, str], None]) -> None:
    edit("enforcement.yaml", "unobservable:\n", "unobservable:\n  accounts-list-bare-array: Twice.\n")
    with pytest.raises(CannotGenerateError, match=r"accounts\.yaml:\d+: .*bare-array has 2 kinds"):
        rulebook(contract("accounts"), spec)


def test_what_is_open_of_a_rule_stands_beside_what_enforces_it(
    spec: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("enforcement.yaml", "open:\n", "open:\n  accounts-list-bare-array: The order is.\n")
    rules = {
        rule["id"]: rule["enforced_by"] for rule in rulebook(contract("accounts", "webhooks"), spec)["rules"]
    }
    assert rules["accounts-list-bare-array"]["kind"] == "schema"
    assert rules["accounts-list-bare-array"]["open"] == "The order is."
    assert rules["wh-level-app"]["kind"] == "open"


def test_the_rules_of_any_described_page_need_a_status(
    spec: Path, edit: Callable[[str, str, str], None]
) -> None:
    (spec / "documented" / "shelves.yaml").write_text(
        "resource: shelves\n"
        "operations:\n"
        "  - method: PATCH\n"
        "    path: /shelves/{id}\n"
        "    parameters: []\n"
        "    responses: []\n"
        "    rules: [{id: shelves-patch, text: It changes one.}]\n"
        "objects: {}\n",
        "utf-8",
    )
    assert rulebook(contract("accounts"), spec)
    with pytest.raises(CannotGenerateError, match=r"shelves\.yaml:7: the rule shelves-patch has 0 kinds"):
        rulebook(contract("accounts", "shelves"), spec)
    edit("enforcement.yaml", "unobservable:\n", "unobservable:\n  shelves-patch: It is an example.\n")
    entries = {rule["id"]: rule for rule in rulebook(contract("accounts", "shelves"), spec)["rules"]}
    assert entries["shelves-patch"]["page"] == "shelves"
    assert entries["shelves-patch"]["enforced_by"] == {"kind": "unobservable", "why": "It is an example."}
    (rule,) = (each for each in documented_rules(contract("shelves"), spec) if each.page == "shelves")
    assert rule.topic == "PATCH /shelves/{id}"


def test_the_documentation_of_another_api_has_no_rules_of_our_checks(tmp_path: Path) -> None:
    folder = tmp_path / "documented"
    folder.mkdir()
    rule = "{id: shelves-are-flat, text: They are flat.}"
    (folder / "shelves.yaml").write_text(f"purpose: [{rule}]\nobjects: {{}}\n", "utf-8")
    with pytest.raises(CannotGenerateError, match="shelves-are-flat has 0 kinds"):
        rulebook(contract("shelves"), tmp_path)
