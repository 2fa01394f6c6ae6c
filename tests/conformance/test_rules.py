"""Every documented rule is enforced in one way, and what enforces it exists."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from tests.descriptions import resolve_once

from contextio_contract.cli import main
from contextio_contract.codegen.rulebook.rules import checks
from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.registry import CHECKS
from contextio_contract.conformance.rulebook import Rulebook

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy

    from contextio_contract.cli.description import Description


@pytest.fixture(scope="module")
def description() -> Description:
    return resolve_once()


def test_places_in_the_schema_exist(description: Description) -> None:
    enforced = [rule["enforced_by"] for rule in description.rulebook["rules"]]
    pointers = [pointer for by in enforced if by["kind"] == "schema" for pointer in by["where"]]
    assert pointers
    assert all(description.contract.document.at(f"#{pointer}") for pointer in pointers)


def test_rules_of_checks_are_read_as_they_are_declared(description: Description) -> None:
    all_checks(description.contract)  # which imports the modules that declare them
    assert checks() == {check.id: check.rules for check in CHECKS}


def test_each_check_is_documented(description: Description) -> None:
    rulebook = Rulebook.read(description.rulebook)
    for check in all_checks(description.contract):
        places = [source.place for source in rulebook.result(check).documented]
        assert places, check.id
        assert all(place.startswith("spec/documented/") for place in places), check.id


def test_checks_name_operations_that_exist(description: Description) -> None:
    checks = all_checks(description.contract)
    assert {name for check in checks for name in check.operations} <= description.contract.operations.keys()
    assert len({check.id for check in checks}) == len(checks)


def test_rules_are_listed_with_their_number(description: Description) -> None:
    out = CliRunner().invoke(main, ["rules"]).stdout
    assert out.splitlines()[-1].startswith(f"rules: {len(description.rulebook['rules'])}, of which ")
    assert "accounts-list-email-single  accounts, seed  (spec/documented/accounts.yaml:" in out


def test_rules_are_shown_by_their_ids() -> None:
    ids = ["accounts-list-email-single", "accounts-list-limit-cap"]
    lines = CliRunner().invoke(main, ["rules", *ids]).stdout.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith("    ")] == [*ids, "rules:"]
    unknown = CliRunner().invoke(main, ["rules", "no-such-rule"])
    assert unknown.exit_code == 2
    assert unknown.stderr.startswith("Error: no-such-rule: no documented rule has this id;")


def test_rules_of_an_unknown_page_are_refused() -> None:
    result = CliRunner().invoke(main, ["rules", "--page", "nothing"])
    assert result.exit_code == 2
    assert "--page nothing: no page has this name; the pages are accounts, " in result.stderr


def test_results_cite_sentences_and_lead_to_the_reference(deploy: Deploy, check: Check) -> None:
    bundle = Path(__file__).parents[2] / "generated" / "openapi.json"  # as in a package: without spec/
    only = ["--operation=accounts_get", "--rule=auth-unsigned", "--rule=accounts_get.answers"]
    outcome = check(deploy().base_url, f"--spec={bundle}", *only)
    results = json.loads((outcome.reports / "results.json").read_text())["checks"]
    sources = {each["id"]: each["documented"][0] for each in results}
    assert "two-legged" in sources["auth-unsigned"]["rule"]
    assert sources["auth-unsigned"]["sentence"].endswith(".")
    assert sources["accounts_get.answers"]["link"].endswith("#accounts_get")
    for source in sources.values():
        page, _, anchor = source["link"].partition("#")
        assert f'id="{anchor}"' in Path(unquote(urlsplit(page).path)).read_text(), source
    assert not any(each["described"] or each["documented"][0]["place"] for each in results)
