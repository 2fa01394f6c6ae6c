"""The workflow for pull requests that change the description: its scripts, as another CI system runs them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.codegen.conftest import ROOT

if TYPE_CHECKING:
    from tests.codegen.conftest import Project

WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "description.yml").read_text("utf-8"))
SCRIPTS = {step["name"]: step["run"] for step in WORKFLOW["jobs"]["description"]["steps"] if "run" in step}
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]


def run(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    variables = {"PATH": "/usr/bin:/bin", "VENV": sys.prefix, "BASE": "main", **variables}
    return subprocess.run(
        [*BASH, SCRIPTS[script]], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


@pytest.fixture
def branch(project: Project) -> Project:
    """A repository of which `main` has what a team's description was."""
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    for command in (["init", "-q", "-b", "main"], ["add", "."], [*identity, "commit", "-qm", "Describe"]):
        subprocess.run(["git", *command], cwd=project.spec.parent, check=True)
    return project


@pytest.mark.slow
def test_a_breaking_change_is_told_with_whom_it_breaks(branch: Project) -> None:
    folder = branch.spec.parent
    (branch.spec / "released.json").unlink()  # the version of main counts as released
    branch.change("operationId: accounts_list", "operationId: accounts_index", "resources/accounts.yaml")
    linted = run("Lint", folder)
    assert linted.returncode == 1
    assert "::error file=spec/resources/" in linted.stdout
    assert run("Diff", folder).returncode == 1
    summary = (folder / "summary.md").read_text("utf-8")
    assert "- **breaking** operation-renamed: accounts\\_index has another operationId" in summary
    assert "  - client: client.accounts.index" in summary
    assert "1 breaking" in summary.splitlines()[0]


def test_the_page_of_a_job_takes_the_summary(branch: Project, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n")
    assert run("Diff", branch.spec.parent, GITHUB_STEP_SUMMARY=str(page)).returncode == 0
    assert page.read_text().splitlines()[0] == "before"
    assert page.read_text().rstrip().endswith("since main; nothing to release")


@pytest.mark.slow
def test_generated_code_is_compared(branch: Project) -> None:
    assert run("Check", branch.spec.parent).returncode == 0
    (branch.output / "rules.json").write_text("{}")
    checked = run("Check", branch.spec.parent)
    assert checked.returncode == 1
    assert checked.stdout.endswith("run: make generate\n")


@pytest.mark.slow
@pytest.mark.timeout(300)  # all libraries are installed
def test_programs_come_from_the_checkout(branch: Project, tmp_path: Path) -> None:
    """They are installed by hash, and judge like those of an editable installation."""
    checkout, folder = tmp_path / "checkout", branch.spec.parent
    subprocess.run(["git", "clone", "-q", "--shared", ROOT, checkout], check=True)
    variables = {"CHECKOUT": str(checkout), "VENV": str(checkout / ".venv")}
    python = str(Path(sys.executable).parent)
    installed = run("Install", folder, **variables, PATH=f"{python}:/usr/bin:/bin")
    assert installed.returncode == 0, installed.stderr
    for script in ("Lint", "Diff", "Check"):
        done = run(script, folder, **variables)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["description", "conformance"])
def test_nothing_is_installed_by_a_name_alone(name: str) -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8"))
    steps = workflow["jobs"][name]["steps"]
    assert [step["run"] for step in steps if step.get("name") == "Install"] == [SCRIPTS["Install"]]
    install = (ROOT / ".ci" / "install").read_text("utf-8")
    assert "--require-hashes" in install
    assert "--no-index --no-deps" in install
    actions = [step["uses"] for step in steps if "uses" in step]
    assert all(re.search("@[0-9a-f]{40}$", action) for action in actions)
