"""Operations that nobody has written a handler for."""

from __future__ import annotations

import pytest

from contextio_contract.server.examples import example_of
from contextio_contract.server.validation import Contract

_SCHEMA = {
    "type": "object",
    "required": ["id", "count", "kind", "list", "either", "deep"],
    "properties": {
        "id": {"$ref": "#/components/schemas/Id"},
        "count": {"type": "integer", "minimum": 3},
        "kind": {"enum": ["a", "b"]},
        "list": {"type": "array", "items": {"type": "string"}},
        "either": {"oneOf": [{"const": False}, {"type": "integer"}]},
        "deep": {
            "allOf": [
                {"type": "object", "required": ["x"], "properties": {"x": {"type": ["string", "null"]}}}
            ]
        },
        "optional": {"type": "string"},
    },
}
_CONTRACT = Contract(
    {"components": {"schemas": {"Id": {"type": "string", "default": "d"}}, "examples": {"E": {"value": [1]}}}}
)


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        ({"example": {"a": 1}, "schema": _SCHEMA}, {"a": 1}),
        ({"examples": {"one": {"$ref": "#/components/examples/E"}}, "schema": _SCHEMA}, [1]),
        (
            {"schema": _SCHEMA},
            {"id": "d", "count": 3, "kind": "a", "list": [], "either": False, "deep": {"x": "text"}},
        ),
        ({}, {}),
    ],
)
def test_the_example_comes_first_then_the_schema(media: dict[str, object], expected: object) -> None:
    assert example_of(_CONTRACT, {"content": {"application/json": media}}) == expected
