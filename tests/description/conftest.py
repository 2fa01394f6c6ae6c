"""A folder to write small descriptions into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contextio_contract.description import Finding, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
