from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from contextio_contract.codegen.targets import TARGETS

if TYPE_CHECKING:
    from tests.codegen.conftest import Project

OUTPUTS = sorted(target.output for target in TARGETS if not target.optional)
ALL = len(OUTPUTS)


@pytest.mark.slow
def test_two_at_once_write_every_output_once_and_the_same_bytes(fresh: Project, project: Project) -> None:
    """One of them makes everything and the other waits for it, whatever their hash seeds are."""
    both = [fresh.start("generate", PYTHONHASHSEED=seed) for seed in ("1", "4321")]
    first, second = sorted((process.communicate()[0].splitlines() for process in both), reverse=True)
    assert [line.split()[0] for line in first] == ["Updated"] * ALL + ["generate:"]
    assert [line.split()[0] for line in second] == ["Unchanged"] * ALL + ["generate:"]
    assert first[-1] == f"generate: {ALL} of {ALL} outputs updated"
    assert sorted(path.name for path in fresh.output.iterdir()) == sorted([*OUTPUTS, "manifest.json"])
    assert fresh.tree() == project.tree()
    assert fresh.run("check").returncode == 0


def test_nothing_runs_when_nothing_changed(project: Project) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.output.rglob("*")}
    imported = subprocess.run(
        [sys.executable, "-X", "importtime", *project.command("generate")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert imported.stdout.endswith(f"generate: 0 of {ALL} outputs updated\n")
    assert {path: path.stat().st_mtime_ns for path in project.output.rglob("*")} == before
    for library in (
        "yaml",
        "jinja2",
        "markdown_it",
        "pydantic",
        "datamodel_code_generator",
        "openapi_python_client",
    ):
        assert f" {library}\n" not in imported.stderr


@pytest.mark.slow
def test_a_change_reaches_every_output_that_shows_it(project: Project) -> None:
    before = project.tree()
    project.change("  version: ", "  version: 0.1.7 # after ")
    made = project.run("generate")
    updated = {line.split()[1].rpartition("/")[2] for line in made.stdout.splitlines() if "Updated" in line}
    assert updated == {"openapi.json", "contextio_models", "contextio_client", "docs"}
    assert {name for name, digest in project.tree().items() if digest != before[name]} == updated
    for output in ("contextio_models/pyproject.toml", "contextio_client/pyproject.toml"):
        assert 'version = "0.1.7"' in (project.output / output).read_text()


@pytest.mark.slow
def test_a_named_target_leaves_the_others_alone(project: Project) -> None:
    project.change("  version: ", "  version: 0.1.7 # after ")
    assert project.run("generate", "docs").returncode == 0
    assert '"0.1.7"' not in (project.output / "contextio_client/__init__.py").read_text()
    assert "0.1.7" in (project.output / "docs/index.html").read_text()
    checked = project.run("check", "client", "docs")
    assert checked.returncode == 1
    assert [line for line in checked.stdout.splitlines() if line.startswith("Stale")] == [
        f"Stale  {project.output / 'contextio_client'}",
    ]


def test_a_broken_description_changes_nothing(project: Project) -> None:
    before = project.tree()
    project.change('schemas/Account"', 'schemas/Acount"', "resources/accounts.yaml")
    made = project.run("generate")
    assert made.returncode == 1
    *findings, last = made.stdout.splitlines()
    assert last.startswith("generate: nothing was changed")
    assert findings
    for finding in findings:
        assert finding.split(":")[0].endswith("accounts.yaml")
        assert all(part.isdigit() for part in finding.split(":")[1:3])
    assert project.tree() == before


MOMENTS = {
    "while the reference is made": ("os.fork", 1),
    "before the bundle is moved": ("os.rename", 1),
    "before the old reference moves out": ("os.rename", 2),
    "before the new reference moves in": ("os.rename", 3),
    "before the manifest is moved": ("os.rename", 4),
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("end", "moments"),
    [(signal.SIGKILL, list(MOMENTS)), (signal.SIGINT, [*MOMENTS][:3:2])],
    ids=["killed", "interrupted"],
)
def test_a_run_that_ends_early_leaves_whole_outputs(
    project: Project, generated_once: Project, end: signal.Signals, moments: list[str]
) -> None:
    old = project.tree()
    project.change("  version: ", "  version: 0.1.7 # after ")
    left = {}
    for moment in moments:
        project.run_until(end, *MOMENTS[moment], "generate", "docs")
        left[moment] = project.tree()
        shutil.rmtree(project.output)
        shutil.copytree(generated_once.output, project.output)
    assert project.run("generate", "docs").stdout.endswith("generate: 2 of 2 outputs updated\n")
    assert sorted(path.name for path in project.output.parent.iterdir()) == ["generated", "spec"]
    new = project.tree()
    assert new["docs"] != old["docs"]
    for moment, tree in left.items():
        assert all(digest in {old[name], new[name]} for name, digest in tree.items()), moment
        gone = {"docs"} if moment == "before the new reference moves in" else set()
        assert old.keys() - tree.keys() == gone, moment


@pytest.mark.slow
def test_the_next_run_ends_what_a_killed_one_began(project: Project) -> None:
    project.change("  version: ", "  version: 0.1.7 # after ")
    project.run_until(signal.SIGKILL, *MOMENTS["before the new reference moves in"], "generate", "docs")
    assert project.run("generate", "docs").returncode == 0
    assert project.run("check", "docs").returncode == 0


def test_another_folder_is_not_taken(fresh: Project) -> None:
    fresh.output.mkdir()
    (fresh.output / "letter.txt").write_text("keep me")
    made = fresh.run("generate")
    assert made.returncode == 2
    assert "letter.txt" in made.stderr
    assert [path.name for path in fresh.output.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_written_is_one_sentence(fresh: Project) -> None:
    file = fresh.spec.parent / "file"
    file.write_text("")
    made = replace(fresh, output=file / "generated").run("generate")
    assert made.returncode == 2
    assert made.stderr.startswith("Error: ")


def test_a_missing_tool_is_one_sentence(fresh: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    made = fresh.run("generate")
    assert made.returncode == 2
    assert "pip install '.[codegen]'" in made.stderr
    assert not fresh.output.exists()
