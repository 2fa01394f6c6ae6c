"""Answers of operations that nobody has written a handler for: their example, or what the schema allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from contextio_contract.server.validation import Contract

_DEPTH: Final = 20
_SIMPLE: Final[dict[str, Any]] = {
    "array": [],
    "boolean": False,
    "integer": 0,
    "null": None,
    "number": 0,
    "string": "text",
}


def example_of(contract: Contract, answer: dict[str, Any]) -> Any:
    """Return a body for a response object of the bundle; the same one each time.

    Args:
        contract: what its references point into.
        answer: the response object.
    """
    media = answer.get("content", {}).get("application/json", {})
    if "example" in media:
        return media["example"]
    for example in media.get("examples", {}).values():
        return contract.resolved(example)["value"]
    return _from_schema(contract, media.get("schema", {}), _DEPTH)


def _from_schema(contract: Contract, schema: dict[str, Any], depth: int) -> Any:
    schema = contract.resolved(schema)
    if "const" in schema:
        return schema["const"]
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][0]
    for key in ("example", "default"):
        if key in schema:
            return schema[key]
    for key in ("oneOf", "anyOf"):
        if schema.get(key):
            return _from_schema(contract, schema[key][0], depth)
    parts = [schema, *map(contract.resolved, schema.get("allOf", []))]
    names = [name for part in parts for name in part.get("required", [])]
    properties = {name: node for part in parts for name, node in part.get("properties", {}).items()}
    if names or properties or schema.get("type") == "object":
        return {name: _from_schema(contract, properties.get(name, {}), depth - 1) for name in names if depth}
    kind = schema.get("type", "object")
    value = _SIMPLE.get(kind[0] if isinstance(kind, list) else kind, {})
    return schema.get("minimum", value)
