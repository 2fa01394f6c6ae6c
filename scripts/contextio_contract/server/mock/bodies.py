"""Bodies that a schema allows, made of what is known and filled up from the example."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.mock.samples import sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import jsonschema_rs

    from contextio_contract.server.http.parameters import Contract

_DEPTH: Final = 20
_LATEST: Final = 2**32
_MISSING: Final = object()


class Body:
    """What a schema and its example say of a body."""

    def __init__(self, contract: Contract, schema: dict[str, Any], example: Any = _MISSING) -> None:
        """Take a schema of the bundle, and an example if there is one."""
        self.schema = schema
        self._contract = contract
        self._example = example

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        """The schema, compiled."""
        return self._contract.validator(self.schema, formats=True)

    @cached_property
    def sample(self) -> Any:
        """The example, or, if it is missing or wrong, what the schema lets it be."""
        if self._example is not _MISSING and self.validator.is_valid(self._example):
            return self._example
        made = sample(self._contract, self.schema)
        return made if self._example is _MISSING or self.validator.is_valid(made) else self._example

    @cached_property
    def properties(self) -> dict[str, dict[str, Any]]:
        """The schemas of its fields by name; of a schema that names none, the fields of the example."""
        named = self._contract.properties(self.schema)
        return named or ({name: {} for name in self.sample} if isinstance(self.sample, dict) else {})

    def completed(self, content: Any) -> Any:
        """Return content with what the schema requires and it lacks; what is there stays as it is."""
        if self.validator.is_valid(content):
            return content
        return self._filled(self.schema, content, self.sample, _DEPTH)

    def made_of(self, known: Mapping[str, Any]) -> Any:
        """Return a valid body with those fields of the schema that are known.

        Where their values allow no valid body, the example stands in: for the other fields, or for all.
        Where the example is not valid either, what is known is answered all the same.
        """
        fitting = self.fitting(known)
        content = self.completed(fitting)
        merged = {**self.sample, **fitting} if isinstance(self.sample, dict) else content
        choice = (content, merged, self.sample)
        return next((each for each in choice if self.validator.is_valid(each)), content)

    def fitting(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """Return those of known fields that the schema has, in the forms that it asks for."""
        made = {name: self._fit(name, known[name]) for name in self.properties if name in known}
        return {name: value for name, value in made.items() if value is not _MISSING}

    def fits(self, name: str, value: Any) -> bool:
        """Tell whether a field can have a value, in one form or another; anything suits unknown fields."""
        return name not in self.properties or self._fit(name, value) is not _MISSING

    def _fit(self, name: str, value: Any) -> Any:
        is_valid = self._validators[name].is_valid
        return next((form for form in _forms(value) if is_valid(form)), _MISSING)

    @cached_property
    def _validators(self) -> dict[str, jsonschema_rs.Draft202012Validator]:
        return {name: self._contract.validator(node, formats=True) for name, node in self.properties.items()}

    def _filled(self, schema: dict[str, Any], content: Any, example: Any, depth: int) -> Any:
        if depth and isinstance(content, list):
            items = self._contract.resolved(schema).get("items", {})
            element = example[0] if isinstance(example, list) and example else None
            return [self._filled(items, each, element, depth - 1) for each in content]
        if not depth or not isinstance(content, dict):
            return content
        properties = self._contract.properties(schema)
        examples = example if isinstance(example, dict) else {}
        required = [name for part in self._contract.parts(schema) for name in part.get("required", [])]
        lacking = {
            name: examples[name] if name in examples else sample(self._contract, properties.get(name, {}))
            for name in required
            if name not in content
        }
        there = {
            name: self._filled(properties.get(name, {}), value, examples.get(name), depth - 1)
            for name, value in content.items()
        }
        return there | lacking


def _forms(value: Any) -> Iterator[Any]:
    """Give a value as other types would have it: a flag in a form is 1, in an answer often true."""
    yield value
    if isinstance(value, int) and value in {0, 1}:
        yield bool(value)
    if isinstance(value, bool):
        yield int(value)
    if isinstance(value, str) and value.isascii() and value.isdigit():
        yield int(value[:30])
    if not isinstance(value, str):
        yield str(value)
    if isinstance(value, int):
        yield datetime.fromtimestamp(min(max(value, 0), _LATEST), UTC).isoformat()
    yield [value]
