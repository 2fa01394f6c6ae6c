"""Schemas seen through `allOf` and references, and values that they allow."""

from __future__ import annotations

from typing import Any

import pytest

from contextio_contract.contract import ContractError, Document, Schema
from contextio_contract.contract.values import example_value


def schema(node: Any, **components: Any) -> Schema:
    return Schema(node, Document({"components": {"schemas": components}}))


@pytest.mark.parametrize(
    "node",
    [
        {"type": "string", "pattern": "^[0-9]{4}$"},
        {"type": "string", "format": "email"},
        {"type": "string", "format": "uri"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "minLength": 70},
        {"type": "integer", "minimum": 3},
        {"type": "integer", "exclusiveMinimum": 3, "multipleOf": 5},
        {"type": "number", "maximum": -2},
        {"type": "boolean"},
        {"type": ["string", "null"]},
        {"type": "array", "items": {"type": "integer"}, "minItems": 2},
        {"enum": ["a", "b"]},
        {"const": False},
        {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 1}}},
        {"allOf": [{"type": "object", "required": ["a"], "properties": {"a": {"const": 1}}}]},
        {"oneOf": [{"type": "integer", "minimum": 9}, {"const": False}]},
        {"$ref": "#/components/schemas/Tree"},
        {},
        True,
    ],
)
def test_values_are_valid(node: Any) -> None:
    tree = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Tree"}}}
    found = schema(node, Tree=tree)
    assert found.is_valid(example_value(found))


def test_recursive_schemas_have_a_value() -> None:
    reference = {"$ref": "#/components/schemas/Tree"}
    tree = {"type": "object", "required": ["next"], "properties": {"next": reference}}
    assert example_value(schema(reference, Tree=tree)) == {"next": {}}


def test_full_values_have_what_is_optional() -> None:
    reference = {"$ref": "#/components/schemas/Tree"}
    texts = {"type": "object", "additionalProperties": {"type": "integer"}}
    leaves = {"type": "array", "items": {"type": "boolean"}}
    properties = {"next": reference, "leaves": leaves, "texts": texts}
    tree = schema(reference, Tree={"type": "object", "properties": properties})
    assert example_value(tree) == {}
    assert example_value(tree, full=True) == {"leaves": [True], "texts": {"name": 0}}


def test_all_of_is_seen_as_one() -> None:
    base = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {}}}
    found = schema(
        {"allOf": [{"$ref": "#/components/schemas/Base"}], "properties": {"b": {"type": "integer"}}},
        Base=base,
    )
    assert (found.types, found.required) == (("object",), ("a",))
    assert found.properties["b"].types == ("integer",)


def test_endless_all_of_is_refused() -> None:
    loop = {"allOf": [{"$ref": "#/components/schemas/Loop"}]}
    with pytest.raises(ContractError, match="allOf"):
        _ = schema({"$ref": "#/components/schemas/Loop"}, Loop=loop).parts


def test_invalid_schemas_are_refused() -> None:
    with pytest.raises(ContractError, match="cannot be compiled"):
        _ = schema({"type": "sting"}).validator
    with pytest.raises(ContractError, match="cannot be compiled"):
        _ = schema({"$ref": "#/components/schemas/None"}).validator


def test_error_messages_repeat_no_values() -> None:
    errors = schema({"type": "integer"}).validator.iter_errors("secret")
    assert all("secret" not in error.message for error in errors)
