"""Rules on names, from which generated code takes its own, and on summaries and descriptions."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from contextio_contract.contract import FORM, MULTIPART
from contextio_contract.description.lint.grammar import KINDS
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import nearest, one_of

_UNDESCRIBED: Final = {
    *("external-docs", "path-item", "callback-path-item", "example", "reference"),
    *("value", "part", "condition"),
}
DESCRIBED: Final = [
    kind for kind, fields in KINDS.items() if "description" in fields and kind not in _UNDESCRIBED
]
"""The kinds of objects that readers look up."""

_SENTENCE: Final = re.compile(r"[^a-z\s].*[.!?]", re.DOTALL)
_FILLER: Final = re.compile(r"\b(?:todo|fixme|tbd|xxx|lorem ipsum|description here)\b", re.IGNORECASE)
_PASCAL: Final = re.compile(r"[A-Z][A-Za-z0-9]*")
_CAMEL: Final = re.compile(r"[a-z][A-Za-z0-9]*")
_PLURAL: Final = re.compile(r".*[^sui]s")


@rule("operation", bad="operationId: things_get", good="operationId: things_list_names")
def operation_id_unique(operation: Node) -> Problems:
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
def operation_id_form(operation: Node) -> Problems:
    """An operationId is <page>_<verb> or <page>_<verb>_<object>, with a verb of EXTENSIONS.md."""
    name, tags = operation.text("operationId"), operation.list("tags")
    if not name or len(tags) != 1 or tags[0] not in operation.description.tags:
        return
    verbs = operation.description.conventions.verbs
    if not re.fullmatch(rf"{re.escape(tags[0])}_({'|'.join(verbs) or '[a-z0-9]+'})(_[a-z0-9_]+)?", name):
        fix = f"write {tags[0]}_<verb> with {one_of('', verbs)}"
        yield operation.problem(f"{name} does not tell page and effect", fix, "operationId")


@rule("operation", bad="tags: [other]", good="tags: [things]")
def operation_tag(operation: Node) -> Problems:
    """An operation has one tag, which is declared and is the name of its file, the page."""
    tags, declared = operation.list("tags"), operation.description.tags
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


@rule("info", bad="version: '1.0'", good="version: 1.0.0")
def version_form(info: Node) -> Problems:
    """The version of a description is major.minor.patch, which `diff` counts on."""
    version = info.text("version")
    if version and not re.match(r"(\d{1,9}\.){2}\d{1,9}([-+]|$)", version):
        parts = [*re.findall(r"\d{1,9}", version), "0", "0", "0"][:3]
        yield info.problem(f"{version} is no version", f"write version: {'.'.join(parts)}", "version")


@rule(
    "document",
    bad="tags: [{name: things, description: What is kept.}, {name: things, description: What is kept.}]",
    good="tags: [{name: things, description: What is kept.}]",
)
def tag_twice(document: Node) -> Problems:
    """A tag is declared once."""
    names = [tag.text("name") for tag in document.each("tags")]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield document.problem(f"the tag {name} is declared twice", "remove one", "tags", index)


@rule("tag", bad="name: other", good="name: things")
def tag_used(tag: Node) -> Problems:
    """A declared tag is that of some operation."""
    name = tag.text("name")
    if not any(name in operation.list("tags") for operation in tag.description.nodes["operation"]):
        yield tag.problem(f"no operation has the tag {name}", "use it, or remove it")


@rule(
    "components",
    bad="schemas: {Things: {type: string, description: What there is.}}",
    good="schemas: {Thing: {description: What there is.}}",
)
def component_name(components: Node) -> Problems:
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
def form_name(operation: Node) -> Problems:
    """The schema of a form is a component whose name ends in Form."""
    form = operation.description.form(operation)
    if form is not None and not (form.pointer[1] == "schemas" and form.name.endswith("Form")):
        fix = "refer to a component <Noun><Verb>Form"
        sent = operation.under("requestBody", "content")
        kind = FORM if sent and FORM in sent.data else MULTIPART
        keys = ("requestBody", "content", kind, "schema")
        yield operation.problem("the schema of the form has no name that ends in Form", fix, *keys)


@rule(*DESCRIBED, bad="description: null", good="description: Something that has a use.")
def described(node: Node) -> Problems:
    """Whatever readers look up has a description, of its own or through what it refers to."""
    target = node if node.text("description") else node.description.resolved(node.pointer, node.data)
    if target is None or not target.text("description").strip():
        keys = ("description",) if "description" in node.data else ()
        yield node.problem(f"{_named(node)} has no description", "say in a sentence what it is", *keys)


@rule("operation", "callback-operation", bad="summary: null", good="summary: Make a thing.")
def summarised(operation: Node) -> Problems:
    """An operation has a summary, the line under which it is listed."""
    if not operation.text("summary").strip():
        yield operation.problem(f"{_named(operation)} has no summary", "say in a line what it does")


@rule("example", bad="summary: null", good="summary: One thing")
def example_named(example: Node) -> Problems:
    """An example has a summary, which says what it shows."""
    if not example.text("summary").strip():
        message = f"the example {example.name} has no summary"
        yield example.problem(message, "say in a few words what it shows")


@rule(*DESCRIBED, bad="description: something with a use", good="description: Something that has a use.")
def sentence(node: Node) -> Problems:
    """Descriptions, and summaries of operations, begin with a capital and end with a period."""
    fields = ("summary", "description") if node.kind.endswith("operation") else ("description",)
    for field in fields:
        text = node.text(field).strip()
        if text and not _SENTENCE.fullmatch(text):
            message = f"the {field} of {_named(node)} is no full sentence"
            fix = "begin with a capital, end with a period"
            yield node.problem(message, fix, field, replace=_complete(text))


@rule(*DESCRIBED, bad="description: To be done; TODO.", good="description: Something that has a use.")
def filler(node: Node) -> Problems:
    """Descriptions say something: no TODO, and more than the name."""
    text = node.text("description").strip()
    words = {"the", "a", "an", *_words(node.text("name") or node.name)}
    if _FILLER.search(text) or (text and set(_words(text)) <= words):
        message = f"the description of {_named(node)} says nothing"
        yield node.problem(message, "say what it is for", "description")


def _complete(text: str) -> tuple[str, str] | None:
    """Return a text and the same as a sentence; None where a name at its start or a list would be spoilt."""
    first = text.split(maxsplit=1)[0]
    if first[0].islower() and not first.isalpha():
        return None
    full = text[0].upper() + text[1:]
    if not full.endswith((".", "!", "?")):
        full = f"{full}." if re.search(r"[\w)`*]$", full) else ""
    return (text, full) if full else None


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower())


def _named(node: Node) -> str:
    if node.kind.endswith("operation"):
        return node.text("operationId") or f"{str(node.pointer[-1]).upper()} {node.pointer[-2]}"
    kind = node.kind.replace("-", " ")
    if node.kind in {"items", "info"}:
        return f"the {kind}"
    return f"the {kind} {node.text('name') or node.text('url') or node.name}"
