"""Rules on names, from which generated code takes its own."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import FORM
from contextio_contract.description.lint.phrases import nearest, one_of
from contextio_contract.description.lint.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node, Problem

_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_CAMEL: Final = re.compile(r"[a-z][A-Za-z0-9]*")
_PLURAL: Final = re.compile(r".*[^sui]s")


@rule("operation", bad="operationId: things_get", good="operationId: things_list_names")
def operation_id_unique(operation: Node) -> Iterator[Problem]:
    """Every operation has an operationId of its own."""
    name = operation.text("operationId")
    if not name:
        yield operation.problem("the operation has no operationId", "write operationId: <page>_<verb>")
        return
    first = operation.description.operations[name]
    if first.pointer != operation.pointer:
        message = f"{name} is the operationId of {first.name.upper()} {first.pointer[-2]} as well"
        yield operation.problem(message, "rename one", "operationId")


@rule("operation", bad="operationId: listThings", good="operationId: things_list_names")
def operation_id_form(operation: Node) -> Iterator[Problem]:
    """An operationId is <page>_<verb> or <page>_<verb>_<object>, with a verb of EXTENSIONS.md."""
    name, tags = operation.text("operationId"), operation.list("tags")
    if not name or len(tags) != 1 or tags[0] not in _declared(operation):
        return
    verbs = operation.description.conventions.verbs
    if not re.fullmatch(rf"{re.escape(tags[0])}_({'|'.join(verbs) or '[a-z0-9]+'})(_[a-z0-9_]+)?", name):
        fix = f"write {tags[0]}_<verb> with {one_of('', verbs)}"
        yield operation.problem(f"{name} does not tell page and effect", fix, "operationId")


@rule("operation", bad="tags: [other]", good="tags: [things]")
def operation_tag(operation: Node) -> Iterator[Problem]:
    """An operation has one tag, which is declared and is the name of its file, the page."""
    tags, declared = operation.list("tags"), _declared(operation)
    page = PurePath(operation.description.bundle.position(operation.pointer).file).stem
    if len(tags) != 1:
        keys = ("tags",) if "tags" in operation.data else ()
        yield operation.problem(f"the operation has {len(tags)} tags", "write tags: [<page>]", *keys)
    elif tags[0] not in declared:
        tag = str(tags[0])
        near = nearest(tag, declared)
        message, fix = f"the tag {tag} is not declared", f"write {one_of(tag, declared)}"
        yield operation.problem(message, fix, "tags", 0, replace=(tag, near) if near else None)
    elif tags[0] != page:
        replace = (str(tags[0]), page) if page in declared else None
        message, fix = f"the operation belongs to {page}", f"write tags: [{page}]"
        yield operation.problem(message, fix, "tags", 0, replace=replace)


@rule("tag", bad="name: other", good="name: things")
def tag_used(tag: Node) -> Iterator[Problem]:
    """A declared tag is that of some operation."""
    operations = tag.description.nodes["operation"]
    if tag.text("name") not in {
        name for operation in operations for name in map(str, operation.list("tags"))
    }:
        yield tag.problem(f"no operation has the tag {tag.text('name')}", "use it, or remove it")


@rule(
    "components",
    bad="schemas: {Things: {type: string, description: What there is.}}",
    good="schemas: {Thing: {description: What there is.}}",
)
def component_name(components: Node) -> Iterator[Problem]:
    """Components have PascalCase names, schemas in the singular; security schemes have camelCase names."""
    for section in components.data:
        form, words = (_CAMEL, "camelCase") if section == "securitySchemes" else (_PASCAL, "PascalCase")
        for name in components.map(section):
            if not form.fullmatch(name):
                yield components.problem(f"{name} is not {words}", f"write it in {words}", section, name)
            elif section == "schemas" and _PLURAL.fullmatch(name):
                yield components.problem(f"{name} is a plural", "name one of them", section, name)


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
    form = operation.description.form(operation)
    if form is not None and not (form.pointer[1] == "schemas" and form.name.endswith("Form")):
        fix = "refer to a component <Noun><Verb>Form"
        keys = ("requestBody", "content", FORM, "schema")
        yield operation.problem("the schema of the form has no name that ends in Form", fix, *keys)


def _declared(operation: Node) -> list[str]:
    """Return the names of the tags at the top of the description."""
    return [tag.text("name") for tag in operation.description.nodes["tag"]]
