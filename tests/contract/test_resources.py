"""Collections and the names of their elements, found by paths, links and schemas."""

from __future__ import annotations

from typing import Any

import pytest

from contextio_contract.contract import Collection, Contract, Exchange, PathTemplate
from contextio_contract.contract.resources import enclosing_element

NOTE = {"type": "object", "properties": {"key": {"type": "string"}, "text": {"type": "string"}}}


def json_response(schema: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"description": "x", "content": {"application/json": {"schema": schema}}, **others}


def contract_with(listing: dict[str, Any], links: dict[str, Any]) -> Contract:
    parameter = {"name": "note", "in": "path", "required": True, "schema": {"type": "string"}}
    paths = {
        "/notes": {
            "get": {"operationId": "notes_list", "responses": {"200": json_response(listing)}},
            "post": {
                "operationId": "notes_create",
                "responses": {"201": json_response(NOTE, links=links)},
            },
        },
        "/notes/{note}": {
            "parameters": [parameter],
            "get": {"operationId": "notes_get", "responses": {"200": json_response(NOTE)}},
            "delete": {"operationId": "notes_delete", "responses": {"200": {"description": "x"}}},
        },
    }
    return Contract({"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": paths})


def described(listing: dict[str, Any], links: dict[str, Any]) -> Collection:
    (collection,) = contract_with(listing, links).collections
    return collection


LINK = {"read": {"operationId": "notes_get", "parameters": {"note": "$response.body#/key"}}}


@pytest.mark.parametrize(
    "listing",
    [
        {"type": "array", "items": NOTE},
        {"type": "object", "properties": {"notes": {"type": "array", "items": NOTE}}},
    ],
)
def test_operations_belong_together(listing: dict[str, Any]) -> None:
    collection = described(listing, LINK)
    assert [operation.id for operation in collection.operations] == [
        "notes_list",
        "notes_create",
        "notes_get",
        "notes_delete",
    ]
    assert collection.is_writable
    assert collection.resource.kind == "note"
    assert collection.element == PathTemplate("/notes/{note}")


def test_a_link_tells_which_property_is_the_name() -> None:
    listing = {"type": "array", "items": NOTE}
    assert described(listing, LINK).key == "key"
    assert described(listing, {}).key is None


def test_nested_paths_lie_in_elements() -> None:
    assert enclosing_element(PathTemplate("/notes/{note}/parts")) == PathTemplate("/notes/{note}")
    assert enclosing_element(PathTemplate("/notes/{note}")) is None


def test_a_path_without_a_parameter_names_no_resource() -> None:
    for path in ("/notes", "/notes/{}", "/notes/note}"):
        assert not PathTemplate(path).names_resource


@pytest.mark.parametrize(
    ("expression", "exchange"),
    [
        ("$response.body#/key", Exchange(response_body={"key": "a/b"})),
        ("$response.body#/notes/0/key", Exchange(response_body={"notes": [{"key": "a/b"}]})),
        ("$response.header.Location", Exchange(response_headers={"location": "a/b"})),
        ("$request.body#/key", Exchange(body={"key": "a/b"})),
        ("$request.query.key", Exchange(query={"key": "a/b"})),
        ("a/b", Exchange()),
    ],
)
def test_created_resources_are_named_by_any_runtime_expression(expression: str, exchange: Exchange) -> None:
    links = {"remove": {"operationId": "notes_delete", "parameters": {"path.note": expression}}, **LINK}
    contract = contract_with(NOTE, links)
    creation = contract.operations["notes_create"]
    assert list(contract.created_resources(creation, exchange)) == [("notes", "a/b")]


@pytest.mark.parametrize("name", [None, "", True, {}, ["a"]])
def test_what_is_no_name_names_no_created_resource(name: object) -> None:
    links = {"remove": {"operationId": "notes_delete", "parameters": {"note": "$response.body#/key"}}}
    contract = contract_with(NOTE, links)
    creation = contract.operations["notes_create"]
    assert not list(contract.created_resources(creation, Exchange(response_body={"key": name})))
    assert not list(contract.created_resources(contract.operations["notes_get"], Exchange()))
