"""Rules on extensions: where a fact was learned, and what tools read beside OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import jsonschema_rs

from contextio_contract.description.lint.grammar import KINDS
from contextio_contract.description.lint.phrases import article, nearest, one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.description.lint.nodes import Node

_TEXT: Final = {"type": "string", "minLength": 1}
_CODES: Final = {"type": "array", "items": _TEXT, "minItems": 1, "uniqueItems": True}
_FORMS: Final[Mapping[str, Any]] = {
    "x-source": _CODES,
    "x-documents": _CODES,
    "x-also-reads": {
        "type": "array",
        "items": {"enum": ["string", "integer", "empty-array"]},
        "minItems": 1,
    },
    "x-paging": {
        "type": "object",
        "properties": {"limit": _TEXT, "offset": _TEXT, "maximum": {"type": "integer", "minimum": 1}},
        "required": ["limit", "offset", "maximum"],
        "additionalProperties": False,
    },
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
def extension_known(node: Node) -> Iterator[Problem]:
    """An x- key stands in the table of EXTENSIONS.md, and at a place that is named there."""
    known = node.whole.conventions.extensions
    for key in node.data:
        if not key.startswith("x-"):
            continue
        if key not in known:
            yield Problem(
                (*node.pointer, key),
                f"EXTENSIONS.md does not know {key}",
                f"write {one_of(key, known)}, or explain it there",
                (key, near) if (near := nearest(key, known)) and near not in node.data else None,
            )
        elif not any(f"{place} ".startswith(f"{node.kind.replace('-', ' ')} ") for place in known[key]):
            yield Problem(
                (*node.pointer, key),
                f"{key} has no meaning in {article(node.kind)}",
                f"EXTENSIONS.md allows it in: {', '.join(known[key])}",
            )


@rule(
    "operation",
    *(kind for kind in KINDS if kind != "operation"),
    bad="x-source: python",
    good="x-source: [python]",
)
def extension_value(node: Node) -> Iterator[Problem]:
    """The value of an extension has the form that EXTENSIONS.md gives it."""
    for key in _FORMS.keys() & node.data.keys():
        for error in jsonschema_rs.validator_for(_FORMS[key]).iter_errors(node.data[key]):
            yield Problem(
                (*node.pointer, key, *error.instance_path),
                f"{key} is wrong: {error.message}",
                "see EXTENSIONS.md",
            )


@rule(
    "operation",
    *(kind for kind in KINDS if kind != "operation"),
    bad="x-source: [pyton]",
    good="x-source: [python]",
)
def source_known(node: Node) -> Iterator[Problem]:
    """A source is one of the codes that documented/README.md explains."""
    disputed = [
        (("x-disputed", index), reading)
        for index, reading in enumerate(node.list("x-disputed"))
        if isinstance(reading, dict)
    ]
    for keys, holder, key in [
        ((), node.data, "x-source"),
        *((keys, reading, "source") for keys, reading in disputed),
    ]:
        codes, known = holder.get(key), node.whole.conventions.sources
        for index, code in enumerate(codes if isinstance(codes, list) else ()):
            if isinstance(code, str) and code not in known:
                yield Problem(
                    (*node.pointer, *keys, key, index),
                    f"{code} is no source",
                    f"write {one_of(code, known)}; documented/README.md explains the codes",
                    (code, near) if (near := nearest(code, known)) else None,
                )


@rule("operation", bad="x-source: null", good="x-source: [python]")
def sourced(operation: Node) -> Iterator[Problem]:
    """An operation says where it was learned."""
    if "x-source" not in operation.data:
        yield Problem(
            operation.pointer,
            "the operation names no source",
            "write x-source: [<code>, …] with codes of documented/README.md",
        )


@rule("operation", bad="x-impact: null", good="x-impact: write")
def impact(operation: Node) -> Iterator[Problem]:
    """An operation says what it may do to stored data: GET reads, DELETE destroys."""
    method = operation.name
    wanted = {"get": ["read"], "delete": ["destructive"]}.get(method, ["write", "destructive"])
    found = operation.text("x-impact")
    if found not in wanted:
        pointer = (*operation.pointer, "x-impact") if found else operation.pointer
        yield Problem(
            pointer,
            f"{method.upper()} says {found or 'nothing'} of its impact",
            f"write x-impact: {wanted[0]}",
            (found, wanted[0]) if found else None,
        )


@rule(
    "operation",
    bad="parameters: [{$ref: '#/components/parameters/Limit'}, {$ref: '#/components/parameters/Offset'}]",
    good="""
parameters: [{$ref: '#/components/parameters/Limit'}, {$ref: '#/components/parameters/Offset'}]
x-paging: {limit: limit, offset: offset, maximum: 100}
""",
)
def paging(operation: Node) -> Iterator[Problem]:
    """A list with limit and offset says so in x-paging, which names query parameters of the operation."""
    known = [name for place, name in operation.whole.parameters(operation) if place == "query"]
    names = operation.map("x-paging")
    if {"limit", "offset"} <= set(known) and not names:
        yield Problem(
            operation.pointer, "the list is divided into pages", "write x-paging as EXTENSIONS.md has it"
        )
    for key in ("limit", "offset"):
        if names and names.get(key) not in known:
            yield Problem(
                (*operation.pointer, "x-paging", key),
                f"{names.get(key)} is no query parameter",
                f"write {one_of(str(names.get(key)), known)}",
            )
