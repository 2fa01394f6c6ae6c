from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from importlib import metadata
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from contextio_contract.cli import main
from contextio_contract.codegen.targets import TARGETS

if TYPE_CHECKING:
    from tests.codegen.conftest import Project

OUTPUTS = sorted(target.output for target in TARGETS if not target.optional)
ALL = len(OUTPUTS)


def test_writes_every_output_and_says_so(fresh: Project) -> None:
    made = fresh.run("generate")
    assert made.returncode == 0
    assert [line.split()[0] for line in made.stdout.splitlines()] == ["Updated"] * ALL + ["generate:"]
    assert made.stdout.endswith(f"generate: {ALL} of {ALL} outputs updated\n")
    assert sorted(path.name for path in fresh.output.iterdir()) == sorted([*OUTPUTS, "manifest.json"])


def test_same_bytes_whatever_the_hash_seed(project: Project, fresh: Project) -> None:
    before = project.tree()
    fresh.run("generate", seed="4321")
    assert fresh.tree() == before


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
        "pygments",
        "pydantic",
        "datamodel_code_generator",
        "openapi_python_client",
    ):
        assert f" {library}\n" not in imported.stderr


def test_a_change_reaches_every_output_that_shows_it(project: Project) -> None:
    project.change("version: 0.1.0", "version: 0.1.7")
    made = project.run("generate")
    assert made.stdout.endswith(f"generate: 4 of {ALL} outputs updated\n")
    for output in ("contextio_models/pyproject.toml", "contextio_client/pyproject.toml"):
        assert 'version = "0.1.7"' in (project.output / output).read_text()


def test_a_named_target_leaves_the_others_alone(project: Project) -> None:
    project.change("version: 0.1.0", "version: 0.1.7")
    assert project.run("generate", "models").returncode == 0
    assert '"0.1.0"' in (project.output / "contextio_client/__init__.py").read_text()
    assert '"0.1.7"' in (project.output / "contextio_models/__init__.py").read_text()
    checked = project.run("check")
    assert checked.returncode == 1
    assert [line for line in checked.stdout.splitlines() if line.startswith("Stale")] == [
        f"Stale  {project.output / 'contextio_client'}",
        f"Stale  {project.output / 'docs'}",
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


@pytest.mark.parametrize(
    ("end", "moments"), [(signal.SIGKILL, (0.2, 0.5, 0.8, 0.9, 0.95)), (signal.SIGINT, (0.3, 0.7))]
)
def test_ended_at_any_moment_it_leaves_the_old_or_the_new(
    project: Project, end: signal.Signals, moments: tuple[float, ...]
) -> None:
    old = project.tree()
    project.change("version: 0.1.0", "version: 0.1.7")
    began = time.monotonic()
    project.run("generate")
    took = time.monotonic() - began
    new = project.tree()
    assert new != old
    versions = cycle([("0.1.7", "0.1.0"), ("0.1.0", "0.1.7")])
    for moment, (former, wanted) in zip(moments, versions, strict=False):
        project.change(f"version: {former}", f"version: {wanted}")
        running = project.start("generate")
        time.sleep(took * moment)
        running.send_signal(end)
        running.communicate()
        assert project.tree() in {old, new}
    assert project.run("generate").returncode == 0
    assert project.run("check").returncode == 0
    assert sorted(path.name for path in project.output.parent.iterdir()) == ["generated", "spec"]


def test_a_folder_left_aside_by_a_kill_comes_back(project: Project) -> None:
    before = project.tree()
    project.output.rename(project.output.with_name(".generated.old"))
    made = project.run("generate")
    assert made.stdout.endswith(f"generate: 0 of {ALL} outputs updated\n")
    assert project.tree() == before


def test_two_at_once_wait_for_each_other(fresh: Project) -> None:
    both = [fresh.start("generate") for _ in range(2)]
    said = sorted(process.communicate()[0].splitlines()[-1] for process in both)
    assert said == [f"generate: {count} of {ALL} outputs updated" for count in (0, ALL)]
    assert fresh.run("check").returncode == 0


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
    assert "Traceback" not in made.stderr


def test_a_missing_tool_is_one_sentence(fresh: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    made = CliRunner().invoke(main, fresh.command("generate")[1:])
    assert made.exit_code == 2
    assert "pip install 'contextio-contract[codegen]'" in made.output
    assert not fresh.output.exists()
