"""Releases of a small description, in a git repository of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from tests.codegen.conftest import made_once
from tests.description.conftest import library_in

from contextio_contract.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

LOG = (
    "# Changelog\n\n## 2.0.0\n\n### Breaking\n- `limit` of `books_list` is gone.\n\n## 1.0.0\n\nThe first.\n"
)
AUTHOR = ["-c", "user.name=a", "-c", "user.email=a@example.com"]


def invoke(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def commit() -> None:
    subprocess.run(["git", "add", "."], check=True)
    subprocess.run(["git", *AUTHOR, "commit", "-qm", "Describe"], check=True)


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 2.0.0 of a description, which breaks what was released as 1.0.0 in one place."""

    def make(folder: Path) -> None:
        spec = library_in(folder)
        root = spec / "openapi.yaml"
        root.write_text(root.read_text("utf-8").replace("version: 1.0.0", "version: 2.0.0"), "utf-8")
        (spec / "CHANGELOG.md").write_text(LOG, "utf-8")
        output = folder / "generated"
        assert invoke("generate", "--spec", str(spec), "--output", str(output)).exit_code == 0
        released = json.loads((output / "openapi.json").read_bytes())
        released["info"]["version"] = "1.0.0"
        more = {"name": "limit", "in": "query", "schema": {"type": "boolean"}}
        released["paths"]["/shelves/{shelf}/books"]["get"]["parameters"].append(more)
        (spec / "released.json").write_text(json.dumps(released), "utf-8")
        (folder / ".gitignore").write_text("dist/\n__pycache__/\n")
        subprocess.run(["git", "init", "-q", folder], check=True)

    return made_once(tmp_path_factory, "release", make)


@pytest.fixture
def project(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with everything committed, as the working directory."""
    folder = Path(shutil.copytree(committed, tmp_path / "project"))
    monkeypatch.chdir(folder)
    commit()
    return folder


def test_a_release_is_the_copy_and_the_packages(project: Path) -> None:
    done = invoke("release")
    assert done.exit_code == 0, done.output
    built = ["client-2.0.0-py3-none-any.whl", "client-2.0.0.tar.gz"]
    built += [name.replace("client", "models") for name in built]
    assert sorted(path.name for path in Path("dist").iterdir()) == [f"contextio_{name}" for name in built]
    assert Path("spec/released.json").read_bytes() == Path("generated/openapi.json").read_bytes()
    assert done.stdout.splitlines()[-1] == (
        "release: 2.0.0 is in spec/released.json, with 4 packages in dist; "
        "next: git commit -m 'Release 2.0.0' spec/released.json && git tag v2.0.0"
    )
    again = invoke("release")
    assert again.exit_code == 1
    assert again.stdout == (
        "release: spec/released.json is not committed; commit or remove it, and run it again\n"
    )
    commit()
    assert "nothing has changed since 2.0.0" in invoke("release").stdout
    assert list(project.rglob("*.new")) == []


def edit(file: str, old: str, new: str) -> Callable[[], None]:
    def change() -> None:
        path = Path(file)
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    return change


def log(old: str, new: str) -> Callable[[], None]:
    def change() -> None:
        edit("spec/CHANGELOG.md", old, new)()
        assert invoke("generate").exit_code == 0

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (edit("spec/common.yaml", "name: shelf", "name: shelve"), "run: make lint"),
        (edit("generated/contextio_models/base.py", "allow", "ignore"), "run: make generate"),
        (edit("spec/released.json", '"1.0.0"', '"2.0.0"'), "2.0.0 is released; write info.version: 3.0.0"),
        (log("## 2.0.0", "## Next"), "has no entry ## 2.0.0; write it"),
        (log("`limit`", "Something"), "does not name the above under ### Breaking"),
        pytest.param(
            log("### Breaking", "### Added"),
            "does not name the above under ### Breaking",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_what_is_to_be_done_first_is_said(project: Path, change: Callable[[], None], said: str) -> None:
    change()
    assert "is not committed" in invoke("release").stdout
    commit()
    refused = invoke("release")
    assert refused.exit_code == 1
    assert said in refused.stdout.splitlines()[-1]
    assert refused.stdout.startswith("release: ") or "query parameter limit of books_list" in refused.stdout
    assert not (project / "dist").exists()


def test_a_package_that_cannot_be_built_releases_nothing(project: Path) -> None:
    Path("pyproject.toml").write_text("[build-system]\n")
    commit()
    refused = invoke("release")
    assert refused.exit_code == 2
    assert f"Error: the package in {project} cannot be built: " in refused.stderr
    assert list(Path("dist").iterdir()) == []
    assert b'"1.0.0"' in Path("spec/released.json").read_bytes()


def test_without_a_repository_nothing_is_released(project: Path) -> None:
    shutil.rmtree(project / ".git")
    refused = invoke("release")
    assert refused.exit_code == 2
    assert refused.stderr.endswith("is in no git repository with a commit; release from one\n")
