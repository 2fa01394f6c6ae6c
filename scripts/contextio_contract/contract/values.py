"""Values that a schema allows, for where no example tells: the same value each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from contextio_contract.contract.schema import Schema

_MAX_DEPTH: Final = 20
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
"""Candidates for a string with a pattern or a format; the first that is valid is taken."""


def example_value(schema: Schema, around: tuple[int, ...] = (), *, full: bool = False) -> Any:
    """Return a value for a schema: one that it names, otherwise the plainest that it allows.

    A pattern that no common text fits gets a value that is not valid.

    Args:
        schema: the schema.
        around: the identities of the nodes that it is nested in; recursion ends with `{}`.
        full: whether objects have their optional properties too, and arrays an element.
    """
    if id(schema.node) in around or len(around) > _MAX_DEPTH:
        return {}
    around = (*around, id(schema.node))
    for value in (schema.get("const"), schema.get("example"), schema.get("default")):
        if value is not None:
            return value
    for keyword in ("examples", "enum"):
        if schema.get(keyword):
            return schema.get(keyword)[0]
    if schema.alternatives:
        return example_value(schema.alternatives[0], around, full=full)
    return _plain(schema, around, full=full)


def answer_value(value: Any, schema: Schema) -> Any:
    """Return what an answer shows of a value that was sent in a form: a flag is often a boolean there.

    Args:
        value: the value that was sent.
        schema: the schema of the field of the answer. A value that fits it in no form is returned as it is.
    """
    candidates = [value, *([bool(value)] if value in {0, 1} else []), [value]]
    return next(filter(schema.is_valid, candidates), value)


def can_show(shown: Schema, sent: Schema) -> bool:
    """Return whether a field of an answer can show each value that a form field lists, or one it takes."""
    return all(shown.is_valid(answer_value(value, shown)) for value in _samples(sent))


def can_equal(one: Schema, other: Schema) -> bool:
    """Return whether a value that one of two schemas lists, or else takes, is valid against the other."""
    pairs = ((one, other), (other, one))
    return any(right.is_valid(value) for left, right in pairs for value in _samples(left))


def _samples(schema: Schema) -> tuple[Any, ...]:
    return schema.enum or (example_value(schema),)


def _plain(schema: Schema, around: tuple[int, ...], *, full: bool) -> Any:
    kind = schema.types[0] if schema.types else "object"
    if kind == "object" or schema.properties:
        return _object(schema, around, full=full)
    if kind == "array":
        count = min(schema.get("minItems", int(full)), _MAX_LENGTH)
        return [example_value(schema.items, around, full=full)] * count if schema.items else []
    if kind == "string":
        return _text(schema)
    if kind == "boolean":
        return next(filter(schema.is_valid, (True, False)), True)
    return _number(schema) if kind in {"integer", "number"} else None


def _object(schema: Schema, around: tuple[int, ...], *, full: bool) -> dict[str, Any]:
    properties = schema.properties
    optional = [name for name, node in properties.items() if full and id(node.node) not in around]
    value = {
        name: example_value(properties[name], around, full=full) if name in properties else {}
        for name in dict.fromkeys([*optional, *schema.required])
    }
    further = schema.get("additionalProperties")
    if full and not value and isinstance(further, dict):
        value["name"] = example_value(type(schema)(further, schema.document), around, full=full)
    return value


def _text(schema: Schema) -> str:
    shortest = "x" * min(schema.get("minLength", 0), _MAX_LENGTH)
    return next((text for text in (*_TEXTS, shortest) if schema.is_valid(text)), _TEXTS[0])


def _number(schema: Schema) -> Any:
    step = schema.get("multipleOf", 1)
    lower = schema.get("exclusiveMinimum")
    if lower is not None:
        return (lower // step + 1) * step
    highest = min(0, schema.get("maximum", 0), schema.get("exclusiveMaximum", 1) - 1)
    low = schema.get("minimum", highest)
    return -(-low // step) * step if schema.get("multipleOf") else low
