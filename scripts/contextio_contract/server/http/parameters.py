"""Request parameters: cast from text to the described types, then validated against the contract."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import MULTIPART, Schema
from contextio_contract.server.http.forms import MAX_BODY
from contextio_contract.server.http.responses import bad_request

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import jsonschema_rs

    from contextio_contract.contract import Operation, Parameter
    from contextio_contract.server.http.content import RequestContent

_INTEGER: Final = re.compile(r"(-?)0*([0-9]{1,30})[0-9]*", re.ASCII)
"""Sign and leading digits; Python refuses to read very long numbers, and all of these are just large."""

_NUMBER: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?", re.ASCII)
_MAX_UNDESCRIBED: Final = 16 * 1024
"""Bytes that a body may have of which the description says nothing; forms among them are signed."""
_MAX_SHOWN: Final = 100
_IGNORED: Final = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that mean nothing (OpenAPI 3.1.1, section 4.8.12.2)."""

_BOOLEANS: Final = {"true": True, "false": False}
_TYPES: Final = {"integer": "a whole number", "number": "a number", "boolean": "true or false"}
_SENTENCES: Final = {
    "minimum": "{name} must be {limit} or more",
    "maximum": "{name} must be {limit} or less",
    "minLength": "{name} must have {limit} characters or more",
    "maxLength": "{name} must have {limit} characters or less",
    "minProperties": "send at least {limit} of the described parameters",
}


class Parameters:
    """The parameters that an operation takes in one place: the path, the query, headers or a form."""

    def __init__(self, described: Schema, place: str, joined: frozenset[str] = frozenset()) -> None:
        """Compile an object schema with one property per parameter.

        Args:
            described: the object schema.
            place: where the parameters are sent, as error messages go on.
            joined: the arrays whose elements may stand between commas.
        """
        self.schemas = described.properties
        self._described = described
        self._validator = described.validator
        self._may_be_empty = self._validator.is_valid({})
        self._place = place
        self._joined = joined
        self._types = {name: _types_of(schema) for name, schema in self.schemas.items()}
        self._options = {name: _options_of(schema) for name, schema in self.schemas.items()}

    def read(self, pairs: Iterable[tuple[str, str]], files: Iterable[str] = ()) -> dict[str, Any]:
        """Return the described parameters among names and values, with their described types.

        Args:
            pairs: the names and values.
            files: the names of files that were sent beside them; only their presence is checked here.

        Raises:
            RefusedError: 400, about the first parameter that is not as described.
        """
        values: dict[str, Any] = {}
        for name, text in pairs:
            schema = self.schemas.get(name)
            if schema is None:
                continue
            if "\0" in text:  # which PostgreSQL does not store
                raise bad_request(value=f"{name} has a NUL character; leave it out")
            if schema.is_binary:
                raise bad_request(value=f"{name} is a file; send it with a file name in {MULTIPART}")
            if schema.items and "array" in schema.types:
                # Repeated for each element, or joined (OpenAPI 3.1.1, section 4.8.12.2).
                texts = (text.split(",") if text else []) if name in self._joined else [text]
                types = _types_of(schema.items)
                values.setdefault(name, []).extend(_cast(each, types) for each in texts)
                continue
            if name in values:
                raise bad_request(value=f"{name} is there more than once; send it once")
            options, value = self._options[name], _cast(text, self._types[name])
            is_listed = not options or text in options  # as written: 01 is not 1
            if schema.fallback is not None and not (is_listed and schema.is_valid(value)):
                value = schema.fallback
            elif not is_listed:
                raise bad_request(value=f"{name} must be one of {', '.join(options)}")
            values[name] = value
        self._validate({**values, **dict.fromkeys(files, "")})
        return values

    def _validate(self, sent: Mapping[str, Any]) -> None:
        if not sent and self._may_be_empty:  # as most places of most calls are
            return
        for error in self._validator.iter_errors(sent):
            raise bad_request(value=self._describe(error))

    def _describe(self, error: jsonschema_rs.ValidationError) -> str:
        """Say what is wrong without repeating the value, which may be a secret."""
        rule = error.kind.as_dict()
        if "property" in rule:
            return f"{rule['property']} is missing; send it {self._place}"
        if not error.instance_path and error.kind.name not in _SENTENCES:
            return self._condition(error) or "the parameters do not fit together"
        name = str(error.instance_path[0]) if error.instance_path else "the parameters"
        types = self._types.get(name, ())
        if error.kind.name == "type" and len(types) == 1 and types[0] in _TYPES:
            return f"{name} must be {_TYPES[types[0]]}"
        if error.kind.name in _SENTENCES:
            return _SENTENCES[error.kind.name].format(name=name, limit=rule.get("limit"))
        described = self.schemas[name].description if name in self.schemas else ""
        return f"{name} does not fit; expected: {described or f'what the schema says of {error.kind.name}'}"

    def _condition(self, error: jsonschema_rs.ValidationError) -> str:
        """Return the description of the condition between parameters that does not hold, if it has one."""
        node, text = self._described.node, ""
        for key in error.evaluation_path:
            if key == "$ref":
                node = self._described.document.resolve({"$ref": node["$ref"]})
            else:
                node = node[key]
                text = node.get("description", text) if isinstance(node, dict) else text
        return str(text)


class JsonBody:
    """The body that an operation takes in JSON."""

    def __init__(self, described: Schema) -> None:
        self._described = described
        self._validator = described.validator

    def read(self, text: bytes) -> Any:
        """Return what a JSON text contains.

        Raises:
            RefusedError: 400, about the first thing that is not as described.
        """
        try:
            content = json.loads(text.decode(), parse_constant=_refuse_constant)
            json.dumps(content, ensure_ascii=False).encode()  # escapes can stand for what is no character
        except (ValueError, RecursionError) as error:
            raise bad_request(value="the body is no JSON in UTF-8, or is nested too deeply") from error
        for broken in self._validator.iter_errors(content):
            place = "/".join(["the body", *map(str, broken.instance_path)])[:_MAX_SHOWN]
            rule = broken.kind.as_dict()
            if "property" in rule:
                raise bad_request(value=f"{rule['property']} is missing in {place}; add it")
            described = self._described.description or "the described schema"
            raise bad_request(value=f"{place} breaks {broken.kind.name}; expected: {described}")
        return content


def _refuse_constant(name: str) -> Any:
    message = f"{name} is no JSON"
    raise ValueError(message)


class RequestParameters:
    """What one operation takes in the path, the query, headers and the body, compiled.

    Attributes:
        files: by form field that takes a file, the bytes that the file may have.
    """

    def __init__(self, operation: Operation) -> None:
        """Compile it, or raise ContractError if a schema or a path parameter is not as it must be."""
        headers = [
            each
            for each in operation.parameters
            if each.location == "header" and each.name.lower() not in _IGNORED
        ]
        described = operation.body.json if operation.body else None
        fields = operation.form_fields.items()
        self.path = Parameters(_object_schema(operation, operation.path_parameters), "in the path")
        self.query = Parameters(
            _object_schema(operation, operation.query_parameters),
            "in the query",
            frozenset(each.name for each in operation.query_parameters if not each.explode),
        )
        self.headers = Parameters(
            _object_schema(operation, headers), "as a header", frozenset(each.name for each in headers)
        )
        self.files: dict[str, int] = {
            name: schema.get("maxLength", MAX_BODY) for name, schema in fields if schema.is_binary
        }
        self.form = Parameters(operation.form or Schema({}, operation.document), "as a form field")
        self._takes_body = operation.body is not None
        self.body = JsonBody(described.schema) if described else None

    def max_body(self, kind: str) -> int:
        """Return the bytes that a body of a media type may have."""
        if not self._takes_body:
            return _MAX_UNDESCRIBED
        return MAX_BODY + (sum(self.files.values()) if kind == MULTIPART else 0)

    def read_headers(self, headers: Mapping[str, str]) -> dict[str, Any]:
        """Return the described headers of a request, or raise a 400."""
        return self.headers.read((name, headers[name]) for name in self.headers.schemas if name in headers)

    def read_content(self, content: RequestContent) -> tuple[dict[str, Any], Any]:
        """Return the form and the JSON body of a request, or raise a 400."""
        body = self.body.read(content.json) if self.body and content.json is not None else None
        # A body in JSON may take the place of the form.
        return self.form.read(content.form, content.files) if content.json is None else {}, body


def accepts(schema: Schema, text: str) -> bool:
    """Return whether a parameter with this schema can be sent as a text."""
    return schema.is_valid(_cast(text, _types_of(schema)))


def _types_of(schema: Schema) -> tuple[str, ...]:
    """Return the types that a text can be read as."""
    return tuple(dict.fromkeys(name for each in (schema, *schema.alternatives) for name in each.types))


def _options_of(schema: Schema) -> list[str]:
    """Return the texts that a parameter can have; empty if it lists none, or not all."""
    listed = (schema,) if schema.enum else schema.alternatives or (schema,)
    return [str(option) for each in listed for option in each.enum] if all(e.enum for e in listed) else []


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
