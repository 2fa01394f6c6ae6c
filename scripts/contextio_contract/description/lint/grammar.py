"""Grammar of OpenAPI 3.1: the fields of each kind of object, and what they take.

The fields are those of https://spec.openapis.org/oas/v3.1.1.html, the schema keywords those of JSON Schema
2020-12. Schemas have several kinds, since other rules hold for a property than for a condition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from contextio_contract.contract import METHODS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PATH_ITEM: Final = "$ref=text summary=text description=text servers:[server] parameters:[parameter]"
_OPERATION: Final = (
    "tags=texts summary=text description=text externalDocs:external-docs operationId=text "
    "parameters:[parameter] requestBody:request-body responses:{response} callbacks:{callback} "
    "deprecated=flag security:[security-requirement] servers:[server]"
)
_STYLES: Final = "matrix|label|form|simple|spaceDelimited|pipeDelimited|deepObject"
_VALUE: Final = (
    f"description=text required=flag deprecated=flag style={_STYLES} explode=flag schema:value example=any "
    "examples:{example} content:{media-type}"
)
_SCHEMA: Final = (
    "$ref=text $id=text $anchor=text $dynamicAnchor=text $dynamicRef=text $schema=text $comment=constant "
    "$vocabulary=map $defs:{schema} title=text description=text type=type enum=values const=any default=any "
    "deprecated=flag readOnly=flag writeOnly=flag examples=list example=any format=text pattern=constant "
    "minLength=count maxLength=count minimum=number maximum=number exclusiveMinimum=number "
    "exclusiveMaximum=number multipleOf=positive required=names minProperties=count maxProperties=count "
    "dependentRequired:{names} minItems=count maxItems=count uniqueItems=flag minContains=count "
    "maxContains=count contentEncoding=text contentMediaType=text discriminator:discriminator "
    "externalDocs:external-docs xml:xml properties:{property} patternProperties:{property} "
    "additionalProperties:part items:items prefixItems:[items] allOf:[part] anyOf:[part] oneOf:[part] "
    "if:condition then:condition else:condition not:condition contains:condition propertyNames:condition "
    "dependentSchemas:{condition} contentSchema:condition unevaluatedItems:condition "
    "unevaluatedProperties:condition"
)
_WORD: Final = re.compile(r"([$\w]+)(!?)(?::(\S+)|=(\S+))")


class Field(NamedTuple):
    """A field of an object.

    Attributes:
        child: the kind of object below it: `kind`, `[kind]` for a list of them, `{kind}` for a mapping with
            free names; empty where plain data stands.
        takes: the type of the plain data, a name in `values.TYPES` or the words to choose from.
        is_required: whether OpenAPI demands the field.
    """

    child: str
    takes: str
    is_required: bool


def _fields(text: str) -> dict[str, Field]:
    """Read `field:child field=type field!=type`; the exclamation mark is for fields that are required."""
    words = (_WORD.fullmatch(word) for word in text.split())
    return {word[1]: Field(word[3] or "", word[4] or "", bool(word[2])) for word in words if word}


SCHEMA_KINDS: Final = ("schema", "property", "items", "value", "part", "condition")
"""A component or body, a property, the elements of an array, the value of a parameter or header, a member of
`allOf`, `anyOf` or `oneOf`, and a condition."""

KINDS: Final[Mapping[str, Mapping[str, Field]]] = {
    "document": _fields(
        "openapi!=version info!:info jsonSchemaDialect=text servers:[server] paths:paths "
        "webhooks:{callback-path-item} components:components security:[security-requirement] tags:[tag] "
        "externalDocs:external-docs"
    ),
    "info": _fields(
        "title!=text summary=text description=text termsOfService=text contact:contact license:license "
        "version!=text"
    ),
    "contact": _fields("name=text url=text email=text"),
    "license": _fields("name!=text identifier=text url=text"),
    "server": _fields("url!=text description=text variables:{server-variable}"),
    "server-variable": _fields("enum=texts default!=constant description=text"),
    "external-docs": _fields("description=text url!=text"),
    "tag": _fields("name!=text description=text externalDocs:external-docs"),
    "components": _fields(
        "schemas:{schema} responses:{response} parameters:{parameter} examples:{example} "
        "requestBodies:{request-body} headers:{header} securitySchemes:{security-scheme} links:{link} "
        "callbacks:{callback} pathItems:{path-item}"
    ),
    "path-item": _fields(_PATH_ITEM) | dict.fromkeys(METHODS, Field("operation", "", is_required=False)),
    "operation": _fields(_OPERATION),
    "callback-path-item": _fields(_PATH_ITEM)
    | dict.fromkeys(METHODS, Field("callback-operation", "", is_required=False)),
    "callback-operation": _fields(_OPERATION),
    "parameter": _fields(
        f"name!=text in!=path|query|header|cookie allowEmptyValue=flag allowReserved=flag {_VALUE}"
    ),
    "header": _fields(_VALUE),
    "request-body": _fields("description=text content!:{media-type} required=flag"),
    "media-type": _fields("schema:schema example=any examples:{example} encoding:{encoding}"),
    "encoding": _fields(
        "contentType=text headers:{header} style=form|spaceDelimited|pipeDelimited|deepObject explode=flag "
        "allowReserved=flag"
    ),
    "response": _fields("description=text headers:{header} content:{media-type} links:{link}"),
    "example": _fields("summary=text description=text value=any externalValue=text"),
    "link": _fields(
        "operationRef=text operationId=text parameters=map requestBody=any description=text server:server"
    ),
    "security-scheme": _fields(
        "type!=apiKey|http|mutualTLS|oauth2|openIdConnect description=text name=text in=query|header|cookie "
        "scheme=text bearerFormat=text flows:oauth-flows openIdConnectUrl=text"
    ),
    "oauth-flows": _fields(
        "implicit:oauth-flow password:oauth-flow clientCredentials:oauth-flow authorizationCode:oauth-flow"
    ),
    "oauth-flow": _fields("authorizationUrl=text tokenUrl=text refreshUrl=text scopes!=map"),
    "discriminator": _fields("propertyName!=text mapping=map"),
    "xml": _fields("name=text namespace=text prefix=text attribute=flag wrapped=flag"),
    "reference": _fields("$ref!=text summary=text description=text"),
    **dict.fromkeys(SCHEMA_KINDS[:-1], _fields(_SCHEMA)),
    "condition": _fields(re.sub(rf"(:\W?)({'|'.join(SCHEMA_KINDS)})\b", r"\1condition", _SCHEMA)),
}
"""Fields by kind of object."""

FREE_KINDS: Final[Mapping[str, Field]] = {
    "paths": Field("path-item", "", is_required=False),
    "callback": Field("callback-path-item", "", is_required=False),
    "security-requirement": Field("", "texts", is_required=False),
}
"""Kinds whose keys are free, with what stands below each key."""


def field_of(kind: str, key: str) -> Field | None:
    """Return a field of objects of a kind; None if they have none with this name."""
    return KINDS[kind].get(key) if kind in KINDS else FREE_KINDS[kind]


def name_of(kind: str) -> str:
    """Return what messages call objects of a kind, with an article."""
    noun = "schema" if kind in SCHEMA_KINDS else kind.replace("-", " ")
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
