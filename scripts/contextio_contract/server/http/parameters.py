"""Request parameters: cast from text to the declared types, then held against the declared schema."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.server.http.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BASE: Final = "urn:contract"
_MAX_DEPTH: Final = 20
_INTEGER: Final = re.compile(r"(-?)0*([0-9]{1,30})[0-9]*", re.ASCII)
"""Sign and leading digits; Python refuses to read very long numbers, and all of these are just large."""

_NUMBER: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?", re.ASCII)
_BOOLEANS: Final = {"true": True, "false": False}
_TYPES: Final = {"integer": "a whole number", "number": "a number", "boolean": "true or false"}

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

    def parts(self, schema: dict[str, Any], depth: int = _MAX_DEPTH) -> list[dict[str, Any]]:
        """Return a schema and those that it is put together from with `allOf`, references resolved."""
        schema = self.resolved(schema)
        further = schema.get("allOf", []) if depth else []
        return [schema, *(part for each in further for part in self.parts(each, depth - 1))]

    def properties(self, schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """Return the properties of an object schema by name, references not resolved."""
        return {
            name: node for part in self.parts(schema) for name, node in part.get("properties", {}).items()
        }

    def validator(
        self, schema: dict[str, Any], *, formats: bool = False
    ) -> jsonschema_rs.Draft202012Validator:
        """Compile a schema whose references point into the bundle; its errors repeat no values.

        Args:
            schema: the schema.
            formats: whether `format` is a rule, too, in place of a remark.
        """
        return jsonschema_rs.Draft202012Validator(
            _absolute(schema), registry=self._registry, validate_formats=formats, mask="the value"
        )


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
        self._contract = contract
        self._place = place
        self._validator = contract.validator(schema, formats=True)
        properties = contract.properties(schema)
        self._properties = {name: contract.resolved(node) for name, node in properties.items()}
        self._lists = {
            name: contract.resolved(node.get("items", {}))
            for name, node in self._properties.items()
            if "array" in _types(node)
        }
        self._options = {
            name: [str(option) for option in node["enum"]]
            for name, node in self._properties.items()
            if "enum" in node
        }

    @property
    def fields(self) -> Mapping[str, dict[str, Any]]:
        """The schemas of the parameters by name."""
        return self._properties

    def takes(self, name: str, text: str) -> bool:
        """Tell whether a parameter can have a value; what is not declared can have any."""
        node = self._properties.get(name)
        return node is None or self._contract.validator(node, formats=True).is_valid(_typed(text, node))

    def read(self, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """Return the declared parameters among names and values, with their declared types.

        Raises:
            RefusedError: 400, with the first parameter that is not as declared.
        """
        values: dict[str, Any] = {}
        for name, text in pairs:
            if name not in self._properties:
                continue
            if name in self._lists:
                # Said again for each element, as OpenAPI has it for forms and queries.
                values.setdefault(name, []).append(_typed(text, self._lists[name]))
                continue
            if name in values:
                raise RefusedError(400, f"{name} is there more than once; send it once")
            if name in self._options and text not in self._options[name]:
                # As written: 01 is not 1.
                raise RefusedError(400, f"{name} must be one of {', '.join(self._options[name])}")
            values[name] = _typed(text, self._properties[name])
        for error in self._validator.iter_errors(values):
            raise RefusedError(400, self._sentence(error))
        return values

    def _sentence(self, error: jsonschema_rs.ValidationError) -> str:
        """Say what is wrong without repeating the value, which may be a secret."""
        rule = error.kind.as_dict()
        if "property" in rule:
            return f"{rule['property']} is missing; send it {self._place}"
        name = str(error.instance_path[0]) if error.instance_path else "the parameters"
        kinds = _types(self._properties.get(name, {}))
        if error.kind.name == "type" and len(kinds) == 1 and kinds[0] in _TYPES:
            return f"{name} must be {_TYPES[kinds[0]]}"
        if error.kind.name in _SENTENCES:
            return _SENTENCES[error.kind.name].format(name=name, limit=rule.get("limit"))
        described = self._properties.get(name, {}).get("description")
        expected = described or f"what the schema says of {error.kind.name}"
        return f"{name} does not fit; expected: {' '.join(expected.split())}"


def _types(schema: dict[str, Any]) -> list[str]:
    stated = schema.get("type", [])
    return stated if isinstance(stated, list) else [stated]


def _typed(text: str, schema: dict[str, Any]) -> Any:
    """Return a text as what its schema says it is, or as it is if it is no such thing."""
    kinds = _types(schema)
    if "integer" in kinds and (digits := _INTEGER.fullmatch(text)):
        return int(digits[1] + digits[2])
    if "number" in kinds and _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return _BOOLEANS.get(text, text) if "boolean" in kinds else text
