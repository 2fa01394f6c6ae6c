"""The description against the documentation: what is missing or differs is found, with both places."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from contextio_contract.description import read
from contextio_contract.description.evidence.facts import TIERS

SPEC = Path(__file__).parents[2] / "spec"
SEEDED = ("accounts", "account_connect_tokens")
DESCRIBED = {*SEEDED, "sources", "connect_tokens"}


class Change(NamedTuple):
    """An edit of the description, and what must be said of it."""

    file: str
    old: str
    new: str
    message: str


CHANGES = {
    "missing operation": Change(
        "resources/connect_tokens.yaml",
        "    delete:\n",
        "    patch:\n",
        "DELETE /connect_tokens/{token} is missing",
    ),
    "missing parameter": Change(
        "resources/accounts.yaml",
        "- name: email\n          in: query",
        "- name: mail\n          in: query",
        "query parameter email of GET /accounts is missing",
    ),
    "missing form field": Change(
        "resources/sources.yaml",
        "      force_status_check:",
        "      force_check:",
        "form parameter force_status_check",
    ),
    "missing answer field": Change(
        "resources/accounts.yaml", "      nb_files:\n", "      nb_file:\n", "nb_files of Account is missing"
    ),
    "other type": Change(
        "resources/connect_tokens.yaml",
        "used:\n        type: integer\n        minimum: 0",
        "used:\n        type: string",
        "used of AccountConnectToken is a string, but",
    ),
    "other values": Change("common.yaml", "      - TEMP_DISABLED\n", "", "status of Source takes"),
    "other requirement": Change(
        "resources/connect_tokens.yaml",
        "required: [callback_url]",
        "required: [callback_url, email]",
        "email of POST /connect_tokens is required, but optional",
    ),
    "other requirement beside a dispute": Change(
        "resources/accounts.yaml",
        "    required: [email]",
        "    required: []",
        "email of POST /accounts is optional, but required in",
    ),
    "field that may be left out": Change(
        "resources/accounts.yaml",
        "      - password_expired\n",
        "",
        "password_expired of Account may be left out, but",
    ),
    "other answer": Change(
        "resources/accounts.yaml",
        "x-documents: [accounts.AccountDeleted]",
        "x-documents: [accounts.AccountUpdated]",
        "AccountDeleted as answer 200 of DELETE /accounts/{id}",
    ),
    "legacy without mark": Change(
        "resources/sources.yaml",
        "deprecated: true\n        description: OAuth 1.0",
        "description: OAuth 1.0",
        "provider_token of POST /accounts/{id}/sources is legacy",
    ),
    "object without schema": Change(
        "resources/accounts.yaml",
        "    x-documents: [accounts.AccountUpdated]\n",
        "",
        "no schema transcribes AccountUpdated",
    ),
    "from a single client": Change(
        "resources/sources.yaml",
        "      sync_flags:\n        type: boolean",
        "      delimiter:\n        type: string\n        description: Separator.\n"
        "      sync_flags:\n        type: boolean",
        "delimiter of Source from a single client",
    ),
    "without source": Change(
        "resources/accounts.yaml",
        "      nb_files:\n",
        "      colour:\n        type: string\n        description: A colour.\n      nb_files:\n",
        "no documented object has colour",
    ),
}


def test_every_documented_fact_of_the_described_pages_is_there() -> None:
    reading = read(SPEC)
    assert reading.findings == []
    coverage = reading.coverage
    assert {page for page, _ in coverage.documented if page != "common"} == DESCRIBED
    assert coverage.described == coverage.documented
    for page in SEEDED:
        assert all(coverage.documented[page, tier] for tier in TIERS)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_difference_is_found_with_both_places(change: Change, tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    shutil.copytree(SPEC, spec)
    file = spec / change.file
    text = file.read_text("utf-8")
    assert change.old in text
    file.write_text(text.replace(change.old, change.new), "utf-8")
    found = [finding for finding in read(spec).findings if finding.rule == "documented"]
    told = [finding for finding in found if change.message in finding.message]
    assert told, found
    for finding in told:
        assert finding.position.file.startswith("spec/")
        source = (tmp_path / finding.position.file).read_text("utf-8").splitlines()
        assert finding.position.line <= len(source)
        other = re.search(r"(spec/documented/\w+\.yaml):(\d+)", finding.message)
        if other:
            documentation = (tmp_path / other[1]).read_text("utf-8").splitlines()
            assert int(other[2]) <= len(documentation)
        else:
            assert change.message.startswith("no ")


@pytest.mark.parametrize("fields", [[], [{"name": "success", "type": "boolean", "tier": "client_only"}]])
def test_an_object_of_which_little_is_known_demands_no_source(
    tmp_path: Path, fields: list[dict[str, str]]
) -> None:
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    page = spec / "documented/accounts.yaml"
    content = yaml.safe_load(page.read_text("utf-8"))
    content["objects"]["AccountDeleted"] = fields
    page.write_text(yaml.safe_dump(content), "utf-8")
    assert not any("leaves out sources" in finding.message for finding in read(spec).findings)


def test_a_source_that_is_no_text_is_a_finding(tmp_path: Path) -> None:
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    page = spec / "resources/accounts.yaml"
    text = page.read_text("utf-8")
    page.write_text(
        text.replace("    x-source: [seed, docs2012, ruby, go]", "    x-source: [[seed], {a: b}]"), "utf-8"
    )
    assert {"extension-value", "documented"} <= {finding.rule for finding in read(spec).findings}


ONE = """              schema:
                $ref: "#/schemas/ConnectToken"
              examples:
                unused:"""
EITHER = ONE.replace(
    '$ref: "#/schemas/ConnectToken"',
    """description: Either form.
                anyOf:
                  - $ref: "#/schemas/ConnectToken"
                  - {type: array, description: Some., items: {$ref: "#/schemas/ConnectTokenDeleted"}}""",
)


@pytest.mark.parametrize(
    ("shape", "described", "findings"),
    [
        ("binary file", ONE, 0),
        ("array (layout undocumented)", ONE, 0),
        ("array of ConnectTokenDeleted", ONE, 1),
        ("array of ConnectTokenDeleted", EITHER, 0),
        ("array of ConnectTokenCreated", EITHER, 1),
    ],
)
def test_an_answer_has_all_documented_objects_in_one_form_or_another(
    shape: str, described: str, findings: int, tmp_path: Path
) -> None:
    spec = Path(shutil.copytree(SPEC, tmp_path / "spec"))
    page = spec / "documented/connect_tokens.yaml"
    fact = "      - {status: 200, shape: ConnectToken, provenance: [docs2012, node]}\n"
    text = page.read_text("utf-8")
    assert fact in text
    page.write_text(
        text.replace(fact, fact + fact.replace("shape: ConnectToken", f"shape: {shape}")), "utf-8"
    )
    page = spec / "resources/connect_tokens.yaml"
    text = page.read_text("utf-8")
    assert ONE in text
    page.write_text(text.replace(ONE, described), "utf-8")
    named = f"account_connect_tokens.{shape.removeprefix('array of ')}"
    fix = f"refer to a schema with {named} in its x-documents, in anyOf if there are other forms"
    assert [finding.fix for finding in read(spec).findings] == [fix] * findings
