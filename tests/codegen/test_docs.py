from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests import shapes
from tests.codegen.page_reader import Reader

from contextio_contract.codegen.docs.changelog import changelog
from contextio_contract.codegen.docs.page import render, write_docs
from contextio_contract.codegen.rulebook.rules import documented_rules
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.codegen.conftest import Operation

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec"
HOSTILE = (
    "</style></script><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) \"'&"
)


def test_everything_described_has_a_place(
    reader: Reader, bundle: dict[str, Any], operation: Operation
) -> None:
    assert operation.name in reader.ids
    for parameter in operation.arguments("path") | operation.arguments("query"):
        assert f"{operation.name}.{parameter}" in reader.ids
    for form in operation.forms():
        assert {f"{operation.name}.{field}" for field in form} <= reader.ids
    forms = {name for name in bundle["components"]["schemas"] if name.endswith("Form")}
    assert bundle["components"]["schemas"].keys() - forms <= reader.ids


def test_every_documented_rule_and_source_has_a_place(reader: Reader, bundle: dict[str, Any]) -> None:
    rules = documented_rules(Contract(bundle), SPEC)
    assert rules
    assert {f"rule-{rule.id}" for rule in rules} <= reader.ids
    codes = conventions(SPEC).sources
    assert {f"source-{code}" for code in codes} <= reader.ids
    assert {code for rule in rules for code in rule.fact.data["provenance"]} <= codes.keys()


def test_the_flow_of_the_description_is_drawn_and_told(reader: Reader, bundle: dict[str, Any]) -> None:
    (flow,) = (tag["x-flow"] for tag in bundle["tags"] if "x-flow" in tag)
    for number, step in enumerate(flow["steps"], 1):
        assert f"{number}. {step['sends']}" in reader.text
        assert step["told"] in reader.text


def test_the_behaviour_of_lists_and_new_resources_is_told(reader: Reader, bundle: dict[str, Any]) -> None:
    words = " ".join(reader.text.split())
    contract = Contract(bundle)
    filters = [
        each.description
        for operation in contract.operations.values()
        for each in (operation.listing.filters.values() if operation.listing else ())
    ]
    resources = [each.resource for each in contract.collections]
    initial = [f"{name} is {json.dumps(value)}" for each in resources for name, value in each.initial.items()]
    lifetimes = [
        f"it ends at {each.lifetime[0]}, {each.lifetime[1]:,} seconds" for each in resources if each.lifetime
    ]
    mapped = [
        f"What is sent as {name} {f'reads back in {target}' if target else 'does not read back'}."
        for each in resources
        for name, target in each.reads_back.items()
    ]
    assert filters
    for sentence in (*(each.replace("`", "") for each in filters), *initial, *lifetimes, *mapped):
        assert sentence in words
    assert "The list is in the order of creation, oldest first." in words


@pytest.mark.slow
def test_a_query_parameter_that_is_no_filter_is_told(bundle: dict[str, Any]) -> None:
    described = copy.deepcopy(bundle)
    described["paths"]["/accounts"]["get"]["x-list"]["others"] = {"fields": "It adds fields to accounts."}
    assert "fields: It adds fields to accounts." in Reader(render(Contract(described), SPEC)).text


def test_what_enforces_a_rule_is_told(reader: Reader, bundle: dict[str, Any]) -> None:
    words = " ".join(reader.text.split())
    told = {
        "unobservable": "Not observable over HTTP: ",
        "decided": "Decided otherwise: ",
        "open": "Not checked yet: ",
    }
    rules = [each.enforced_by[0] for each in documented_rules(Contract(bundle), SPEC)]
    assert {each["kind"] for each in rules} >= told.keys()
    for by in rules:
        assert by["kind"] not in told or told[by["kind"]] + by["why"].replace("`", "") in words
        assert "open" not in by or told["open"] + by["open"] in words


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda step: step.pop("told"), "step 1 of x-flow has no told"),
        (lambda step: step.update(to="Postman"), "step 1 of x-flow names Postman, which there is not"),
        (lambda step: step.update(calls="connect"), "step 1 of x-flow names connect, which there is not"),
    ],
)
def test_a_flow_that_cannot_be_drawn_is_refused(
    bundle: dict[str, Any], tmp_path: Path, spoil: Callable[[dict[str, Any]], None], reason: str
) -> None:
    spoilt = copy.deepcopy(bundle)
    (flow,) = (tag["x-flow"] for tag in spoilt["tags"] if "x-flow" in tag)
    spoil(flow["steps"][0])
    with pytest.raises(CannotGenerateError, match=reason):
        write_docs(Contract(spoilt), tmp_path / "docs", SPEC)


def test_an_operation_without_a_page_is_refused(bundle: dict[str, Any]) -> None:
    spoilt = copy.deepcopy(bundle)
    del spoilt["paths"]["/accounts"]["get"]["tags"]
    with pytest.raises(CannotGenerateError, match="accounts_list has no tag, which names its page"):
        render(Contract(spoilt), SPEC)


def test_disputes_are_told(reader: Reader) -> None:
    words = " ".join(reader.text.split())
    assert "Sources disagree Values over 100 are not allowed. (docs2018) Here: They are allowed" in words


@pytest.mark.slow
def test_texts_of_the_description_are_texts(reader: Reader, bundle: dict[str, Any]) -> None:
    def spoiled(node: Any) -> Any:
        if isinstance(node, list):
            return [spoiled(each) for each in node]
        if not isinstance(node, dict):
            return node
        texts = {"title", "summary", "description", "reading", "decision", "example"}
        return {
            key: HOSTILE if key in texts and isinstance(value, str) else spoiled(value)
            for key, value in node.items()
        }

    def active(page: Reader) -> list[str]:
        return [tag for tag, _ in page.tags if tag in {"script", "style", "img"}]

    spoilt = Reader(render(Contract(spoiled(bundle)), SPEC))
    assert active(spoilt) == active(reader)
    assert HOSTILE.split(" [", maxsplit=1)[0] in spoilt.text
    for _, attributes in spoilt.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert not (attributes.get("href") or "").startswith("javascript:")


@pytest.fixture
def shelf() -> dict[str, Any]:
    """A description whose operations take and answer what the API's own do not, much of it by reference."""
    text = {"type": "string"}
    return {
        "info": {"title": "Shelf", "version": "1"},
        "servers": [{"url": "https://shelf.example/v1"}],
        "tags": [{"name": "books"}],
        "paths": {
            "/books": {
                "put": {
                    "operationId": "books_put",
                    "tags": ["books"],
                    "summary": "Put books up.",
                    "parameters": [
                        {"name": "ids", "in": "query", "required": True, "schema": {}, "example": ["a", 1]},
                        {"name": "X-Hint", "in": "header", "schema": text},
                        {"name": "theme", "in": "cookie", "content": {"text/plain": {"schema": text}}},
                    ],
                    "requestBody": {"$ref": "#/components/requestBodies/Alias"},
                    "responses": {
                        "200": {"$ref": "#/components/responses/Cover"},
                        "204": {"description": "Nothing more."},
                        "303": {"description": "Elsewhere.", "headers": {"Location": {"schema": text}}},
                        "4XX": {
                            "description": "Refused.",
                            "content": {"text/plain": {"example": "Not <here>."}},
                        },
                    },
                }
            },
            "/books/{isbn}": {
                "parameters": [{"name": "isbn", "in": "path", "required": True, "schema": text}],
                "post": {
                    "operationId": "books_upload",
                    "tags": ["books"],
                    "summary": "Upload a book.",
                    "requestBody": {"content": {"application/epub+zip": {}}},
                    "responses": {"201": {"description": "Made."}},
                },
            },
        },
        "components": {
            "requestBodies": {
                "Alias": {"$ref": "#/components/requestBodies/Books"},
                "Books": {
                    "description": "Which books.",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Books"},
                            "examples": {"two": {"$ref": "#/components/examples/Two"}},
                        }
                    },
                },
            },
            "responses": {"Cover": {"description": "The cover.", "content": {"image/png": {}}}},
            "examples": {"Two": {"summary": "Two books", "value": {"add": ["a", "b"]}}},
            "schemas": {
                "Books": {"allOf": [{"$ref": "#/components/schemas/Change"}], "required": ["add"]},
                "Change": {"properties": {"add": {"type": "array", "items": text, "example": ["a"]}}},
            },
        },
    }


def test_operations_of_every_shape_are_shown(shelf: dict[str, Any], tmp_path: Path) -> None:
    page = Reader(render(Contract(shelf), tmp_path))
    words = " ".join(page.text.split())
    assert {"books_put.ids", "books_put.X-Hint", "books_put.theme", "books_put.add"} <= page.ids
    assert 'ids any value required example ["a", 1]' in words
    assert "Header parameters X-Hint string Cookie parameters theme string" in words
    assert "Request body Which books. The body is Books. add array of string required" in words
    assert """--data-raw '{"add": ["a", "b"]}'""" in page.codes["books_put-sample-1"]
    assert "200 OK image/png The cover. The body is image/png." in words
    assert "204 No Content Nothing more. There is no body." in words
    assert "303 See Other Elsewhere. There is no body. Header Location" in words
    assert "4XX any other 4xx text/plain Refused." in words
    assert "text/plain any other 4xx Not <here>." in words
    assert "Request body The body is application/epub+zip. Responses" in words


def test_operations_of_every_kind_are_shown(tmp_path: Path) -> None:
    page = Reader(render(Contract(shapes.document()), tmp_path))
    words = " ".join(page.text.split())
    assert {"shapes_list_changes.shape-id", "shapes_list_changes.query_shape-id"} <= page.ids
    assert "message bytes required" in words
    assert "at most 2,000 bytes message/rfc822" in words
    assert "Sent as multipart/form-data." in words
    assert "The body is */*. Or the body is text/uri-list, with as_link=1." in words
    assert "The body is map of array of string. Or the body is text/plain, with raw=1." in words
    assert "The body is array of Shape or array of ShapeGroup." in words
    assert "grouped=1 lists objects of ShapeGroup." in words
    assert "204 No Content It is deleted. There is no body." in words
    assert "302 Found The bytes are at another address. There is no body. Header Location" in words
    assert "4XX any other 4xx UnexpectedError" in words
    assert "Header parameters X-Reason string Why it is deleted. example It was wrong." in words
    assert "from array of string Addresses of those who drew, separated by commas. example ada@" in words
    assert "0 1 raw · example raw" in words
    assert "Printing map of map of Tray or null" in words.replace("Times by printer and tray. ", "")
    assert '\nurl="http://127.0.0.1:8080/app/status"\n' in page.codes["status_get-sample-1"]
    assert 'base_url="http://127.0.0.1:8080/2.0"' in page.codes["status_get-sample-2"]


def test_the_behaviour_of_every_kind_is_told(tmp_path: Path) -> None:
    words = " ".join(Reader(render(Contract(shapes.document()), tmp_path)).text.split())
    for sentence in (
        "The list is in the order of drawn-at, the greatest first.",
        "sort_order takes another direction: asc or desc.",
        "Without limit an answer has at most 25 elements.",
        "include_style=1 adds style, whose type is then object.",
        "include_style=raw adds style, whose type is then string.",
        "shape-id may also be the message_id of the shape.",
        "subject reads the header Subject of message.",
        "The elements are addresses of what shapes_get_album reads; filters and order compare fields of",
        "The elements are also those of shapes_list.",
        "shapes_get_printing shows it, where printed grows once it is done.",
        "Changes labels of what shapes_get reads. Each object holds a value of that list in name.",
        "What is sent as add and add[] adds to that list.",
        "What is sent as remove and remove[] removes from that list.",
    ):
        assert sentence in words


def test_the_whole_story_is_left_out_and_long_examples_are_cut(tmp_path: Path) -> None:
    described = shapes.document()
    content = described["paths"]["/shapes"]["get"]["responses"]["200"]["content"]["application/json"]
    shape = content["examples"]["some"]["value"][0]
    content["examples"]["some"]["value"] = [{**shape, "id": f"n{number}"} for number in range(100)]
    page = Reader(render(Contract(described), tmp_path))
    assert "All shapes" not in page.text
    assert '"n0"' in page.text
    assert '"n99"' not in page.text
    (more,) = re.findall(r"… (\d+) more elements", page.text)
    assert f'"n{99 - int(more)}"' in page.text
    assert f'"n{100 - int(more)}"' not in page.text


def test_each_response_is_told_and_has_its_place(reader: Reader, operation: Operation) -> None:
    places = {f"{operation.name}.{status}" for status in operation.described.responses}
    assert places <= reader.ids
    tabs = [
        attributes
        for _, attributes in reader.tags
        if attributes.get("id") == f"{operation.name}-statuses" and attributes.get("role") == "tablist"
    ]
    assert len(tabs) == 1


def test_an_object_says_where_it_is_used_and_has_an_example(reader: Reader) -> None:
    words = " ".join(reader.text.split())
    assert "Returned by List sources, Get source" in words
    assert "Used in Account.sources, ConnectTokenAccount.sources" in words
    assert "type string Kind of the mailbox. Always imap" in words
    assert '"authentication_type": "password"' in reader.text


def test_the_changelog_of_the_description_is_told(reader: Reader, tmp_path: Path) -> None:
    versions = changelog(SPEC)
    assert {f"changelog-{version}" for version in versions} <= reader.ids
    assert changelog(tmp_path) == {}
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\nWords.\n\n## 1.1\n\n### Added\n- A.\n\n## 1.0\n- B.\n"
    )
    assert changelog(tmp_path) == {"1.1": "#### Added\n- A.", "1.0": "- B."}


def test_menu_items_say_what_is_done_to_what(reader: Reader) -> None:
    words = " ".join(reader.text.split())
    for label in (
        "List accounts GET",
        "Get message source GET",
        "Get application webhook GET",
        "Expunge source folder",
    ):
        assert label in words
