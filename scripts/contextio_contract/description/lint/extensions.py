"""Rules on extensions, the keys that start with `x-`: provenance, and what tools read beside OpenAPI."""

from __future__ import annotations

from functools import reduce
from operator import getitem
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from contextio_contract.description.lint.forms import FORMS
from contextio_contract.description.lint.grammar import KINDS, name_of
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import nearest, one_of

if TYPE_CHECKING:
    from contextio_contract.description.source.yaml import Pointer


@rule("operation", *KINDS, bad="x-colour: red", good="x-source: [python]")
def extension_known(node: Node) -> Problems:
    """An x- key stands in the table of EXTENSIONS.md, and in an object that is named there."""
    extensions = node.description.conventions.extensions
    for key in (key for key in node.data if key.startswith("x-")):
        if key not in extensions:
            allowed = {
                each[2:]: each for each in extensions if node.description.conventions.allows(each, node.kind)
            }
            near = allowed.get(nearest(key[2:], allowed) or "")
            fix = f"write {near}, or explain {key} there" if near else "remove it, or explain it there"
            replace = node.rename(key, near)
            yield node.problem(f"EXTENSIONS.md does not know {key}", fix, key, replace=replace)
        elif not node.description.conventions.allows(key, node.kind):
            fix = f"EXTENSIONS.md allows it in: {', '.join(extensions[key])}"
            yield node.problem(f"{key} has no meaning in {name_of(node.kind)}", fix, key)


@rule("operation", *KINDS, bad="x-source: python", good="x-source: [python]")
def extension_value(node: Node) -> Problems:
    """The value of an extension has the form that EXTENSIONS.md gives it."""
    for key in FORMS.keys() & node.data.keys():
        for error in jsonschema_rs.validator_for(FORMS[key]).iter_errors(node.data[key]):
            unexpected, fix = error.kind.as_dict().get("unexpected", ())[:1], "see EXTENSIONS.md"
            if error.kind.name == "enum":
                fix = f"write {one_of(str(error.instance), map(str, error.kind.as_dict()['options']))}"
            if unexpected:
                known = reduce(getitem, error.schema_path[:-1], FORMS[key])["properties"]
                fix = f"write {one_of(unexpected[0], known)}"
            message = f"{key} is wrong: {error.message}"
            yield node.problem(message, fix, key, *error.instance_path, *unexpected)


@rule(
    "tag",
    bad="x-flow: {parties: [A, B], steps: [{from: A, to: C, sends: a call, told: A calls B.}]}",
    good="x-flow: {parties: [A, B], steps: [{from: A, to: B, sends: a call, told: A calls B.}]}",
)
def flow_names(tag: Node) -> Problems:
    """A step of x-flow goes from party to party, and calls an operation of the description."""
    flow = tag.under("x-flow")
    parties = [each for each in flow.list("parties") if isinstance(each, str)] if flow else []
    for step in flow.each("steps") if flow else ():
        known = {"from": parties, "to": parties, "calls": tag.description.operations}
        for key, names in known.items():
            if (name := step.text(key)) and name not in names:
                noun = "operation" if key == "calls" else "party"
                yield step.problem(f"there is no {noun} {name}", f"write {one_of(name, names)}", key)


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
    reads = dict.fromkeys(("get", "head", "options", "trace"), ("read",))
    allowed = {**reads, "delete": ("destructive",)}.get(method, ("write", "destructive"))
    if stated not in allowed:
        message = f"{method.upper()} says {stated or 'nothing'} of its impact"
        keys, replace = (("x-impact",), (stated, allowed[0])) if stated else ((), None)
        yield operation.problem(message, f"write x-impact: {allowed[0]}", *keys, replace=replace)
