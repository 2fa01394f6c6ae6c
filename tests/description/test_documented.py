"""The description against the documentation: what is missing or differs is found, with both places."""

from __future__ import annotations

import re
from dataclasses import replace as with_fields
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml
from tests.description.conftest import SPEC
from tests.description.edits import REMOVED, edited

from contextio_contract.description import Bundle, Coverage, Finding, read
from contextio_contract.description.evidence.comparison import compare
from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ACCOUNT = "components schemas Account"
SOURCE = "components schemas Source"
FORM = "components schemas SourceUpdateForm"
TOKEN_FORM = "components schemas ConnectTokenCreateForm"  # noqa: S105 - the name of a schema
TEXT = {"type": "string", "description": "A."}


class Change(NamedTuple):
    """Values that are set in the bundle, and what must be said of it and advised."""

    values: dict[str, Any]
    message: str
    advice: str = ""


CHANGES = {
    "missing parameter": Change(
        {"paths /accounts get parameters email name": "mail"},
        "query parameter email of GET /accounts is missing",
    ),
    "missing response": Change(
        {"paths /accounts get responses 200": REMOVED}, "response 200 of GET /accounts is missing"
    ),
    "missing form field": Change(
        {f"{FORM} properties force_status_check": REMOVED}, "form parameter force_status_check"
    ),
    "missing answer field": Change(
        {f"{ACCOUNT} properties nb_files": REMOVED}, "nb_files of Account is missing"
    ),
    "other type": Change(
        {"components schemas ConnectToken properties used": dict(TEXT)},
        "used of AccountConnectToken is a string, but",
    ),
    "other values": Change(
        {"components schemas SourceStatus enum TEMP_DISABLED": REMOVED}, "status of Source takes"
    ),
    "other requirement": Change(
        {f"{TOKEN_FORM} required -": "email"},
        "email of POST /connect_tokens is required, but optional",
        "write required without email",
    ),
    "other requirement beside a dispute": Change(
        {"components schemas AccountCreateForm required": []},
        "email of POST /accounts is optional, but required in",
    ),
    "field that may be left out": Change(
        {f"{ACCOUNT} required password_expired": REMOVED}, "password_expired of Account may be left out, but"
    ),
    "other answer": Change(
        {"components schemas AccountDeleted x-documents": ["accounts.AccountUpdated"]},
        "AccountDeleted in application/json as response 200 of DELETE /accounts/{id} is missing",
    ),
    "legacy without mark": Change(
        {"components schemas SourceCreateForm properties provider_token deprecated": REMOVED},
        "provider_token of POST /accounts/{id}/sources is legacy",
    ),
    "object without schema": Change(
        {"components schemas AccountDeleted x-documents": ["accounts.AccountUpdated"]},
        "no schema transcribes AccountDeleted",
    ),
    "object that nobody documented": Change(
        {"components schemas SourceDeleted x-documents": ["sources.SourceDelete"]},
        "no object sources.SourceDelete is documented",
    ),
    "from a single client": Change(
        {f"{SOURCE} properties delimiter": dict(TEXT)}, "delimiter of Source from a single client"
    ),
    "without source": Change(
        {f"{ACCOUNT} properties colour": dict(TEXT)}, "no documented object has colour", "x-source: [design]"
    ),
}


@pytest.fixture(scope="module")
def described() -> Bundle:
    read_bundle = bundle(SPEC, [])
    assert read_bundle is not None
    return read_bundle


@pytest.fixture(scope="module")
def compared(described: Bundle) -> Callable[..., tuple[Coverage, list[Finding]]]:
    """Give a function that compares the description, with values set in it, with the documentation."""

    def compare_edited(values: dict[str, Any], spec: Path = SPEC) -> tuple[Coverage, list[Finding]]:
        findings: list[Finding] = []
        document = edited(described.document, values)
        return compare(spec, with_fields(described, document=document), findings), findings

    return compare_edited


@pytest.fixture(scope="module")
def differing(compared: Callable[..., tuple[Coverage, list[Finding]]]) -> list[Finding]:
    """Return what is found when all changes are made."""
    values: dict[str, Any] = {}
    for change in CHANGES.values():
        values |= change.values
    return compared(values)[1]


def test_every_documented_fact_of_the_described_pages_is_there() -> None:
    reading = read(SPEC)
    assert reading.findings == []
    assert reading.bundle is not None
    coverage, document = reading.coverage, reading.bundle.document
    tags = {tag["name"] for tag in document["tags"]}
    documented = {path.stem for path in (SPEC / "documented").glob("*.yaml")}
    assert {page for page, _ in coverage.documented} - {"common"} == tags & documented
    assert coverage.described == coverage.documented
    assert (coverage.waiting, coverage.partial) == ([], {})


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_difference_is_found_with_both_places(change: Change, differing: list[Finding]) -> None:
    findings = [finding for finding in differing if change.message in finding.message]
    assert findings, list(map(str, differing))
    for finding in findings:
        assert change.advice in finding.fix
        assert finding.position.file.startswith("spec/")
        source = (SPEC.parent / finding.position.file).read_text("utf-8").splitlines()
        assert finding.position.line <= len(source)
        other = re.search(r"(spec/documented/\w+\.yaml):(\d+)", finding.message)
        if other:
            documentation = (SPEC.parent / other[1]).read_text("utf-8").splitlines()
            assert int(other[2]) <= len(documentation)
        else:
            assert change.message.startswith("no ")


@pytest.mark.parametrize("fields", [[], [{"name": "success", "type": "boolean", "tier": "client_only"}]])
def test_an_object_of_which_little_is_known_demands_no_source(
    fields: list[dict[str, str]], whole: Path, compared: Callable[..., tuple[Coverage, list[Finding]]]
) -> None:
    page = whole / "documented/accounts.yaml"
    content = yaml.load(page.read_text("utf-8"), yaml.CSafeLoader)
    content["objects"]["AccountDeleted"] = fields
    page.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper))
    assert not any("leaves out sources" in finding.message for finding in compared({}, whole)[1])


def test_what_is_not_valid_is_left_out(compared: Callable[..., tuple[Coverage, list[Finding]]]) -> None:
    sources = {"components schemas Account x-source": [["seed"], {"a": "b"}]}
    assert {finding.rule for finding in compared(sources)[1]} == {"documented"}
    coverage, findings = compared({"paths /accounts post parameters": 1})
    (finding,) = findings
    assert finding.message.startswith("the description cannot be compared with the documentation (")
    assert coverage.described["sources", "current"] == coverage.documented["sources", "current"] > 0


ANSWER = "paths /connect_tokens/{token} get responses 200 content application/json schema"
REFERENCE = {"$ref": "#/components/schemas/ConnectToken"}
LIST = {"type": "array", "items": {"$ref": "#/components/schemas/ConnectTokenDeleted"}}


@pytest.mark.parametrize(
    ("shape", "schema", "findings"),
    [
        ("array (layout undocumented)", REFERENCE, 0),
        ("array of ConnectTokenDeleted", REFERENCE, 1),
        ("array of ConnectTokenDeleted", {"anyOf": [REFERENCE, LIST]}, 0),
        ("array of ConnectTokenCreated", {"anyOf": [REFERENCE, LIST]}, 1),
    ],
)
def test_an_answer_has_all_documented_objects_in_one_form_or_another(
    shape: str,
    schema: dict[str, Any],
    findings: int,
    whole: Path,
    compared: Callable[..., tuple[Coverage, list[Finding]]],
) -> None:
    page = whole / "documented/connect_tokens.yaml"
    fact = "      - {status: 200, shape: ConnectToken, provenance: [docs2012, node]}\n"
    text = page.read_text("utf-8")
    assert fact in text
    further = fact.replace("shape: ConnectToken", f"shape: {shape}")
    page.write_text(text.replace(fact, fact + further), "utf-8")
    named = f"account_connect_tokens.{shape.removeprefix('array of ')}"
    fix = f"refer to a schema with {named} in its x-documents, in anyOf if there are other forms"
    assert [finding.fix for finding in compared({ANSWER: schema}, whole)[1]] == [fix] * findings
