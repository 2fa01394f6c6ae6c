"""Grammar of OpenAPI 3.1: the fields of each kind of object, and the kinds of their values.

The fields are those of https://spec.openapis.org/oas/v3.1.1.html, the schema keywords those of JSON Schema
2020-12. Schemas have several kinds, since other rules hold for a property than for a condition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import METHODS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATH_ITEM: Final = "$ref summary description servers:[server] parameters:[parameter]"
_OPERATION: Final = (
    "tags summary description externalDocs:external-docs operationId parameters:[parameter] "
    "requestBody:request-body responses:{response} callbacks:{callback} deprecated "
    "security:[security-requirement] servers:[server]"
)
_VALUE: Final = (
    "description required deprecated allowEmptyValue style explode allowReserved schema:value example "
    "examples:{example} content:{media-type}"
)
_SCHEMA: Final = (
    "$ref $id $anchor $dynamicAnchor $dynamicRef $schema $comment $vocabulary $defs:{schema} title "
    "description type enum const default deprecated readOnly writeOnly examples example format pattern "
    "minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf required minProperties "
    "maxProperties dependentRequired minItems maxItems uniqueItems minContains maxContains contentEncoding "
    "contentMediaType discriminator externalDocs:external-docs xml properties:{property} "
    "patternProperties:{property} additionalProperties:part items:items prefixItems:[items] allOf:[part] "
    "anyOf:[part] oneOf:[part] if:condition then:condition else:condition not:condition contains:condition "
    "propertyNames:condition dependentSchemas:{condition} contentSchema:condition "
    "unevaluatedItems:condition unevaluatedProperties:condition"
)


def _fields(text: str) -> dict[str, str]:
    """Read `field field:kind field:[kind] field:{kind}`; the kind is empty where a field holds plain data."""
    return {field: kind for field, _, kind in (word.partition(":") for word in text.split())}


SCHEMA_KINDS: Final = ("schema", "property", "items", "value", "part", "condition")
"""A component or body, a property, the elements of an array, the value of a parameter or header, a member of
`allOf`, `anyOf` or `oneOf`, and a condition."""

KINDS: Final[Mapping[str, Mapping[str, str]]] = {
    "document": _fields(
        "openapi info:info jsonSchemaDialect servers:[server] paths:paths webhooks:{callback-path-item} "
        "components:components security:[security-requirement] tags:[tag] externalDocs:external-docs"
    ),
    "info": _fields("title summary description termsOfService contact:contact license:license version"),
    "contact": _fields("name url email"),
    "license": _fields("name identifier url"),
    "server": _fields("url description variables:{server-variable}"),
    "server-variable": _fields("enum default description"),
    "external-docs": _fields("description url"),
    "tag": _fields("name description externalDocs:external-docs"),
    "components": _fields(
        "schemas:{schema} responses:{response} parameters:{parameter} examples:{example} "
        "requestBodies:{request-body} headers:{header} securitySchemes:{security-scheme} links:{link} "
        "callbacks:{callback} pathItems:{path-item}"
    ),
    "path-item": _fields(_PATH_ITEM) | dict.fromkeys(METHODS, "operation"),
    "operation": _fields(_OPERATION),
    "callback-path-item": _fields(_PATH_ITEM) | dict.fromkeys(METHODS, "callback-operation"),
    "callback-operation": _fields(_OPERATION),
    "parameter": _fields(f"name in {_VALUE}"),
    "header": _fields(_VALUE),
    "request-body": _fields("description content:{media-type} required"),
    "media-type": _fields("schema:schema example examples:{example} encoding:{encoding}"),
    "encoding": _fields("contentType headers:{header} style explode allowReserved"),
    "response": _fields("description headers:{header} content:{media-type} links:{link}"),
    "example": _fields("summary description value externalValue"),
    "link": _fields("operationRef operationId parameters requestBody description server:server"),
    "security-scheme": _fields("type description name in scheme bearerFormat flows openIdConnectUrl"),
    "reference": _fields("$ref summary description"),
    **dict.fromkeys(SCHEMA_KINDS[:-1], _fields(_SCHEMA)),
    "condition": _fields(re.sub(rf"(:\W?)({'|'.join(SCHEMA_KINDS)})\b", r"\1condition", _SCHEMA)),
}
"""Fields by kind of object."""

FREE_KINDS: Final[Mapping[str, str]] = {
    "paths": "path-item",
    "callback": "callback-path-item",
    "security-requirement": "",
}
"""Kinds whose keys are free, with the kind of their values."""
