"""A mistake hides what follows from it, so that the first finding is the one to mend."""

from __future__ import annotations

from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from contextio_contract.description import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from contextio_contract.description import Finding

ACCOUNTS = "resources/accounts.yaml"
SOURCES = "resources/sources.yaml"
ALONE = {
    "misspelt properties": (SOURCES, "    properties:\n", "    propertis:\n", "unknown-field"),
    "misspelt parameters": (ACCOUNTS, "      parameters:\n", "      parameter:\n", "unknown-field"),
    "misspelt responses": (ACCOUNTS, "      responses:\n", "      response:\n", "unknown-field"),
    "misspelt tags": ("openapi.yaml", "tags:\n", "tag:\n", "unknown-field"),
    "misspelt type": ("openapi.yaml", "    type: http\n", "    typ: http\n", "unknown-field"),
    "misspelt extension": (ACCOUNTS, "    x-resource:", "    x-resourse:", "extension-known"),
    "misspelt description": (ACCOUNTS, "description: Identifier", "descripton: Identifier", "unknown-field"),
    "required of no property": (
        SOURCES,
        "required: [label, status]",
        "required: [label, state]",
        "required-property",
    ),
    "reference in a comment": (
        ACCOUNTS,
        '$ref: "#/schemas/Account"',
        "$ref: #/schemas/Account",
        "yaml",
    ),
    "place of a shared parameter": ("common.yaml", "in: path", "in: Path", "field-value"),
    "tag as a text": (ACCOUNTS, "tags: [accounts]", "tags: accounts", "field-value"),
    "security without a hyphen": ("openapi.yaml", "  - oauth1: []", "  oauth1: []", "field-value"),
    "OpenAPI 3.0": ("openapi.yaml", "openapi: 3.1.1", "openapi: 3.0.3", "field-value"),
}


@pytest.mark.parametrize(("file", "old", "new", "rule"), ALONE.values(), ids=ALONE)
def test_a_mistake_is_one_finding(copied: Path, file: str, old: str, new: str, rule: str) -> None:
    replace(copied / file, old, new)
    assert [finding.rule for finding in read(copied).findings] == [rule]


def test_a_description_without_documentation_is_one_finding(copied: Path) -> None:
    rmtree(copied / "documented")
    assert [finding.rule for finding in read(copied).findings] == ["documentation"]


def test_links_are_not_blamed_for_a_path_parameter_left_out(copied: Path) -> None:
    replace(copied / SOURCES, '      - $ref: "../common.yaml#/parameters/SourceLabel"\n', "")
    found = {finding.rule for finding in read(copied).findings}
    assert "path-parameters" in found
    assert not found & {"link-parameters", "link-expression"}


def test_a_misspelt_filter_says_nothing_of_the_documentation(copied: Path) -> None:
    replace(copied / ACCOUNTS, "          status: {field", "          statsu: {field")
    assert {finding.rule for finding in read(copied).findings} == {"behaviour-name", "list-parameters"}


def test_a_definition_comes_before_what_uses_it_in_other_files(copied: Path) -> None:
    replace(copied / "common.yaml", "enum: [0, 1]", 'enum: ["0", "1"]')
    findings = read(copied).findings
    assert {finding.rule for finding in findings} == {"enum-valid"}
    assert findings[0].fix == "write 0, without quotes"


@pytest.mark.parametrize("paths", ["", "5", "true", "[]"])
def test_paths_that_are_no_mapping_are_found(
    findings_of: Callable[[dict[str, str | bytes]], list[Finding]], paths: str
) -> None:
    root = f"openapi: 3.1.1\ninfo: {{title: Notes, version: 1.0.0}}\npaths: {paths}\n"
    assert findings_of({"openapi.yaml": root})[0].rule == "field-value"


@pytest.mark.parametrize("mapping", ["1", "[]", "true", "{paper: 1}", "{paper: }"])
def test_mappings_of_discriminators_that_are_none_are_found(
    findings_of: Callable[[dict[str, str | bytes]], list[Finding]], mapping: str
) -> None:
    root = (
        "openapi: 3.1.1\ninfo: {title: Books, version: 1.0.0}\npaths: {}\n"
        f"components: {{schemas: {{Book: {{discriminator: {{propertyName: kind, mapping: {mapping}}}}}}}}}\n"
    )
    rules = {finding.rule for finding in findings_of({"openapi.yaml": root})}
    assert rules & {"field-value", "discriminator"}


def test_what_follows_from_nothing_is_found_beside_a_mistake(copied: Path) -> None:
    replace(copied / SOURCES, "    properties:\n", "    propertis:\n")
    replace(copied / ACCOUNTS, "summary: Read an account.", "summary: read an account")
    assert [finding.rule for finding in read(copied).findings] == ["unknown-field", "sentence"]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
