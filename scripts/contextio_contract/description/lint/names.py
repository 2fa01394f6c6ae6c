"""Rules on names, from which generated code takes its own."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import FORM
from contextio_contract.description.lint.phrases import nearest, one_of
from contextio_contract.description.lint.rule import Problem, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node

VERBS: Final = ("list", "get", "create", "update", "delete")
"""What an operation can be called for what it does; `spec/EXTENSIONS.md` tells why not by its method."""

_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
_CAMEL = re.compile(r"[a-z][A-Za-z0-9]*")
_PLURAL = re.compile(r".*[^sui]s")


@rule("operation", bad="operationId: things_get", good="operationId: things_list_names")
def operation_id_unique(operation: Node) -> Iterator[Problem]:
    """Every operation has an operationId of its own."""
    name = operation.text("operationId")
    if not name:
        yield Problem(
            operation.pointer, "the operation has no operationId", "write operationId: <page>_<verb>"
        )
        return
    first = operation.whole.operations[name]
    if first.pointer != operation.pointer:
        method, path = str(first.pointer[-1]).upper(), first.pointer[-2]
        yield Problem(
            (*operation.pointer, "operationId"),
            f"{name} is the operationId of {method} {path} as well",
            "rename one",
        )


@rule("operation", bad="operationId: listThings", good="operationId: things_list_names")
def operation_id_form(operation: Node) -> Iterator[Problem]:
    """An operationId is <page>_<verb> or <page>_<verb>_<object>, with the page's tag and a verb of effect."""
    name, tags = operation.text("operationId"), operation.list("tags")
    if not name or len(tags) != 1 or tags[0] not in _declared(operation):
        return
    if not re.fullmatch(rf"{re.escape(tags[0])}_({'|'.join(VERBS)})(_[a-z0-9_]+)?", name):
        pointer = (*operation.pointer, "operationId")
        fix = f"write {tags[0]}_<verb> with one of {', '.join(VERBS)}"
        yield Problem(pointer, f"{name} does not tell page and effect", fix)


@rule("operation", bad="tags: [other]", good="tags: [things]")
def operation_tag(operation: Node) -> Iterator[Problem]:
    """An operation has one tag, which is declared and is the name of its file, the page."""
    tags = operation.list("tags")
    declared = _declared(operation)
    if len(tags) != 1:
        pointer = (*operation.pointer, "tags") if "tags" in operation.data else operation.pointer
        yield Problem(pointer, f"the operation has {len(tags)} tags", "write tags: [<page>]")
    elif tags[0] not in declared:
        near = nearest(str(tags[0]), declared)
        yield Problem(
            (*operation.pointer, "tags", 0),
            f"the tag {tags[0]} is not declared",
            f"write {one_of(str(tags[0]), declared)}",
            (str(tags[0]), near) if near else None,
        )
    elif tags[0] != (page := PurePath(operation.whole.bundle.position(operation.pointer).file).stem):
        yield Problem(
            (*operation.pointer, "tags", 0),
            f"the operation belongs to {page}",
            f"write tags: [{page}]",
            (str(tags[0]), page) if page in declared else None,
        )


@rule("tag", bad="name: other", good="name: things")
def tag_used(tag: Node) -> Iterator[Problem]:
    """A declared tag is that of some operation."""
    used = {name for operation in tag.whole.nodes["operation"] for name in map(str, operation.list("tags"))}
    if tag.text("name") not in used:
        yield Problem(tag.pointer, f"no operation has the tag {tag.text('name')}", "use it, or remove it")


@rule(
    "components",
    bad="schemas: {Things: {type: string, description: What there is.}}",
    good="schemas: {Thing: {description: What there is.}}",
)
def component_name(components: Node) -> Iterator[Problem]:
    """Components have PascalCase names, schemas in the singular; security schemes have camelCase names."""
    for section, entries in components.data.items():
        form, words = (_CAMEL, "camelCase") if section == "securitySchemes" else (_PASCAL, "PascalCase")
        for name in entries if isinstance(entries, dict) else ():
            pointer = ("components", section, name)
            if not form.fullmatch(name):
                yield Problem(pointer, f"{name} is not {words}", f"write it in {words}")
            elif section == "schemas" and _PLURAL.fullmatch(name):
                yield Problem(pointer, f"{name} is a plural", "name one of them")


@rule(
    "operation",
    bad="""
requestBody:
  content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Thing'}}}
""",
    good="""
requestBody:
  content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/ThingCreateForm'}}}
""",
)
def form_name(operation: Node) -> Iterator[Problem]:
    """The schema of a form is a component whose name ends in Form."""
    way = ("requestBody", "content", FORM, "schema")
    schema = operation.under(*way)
    if schema is not None and not (schema.pointer[1] == "schemas" and schema.name.endswith("Form")):
        fix = "refer to a component <Noun><Verb>Form"
        yield Problem((*operation.pointer, *way), "the form's schema has no name that ends in Form", fix)


def _declared(operation: Node) -> list[str]:
    """Return the names of the tags at the top of the description."""
    return [tag.text("name") for tag in operation.whole.nodes["tag"]]
