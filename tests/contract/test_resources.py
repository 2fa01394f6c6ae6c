"""Collections and the names of their elements, found by paths, links and schemas."""

from __future__ import annotations

from typing import Any

import pytest

from contextio_contract.contract import Collection, Contract, PathTemplate
from contextio_contract.contract.resources import enclosing_element

NOTE = {"type": "object", "properties": {"key": {"type": "string"}, "text": {"type": "string"}}}


def json_response(schema: dict[str, Any], **others: Any) -> dict[str, Any]:
    return {"description": "x", "content": {"application/json": {"schema": schema}}, **others}


def described(listing: dict[str, Any], links: dict[str, Any]) -> Collection:
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
    contract = Contract({"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": paths})
    (collection,) = contract.collections
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
    assert collection.kind == "note"
    assert collection.element == PathTemplate("/notes/{note}")


def test_a_link_tells_which_property_is_the_name() -> None:
    listing = {"type": "array", "items": NOTE}
    assert described(listing, LINK).key == "key"
    assert described(listing, {}).key is None


def test_nested_paths_lie_in_elements() -> None:
    assert enclosing_element(PathTemplate("/notes/{note}/parts")) == PathTemplate("/notes/{note}")
    assert enclosing_element(PathTemplate("/notes/{note}")) is None
