"""Examples of rules as pieces of a page, at the place where they stand in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from contextio_contract.description.lint.nodes import Description, Node
from contextio_contract.description.source.bundler import Bundle
from contextio_contract.description.source.files import load
from contextio_contract.description.source.yaml import parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from contextio_contract.description.lint.rule import Rule
    from contextio_contract.description.source.yaml import Pointer

MODEL: Final = Path(__file__).with_name("model.yaml")
"""A small description of things, one page, that keeps every rule."""
PAGE: Final = "resources/things.yaml"
ROOT: Final = "openapi.yaml"
ITEMS: Final = {"/things": "collection", "/things/{id}": "instance"}
"""The names on the page of the path items of the model, by path."""
_REFERENCE: Final = "#/components/"
_WITHOUT: Final = re.compile(r"^( *)WITHOUT (\S+): null$", re.MULTILINE)


class _Dumper(yaml.SafeDumper):
    """Writes lists of plain values on one line, and everything else as pages have it."""

    def represent_list(self, data: Iterable[Any]) -> yaml.SequenceNode:
        is_flow = not any(isinstance(item, dict | list) for item in data)
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=is_flow)


_Dumper.add_representer(list, _Dumper.represent_list)


def piece(rule: Rule, example: str) -> str:
    """Return an example of a rule as YAML that can be pasted, under a comment with the name of its file.

    Fields that the example is without stand in comments: `# without schema`.
    """
    if not rule.kinds:
        return example.strip()
    node = _model().nodes[rule.kinds[0]][0]
    file, keys = _place(node.pointer)
    patch = parse(example.encode(), rule.id)
    shown = _shown(patch[0].data if patch[0] else {}, node.data)
    for key in reversed(keys):
        shown = [_filled(shown, node)] if isinstance(key, int) else {key: shown}
    text = yaml.dump(shown, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
    text = text if file == ROOT else text.replace(_REFERENCE, "#/")
    text = _WITHOUT.sub(r"\1# without \2", text).strip()
    return f"# {file}\n{text}"


@cache
def _model() -> Description:
    file = load(MODEL, MODEL.name, [])
    if file is None:
        raise FileNotFoundError(MODEL)
    return Description(Bundle(file.data, dict(file.positions)), MODEL.parent)


def _place(pointer: Pointer) -> tuple[str, Pointer]:
    """Return the file of the model's page or root in which an object stands, and the keys that lead there."""
    match pointer:
        case ("components", section, *rest) if section != "securitySchemes":
            return PAGE, (section, *rest)
        case ("components",):
            return PAGE, ()
        case ("paths", str(path), *rest):
            return PAGE, ("pathItems", ITEMS[path], *rest)
    return ROOT, pointer


def _shown(patch: Any, data: Any) -> Any:
    """Return what a patch sets in an object; with the plain fields beside those that it removes."""
    if not isinstance(patch, dict) or not isinstance(data, dict):
        return patch
    removed = {key for key, value in patch.items() if value is None and key in data}
    plain = {key: value for key, value in data.items() if not isinstance(value, dict | list)}
    shown = {key: value for key, value in plain.items() if key not in patch} if removed else {}
    shown |= {key: _shown(value, data.get(key)) for key, value in patch.items() if value is not None}
    return shown | {f"WITHOUT {key}": None for key in sorted(removed)}


def _filled(shown: dict[str, Any], node: Node) -> dict[str, Any]:
    """Return an element of a list with all that stays of it, since a list is pasted as a whole."""
    stays = {key: value for key, value in node.data.items() if f"WITHOUT {key}" not in shown}
    return stays | {key: value for key, value in shown.items() if not key.startswith("WITHOUT ")}
