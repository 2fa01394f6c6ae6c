"""Folders to write small descriptions into."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import shapes
from tests.excerpt import write_excerpt

from contextio_contract.description import Finding, read

if TYPE_CHECKING:
    from collections.abc import Callable

SPEC = Path(__file__).parents[2] / "spec"
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
    """Return the pages that tests edit, to be read only."""
    return write_excerpt(tmp_path_factory.mktemp("excerpt") / "spec")


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
