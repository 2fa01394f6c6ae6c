from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from contextio_contract.codegen.targets import named

if TYPE_CHECKING:
    from tests.codegen.conftest import Project


def test_fresh(project: Project) -> None:
    before = project.tree()
    checked = project.run("check")
    assert checked.returncode == 0
    assert [line.split()[0] for line in checked.stdout.splitlines()] == ["Fresh"] * len(named(())) + [
        "check:"
    ]
    assert project.tree() == before


@pytest.mark.slow
def test_an_edited_output_is_shown_with_its_differences(project: Project) -> None:
    edited = project.output / "contextio_models" / "base.py"
    edited.write_text(edited.read_text().replace('extra="allow"', 'extra="forbid"'))
    before = project.tree()
    checked = project.run("check")
    assert checked.returncode == 1
    assert f"Stale  {project.output / 'contextio_models'}" in checked.stdout
    assert '-        extra="forbid",' in checked.stdout
    assert '+        extra="allow",' in checked.stdout
    assert checked.stdout.endswith("check: 1 output stale, 0 strays; run: make generate\n")
    assert project.tree() == before
    assert project.run("generate", "models").returncode == 0
    assert project.run("check").returncode == 0


def assert_title_is_noticed(project: Project, title: str, target: str, output: str) -> None:
    project.change(f"title: {title}", "title: Context.IO Interface")
    checked = project.run("check", target)
    assert checked.returncode == 1
    assert f"Stale  {project.output / 'openapi.json'}" in checked.stdout
    assert f"Stale  {project.output / output}" in checked.stdout
    assert "Context.IO Interface" in checked.stdout


def test_a_changed_description_is_noticed(small: Project) -> None:
    assert_title_is_noticed(small, "Library", "docs", "docs")


@pytest.mark.slow
def test_so_it_is_by_the_packages(project: Project) -> None:
    assert_title_is_noticed(project, "Context.IO API", "models", "contextio_models")


def test_a_change_without_effect_is_no_difference(small: Project) -> None:
    small.change("openapi: 3.1.1", "# nothing but a remark\nopenapi: 3.1.1")
    assert small.run("check", "rules").returncode == 0


@pytest.mark.slow
def test_nor_is_it_for_any_output(project: Project) -> None:
    project.change("openapi: 3.1.1", "# nothing but a remark\nopenapi: 3.1.1")
    assert project.run("check").returncode == 0


def test_a_forged_manifest_does_not_hide_a_stale_output(small: Project) -> None:
    small.change("title: Library", "title: Context.IO Interface")
    manifest = small.output / "manifest.json"
    records = json.loads(manifest.read_text())
    for record in records.values():
        record["inputs"] = "0" * 64
    manifest.write_text(json.dumps(records))
    checked = small.run("check", "rules")
    assert checked.returncode == 1
    assert f"Stale  {small.output / 'openapi.json'}" in checked.stdout
    assert "Context.IO Interface" in checked.stdout


@pytest.mark.slow
def test_missing_and_foreign_files_are_named_and_repaired(project: Project) -> None:
    (project.output / "rules.json").unlink()
    (project.output / "contextio_models" / "base.py").unlink()
    (project.output / "contextio_models" / "extra.py").write_text("")
    (project.output / "notes.txt").write_text("")
    checked = project.run("check")
    assert checked.returncode == 1
    assert "rules.json is missing" in checked.stdout
    assert "contextio_models/base.py is missing" in checked.stdout
    assert "contextio_models/extra.py belongs to nothing" in checked.stdout
    assert f"Stray  {project.output / 'notes.txt'}" in checked.stdout
    assert project.run("generate").returncode == 0
    assert project.run("check").returncode == 0
    assert not (project.output / "notes.txt").exists()


def test_a_missing_output_is_one_line(small: Project) -> None:
    shutil.rmtree(small.output / "docs")
    checked = small.run("check", "docs")
    assert checked.returncode == 1
    assert [line for line in checked.stdout.splitlines() if line[0] == " "] == ["       docs is missing"]


def test_a_broken_description_is_an_error(project: Project) -> None:
    project.change("openapi: 3.1.1", "openapi: [3.1.1")
    checked = project.run("check")
    assert checked.returncode == 1
    assert "openapi.yaml:" in checked.stdout
    assert checked.stdout.splitlines()[-1].startswith("check: mend the description")
