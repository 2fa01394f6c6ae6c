"""`new-operation` drafts what lint takes, and touches nothing else."""

from __future__ import annotations

import re
import shutil
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from tests.description.conftest import SPEC

from contextio_contract.cli import main
from contextio_contract.contract import Contract, Resource
from contextio_contract.description import read
from contextio_contract.description.evidence.facts import ENFORCEMENT
from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from pathlib import Path

BOOKS = """\
operations:
  - method: POST
    path: /shelves/{shelf}/books
    provenance: [python]
    parameters:
      - {name: title, in: form, type: string, required: true, provenance: [python]}
    responses: []
objects: {}
"""
LOANS = """\
operations:
  - method: GET
    path: /shelves/{shelf}/loans
    summary: list what is lent
    provenance: [python]
    parameters:
      - {name: limit, in: query, type: integer, default: 25, maximum: 50, meaning: Most., provenance: [ruby]}
      - {name: Accept, in: header, type: string, provenance: [ruby]}
    responses:
      - {status: 200, shape: array of Loan, provenance: [python]}
      - {status: 200, shape: either form, provenance: [python]}
      - {status: 200, shape: array of string, when: asked for, provenance: [python]}
      - {status: 4xx, shape: Error, provenance: [python]}
  - method: POST
    path: /shelves/{shelf}/loans
    summary: lend a book
    request_encoding: [application/x-www-form-urlencoded, multipart/form-data]
    provenance: [python, ruby]
    parameters:
      - {name: borrower, in: form, type: string, required: true, meaning: Who borrows., provenance: [ruby]}
      - {name: days, in: form, type: number, minimum: 1, default: 14, meaning: How long., provenance: [ruby]}
      - {name: cover, in: form, type: mixed, enum: [0, 1, raw], meaning: What to show., provenance: [ruby]}
      - {name: colour, in: form, type: string, tier: client_only, provenance: [ruby]}
    responses:
      - {status: 201, shape: Loan, provenance: [python]}
      - {status: 503, shape: prose, provenance: [python]}
  - method: GET
    path: /shelves/{shelf}/loans/{loan}
    summary: read a loan
    tier: legacy
    provenance: [python]
    parameters:
      - {name: loan, in: path, type: string, required: true, meaning: Which loan., provenance: [python]}
    responses:
      - {status: 200, shape: array of string, provenance: [python]}
    rules:
      - {id: loans-are-short, text: "A loan ends by itself", provenance: [python]}
objects:
  Loan:
    - {name: id, type: string, tier: seed, meaning: Its name., provenance: [python]}
    - {name: notes, type: array, items: string, nullable: true, meaning: What was said., provenance: [python]}
    - {name: similarity, type: number, tier: legacy, meaning: A ratio., provenance: [python]}
    - {name: renewals, type: array, items: Renewal, meaning: When it was made longer., provenance: [python]}
  Renewal:
    - {name: "<date>", type: integer, meaning: Days., provenance: [python]}
"""


def new_operation(spec: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new-operation", "--spec", str(spec), *arguments])


def only_grew(before: str, after: str) -> bool:
    """Return whether every former line is there still, in its order."""
    blocks = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False).get_opcodes()
    return all(kind in {"equal", "insert"} for kind, *_ in blocks)


def document(spec: Path) -> dict[str, Any]:
    read_bundle = bundle(spec, [])
    assert read_bundle is not None
    return read_bundle.document


@pytest.fixture
def documented(library: Path) -> Path:
    """Return a small description with a documented page that is not described."""
    (library / "documented/books.yaml").write_text(BOOKS)
    (library / "documented/loans.yaml").write_text(LOANS)
    return library


def test_a_documented_page_is_drafted_with_all_its_facts(documented: Path) -> None:
    texts = {path: path.read_text() for path in documented.rglob("*.yaml")}
    result = new_operation(documented, "loans")
    assert all(only_grew(text, path.read_text()) for path, text in texts.items())
    assert [line for line in result.output.splitlines() if "not drafted" in line] == [
        "not drafted: spec/documented/loans.yaml:11: the shape either form",
        "not drafted: spec/documented/loans.yaml:12: when it answers array of string (asked for)",
        "not drafted: spec/documented/loans.yaml:13: the status 4xx",
        "not drafted: spec/documented/loans.yaml:26: the shape prose",
    ]
    drafts = "loans_list, loans_create, loans_get, without the facts that are named above (4)"
    then = "put it into words, then run make generate"
    assert result.output.splitlines()[-1] == f"new-operation: drafted {drafts}; {then}"
    assert read(documented).coverage.waiting == []
    contract = Contract(document(documented))
    listing, creation = contract.operations["loans_list"], contract.operations["loans_create"]
    (limit,) = listing.query_parameters
    assert limit.schema.node == {"type": "integer", "maximum": 50, "default": 25}
    assert creation.form is not None
    nodes = {name: property_.node for name, property_ in creation.form.properties.items()}
    name = {"$ref": "#/components/schemas/Name", "description": "Who borrows."}
    days = {"type": "number", "minimum": 1, "default": 14, "description": "How long."}
    kinds = [{"type": "integer", "enum": [0, 1]}, {"type": "string", "enum": ["raw"]}]
    cover = {"oneOf": kinds, "description": "What to show."}
    assert nodes == {"borrower": name, "days": days, "cover": cover}
    reading = contract.operations["loans_get"]
    assert (reading.deprecated, reading.description) == (True, "A loan ends by itself.")
    assert reading.success.schema is not None
    assert reading.success.schema.items is not None
    assert reading.success.schema.items.types == ("string",)
    loan = contract.schemas["Loan"]
    assert loan.required == ("id",)
    assert loan.properties["notes"].types == ("array", "null")
    assert loan.properties["similarity"].node == {
        "type": "number",
        "deprecated": True,
        "description": "A ratio.",
    }
    assert creation.success.media is not None
    assert creation.success.media.example == {
        "id": "text",
        "notes": ["text"],
        "similarity": 0,
        "renewals": [{"name": 0}],
    }


def test_a_draft_does_as_the_operations_of_its_kind(documented: Path) -> None:
    new_operation(documented, "loans")
    contract = Contract(document(documented))
    for name in ("loans_list", "loans_create", "loans_get"):
        operation = contract.operations[name]
        assert operation.path_parameters[0].description == "Which shelf is meant."
        errors = {status: each.name for status, each in operation.responses.items() if not each.is_success}
        assert errors.keys() - {"503"} == {"401", "429", "default"}
        assert set(errors.values()) <= {"Failure", "FailureAlias"}
    assert "503" in contract.operations["loans_create"].responses


DOCUMENTED = sorted(
    path.stem for path in SPEC.glob("documented/*.yaml") if "\noperations:\n" in path.read_text("utf-8")
)


@pytest.mark.slow
@pytest.mark.parametrize("page", DOCUMENTED)
def test_a_documented_page_is_drafted_but_for_words(library: Path, page: str) -> None:
    shutil.copytree(SPEC / "documented", library / "documented", dirs_exist_ok=True)
    (library / "documented" / ENFORCEMENT).unlink()
    result = new_operation(library, page)
    assert result.output.splitlines()[-1].startswith(f"new-operation: drafted {page}_")
    findings = read(library).findings
    assert {finding.rule for finding in findings} <= {"filler"}, result.output
    for finding in findings:  # what a person puts into words
        file = library.parent / finding.position.file
        lines = file.read_text().splitlines(keepends=True)
        line, key, _ = lines[finding.position.line - 1].partition("description:")
        lines[finding.position.line - 1] = f"{line}{key} What a person knows of it.\n"
        file.write_text("".join(lines))
    reading = read(library)
    assert (reading.findings, reading.coverage.partial) == ([], {})
    assert page not in reading.coverage.waiting
    of_page = {key: count for key, count in reading.coverage.documented.items() if key[0] == page}
    assert {key: reading.coverage.described[key] for key in of_page} == of_page
    arguments = ["generate", "--spec", str(library), "--output", str(library.parent / "out"), "models"]
    generated = CliRunner().invoke(main, arguments)
    assert generated.exit_code == 0, generated.output


CRATES = """\
operations:
  - method: GET
    path: /crates
    summary: List the crates.
    provenance: [python]
    parameters:
      - {name: limit, in: query, type: integer, maximum: 250, meaning: Most of them., provenance: [python]}
      - {name: offset, in: query, type: integer, meaning: First of them., provenance: [python]}
      - {name: colour, in: query, type: string, meaning: What it looks like., provenance: [python]}
      - {name: width, in: query, type: string, meaning: Some width., provenance: [python]}
      - {name: like, in: query, type: string, meaning: Part of its name., provenance: [python]}
      - {name: width_max, in: query, type: integer, meaning: Widest., provenance: [python]}
    responses: [{status: 200, shape: array of Crate, provenance: [python]}]
  - method: POST
    path: /crates
    summary: Make a crate.
    provenance: [python]
    parameters:
      - {name: colour, in: form, type: string, meaning: What it looks like., provenance: [python]}
    responses: [{status: 201, shape: Crate, provenance: [python]}]
  - method: GET
    path: /crates/{crate}
    summary: Read a crate.
    provenance: [python]
    parameters: [{name: crate, in: path, type: string, required: true, meaning: Its id, provenance: [python]}]
    responses: [{status: 200, shape: Crate, provenance: [python]}]
objects:
  Crate:
    - {name: id, type: string, meaning: Tells it from others., provenance: [python]}
    - {name: colour, type: string, meaning: What it looks like., provenance: [python]}
    - {name: width, type: integer, meaning: How wide it is., provenance: [python]}
    - {name: created, type: integer, meaning: When it was made., provenance: [python]}
    - {name: resource_url, type: string (url), meaning: Where it is., provenance: [python]}
"""


def test_lists_and_resources_behave_as_others_as_far_as_names_tell(copied: Path) -> None:
    (copied / "documented/crates.yaml").write_text(CRATES)
    result = new_operation(copied, "crates")
    assert result.exit_code == 0, result.output
    contract = Contract(document(copied))
    operation = contract.operations["crates_list"]
    assert operation.node["x-list"] == {
        "paging": {"limit": "limit", "offset": "offset", "maximum": 250},
        "filters": {
            "colour": {"field": "colour", "match": "equal"},
            "width_max": {"field": "width", "match": "at-most"},
        },
        "others": {
            name: f"Decide which field {name} compares and how, or say what else it does."
            for name in ("width", "like")
        },
    }
    assert operation.query_parameters[0].schema.node == {"type": "integer"}
    creation = contract.operations["crates_create"]
    assert [link.operation for link in creation.success.links.values()] == ["crates_get"]
    refusal = creation.responses["400"].media
    assert refusal
    assert refusal.example["value"] == "colour has a value that cannot be used"
    (collection,) = (each for each in contract.collections if each.lists is operation)
    assert collection.resource == Resource("crate", key="id", created="created", url="resource_url")


def test_a_resource_is_drafted_once_it_can_be_made_and_read(library: Path) -> None:
    page = library / "resources/tales.yaml"
    for method, path, verb in (("POST", "/tales", "create"), ("GET", "/tales/{tale}", "get")):
        assert "x-resource" not in (page.read_text() if page.exists() else "")
        result = new_operation(library, "tales", method, path, verb)
        assert result.exit_code == 0, result.output
    assert page.read_text().count("\n  collection:\n    x-resource:\n      kind: tale\n") == 1
    assert new_operation(library, "tales", "DELETE", "/tales/{tale}", "delete").exit_code == 0
    assert page.read_text().count("x-resource") == 1


def test_an_operation_that_nobody_documented_passes_too(library: Path) -> None:
    for arguments in (
        ("tales", "POST", "/shelves/{shelf}/tales", "create"),
        ("tales", "GET", "/shelves/{shelf}/tales", "list"),
        ("tales", "GET", "/shelves/{shelf}/tales/{tale_id}", "get"),
        ("tales", "DELETE", "/shelves/{shelf}/tales/{tale_id}", "delete"),
        ("books", "GET", "/shelves/{shelf}/cover", "get_cover"),
    ):
        texts = {path: path.read_text() for path in library.rglob("*.yaml")}
        result = new_operation(library, *arguments)
        assert result.exit_code == 0, result.output
        assert all(only_grew(text, path.read_text()) for path, text in texts.items())
    contract = Contract(document(library))
    listing = contract.operations["tales_list"]
    assert listing.impact == "read"
    assert listing.success.schema is not None
    assert listing.success.schema.types == ("array",)
    assert contract.operations["tales_create"].form is not None
    assert [page.name for page in contract.pages][-1] == "tales"


@pytest.mark.parametrize(
    "arguments",
    [
        ("Tales", "GET", "/tales", "list"),
        ("../tales", "GET", "/tales", "list"),
        ("tales", "GET"),
        ("tales", "LOOK", "/tales", "list"),
        ("tales", "GET", "tales", "list"),
        ("tales", "GET", "/tales", "all"),
        ("tales",),
        ("books", "GET", "/shelves/{shelf}/books", "list"),
        ("tales", "PATCH", "/shelves/{shelf}/books", "update"),
        ("books",),
    ],
)
def test_what_makes_no_operation_is_said_in_a_line(library: Path, arguments: tuple[str, ...]) -> None:
    texts = {path: path.read_text() for path in library.rglob("*.yaml")}
    result = new_operation(library, *arguments)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
    assert {path: path.read_text() for path in library.rglob("*.yaml")} == texts


def test_without_a_page_it_says_what_a_page_is(library: Path) -> None:
    result = new_operation(library, "")
    assert (result.exit_code, result.output) == (2, "Error: name a page in small letters, such as notes\n")


@pytest.mark.parametrize(
    ("operation", "missing"),
    [(("GET", "", ""), "ENDPOINT and VERB"), (("", "/tales", "list"), "METHOD"), (("GET", "/tales"), "VERB")],
)
def test_what_is_missing_is_named(library: Path, operation: tuple[str, ...], missing: str) -> None:
    result = new_operation(library, "tales", *operation)
    assert result.exit_code == 2
    assert result.output.startswith(f"Error: without {missing} there is no operation; name METHOD, ")


@pytest.mark.parametrize(
    "blocks", ["paths: {}\n", "tags: []\npaths: {} # none yet\n", "paths: {}\ntags: [ ]"]
)
def test_an_empty_description_takes_its_first_operation(tmp_path: Path, blocks: str) -> None:
    head = "openapi: 3.1.1\ninfo: {title: Tales, version: 1.0.0, description: Tales.}\n"
    head += "servers: [{url: https://tales.example, description: The service.}]\n"
    (tmp_path / "openapi.yaml").write_text(f"{head}{blocks}")
    result = new_operation(tmp_path, "tales", "POST", "/tales", "create")
    assert result.output.splitlines()[-1].startswith("new-operation: drafted tales_create; ")
    described = document(tmp_path)
    assert described["paths"]["/tales"]["post"]["operationId"] == "tales_create"
    assert [tag["name"] for tag in described["tags"]] == ["tales"]


@pytest.mark.parametrize(
    "tags", [" [{name: books, description: Read.}]", "\n- name: books\n  description: Read."]
)
def test_blocks_in_another_style_are_left_alone(library: Path, tags: str) -> None:
    root = library / "openapi.yaml"
    root.write_text(re.sub(r"(?s)(?<=\ntags:).*(?=\npaths:)", tags, root.read_text()))
    texts = {path: path.read_text() for path in library.rglob("*.yaml")}
    result = new_operation(library, "tales", "POST", "/tales", "create")
    assert result.exit_code == 2
    assert result.output.startswith("Error: openapi.yaml cannot be added to as it is written; write ")
    assert {path: path.read_text() for path in library.rglob("*.yaml")} == texts


def test_errors_are_those_that_most_operations_have(copied: Path) -> None:
    assert new_operation(copied, "notes", "POST", "/accounts/{id}/notes", "create").exit_code == 0
    created = document(copied)["paths"]["/accounts/{id}/notes"]["post"]
    assert created["responses"]["404"] == {"$ref": "#/components/responses/NotFoundOnWrite"}


def test_a_description_with_findings_is_left_alone(documented: Path) -> None:
    path = documented / "resources/books.yaml"
    path.write_text(path.read_text().replace("x-impact: read", "x-impact: reed", 1))
    result = new_operation(documented, "loans")
    assert result.exit_code == 2
    assert not (documented / "resources/loans.yaml").exists()
