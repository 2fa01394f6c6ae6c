"""Request parameters: cast from text to the declared types, then held against the declared schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.server.problems import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

_BASE: Final = "urn:contract"
_INTEGER: Final = re.compile(r"(-?)0*([0-9]{1,30})[0-9]*", re.ASCII)
"""Sign and leading digits; Python refuses to read very long numbers, and all of these are just large."""

_SENTENCES: Final = {
    "minimum": "{name} must be {limit} or more",
    "maximum": "{name} must be {limit} or less",
    "minLength": "{name} must have {limit} characters or more",
    "maxLength": "{name} must have {limit} characters or less",
}


class Contract:
    """The bundle, with schemas of it compiled on request."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        """Take the bundled OpenAPI document."""
        self.document = bundle
        self._registry = jsonschema_rs.Registry([(_BASE, bundle)])

    def resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        """Return a node itself, or what its `$ref` into the bundle points to."""
        while "$ref" in node:
            found: Any = self.document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part.replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
        """Compile a schema whose references point into the bundle."""
        return jsonschema_rs.Draft202012Validator(_absolute(schema), registry=self._registry)


def _absolute(node: Any) -> Any:
    """Return a schema whose references into the bundle hold outside of it, too."""
    if isinstance(node, list):
        return [_absolute(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _BASE + value
        if key == "$ref" and isinstance(value, str) and value.startswith("#")
        else _absolute(value)
        for key, value in node.items()
    }


class Parameters:
    """The parameters that an operation takes in one place: the query or a form."""

    def __init__(self, contract: Contract, schema: dict[str, Any], place: str) -> None:
        """Compile the parameters.

        Args:
            contract: what the schema's references point into.
            schema: an object schema with one property per parameter.
            place: where they are sent, such as `in the query`; for the sentences of refusals.
        """
        self._place = place
        self._validator = contract.validator(schema)
        properties = contract.resolved(schema).get("properties", {})
        self._properties = {name: contract.resolved(node) for name, node in properties.items()}
        self._integers = {name for name, node in self._properties.items() if node.get("type") == "integer"}
        self._options = {
            name: [str(option) for option in node["enum"]]
            for name, node in self._properties.items()
            if "enum" in node
        }

    def read(self, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """Return the declared parameters among names and values, with their declared types.

        Raises:
            RefusedError: 400, with the first parameter that is not as declared.
        """
        values: dict[str, Any] = {}
        for name, text in pairs:
            if name not in self._properties:
                continue
            if name in values:
                raise RefusedError(400, f"{name} is there more than once; send it once")
            if name in self._options and text not in self._options[name]:
                # As written: 01 is not 1.
                raise RefusedError(400, f"{name} must be one of {', '.join(self._options[name])}")
            number = _INTEGER.fullmatch(text) if name in self._integers else None
            values[name] = int(number[1] + number[2]) if number else text
        for error in self._validator.iter_errors(values):
            raise RefusedError(400, self._sentence(error))
        return values

    def _sentence(self, error: jsonschema_rs.ValidationError) -> str:
        """Say what is wrong without repeating the value, which may be a secret."""
        rule = error.kind.as_dict()
        if "property" in rule:
            return f"{rule['property']} is missing; send it {self._place}"
        name = str(error.instance_path[0]) if error.instance_path else "the parameters"
        if error.kind.name == "type" and name in self._integers:
            return f"{name} must be a whole number"
        if error.kind.name in _SENTENCES:
            return _SENTENCES[error.kind.name].format(name=name, limit=rule.get("limit"))
        expected = self._properties.get(name, {}).get(
            "description", f"what the schema says of {error.kind.name}"
        )
        return f"{name} does not fit; expected: {' '.join(expected.split())}"
