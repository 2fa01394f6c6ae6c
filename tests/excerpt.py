"""Some pages of the description of this project, which read five times as fast as all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from contextio_contract.description import read

SPEC = Path(__file__).parents[1] / "spec"
FILES = {
    "openapi",
    "accounts",
    "sources",
    "connect_tokens",
    "account_connect_tokens",
    "common",
    "enforcement",
}
"""The pages that tests edit, and what they refer to, without the story of all pages."""


def write_excerpt(folder: Path) -> Path:
    """Copy some pages into a new folder, without the tags, links and checks of others, and return it."""
    spec = Path(shutil.copytree(SPEC, folder))
    for path in [*spec.glob("*.yaml"), *spec.glob("resources/*.yaml"), *spec.glob("documented/*.yaml")]:
        if path.stem not in FILES:
            path.unlink()
    root = spec / "openapi.yaml"
    lines = root.read_text("utf-8").splitlines(keepends=True)
    pages = [re.search(r"resources/(\w+)\.yaml", line) for line in lines]
    kept = [line for line, page in zip(lines, pages, strict=True) if page is None or page[1] in FILES]
    root.write_text("".join(kept), "utf-8")
    findings = read(spec).findings
    places = {(each.position.file, each.position.line - (each.rule == "link-target")) for each in findings}
    for name, line in sorted(places, reverse=True):
        _remove_entry(spec.parent / name, line - 1)
    return spec


def _remove_entry(path: Path, start: int) -> None:
    lines = path.read_text("utf-8").splitlines(keepends=True)
    depth = [len(line) - len(line.lstrip(" ")) for line in lines]
    end = next(index for index in range(start + 1, len(lines)) if depth[index] <= depth[start])
    path.write_text("".join(lines[:start] + lines[end:]), "utf-8")
