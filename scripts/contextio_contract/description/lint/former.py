"""Fields and values that other formats and earlier versions have, and what replaces them in OpenAPI 3.1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.lint.grammar import SCHEMA_KINDS
from contextio_contract.description.lint.values import described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.description.lint.nodes import Node

_MEDIA: Final = "write content: {application/json: {…}} in its place"
_SCHEMA_FIELDS: Final = {
    "id": "remove it; references name a schema by its component",
    "definitions": "move them to the schemas of the file, and refer to them as #/schemas/<Name>",
    "dependencies": "write dependentRequired for names, or dependentSchemas for schemas",
    "additionalItems": "write items beside prefixItems",
    "$recursiveRef": "write $ref",
    "$recursiveAnchor": "remove it",
    "divisibleBy": "write multipleOf: {value}",
    "disallow": "write not: {type: {value}}",
    "extends": "write allOf: [{$ref: …}]",
    "optional": "remove it; a property is optional unless required of the object around it names it",
    "mandatory": "remove it, and write required: [<name>] in the object around it",
    "min": "write minimum, minLength or minItems",
    "max": "write maximum, maxLength or maxItems",
    "length": "write minLength and maxLength",
    "size": "write minLength and maxLength, or minItems and maxItems",
    "regex": "write pattern: {value}",
    "regexp": "write pattern: {value}",
    "match": "write pattern: {value}",
    "values": "write enum: [<value>, <value>]",
    "options": "write enum: [<value>, <value>]",
    "choices": "write enum: [<value>, <value>]",
    "allowedValues": "write enum: [<value>, <value>]",
    "doc": "write description",
    "note": "write description, or $comment for maintainers",
    "comment": "write $comment",
    "defaultValue": "write default: {value}",
    "unique": "write uniqueItems: {value}",
    "fields": "write properties",
    "attributes": "write properties",
    "elements": "write items",
    "schema": "write its keywords here, one level further out",
    "ref": 'write $ref: "{value}"',
    "encoding": "write contentEncoding: {value}",
    "mediaType": "write contentMediaType: {value}",
    "mapping": "write discriminator: {propertyName: <name>, mapping: {…}}",
    "summary": "write title, or description",
    "readonly": "write readOnly: {value}",
    "collectionFormat": "write style and explode in the parameter",
    "allowNull": 'write type: [<type>, "null"]',
}
_PARAMETER_FIELDS: Final = {
    "collectionFormat": "write style: form, and explode: true for multi or explode: false for csv",
    "allowMultiple": "write schema: {type: array, items: {…}}",
    "paramType": "write in: {value}",
    "dataType": "write schema: {type: {value}}",
    "location": "write in: {value}",
    "optional": "write required: false, or nothing",
    "mandatory": "write required: {value}",
    "defaultValue": "write schema: {default: {value}}",
    "values": "write schema: {enum: [<value>, <value>]}",
    "nullable": 'write schema: {type: [<type>, "null"]}',
    "value": "write example: {value}",
}
_OPERATION_FIELDS: Final = {
    "consumes": "write the media types as keys of requestBody: {content: {…}}",
    "produces": "write the media types as keys of content in each response",
    "schemes": "write servers: [{url: https://<host>}]",
    "body": "write requestBody: {content: {…}}",
    "content": "write requestBody: {content: {…}}",
    "params": "write parameters: [{name: <name>, in: query, …}]",
    "query": "write parameters: [{name: <name>, in: query, …}]",
    "id": "write operationId: {value}",
    "nickname": "write operationId: {value}",
    "name": "write operationId: {value}",
    "auth": "write security: [{<scheme>: []}]",
    "notes": "write description",
    "method": "move the operation below the method, such as get:",
    "default": "move it into responses",
    "examples": "move them into requestBody, or into a response, below content",
}
FIELDS: Final = {
    **dict.fromkeys(SCHEMA_KINDS, _SCHEMA_FIELDS),
    "parameter": _PARAMETER_FIELDS,
    "header": _PARAMETER_FIELDS | dict.fromkeys(("name", "in"), "remove it; the key above is the name"),
    "document": {
        "swagger": "write openapi: 3.1.1",
        "host": "write servers: [{url: https://{value}}]",
        "basePath": "write servers: [{url: https://<host>{value}}]",
        "schemes": "write servers: [{url: https://<host>}]",
        "consumes": "write the media types as keys of content in each requestBody",
        "produces": "write the media types as keys of content in each response",
        "definitions": "write components: {schemas: {…}}",
        "securityDefinitions": "write components: {securitySchemes: {…}}",
        "name": "write info: {title: {value}}",
        "url": "write servers: [{url: {value}}]",
    },
    "operation": _OPERATION_FIELDS,
    "callback-operation": _OPERATION_FIELDS,
    "request-body": {"in": "remove it; a body has no location", "name": "remove it; a body has no name"},
    "response": {"examples": _MEDIA, "body": _MEDIA, "status": "write the status as the key above"},
    "security-scheme": {
        "flow": "write flows: {{value}: {…}}",
        **dict.fromkeys(
            ("authorizationUrl", "tokenUrl", "refreshUrl", "scopes"), "move it into flows: {<flow>: {…}}"
        ),
    },
    "oauth-flows": {
        "accessCode": "write authorizationCode",
        "application": "write clientCredentials",
    },
    "example": {"example": "write value", "$value": "write value", "data": "write value"},
    "server": dict.fromkeys(("host", "basePath", "port"), "write it in url"),
    "info": {"licence": "write license", "name": "write title: {value}"},
    "path-item": {
        "list": "write get",
        "create": "write post",
        "update": "write put",
        "remove": "write delete",
    },
}
"""What to write in place of fields that objects of a kind no longer have, or never had."""

_NAMED_EXAMPLES: Final = "give each a name: examples: {<name>: {summary: …, value: …}}"
VALUES: Final = {
    ("schema", "exclusiveMinimum", "true"): "write exclusiveMinimum: {minimum}, and remove minimum",
    ("schema", "exclusiveMaximum", "true"): "write exclusiveMaximum: {maximum}, and remove maximum",
    ("schema", "exclusiveMinimum", "false"): "remove it; minimum takes its own value",
    ("schema", "exclusiveMaximum", "false"): "remove it; maximum takes its own value",
    ("schema", "required", "true"): "remove it, and write required: [{name}] in the object around it",
    (
        "schema",
        "required",
        "false",
    ): "remove it; what is not in required of the object around it is optional",
    ("schema", "examples", "a mapping"): "write a list of values: examples: [<value>, <value>]",
    ("schema", "items", "a list"): "write prefixItems for a schema of each place, or one schema",
    ("schema", "enum", "a mapping"): "write the values alone: enum: [{names}]",
    ("schema", "type", "a mapping"): "write one type, or a list of types; schemas stand in oneOf",
    ("schema", "discriminator", "a text"): "write discriminator: {propertyName: {value}}",
    ("schema", "properties", "a list"): "write each name with a colon: properties: {<name>: {type: …}}",
    **{(kind, "examples", "a list"): _NAMED_EXAMPLES for kind in ("media-type", "parameter", "header")},
    ("operation", "parameters", "a mapping"): "write a list: parameters: [{name: {first}, in: query, …}]",
    ("path-item", "parameters", "a mapping"): "write a list: parameters: [{name: {first}, in: path, …}]",
    ("operation", "security", "a mapping"): "write a list: security: [{{first}: []}]",
    ("document", "security", "a mapping"): "write a list: security: [{{first}: []}]",
    ("document", "servers", "a mapping"): "write a list: servers: [{url: {url}}]",
    ("document", "tags", "a mapping"): "write a list: tags: [{name: {first}, description: …}]",
    (
        "operation",
        "responses",
        "a list",
    ): 'write each status as a name: responses: {"200": {…}}',
    ("document", "openapi", "the number 3.1"): "write openapi: 3.1.1",
    **{
        (kind, "$ref", "empty"): 'write it in quotes, $ref: "#/…": what follows # without them is a comment'
        for kind in ("schema", "reference", "path-item")
    },
    ("parameter", "in", "body"): "write requestBody: {content: {…}} in place of this parameter",
    ("parameter", "in", "formData"): "write a property of the form in requestBody in place of this parameter",
    ("parameter", "in", "form"): "write a property of the form in requestBody in place of this parameter",
    ("parameter", "style", "csv"): "write style: form and explode: false",
    ("parameter", "style", "multi"): "write style: form and explode: true",
    ("security-scheme", "type", "basic"): "write type: http and scheme: basic",
    ("security-scheme", "type", "bearer"): "write type: http and scheme: bearer",
    ("security-scheme", "type", "oauth"): "write type: http and scheme: oauth",
}
"""What to write in place of a value, by kind, field and the value's name: its text, or what it is."""


def field_advice(node: Node, key: str) -> str | None:
    """Return what to write in place of a field that an object cannot have; None if nothing is known."""
    if node.kind in SCHEMA_KINDS and key == "nullable":
        return _nullable(node.data)
    advice = FIELDS.get(node.kind, {}).get(key)
    return _filled(advice, node, key) if advice else None


def value_advice(node: Node, key: str) -> str | None:
    """Return what to write in place of the value of a field; None if nothing particular is known."""
    group = "schema" if node.kind in SCHEMA_KINDS else node.kind.removeprefix("callback-")
    value = node.data[key]
    advice = VALUES.get((group, key, value if isinstance(value, str) else described(value)))
    if advice is None and isinstance(value, str):
        advice = VALUES.get((group, key, "a text"))
    return _filled(advice, node, key) if advice else None


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
