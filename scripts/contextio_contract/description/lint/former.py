"""Fields and values that other formats and earlier versions have, and what replaces them in OpenAPI 3.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.values import described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.description.lint.nodes import Node

_SERVER: Final = "write servers: [{url: https://<host>}]"
_PRODUCES: Final = "write the media types as keys of content in each response"
_FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "schema": {
        "id $recursiveAnchor": "remove it; references name a schema by its component",
        "definitions": "move them to the schemas of the file, and refer to them as #/schemas/<Name>",
        "dependencies": "write dependentRequired for names, or dependentSchemas for schemas",
        "additionalItems": "write items beside prefixItems",
        "ref $recursiveRef": 'write $ref: "{value}"',
        "divisibleBy": "write multipleOf: {value}",
        "disallow": "write not: {type: {value}}",
        "extends": "write allOf: [{$ref: …}]",
        "optional mandatory": "remove it, and name what is not optional in required of the object around it",
        "min": "write minimum, minLength or minItems",
        "max": "write maximum, maxLength or maxItems",
        "length size": "write minLength and maxLength, or minItems and maxItems",
        "regex regexp match": "write pattern: {value}",
        "values options choices allowedValues": "write enum: [<value>, <value>]",
        "doc note comment summary": "write description, or $comment for maintainers",
        "defaultValue": "write default: {value}",
        "unique": "write uniqueItems: {value}",
        "fields attributes": "write properties",
        "elements": "write items",
        "schema": "write its keywords here, one level further out",
        "encoding": "write contentEncoding: {value}",
        "mediaType": "write contentMediaType: {value}",
        "mapping": "write discriminator: {propertyName: <name>, mapping: {…}}",
        "collectionFormat": "write style and explode in the parameter",
        "allowNull": 'write type: [<type>, "null"]',
    },
    "parameter": {
        "collectionFormat": "write style: form, and explode: true for multi or explode: false for csv",
        "allowMultiple": "write schema: {type: array, items: {…}}",
        "paramType location": "write in: {value}",
        "dataType": "write schema: {type: {value}}",
        "optional": "write required: false, or nothing",
        "mandatory": "write required: {value}",
        "defaultValue": "write schema: {default: {value}}",
        "values": "write schema: {enum: [<value>, <value>]}",
        "nullable": 'write schema: {type: [<type>, "null"]}',
        "value": "write example: {value}",
    },
    "header": {"name in": "remove it; the key above is the name"},
    "document": {
        "swagger": "write openapi: 3.1.1",
        "host": "write servers: [{url: https://{value}}]",
        "basePath": "write servers: [{url: https://<host>{value}}]",
        "schemes": _SERVER,
        "consumes": "write the media types as keys of content in each requestBody",
        "produces": _PRODUCES,
        "definitions": "write components: {schemas: {…}}",
        "securityDefinitions": "write components: {securitySchemes: {…}}",
        "name": "write info: {title: {value}}",
        "url": "write servers: [{url: {value}}]",
    },
    "operation": {
        "consumes": "write the media types as keys of requestBody: {content: {…}}",
        "produces": _PRODUCES,
        "schemes": _SERVER,
        "body content": "write requestBody: {content: {…}}",
        "params query": "write parameters: [{name: <name>, in: query, …}]",
        "id nickname name": "write operationId: {value}",
        "auth": "write security: [{<scheme>: []}]",
        "notes": "write description",
        "method": "move the operation below the method, such as get:",
        "default": "move it into responses",
        "examples": "move them into requestBody, or into a response, below content",
    },
    "request-body": {"in name": "remove it; a body has no name and no location"},
    "response": {
        "examples body": "write content: {application/json: {…}} in its place",
        "status": "write the status as the key above",
    },
    "security-scheme": {
        "flow": "write flows: {{value}: {…}}",
        "authorizationUrl tokenUrl refreshUrl scopes": "move it into flows: {<flow>: {…}}",
    },
    "oauth-flows": {"accessCode": "write authorizationCode", "application": "write clientCredentials"},
    "example": {"example $value data": "write value"},
    "server": {"host basePath port": "write it in url"},
    "info": {"licence": "write license", "name": "write title: {value}"},
    "path-item": {
        "list": "write get",
        "create": "write post",
        "update": "write put",
        "remove": "write delete",
    },
}
"""What to write in place of fields that objects of a kind no longer have, or never had, by their names."""
_NAMED_EXAMPLES: Final = "give each a name: examples: {<name>: {summary: …, value: …}}"
_QUOTED: Final = 'write it in quotes, $ref: "#/…": what follows # without them is a comment'
_FORM_FIELD: Final = "write a property of the form in requestBody in place of this parameter"
_VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "schema": {
        "exclusiveMinimum true": "write exclusiveMinimum: {minimum}, and remove minimum",
        "exclusiveMaximum true": "write exclusiveMaximum: {maximum}, and remove maximum",
        "exclusiveMinimum false": "remove it; minimum takes its own value",
        "exclusiveMaximum false": "remove it; maximum takes its own value",
        "required true": "remove it, and write required: [{name}] in the object around it",
        "required false": "remove it; what is not in required of the object around it is optional",
        "examples a mapping": "write a list of values: examples: [<value>, <value>]",
        "items a list": "write prefixItems for a schema of each place, or one schema",
        "enum a mapping": "write the values alone: enum: [{names}]",
        "type a mapping": "write one type, or a list of types; schemas stand in oneOf",
        "discriminator a text": "write discriminator: {propertyName: {value}}",
        "properties a list": "write each name with a colon: properties: {<name>: {type: …}}",
        "$ref empty": _QUOTED,
    },
    "reference": {"$ref empty": _QUOTED},
    "path-item": {
        "$ref empty": _QUOTED,
        "parameters a mapping": "write a list: parameters: [{name: {first}, in: path, …}]",
    },
    "media-type": {"examples a list": _NAMED_EXAMPLES},
    "info": {"version a fraction": 'write version: "{value}.0"'},
    "header": {"examples a list": _NAMED_EXAMPLES},
    "operation": {
        "parameters a mapping": "write a list: parameters: [{name: {first}, in: query, …}]",
        "security a mapping": "write a list: security: [{{first}: []}]",
        "responses a list": 'write each status as a name: responses: {"200": {…}}',
    },
    "document": {
        "openapi a text": "write openapi: 3.1.1",
        "openapi the number 3.1": "write openapi: 3.1.1",
        "security a mapping": "write a list: security: [{{first}: []}]",
        "servers a mapping": "write a list: servers: [{url: {url}}]",
        "tags a mapping": "write a list: tags: [{name: {first}, description: …}]",
    },
    "parameter": {
        "examples a list": _NAMED_EXAMPLES,
        "in body": "write requestBody: {content: {…}} in place of this parameter",
        "in formData": _FORM_FIELD,
        "in form": _FORM_FIELD,
        "style csv": "write style: form and explode: false",
        "style multi": "write style: form and explode: true",
    },
    "security-scheme": {
        "type basic": "write type: http and scheme: basic",
        "type bearer": "write type: http and scheme: bearer",
        "type oauth": "write type: http and scheme: oauth",
    },
}
"""What to write in place of a value, by kind, field and the value: its text, or what messages call it."""


def field_advice(node: Node, key: str) -> str | None:
    """Return what to write in place of a field that an object cannot have; None if nothing is known."""
    kind = _group(node.kind)
    if kind == "schema" and key == "nullable":
        return _nullable(node.data)
    advices = _FIELDS.get(kind, {}).items()
    return next((_filled(advice, node, key) for keys, advice in advices if key in keys.split()), None)


def value_advice(node: Node, key: str) -> str | None:
    """Return what to write in place of the value of a field; None if nothing particular is known."""
    advices, value = _VALUES.get(_group(node.kind), {}), node.data[key]
    names = [value, "a text"] if isinstance(value, str) else [described(value)]
    names += ["a fraction"] if isinstance(value, float) else []
    return next(
        (_filled(advices[f"{key} {name}"], node, key) for name in names if f"{key} {name}" in advices), None
    )


def _group(kind: str) -> str:
    return "schema" if kind in SCHEMA_KINDS else kind.removeprefix("callback-")


def _nullable(schema: Mapping[str, Any]) -> str:
    if schema["nullable"] is not True:
        return "remove it"
    if "$ref" in schema:
        return 'write anyOf: [{$ref: …}, {type: "null"}]'
    types = schema.get("type", "<type>")
    return f'write type: [{", ".join(types if isinstance(types, list) else [str(types)])}, "null"]'


def _filled(advice: str, node: Node, key: str) -> str:
    """Return an advice with what an object holds in place of words in braces."""
    value = node.data[key]
    inner = value if isinstance(value, dict) else {}
    scalar = "…" if isinstance(value, dict | list) or value is None else str(value)
    words = {
        "value": scalar.lower() if isinstance(value, bool) else scalar,
        "name": node.name,
        "first": next(iter(inner), "<name>"),
        "names": ", ".join(map(str, inner)) or "<value>",
        "url": inner.get("url", "…"),
        **{bound: node.data.get(bound, "<number>") for bound in ("minimum", "maximum")},
    }
    return re.sub(r"\{(\w+)\}", lambda word: str(words.get(word[1], word[0])), advice)
