"""Drafts put into the files, as text, so that comments and order stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from contextio_contract.description.draft.drafts import Draft

_WIDTH: Final = 108
_START: Final = """\
# yaml-language-server: $schema=../../.vscode/resource.schema.json
# The page "{}".
pathItems:
"""
"""How a new file begins; the first line tells editors its schema."""


class _Dumper(yaml.SafeDumper):
    """Writes lists one level inside their key, as the description has them, and no aliases."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def _flow(dumper: _Dumper, items: list[Any]) -> yaml.Node:
    """Write a list of words on one line."""
    flow = all(isinstance(item, str | int) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Dumper.add_representer(list, _flow)


def place(spec: Path, page: str, drafts: list[Draft], described: Mapping[str, Any]) -> dict[str, str]:
    """Return the new texts of the files that take drafts, by name below the description's folder.

    Args:
        spec: the folder with `openapi.yaml`.
        page: the page's name.
        drafts: the operations.
        described: the content of `openapi.yaml`.
    """
    root, name = (spec / "openapi.yaml").read_text("utf-8"), f"resources/{page}.yaml"
    file = spec / name
    text = file.read_text("utf-8") if file.exists() else _START.format(page)
    if page not in [tag["name"] for tag in described.get("tags", ())]:
        purpose = f"Operations of the page {page.replace('_', ' ')}; say here what they are for."
        root = _appended(root, ("tags",), _text([{"name": page, "description": purpose}], 1))
    keys = {
        path: str(value["$ref"]).rpartition("/")[2]
        for path, value in described["paths"].items()
        if "$ref" in value
    }
    for draft in drafts:
        key = keys.get(draft.path)
        if key is None:
            key = keys[draft.path] = _key(draft.path, text)
            reference = f'  {draft.path}: {{$ref: "{name}#/pathItems/{key}"}}\n'
            root = _appended(root, ("paths",), reference)
            shared = {"parameters": draft.parameters} if draft.parameters else {}
            text = _appended(text, ("pathItems",), f"  {key}:\n" + (_text(shared, 2) if shared else ""))
        text = _appended(text, ("pathItems", key), _text({draft.method: draft.operation}, 2))
        if draft.schemas:
            if not re.search(r"^schemas:", text, re.MULTILINE):
                text = f"{text.rstrip()}\n\nschemas:\n"
            text = _appended(text, ("schemas",), _text(draft.schemas, 1))
    return {name: text, "openapi.yaml": root}


def _key(path: str, text: str) -> str:
    """Return a name for a path item that the file does not have."""
    plain = "instance" if path.endswith("}") else "collection"
    words = re.findall(r"\w+", re.sub(r"\{[^}]*\}", "", path))
    long = words[0] + "".join(map(str.capitalize, words[1:])) + ("Instance" if plain == "instance" else "")
    taken = set(re.findall(r"^  (\w+):", text, re.MULTILINE))
    return next(key for key in (plain, long, f"{long}More") if key not in taken)


def _appended(text: str, keys: tuple[str, ...], entry: str) -> str:
    """Return a text with an entry at the end of a block, before the blank lines and comments that follow."""
    lines = text.splitlines(keepends=True)
    start = 0
    for level, key in enumerate(keys):
        head = re.compile(rf"{'  ' * level}[\"']?{re.escape(key)}[\"']?:")
        start = next(index for index in range(start, len(lines)) if head.match(lines[index])) + 1
    inside = "  " * len(keys)
    end = start
    for index in range(start, len(lines)):
        if lines[index].strip() and not lines[index].startswith(inside):
            break
        if lines[index].strip():
            end = index + 1
    if end and not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    return "".join([*lines[:end], entry, *lines[end:]])


def _text(data: Any, level: int) -> str:
    written = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH - 2 * level)
    return "".join(f"{'  ' * level}{line}" for line in written.splitlines(keepends=True))
