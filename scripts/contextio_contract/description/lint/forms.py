"""Forms of the extensions as JSON Schema: what rules and editors check of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract.behaviour.matches import MATCHES
from contextio_contract.description.evidence.facts import TEXT, object_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.description.source.yaml import Pointer

_NAMES: Final = "x-names"
"""The keyword that says what a text is the name of."""
OPERATION: Final = "operation"
OBSERVED: Final = "field of what is observed"
WHOLE: Final = "field of the whole resource"
SHOWN: Final = "field of the answer"
SWITCH: Final = "query or header parameter"
MEDIA: Final = "media type of the answer"
SCHEMA: Final = "schema"
READ: Final = "field of the read"
TIME: Final = "field of the read with seconds"
ANSWER: Final = "field of the read and of the answer to a creation"
SENT: Final = "form field"
LIST: Final = "list of these resources in the one above"
ELEMENT: Final = "field of the elements"
INNER: Final = "list in the elements"
PARAMETER: Final = "query parameter"
CRITERION: Final = "query parameter, or path parameter of a list with of,"
NUMBER: Final = "query parameter for whole numbers"
_CODES: Final = {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True}
_COUNT: Final = {"type": "integer", "minimum": 1}
_MAILBOX: Final = "host port tls username password"


def _name(of: str) -> dict[str, Any]:
    return TEXT | {_NAMES: of}


def _names(of: str) -> dict[str, Any]:
    return _CODES | {"items": _name(of)}


def _map(names: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "propertyNames": names, "additionalProperties": values}


_FILTER: Final = {
    "if": {"properties": {"match": {"const": "is"}}},
    "then": {"required": ["value"]},
    "else": {"properties": {"value": False}},
    **object_form(
        "field match",
        {
            "field": {"type": ["string", "array"], "minLength": 1, "minItems": 1, "items": _name(ELEMENT)}
            | {_NAMES: ELEMENT},
            "match": {"enum": [*MATCHES]},
            "value": {},
            "narrows": _name(INNER),
            "several": {"const": "comma"},
        },
    ),
}
_PAGING: Final = {"limit": _name(NUMBER), "offset": _name(NUMBER), "maximum": _COUNT}
_ORDER: Final = object_form(
    "",
    {
        "by": _name(ELEMENT),
        "direction": {"enum": ["asc", "desc"]},
        "parameter": _name(PARAMETER),
        "by-parameter": _name(PARAMETER),
    },
) | {"type": ["string", "object"], "if": {"type": "string"}, "then": {"const": "oldest-first"}}
_ALSO_NAMED: Final = object_form("field", {"field": _name(READ), "prefix": TEXT})
_EFFECT: Final = object_form(
    "",
    {
        "value": {"type": ["string", "integer"]},
        "adds": _name(SHOWN),
        "as": {"enum": ["object", "array", "string", "integer", "number", "boolean"]},
        "narrows": _name(SHOWN),
        "by": TEXT,
        "answers": _name(MEDIA),
        "elements": _name(SCHEMA),
    },
) | {
    "oneOf": [{"required": [kind]} for kind in ("adds", "narrows", "answers", "elements")],
    "dependentRequired": {"as": ["adds"], "narrows": ["by"], "by": ["narrows"], "adds": ["value"]},
}
_STEPS: Final = {
    "type": "array",
    "minItems": 1,
    "items": object_form(
        "from to sends told",
        dict.fromkeys(("from", "to", "sends", "told", "calls"), TEXT) | {"answers": {"const": True}},
    ),
}
FORMS: Final[Mapping[str, Any]] = {
    "x-source": _CODES,
    "x-documents": _CODES,
    "x-also-reads": {"type": "array", "items": {"enum": ["string", "integer", "empty-array"]}, "minItems": 1},
    "x-codes": {
        "type": "object",
        "minProperties": 1,
        "properties": {"stale-timestamp": {"type": "integer"}},
        "additionalProperties": {"type": ["string", "integer"]},
    },
    "x-flow": object_form("parties steps", {"parties": _CODES, "steps": _STEPS}),
    "x-fallback": {"type": ["string", "integer", "number", "boolean"]},
    "x-disputed": {
        "type": "array",
        "minItems": 1,
        "items": object_form(
            "reading source decision", {"reading": TEXT, "source": _CODES, "decision": TEXT}
        ),
    },
    "x-resource": object_form(
        "kind",
        {
            "kind": TEXT,
            "key": _name(ANSWER),
            "created": _name(TIME),
            "url": _name(ANSWER),
            "lifetime": object_form("field seconds", {"field": _name(TIME), "seconds": _COUNT}),
            "initial": _map(_name(READ), {}),
            "reads-back": _map(_name(SENT), {"anyOf": [_name(READ), {"const": False}]}),
            "mark": _name(SENT),
            "embedded-at": _name(LIST),
            "prefix": TEXT,
            "also-named": {"type": "array", "items": _ALSO_NAMED, "minItems": 1},
            "headers": _map(_name(SENT), _map(_name(READ), TEXT)),
        },
    )
    | {"dependentRequired": {"lifetime": ["created"]}},
    "x-list": object_form(
        "",
        {
            "elements": _name(OPERATION),
            "of": _name(OPERATION),
            "paging": object_form(" ".join(_PAGING), _PAGING | {"default": _COUNT}),
            "order": _ORDER,
            "filters": _map(_name(CRITERION), _FILTER),
            "others": _map(_name(PARAMETER), TEXT),
        },
    ),
    "x-part": object_form(
        "of field",
        {
            "of": _name(OPERATION),
            "field": _name(WHOLE),
            "element": _name(SHOWN),
            "adds": _names(SENT),
            "removes": _names(SENT),
        },
    ),
    "x-switches": _map(_name(SWITCH), {"type": "array", "items": _EFFECT, "minItems": 1}),
    "x-async": object_form("observe fields", {"observe": _name(OPERATION), "fields": _names(OBSERVED)}),
    "x-signature": object_form(
        "algorithm over field time nonce max-age",
        {"algorithm": {"const": "HMAC-SHA256"}, "over": _CODES, "max-age": _COUNT}
        | dict.fromkeys(("field", "time", "nonce"), TEXT),
    ),
    "x-mailbox": object_form(
        _MAILBOX, dict.fromkeys(_MAILBOX.split(), _name(SENT)) | {"instead": _CODES | {"items": _name(SENT)}}
    ),
}
"""What the values look like, as JSON Schema; `spec/EXTENSIONS.md` says it in words."""


def names_in(form: Mapping[str, Any], value: Any, keys: Pointer) -> Iterator[tuple[Pointer, str, str]]:
    """Yield the names in a value that stands at some keys: the keys, the name, and what it is a name of."""
    for part in (form, *form.get("anyOf", ())):
        if _NAMES in part and isinstance(value, str):
            yield keys, value, part[_NAMES]
    for index, inner in enumerate(value if isinstance(value, list) else ()):
        yield from names_in(form["items"], inner, (*keys, index))
    for name, inner in value.items() if isinstance(value, dict) else ():
        yield from names_in(form.get("propertyNames", {}), name, (*keys, name))
        further = form.get("additionalProperties") or {}
        properties = form.get("properties") or form.get("else", {}).get("properties", {})
        yield from names_in(properties.get(name, further), inner, (*keys, name))
