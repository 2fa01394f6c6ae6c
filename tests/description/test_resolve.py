"""Commands read `generated/` in place of `spec/` as long as it is up to date."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.description.conftest import SPEC

from contextio_contract.cli import description

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("spec", "generated/docs"):
        shutil.copytree(SPEC.parent / name, tmp_path / name)
    for name in ("openapi.json", "rules.json", "manifest.json"):
        shutil.copy(SPEC.with_name("generated") / name, tmp_path / "generated" / name)
    monkeypatch.setattr(description, "_CHECKOUT", tmp_path / "spec")
    return tmp_path


def test_outputs_that_are_up_to_date_are_read(checkout: Path) -> None:
    found = description.resolve(checkout / "spec")
    assert found.bundle == checkout / "generated/openapi.json"
    assert found.rulebook["rules"]
    assert "<html" in (found.reference or "")


def test_an_edit_leads_back_to_the_sources(checkout: Path) -> None:
    root = checkout / "spec/openapi.yaml"
    current = description.resolve(checkout / "spec").contract.version
    root.write_text(root.read_text().replace(f"version: {current}", "version: 9.9.9"))
    assert description.resolve(checkout / "spec").contract.version == "9.9.9"


def test_an_output_that_was_changed_by_hand_is_not_read(checkout: Path) -> None:
    (checkout / "generated/openapi.json").write_text("{}")
    found = description.resolve(checkout / "spec")
    assert found.bundle is None
    assert found.contract.operations
