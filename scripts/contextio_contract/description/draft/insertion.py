"""Drafts put into the files, as text, so that comments and order stay."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

import yaml

from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from contextio_contract.description.draft.drafts import Draft
    from contextio_contract.description.source.bundler import Bundle

_START: Final = """\
# yaml-language-server: $schema=../../.vscode/resource.schema.json
# The page "{}".
pathItems:
"""
"""How a new file begins; the first line tells editors its schema."""


class _Dumper(yaml.SafeDumper):
    """Writes lists inside their key, those of words on one line, as the description has them; no aliases."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True

    def represent_list(self, data: Any) -> yaml.SequenceNode:
        flow = all(isinstance(item, str | int) for item in data)
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flow)


_Dumper.add_representer(list, _Dumper.represent_list)


def insert(
    spec: Path, page: str, drafts: list[Draft], resources: Mapping[str, Any], bundle: Bundle
) -> dict[str, str]:
    """Return the new texts of the files that take drafts, and an x-resource for some paths, by name.

    Raises:
        CannotRun: if the blocks of a file are written so that nothing can be added to them.
    """
    described = bundle.files["openapi.yaml"].data
    root, name = (spec / "openapi.yaml").read_text("utf-8"), f"resources/{page}.yaml"
    file = spec / name
    text = file.read_text("utf-8") if file.exists() else _START.format(page)
    if page not in [tag["name"] for tag in described.get("tags", ())]:
        purpose = f"Operations of the page {page.replace('_', ' ')}; say here what they are for."
        root = _append(root, ("tags",), _yaml([{"name": page, "description": purpose}], 1))
    references = {path: str(item.get("$ref")) for path, item in described["paths"].items()}
    keys = {path: ref.rpartition("/")[2] for path, ref in references.items() if ref.startswith(f"{name}#")}
    for draft in drafts:
        key = keys.get(draft.path)
        if key is None:
            key = keys[draft.path] = _key(draft.path, text)
            root = _append(root, ("paths",), f'  {draft.path}: {{$ref: "{name}#/pathItems/{key}"}}\n')
            shared = _local(draft.shared, name, bundle) if draft.shared else None
            text = _append(text, ("pathItems",), f"  {key}:\n{_yaml(shared, 2) if shared else ''}")
        operation = _yaml({draft.method: _local(draft.operation, name, bundle)}, 2)
        text = _append(text, ("pathItems", key), operation)
        if draft.schemas:
            text = _append(text, ("schemas",), _yaml(_local(draft.schemas, name, bundle), 1))
    for path, resource in resources.items():
        head = f"\n  {keys.get(path)}:\n"
        text = text.replace(head, f"{head}{_yaml({'x-resource': resource}, 2)}")
    texts = {name: text, "openapi.yaml": root}
    for changed, content in texts.items():
        _require_yaml(changed, content)
    return texts


def _local(node: Any, file: str, bundle: Bundle) -> Any:
    """Return a node with references that lead from a file to the files of the components."""
    if isinstance(node, list):
        return [_local(item, file, bundle) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _local(value, file, bundle) for key, value in node.items()}
    if "$ref" in node:
        _, _, section, name = node["$ref"].split("/")
        position = bundle.positions.get(("components", section, name))
        home = position.file.partition("/")[2] if position else file
        relative = PurePath(home).name if home.startswith("resources/") else f"../{home}"
        node["$ref"] = f"{'' if home == file else relative}#/{section}/{name}"
    return node


def _key(path: str, text: str) -> str:
    """Return a name for a path item that the file does not have."""
    plain = "instance" if path.endswith("}") else "collection"
    words = re.findall(r"\w+", re.sub(r"\{[^}]*\}", "", path))
    long = words[0] + "".join(map(str.capitalize, words[1:])) + ("Instance" if plain == "instance" else "")
    taken = set(re.findall(r"^  (\w+):", text, re.MULTILINE))
    return next(key for key in (plain, long, f"{long}More") if key not in taken)


def _append(text: str, keys: tuple[str, ...], entry: str) -> str:
    """Return a text with an entry at the end of a block, before the blank lines and comments that follow.

    A block of the file itself that is missing or empty begins with the entry.
    """
    block = re.compile(rf"^{keys[0]}:(?: *(?:\{{ *\}}|\[ *\]))?", re.MULTILINE)
    text, count = block.subn(f"{keys[0]}:", f"{text.rstrip()}\n", count=1)
    lines = [*text.splitlines(keepends=True), *(() if count else ("\n", f"{keys[0]}:\n"))]
    start = 0
    for level, key in enumerate(keys):
        head = re.compile(rf"{'  ' * level}[\"']?{re.escape(key)}[\"']?:")
        start = next(index for index in range(start, len(lines)) if head.match(lines[index])) + 1
    end = start
    for index, line in enumerate(lines[start:], start + 1):
        if line.strip():
            if not line.startswith("  " * len(keys)):
                break
            end = index
    return "".join([*lines[:end], entry, *lines[end:]])


def _require_yaml(name: str, text: str) -> None:
    """Require a text that is still YAML: entries may stand in brackets, or with another indentation."""
    try:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        form = "each on lines of its own, indented by two spaces"
        message = f"{name} cannot be added to as it is written; write its entries {form}"
        raise CannotRun(message) from error


def _yaml(data: Any, level: int) -> str:
    written = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=108 - 2 * level)
    return "".join(f"{'  ' * level}{line}" for line in written.splitlines(keepends=True))
