"""References stand wherever OpenAPI allows them, or lint says what to write in their place."""

from __future__ import annotations

import copy
import itertools
import json
from typing import TYPE_CHECKING, Any, Final

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.description.access import everything
from tests.description.conftest import library_in

from contextio_contract.description import Coverage, Reading, read, validated
from contextio_contract.description.lint.grammar import field_of
from contextio_contract.description.lint.specification import validate
from contextio_contract.description.source.bundler import Bundle
from contextio_contract.description.source.files import load
from contextio_contract.description.source.finding import Position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOOKS: Final = "resources/books.yaml"
SECTIONS: Final = {
    "parameter": "parameters",
    "header": "headers",
    "request-body": "requestBodies",
    "response": "responses",
    "example": "examples",
    "link": "links",
    "callback": "callbacks",
}


def contract_of(spec: Path) -> dict[str, Any]:
    """Return what the contract of a sound description says."""
    reading = read(spec)
    assert [str(finding) for finding in reading.findings] == []
    assert reading.bundle is not None
    return everything(reading.bundle.document)


def edit(spec: Path, name: str, old: str, new: str) -> list[str]:
    """Replace a text; return what is found."""
    text = (spec / name).read_text("utf-8")
    assert old in text
    (spec / name).write_text(text.replace(old, new, 1), "utf-8")
    return [str(finding) for finding in read(spec).findings]


def test_a_description_of_nothing_but_references_is_read_to_its_end(library: Path) -> None:
    contract = contract_of(library)
    creation, reading = str(contract["books_create"]), str(contract["books_get"])
    assert "['shelf', 'path', True, 'north'," in creation
    assert "[['emma', 'A novel', {'title': 'Emma', 'callback_url': 'https://app.example/'}]]" in creation
    assert "['read', 'books_get', {'shelf'" in creation
    assert "['shelf', 'books_list', {'shelf'" in creation
    assert "['read', '{$request.body#/callback_url}', 'POST', [[['application/json'," in creation
    assert "['X-Total', 3]" in str(contract["books_list"])
    assert "[['emma', 'A novel', {'kind': 'paper', 'title': 'Emma'}]]" in reading


@pytest.mark.slow
def test_the_reference_validator_of_openapi_agrees(whole: Path) -> None:
    for spec in (whole, library_in(whole / "library")):
        bundle = read(spec).bundle
        assert bundle is not None
        document = json.loads(bundle.to_json())
        assert [error.message for error in OpenAPIV31SpecValidator(document).iter_errors()] == []


def test_an_error_that_only_the_reference_validator_knows_is_a_finding() -> None:
    responses = {"200": {"description": "A book."}}
    document = {
        "openapi": "3.1.1",
        "info": {"title": "Shelf", "version": "1"},
        "paths": {"/books/{book}": {"get": {"operationId": "books_get", "responses": responses}}},
    }
    bundle = Bundle(document, {(): Position("spec/openapi.yaml", 1, 1)})
    assert list(validate(bundle)) == []
    (finding,) = validated(Reading(bundle, [], Coverage())).findings
    assert (finding.rule, finding.position.line) == ("openapi", 1)
    assert "book" in finding.message


def move_objects(
    kind: str, node: dict[str, Any], sections: dict[str, dict[str, Any]], numbers: Iterator[int]
) -> None:
    """Move every object that has a section out of a node, and leave references to references to it."""
    for key in list(node):
        field = field_of(kind, key)
        stated = field.child if field else ""
        inner = stated.strip("{}[]")
        holder: Any = node if inner == stated else node[key]
        for name in (
            [key] if holder is node else list(holder) if isinstance(holder, dict) else range(len(holder))
        ):
            child = holder[name]
            if not inner or not isinstance(child, dict) or "$ref" in child:
                continue
            move_objects(inner, child, sections, numbers)
            if inner in SECTIONS:
                number, section = next(numbers), sections.setdefault(SECTIONS[inner], {})
                section[f"Alias{number}"] = {"$ref": f"#/{SECTIONS[inner]}/Moved{number}"}
                section[f"Moved{number}"] = child
                holder[name] = {"$ref": f"#/{SECTIONS[inner]}/Alias{number}"}


@pytest.mark.slow
def test_moving_every_object_behind_two_references_changes_nothing(whole: Path) -> None:
    before = contract_of(whole)
    numbers = itertools.count()
    for path in whole.glob("resources/*.yaml"):
        file = load(path, path.name, [])
        assert file is not None
        sections: dict[str, dict[str, Any]] = {}
        data = copy.deepcopy(file.data)
        for item in data["pathItems"].values():
            move_objects("path-item", item, sections, numbers)
        for section, entries in sections.items():
            data.setdefault(section, {}).update(entries)
        path.write_text(json.dumps(data), "utf-8")
    assert next(numbers) > 10
    assert contract_of(whole) == before


NO_COMPONENT = "names no component; write <file>#/<section>/<Name>, such as #/schemas/Account"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("#/responses/BooksAlias", "#/pathItems/instance/get/responses/200", NO_COMPONENT),
        ("#/responses/BooksAlias", "../common.yaml", NO_COMPONENT),
        ("#/responses/BooksAlias", "#/responses/Books/content", NO_COMPONENT),
        (
            "#/responses/BooksAlias",
            "#/schemas/Paper",
            "schemas cannot stand in this place; refer to one of resp",
        ),
        (
            "#/requestBodies/BookAlias",
            "#/links/Read",
            "links cannot stand in this place; refer to one of requ",
        ),
        ("#/pathItems/notification", "#/schemas/Paper", "refer to one of pathItems"),
        ("#/schemas/BookCreateForm", "#/pathItems/instance", "is no field of a schema"),
        ("#/schemas/BookCreateForm", "https://example.com/x.json", "leads out of the description"),
        ("#/schemas/BookCreateForm", "#form", NO_COMPONENT),
        ('paper: "#/schemas/Paper"', "paper: Papper", "#/schemas/Papper does not exist; write Paper"),
        (
            'paper: "#/schemas/Paper"',
            "paper: Audio",
            "#/schemas/Audio does not exist; add Audio to schemas of",
        ),
        ('paper: "#/schemas/Paper"', 'paper: "lab.yaml#/schemas/A"', "there is no file resources/lab.yaml"),
        ('paper: "#/schemas/Paper"', 'paper: "#/links/Read"', "names no schema; refer to one of schemas"),
        (
            'paper: "#/schemas/Paper"',
            'paper: "#/schemas/BookCreateForm"',
            "is no member of the union; add it",
        ),
        ("propertyName: kind", "propertyName: kindd", "Paper has no property kindd; write kind"),
        ("~1books/get", "~1books/put", "there is no operation #/paths/"),
        ("~1books/get", "~1books", "names no operation below the paths of openapi.yaml; write operationId"),
        ("../openapi.yaml#/paths", "#/paths", "names no operation below the paths of openapi.yaml"),
        ("../openapi.yaml#/paths", "https://example.com/x.yaml#/paths", "leads out of the description"),
        (
            "        description: List the shelf",
            "        operationId: books_list\n        description: List",
            "remove",
        ),
    ],
)
def test_a_reference_that_may_not_stand_says_what_to_write(
    library: Path, old: str, new: str, says: str
) -> None:
    findings = edit(library, BOOKS, old, new)
    assert any(says in finding for finding in findings), findings


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("openapi.yaml", 'alias"}', 'alias", summary: Books.}', "summary has no meaning"),
        ("openapi.yaml", "info:\n", "info:\n  $ref: '#/schemas/Paper'\n", "names no component"),
        ("openapi.yaml", "  - name: books", "  - $ref: 'common.yaml#/schemas/Name'", "in place of a tag"),
    ],
)
def test_a_reference_where_openapi_has_none_is_found(
    library: Path, name: str, old: str, new: str, says: str
) -> None:
    findings = edit(library, name, old, new)
    assert any(says in finding for finding in findings), findings


def test_a_schema_that_a_mapping_alone_refers_to_is_bundled(library: Path) -> None:
    text = (library / BOOKS).read_text("utf-8")
    text = text.replace('      - $ref: "#/schemas/Braille"\n', "")
    (library / BOOKS).write_text(text, "utf-8")
    reading = read(library)
    assert [finding.rule for finding in reading.findings] == ["discriminator"]
    assert reading.bundle is not None
    assert "Braille" in reading.bundle.document["components"]["schemas"]


def test_mappings_are_references_to_components_in_the_bundle(library: Path) -> None:
    bundle = read(library).bundle
    assert bundle is not None
    assert bundle.document["components"]["schemas"]["Medium"]["discriminator"]["mapping"] == {
        "paper": "#/components/schemas/Paper",
        "audio": "#/components/schemas/Audio",
        "braille": "#/components/schemas/Braille",
    }


def test_references_in_values_stay_as_they_are(library: Path) -> None:
    (finding,) = edit(library, BOOKS, "{title: Emma, callback", "{$ref: 'no.yaml#/x', title: Emma, callback")
    assert "example-known: no schema describes $ref" in finding


def test_a_path_item_of_the_root_that_no_path_refers_to_is_found(library: Path) -> None:
    (finding,) = edit(library, "openapi.yaml", "  pathItems:\n", "  pathItems:\n    Lost: {}\n")
    assert "openapi.yaml:22:5: unused-component: no path refers to the path item Lost" in finding


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../common.yaml#/components/responses/Failure", "../common.yaml#/responses/Failure"),
        ("../common.yaml#responses/Failure", "../common.yaml#/responses/Failure"),
        ("../common.yaml#/response/Failure", "../common.yaml#/responses/Failure"),
        ("../common.yml#/responses/Failure", "../common.yaml#/…"),
        ("../common.yaml/responses/Failure", "../common.yaml#/responses/Failure"),
        ("..\\common.yaml#/responses/Failure", "../common.yaml#/…"),
    ],
)
def test_a_reference_that_misses_by_a_sign_is_written_out(library: Path, written: str, meant: str) -> None:
    path = library / BOOKS
    text = path.read_text("utf-8")
    reference = '"../common.yaml#/responses/FailureAlias"'
    assert reference in text
    path.write_text(text.replace(reference, f"'{written}'", 1), "utf-8")
    assert f"write {meant}" in {finding.fix for finding in read(library).findings if finding.rule == "ref"}
