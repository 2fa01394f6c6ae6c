"""Response bodies of stored fields: coerced to the described types, completed from the example."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Example, MediaType, Schema
from contextio_contract.contract.resources import list_in
from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.contract import Operation

_NO_VALUE: Final = object()


class Body:
    """Builds bodies that the schema of a media type allows."""

    def __init__(self, media: MediaType) -> None:
        self.media = media
        self._schema = media.schema

    @cached_property
    def properties(self) -> Mapping[str, Schema]:
        """The fields by name; those of the example if the schema has none."""
        fields = self.media.sample if isinstance(self.media.sample, dict) else {}
        return self._schema.properties or {name: Schema({}, self._schema.document) for name in fields}

    def build(self, fields: Mapping[str, Any]) -> Any:
        """Return a valid body with those of the given fields that the schema has.

        The example stands in where the given values allow no valid body: for the other fields, or for
        the whole body. If the example is not valid either, the given fields are returned all the same.
        """
        coerced = self.coerce(fields)
        if self._schema.is_valid(coerced):
            return coerced
        completed = _complete(self._schema, coerced, self.media.sample)
        merged = {**self.media.sample, **coerced} if isinstance(self.media.sample, dict) else completed
        return next(filter(self._schema.is_valid, (completed, merged, self.media.sample)), completed)

    def coerce(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the given fields that the schema has, converted to the types that it asks for."""
        values = {
            name: _coerce(fields[name], schema) for name, schema in self.properties.items() if name in fields
        }
        return {name: value for name, value in values.items() if value is not _NO_VALUE}

    def can_hold(self, name: str, value: Any) -> bool:
        """Return whether a field can have a value, in one type or another; any, if it is not described."""
        return name not in self.properties or _coerce(value, self.properties[name]) is not _NO_VALUE

    def complete(self, content: Any) -> Any:
        """Return content with the required fields that it lacks; the other fields stay as they are."""
        return (
            content if self._schema.is_valid(content) else _complete(self._schema, content, self.media.sample)
        )


def body_of(operation: Operation) -> Body:
    """Return the body of the successful response of an operation."""
    return Body(operation.success.media or MediaType("", {}, Schema({}, operation.document), ()))


def element_body_of(operation: Operation) -> tuple[str | None, Body]:
    """Return the field of a response that holds a list, and the body of an element.

    The field is None if the body itself is the list. Without a list, the body counts as the element.
    """
    media = operation.success.media
    place = list_in(media.schema) if media else None
    if media is None or place is None:
        return None, body_of(operation)
    name, schema = place
    bodies = [example.value for example in media.examples]
    lists = bodies if name is None else [body.get(name) for body in bodies if isinstance(body, dict)]
    elements = [element for value in lists if isinstance(value, list) for element in value]
    examples = tuple(Example("", "", element) for element in elements[:1])
    return name, Body(MediaType(media.name, {}, schema, examples))


def fitting(value: Any, schema: Schema) -> Any:
    """Return a value in the types that a schema asks for, also in objects; as it is if it does not fit."""
    if isinstance(value, dict):
        fields = schema.properties
        value = {
            name: fitting(each, fields[name]) if name in fields else each for name, each in value.items()
        }
    coerced = _coerce(value, schema)
    return value if coerced is _NO_VALUE else coerced


def _complete(schema: Schema, content: Any, example: Any) -> Any:
    if isinstance(content, list) and schema.items:
        element = example[0] if isinstance(example, list) and example else None
        return [_complete(schema.items, item, element) for item in content]
    if not isinstance(content, dict):
        return content
    examples = example if isinstance(example, dict) else {}
    anything = Schema({}, schema.document)
    completed = {
        name: _complete(schema.properties.get(name, anything), value, examples.get(name))
        if isinstance(value, (dict, list))
        else value
        for name, value in content.items()
    }
    lacking = {
        name: examples[name] if name in examples else example_value(schema.properties.get(name, anything))
        for name in schema.required
        if name not in content
    }
    return completed | lacking


def _coerce(value: Any, schema: Schema) -> Any:
    return next(filter(schema.is_valid, _candidates(value)), _NO_VALUE)


def _candidates(value: Any) -> Iterator[Any]:
    """Yield a value as other types have it: a flag is 1 in a form, and often true in a response."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    yield value
    if isinstance(value, int) and value in {0, 1}:
        yield bool(value)
    if isinstance(value, bool):
        yield int(value)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        yield int(value[:30])
    if not isinstance(value, (str, dict, list)):
        yield str(value)
    yield [value]
