"""Places of misplaced fields: the object around, or further in, to which a field belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.grammar import FREE_KINDS, KINDS, SCHEMA_KINDS
from contextio_contract.description.lint.values import described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.lint.nodes import Node

_LEVELS_OUT: Final = 4
_FREE_NAMES: Final = {"content": "application/json", "responses": '"200"', "paths": "/<path>"}
"""The names to show below fields with free names; other names are `<Name>`."""
_HARDLY_MEANT: Final = frozenset({"server", "tag", "license", "link", "encoding", "external-docs", "header"})
"""Kinds of objects with fields such as `name` and `url`, which are hardly ever left out around them."""


def further_in(node: Node, key: str, levels: int) -> str | None:
    """Return a misplaced field as it is written some levels further in; None if it does not belong there."""
    value = node.data[key]
    shown = value if isinstance(value, str) else described(value).removeprefix("the number ")
    field = f"{{{key}: {'…' if isinstance(value, dict | list | None) else shown}}}"
    ways = [(node.kind, "{}")]
    for _ in range(levels):
        ways = [step for kind, way in ways for step in _steps(kind, way)]
        for kind, way in ways:
            if key in KINDS.get(kind, {}):
                return way.replace("{}", field)[1:-1]
    return None


def further_out(node: Node, key: str) -> str | None:
    """Return the kind of the nearest object around in which a misplaced field belongs; None without one."""
    for length in range(1, min(_LEVELS_OUT, len(node.pointer)) + 1):
        around = node.description.by_pointer.get(node.pointer[:-length])
        if around is not None and key in KINDS.get(around.kind, {}):
            return around.kind.replace("-", " ")
    return None


def _steps(kind: str, way: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds of objects directly below one that is written in some way, each as it is written."""
    if kind in SCHEMA_KINDS:
        return
    fields = KINDS[kind] if kind in KINDS else {f"<{kind}>": FREE_KINDS[kind]}
    for name, field in fields.items():
        inner = field.child.strip("[]{}")
        if inner and inner not in _HARDLY_MEANT:
            below = {"[": "[{}]", "{": f"{{{_FREE_NAMES.get(name, '<Name>')}: {{}}}}"}.get(
                field.child[0], "{}"
            )
            yield inner, way.replace("{}", f"{{{name}: {below}}}")
