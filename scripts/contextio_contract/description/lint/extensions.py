"""Rules on extensions, the keys that start with `x-`: provenance, and what tools read beside OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.contract.behaviour.listing import MATCHES
from contextio_contract.description.lint.grammar import KINDS
from contextio_contract.description.lint.rule import Node, Problems, article, rule
from contextio_contract.description.source.finding import nearest, one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.description.source.yaml import Pointer

_TEXT: Final = {"type": "string", "minLength": 1}
_CODES: Final = {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True}
_COUNT: Final = {"type": "integer", "minimum": 1}


def _form(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


_FILTER: Final = _form("field match", field=_TEXT, match={"enum": [*MATCHES]}, value={}, narrows=_TEXT)
_FORMS: Final[Mapping[str, Any]] = {
    "x-source": _CODES,
    "x-documents": _CODES,
    "x-also-reads": {"type": "array", "items": {"enum": ["string", "integer", "empty-array"]}, "minItems": 1},
    "x-resource": _form(
        "kind",
        kind=_TEXT,
        key=_TEXT,
        created=_TEXT,
        url=_TEXT,
        mark=_TEXT,
        lifetime=_form("field seconds", field=_TEXT, seconds=_COUNT),
        initial={"type": "object"},
        **{
            "reads-back": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"const": False}]}},
            "embedded-at": _TEXT,
        },
    ),
    "x-list": _form(
        "",
        paging=_form("limit offset maximum", limit=_TEXT, offset=_TEXT, maximum=_COUNT),
        order={"enum": ["oldest-first"]},
        filters={"type": "object", "additionalProperties": _FILTER},
        others={"type": "object", "additionalProperties": _TEXT},
    ),
    "x-mailbox": _form(
        "host port tls username password",
        **dict.fromkeys(("host", "port", "tls", "username", "password"), _TEXT),
        instead=_CODES,
    ),
    "x-disputed": {
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "properties": {"reading": _TEXT, "source": _CODES, "decision": _TEXT},
            "required": ["reading", "source", "decision"],
            "additionalProperties": False,
        },
    },
}
"""What the values look like, as JSON Schema; `spec/EXTENSIONS.md` says it in words."""


@rule(*KINDS, bad="x-colour: red", good="{}")
def extension_known(node: Node) -> Problems:
    """An x- key stands in the table of EXTENSIONS.md, and in an object that is named there."""
    extensions = node.description.conventions.extensions
    for key in (key for key in node.data if key.startswith("x-")):
        if key not in extensions:
            fix = f"write {one_of(key, extensions)}, or explain it there"
            replace = node.rename(key, nearest(key, extensions))
            yield node.problem(f"EXTENSIONS.md does not know {key}", fix, key, replace=replace)
        elif not any(f"{kind} ".startswith(f"{node.kind.replace('-', ' ')} ") for kind in extensions[key]):
            fix = f"EXTENSIONS.md allows it in: {', '.join(extensions[key])}"
            yield node.problem(f"{key} has no meaning in {article(node.kind)}", fix, key)


@rule("operation", *KINDS, bad="x-source: python", good="x-source: [python]")
def extension_value(node: Node) -> Problems:
    """The value of an extension has the form that EXTENSIONS.md gives it."""
    for key in _FORMS.keys() & node.data.keys():
        for error in jsonschema_rs.validator_for(_FORMS[key]).iter_errors(node.data[key]):
            message = f"{key} is wrong: {error.message}"
            yield node.problem(message, "see EXTENSIONS.md", key, *error.instance_path)


@rule("operation", *KINDS, bad="x-source: [pyton]", good="x-source: [python]")
def source_known(node: Node) -> Problems:
    """A source is one of the codes that documented/README.md explains."""
    sources = node.description.conventions.sources
    lists: list[tuple[Pointer, Any]] = [(("x-source",), node.data.get("x-source"))]
    for index, reading in enumerate(node.list("x-disputed")):
        if isinstance(reading, dict):
            lists.append((("x-disputed", index, "source"), reading.get("source")))
    for keys, codes in lists:
        for index, code in enumerate(codes if isinstance(codes, list) else ()):
            if isinstance(code, str) and code not in sources:
                fix = f"write {one_of(code, sources)}; documented/README.md explains the codes"
                replace = (code, near) if (near := nearest(code, sources)) else None
                yield node.problem(f"{code} is no source", fix, *keys, index, replace=replace)


@rule("operation", bad="x-source: null", good="x-source: [python]")
def sourced(operation: Node) -> Problems:
    """An operation says where it was learned."""
    if "x-source" not in operation.data:
        fix = "write x-source: [<code>, …] with codes of documented/README.md"
        yield operation.problem("the operation names no source", fix)


@rule("operation", bad="x-impact: null", good="x-impact: write")
def impact(operation: Node) -> Problems:
    """An operation says what it may do to stored data: GET reads, DELETE destroys."""
    method, stated = operation.name, operation.text("x-impact")
    allowed = {"get": ["read"], "delete": ["destructive"]}.get(method, ["write", "destructive"])
    if stated not in allowed:
        message = f"{method.upper()} says {stated or 'nothing'} of its impact"
        keys, replace = (("x-impact",), (stated, allowed[0])) if stated else ((), None)
        yield operation.problem(message, f"write x-impact: {allowed[0]}", *keys, replace=replace)


@rule(
    "operation",
    bad="parameters: [{$ref: '#/components/parameters/Limit'}, {$ref: '#/components/parameters/Offset'}]",
    good="""
parameters: [{$ref: '#/components/parameters/Limit'}, {$ref: '#/components/parameters/Offset'}]
x-list: {paging: {limit: limit, offset: offset, maximum: 100}}
""",
)
def paging(operation: Node) -> Problems:
    """A list with limit and offset says so in x-list, which names them as they are."""
    parameters = operation.description.parameters(operation)
    query = [name for location, name in parameters if location == "query"]
    names = operation.map("x-list").get("paging") or {}
    if {"limit", "offset"} <= set(query) and not names:
        yield operation.problem(
            "the list is divided into pages", "write x-list: {paging: …} as EXTENSIONS.md has it"
        )
    for key in ("limit", "offset") if names else ():
        if names.get(key) not in query:
            fix = f"write {one_of(str(names.get(key)), query)}"
            yield operation.problem(f"{names.get(key)} is no query parameter", fix, "x-list", "paging", key)
