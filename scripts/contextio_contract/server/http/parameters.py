"""Request parameters: cast from text to the described types, then validated against the contract."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import Schema
from contextio_contract.server.http.responses import bad_request

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import jsonschema_rs

    from contextio_contract.contract import Operation, Parameter

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


class Parameters:
    """The parameters that an operation takes in one place: the path, the query or a form."""

    def __init__(self, described: Schema, place: str) -> None:
        """Compile an object schema with one property per parameter; error messages name the place."""
        self.schemas = described.properties
        self._validator = described.validator
        self._place = place

    def read(self, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """Return the described parameters among names and values, with their described types.

        Raises:
            RefusedError: 400, about the first parameter that is not as described.
        """
        values: dict[str, Any] = {}
        for name, text in pairs:
            schema = self.schemas.get(name)
            if schema is None:
                continue
            if schema.items and "array" in schema.types:
                # Repeated for each element (OpenAPI 3.1.1, section 4.8.12.2).
                values.setdefault(name, []).append(_cast(text, schema.items.types))
                continue
            if name in values:
                raise bad_request(value=f"{name} is there more than once; send it once")
            options = [str(option) for option in schema.enum]
            if options and text not in options:  # as written: 01 is not 1
                raise bad_request(value=f"{name} must be one of {', '.join(options)}")
            values[name] = _cast(text, schema.types)
        for error in self._validator.iter_errors(values):
            raise bad_request(value=self._describe(error))
        return values

    def _describe(self, error: jsonschema_rs.ValidationError) -> str:
        """Say what is wrong without repeating the value, which may be a secret."""
        rule = error.kind.as_dict()
        if "property" in rule:
            return f"{rule['property']} is missing; send it {self._place}"
        name = str(error.instance_path[0]) if error.instance_path else "the parameters"
        types = self.schemas[name].types if name in self.schemas else ()
        if error.kind.name == "type" and len(types) == 1 and types[0] in _TYPES:
            return f"{name} must be {_TYPES[types[0]]}"
        if error.kind.name in _SENTENCES:
            return _SENTENCES[error.kind.name].format(name=name, limit=rule.get("limit"))
        described = self.schemas[name].description if name in self.schemas else ""
        return f"{name} does not fit; expected: {described or f'what the schema says of {error.kind.name}'}"


class RequestParameters:
    """The parameters of one operation in the path, the query and the form, compiled."""

    def __init__(self, operation: Operation) -> None:
        """Compile them, or raise ContractError if a schema or a path parameter is not as it must be."""
        self.path = Parameters(_object_schema(operation, operation.path_parameters), "in the path")
        self.query = Parameters(_object_schema(operation, operation.query_parameters), "in the query")
        self.form = Parameters(operation.form or Schema({}, operation.document), "as a form field")


def accepts(schema: Schema, text: str) -> bool:
    """Return whether a parameter with this schema can be sent as a text."""
    return schema.is_valid(_cast(text, schema.types))


def _object_schema(operation: Operation, parameters: Sequence[Parameter]) -> Schema:
    properties = {
        parameter.name: {
            **parameter.schema.resolved,
            "description": parameter.description or parameter.schema.description,
        }
        for parameter in parameters
    }
    required = [parameter.name for parameter in parameters if parameter.required]
    node = {"type": "object", "properties": properties, "required": required}
    return Schema(node, operation.document)


def _cast(text: str, types: Sequence[str]) -> Any:
    """Return a text as the first type that it can be read as, or as it is."""
    if "integer" in types and (digits := _INTEGER.fullmatch(text)):
        return int(digits[1] + digits[2])
    if "number" in types and _NUMBER.fullmatch(text) and math.isfinite(number := float(text)):
        return number
    return _BOOLEANS.get(text, text) if "boolean" in types else text
