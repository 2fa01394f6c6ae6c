"""The types of JSON Schema, and what to write in place of words that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint.values import Mistake, described
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA_TYPES: Final = ("string", "integer", "number", "boolean", "array", "object", "null")
_MEANINGS: Final = {
    "type: integer": "int int32 int64 long short byte timestamp",
    "type: number": "float double decimal numeric real",
    "type: string": "str text char varchar",
    "type: boolean": "bool flag",
    "type: array": "list set tuple",
    "type: object": "dict map hash struct json",
    'type: "null"': "nil none undefined void",
    "type: string, format: date": "date",
    "type: string, format: date-time": "datetime date-time",
    "type: string, format: email": "email",
    "type: string, format: uri": "url uri",
    "type: string, format: uuid": "uuid guid",
    "type: string, format: binary": "file binary",
    "type: string, enum: [<value>, <value>]": "enum",
    "no type: a schema without one allows every value": "any mixed",
}
"""What is meant by the words that other languages, and Swagger 2, have for types."""
_ELEMENTS: Final = re.compile(r"(?:array|list)\s*[<(\[]\s*(\w+)\s*[>)\]]|(\w+)\[\]")


def type_mistakes(value: Any) -> Iterator[Mistake]:
    """Yield what is wrong with the `type` of a schema."""
    if not isinstance(value, list):
        if value not in SCHEMA_TYPES:
            yield Mistake((), f"{described(value)} is no type", f"write {meant_type(value)}")
    elif not value:
        yield Mistake((), "type is an empty list", "write the types, or remove it")
    for index, item in enumerate(value if isinstance(value, list) else ()):
        if item is None:
            yield Mistake((index,), "null without quotes is no type", 'write "null"')
        elif item not in SCHEMA_TYPES:
            yield Mistake((index,), f"{described(item)} is no type", f"write {meant_type(item)}")
        elif item in value[:index]:
            yield Mistake((index,), f"{item} stands in type twice", "remove one")


def meant_type(value: Any) -> str:
    """Return what was most likely meant by something that is no type."""
    if value is None:
        return 'type: "null", or remove it'
    word = value.strip().lower() if isinstance(value, str) else ""
    parts = [part.strip(" \"'[]") for part in re.split(r"[,|/]|\bor\b", word)]
    if len(parts) > 1 and {*parts} <= {*SCHEMA_TYPES}:
        return f"type: [{', '.join(parts)}]".replace("null", '"null"')
    if (elements := _ELEMENTS.fullmatch(word)) is not None:
        return f"type: array, items: {{type: {elements[1] or elements[2]}}}"
    meanings = (meaning for meaning, words in _MEANINGS.items() if word and word in words.split())
    return next(meanings, f"type: {one_of(word, SCHEMA_TYPES)}")
