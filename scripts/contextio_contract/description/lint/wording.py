"""Rules on descriptions and summaries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import KINDS
from contextio_contract.description.lint.rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node, Problem

_UNDESCRIBED: Final = {"external-docs", "path-item", "callback-path-item", "example", "reference"}
DESCRIBED: Final = tuple(
    kind
    for kind, fields in KINDS.items()
    if "description" in fields and kind not in {*_UNDESCRIBED, "value", "part", "condition"}
)
"""The kinds of objects that readers look up."""

_SENTENCE: Final = re.compile(r"[^a-z\s].*[.!?]", re.DOTALL)
_FILLER: Final = re.compile(r"\b(?:todo|fixme|tbd|xxx|lorem ipsum|description here)\b", re.IGNORECASE)


@rule(*DESCRIBED, bad="description: null", good="description: Something that has a use.")
def described(node: Node) -> Iterator[Problem]:
    """Whatever readers look up has a description, of its own or through what it refers to."""
    target = node if node.text("description") else node.description.resolved(node.pointer, node.data)
    if target is None or not target.text("description").strip():
        keys = ("description",) if "description" in node.data else ()
        yield node.problem(f"{_named(node)} has no description", "say in a sentence what it is", *keys)


@rule("operation", "callback-operation", bad="summary: null", good="summary: Make a thing.")
def summarised(operation: Node) -> Iterator[Problem]:
    """An operation has a summary, the line under which it is listed."""
    if not operation.text("summary").strip():
        yield operation.problem(f"{_named(operation)} has no summary", "say in a line what it does")


@rule("example", bad="summary: null", good="summary: One thing")
def example_named(example: Node) -> Iterator[Problem]:
    """An example has a summary, which says what it shows."""
    if not example.text("summary").strip():
        message = f"the example {example.name} has no summary"
        yield example.problem(message, "say in a few words what it shows")


@rule(*DESCRIBED, bad="description: something with a use", good="description: Something that has a use.")
def sentence(node: Node) -> Iterator[Problem]:
    """Descriptions, and summaries of operations, begin with a capital and end with a period."""
    fields = ("summary", "description") if node.kind.endswith("operation") else ("description",)
    for field in fields:
        text = node.text(field).strip()
        if text and not _SENTENCE.fullmatch(text):
            message = f"the {field} of {_named(node)} is no full sentence"
            fix = "begin with a capital, end with a period"
            yield node.problem(message, fix, field, replace=_complete(text))


@rule(*DESCRIBED, bad="description: To be done; TODO.", good="description: Something that has a use.")
def filler(node: Node) -> Iterator[Problem]:
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
