"""Folders to write small descriptions into."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import shapes

from contextio_contract.description import Finding, read

if TYPE_CHECKING:
    from collections.abc import Callable

SPEC = Path(__file__).parents[2] / "spec"
PAGES = {"accounts", "sources", "connect_tokens", "account_connect_tokens", "common", "enforcement"}
"""Files of the excerpt: what tests edit, and what that refers to."""
LIBRARY = Path(__file__).with_name("library")
ROOT = """\
openapi: 3.1.1
info: {title: Notes, version: 1.0.0}
paths:
  /notes: {$ref: "resources/notes.yaml#/pathItems/collection"}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    (folder / "resources").mkdir(parents=True)
    return folder


@pytest.fixture
def findings_of(spec: Path) -> Callable[[dict[str, str | bytes]], list[Finding]]:
    """Return what is found in files that are written into a description; `openapi.yaml` is there already."""

    def findings(files: dict[str, str | bytes]) -> list[Finding]:
        for name, content in {"openapi.yaml": ROOT, **files}.items():
            path = spec / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(spec).findings

    return findings


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """Return a copy of the description of this project."""
    return Path(shutil.copytree(SPEC, tmp_path / "spec"))


@pytest.fixture(scope="session")
def excerpt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the pages of this project that the tests edit, which read five times as fast as all."""
    spec = Path(shutil.copytree(SPEC, tmp_path_factory.mktemp("excerpt") / "spec"))
    for path in [*spec.glob("resources/*.yaml"), *spec.glob("documented/*.yaml")]:
        if path.stem not in PAGES:
            path.unlink()
    root = spec / "openapi.yaml"
    lines = root.read_text("utf-8").splitlines(keepends=True)
    pages = [re.search(r"resources/(\w+)\.yaml", line) for line in lines]
    kept = [line for line, page in zip(lines, pages, strict=True) if page is None or page[1] in PAGES]
    root.write_text("".join(kept), "utf-8")
    findings = read(spec).findings  # tags, links and checks of what is not there
    places = {(each.position.file, each.position.line - (each.rule == "link-target")) for each in findings}
    for name, line in sorted(places, reverse=True):
        path, start = spec.parent / name, line - 1
        lines = path.read_text("utf-8").splitlines(keepends=True)
        depth = [len(line) - len(line.lstrip(" ")) for line in lines]
        end = next(index for index in range(start + 1, len(lines)) if depth[index] <= depth[start])
        path.write_text("".join(lines[:start] + lines[end:]), "utf-8")
    return spec


@pytest.fixture
def copied(tmp_path: Path, excerpt: Path) -> Path:
    """Return a copy of the excerpt."""
    return Path(shutil.copytree(excerpt, tmp_path / "spec"))


def library_in(folder: Path) -> Path:
    """Copy a small description, which has every kind of object, into a folder."""
    return shapes.copy_into(folder, LIBRARY)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return library_in(tmp_path)
