"""Every documented rule is enforced in one way, and what enforces it exists."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.conformance.conftest import COMMAND, RULEBOOK

from contextio_contract.cli.packaged import bundle_path, load_bundle
from contextio_contract.codegen.rulebook.rules import checks
from contextio_contract.conformance.checks import all_checks

SPEC = Path(__file__).parents[2] / "spec"
BUNDLE = load_bundle()
RULES = json.loads(bundle_path().with_name("rules.json").read_bytes())["rules"]


@pytest.mark.parametrize(
    "pointer", [rule["enforced_by"]["where"] for rule in RULES if rule["enforced_by"]["kind"] == "schema"]
)
def test_place_in_the_schema_exists(pointer: str) -> None:
    node: Any = BUNDLE
    for key in pointer.removeprefix("/").split("/"):
        node = node[key.replace("~1", "/").replace("~0", "~")]
    assert node


def test_rules_of_checks_are_read_as_they_are_made() -> None:
    assert checks() == {check.id: check.rules for check in all_checks()}


def test_each_check_says_where_it_is_documented() -> None:
    for check in all_checks():
        result = RULEBOOK.result(check)
        assert result.documented.startswith("spec/documented/"), check.id


def test_checks_name_operations_that_exist() -> None:
    known = {
        definition["operationId"]
        for item in BUNDLE["paths"].values()
        for definition in item.values()
        if "operationId" in definition
    }
    assert {name for check in all_checks() for name in check.operations} <= known
    assert len({check.id for check in all_checks()}) == len(all_checks())


def test_table_ends_with_the_counts() -> None:
    out = subprocess.run([COMMAND[0], "rules"], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1].startswith(f"rules: {len(RULES)}, of which ")
    assert "accounts-list-email-single  accounts, seed  (spec/documented/accounts.yaml:" in out
