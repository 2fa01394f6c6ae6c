"""Values that schemas allow, for what no example tells: the same value each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from contextio_contract.server.http.parameters import Contract

_DEPTH: Final = 20
_MAX_LENGTH: Final = 1000
_TEXTS: Final[tuple[str, ...]] = (
    "text",
    "ada@example.com",
    "https://app.example.com/",
    "2026-01-31T12:00:00Z",
    "2026-01-31",
    "12:00:00Z",
    "127.0.0.1",
    "00000000-0000-4000-8000-000000000000",
    "TEXT",
    *("0" * length for length in (*range(1, 25), 32, 40, 64)),
)
"""The first that its schema takes is the value of a text; the schema may have a pattern or a format."""


def sample(contract: Contract, schema: dict[str, Any], around: tuple[int, ...] = ()) -> Any:
    """Return a value for a schema: what it names itself, or else the plainest that it allows.

    Args:
        contract: what the schema's references point into.
        schema: the schema. Of a pattern that none of some common texts has, the value is not valid.
        around: the identities of the schemas that it stands in; one that stands in itself gets no further.
    """
    schema = contract.resolved(schema)
    if id(schema) in around or len(around) > _DEPTH:
        return {}
    around = (*around, id(schema))
    for key in ("const", "example", "default"):
        if key in schema:
            return schema[key]
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][0]
    for key in ("oneOf", "anyOf"):
        if schema.get(key):
            return sample(contract, schema[key][0], around)
    return _plain(contract, schema, around)


def _plain(contract: Contract, schema: dict[str, Any], around: tuple[int, ...]) -> Any:
    parts = contract.parts(schema)
    properties = contract.properties(schema)
    kind = next((part["type"] for part in parts if "type" in part), "object")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object" or properties:
        names = [name for part in parts for name in part.get("required", [])]
        return {name: sample(contract, properties.get(name, {}), around) for name in names}
    if kind == "array":
        return [sample(contract, schema.get("items", {}), around)] * min(
            schema.get("minItems", 0), _MAX_LENGTH
        )
    if kind == "string":
        return _text(contract, schema)
    return _number(schema) if kind in {"integer", "number"} else {"boolean": True}.get(kind)


def _text(contract: Contract, schema: dict[str, Any]) -> str:
    shortest = "x" * min(schema.get("minLength", 0), _MAX_LENGTH)
    fits = contract.validator(schema, formats=True).is_valid
    return next((text for text in (*_TEXTS, shortest) if fits(text)), _TEXTS[0])


def _number(schema: dict[str, Any]) -> Any:
    step = schema.get("multipleOf", 1)
    if "exclusiveMinimum" in schema:
        return (schema["exclusiveMinimum"] // step + 1) * step
    low = schema.get("minimum", min(0, schema.get("maximum", 0), schema.get("exclusiveMaximum", 1) - 1))
    return -(-low // step) * step if "multipleOf" in schema else low
