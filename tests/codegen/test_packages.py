"""The generated packages as somebody else's project sees them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from tests import shapes
from tests.codegen.conftest import CONTRACT, PACKAGES, ROOT, install
from trove_classifiers import classifiers

from contextio_contract.codegen.publishing import python_metadata
from contextio_contract.contract import Contract

GENERATED = ROOT / "generated"


def files(folder: Path) -> set[str]:
    """Return the paths of the files below a folder, without what Python puts beside modules."""
    paths = (path for path in folder.rglob("*") if "__pycache__" not in path.parts and path.is_file())
    return {path.relative_to(folder).as_posix() for path in paths}


def fields(installed: Path, name: str) -> dict[str, Any]:
    """Return the metadata of an installed package."""
    (distribution,) = metadata.distributions(name=name.replace("_", "-"), path=[str(installed)])
    return distribution.metadata.json


@pytest.mark.parametrize("name", PACKAGES)
def test_a_wheel_holds_the_package_and_nothing_else(installed: Path, name: str) -> None:
    assert files(installed / name) == files(GENERATED / name) - {"pyproject.toml", "LICENSE"}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_is_built_from_its_sources_alone(
    built: Path, installed: Path, tmp_path: Path, name: str
) -> None:
    (archive,) = built.glob(f"{name}-*.tar.gz")
    with tarfile.open(archive) as sources:
        held = {member.name.partition("/")[2] for member in sources.getmembers()}
    assert held - {"PKG-INFO", ".gitignore"} == files(GENERATED / name)
    install(tmp_path / "site", archive)
    assert files(tmp_path / "site" / name) == files(installed / name)


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_brings_its_licence(installed: Path, name: str) -> None:
    (text,) = installed.glob(f"{name}-*.dist-info/licenses/LICENSE")
    assert text.read_bytes() == (ROOT / "LICENSE").read_bytes()
    assert fields(installed, name)["license_expression"] == "MIT"


@pytest.mark.parametrize("name", PACKAGES)
def test_a_package_says_what_registries_ask_for(installed: Path, name: str) -> None:
    stated = fields(installed, name)
    assert stated["author"] == CONTRACT.bundle["info"]["contact"]["name"]
    assert {"Typing :: Typed", "Programming Language :: Python :: 3.11"} <= {*stated["classifier"]}
    assert {*stated["classifier"]} <= classifiers
    assert stated["description_content_type"] == "text/markdown"
    assert "project_url" not in stated  # the description names no address


@pytest.mark.parametrize("name", PACKAGES)
def test_a_readme_links_what_the_package_brings(installed: Path, name: str) -> None:
    readme = (installed / name / "README.md").read_text("utf-8")
    assert str(fields(installed, name)["description"]).strip() == readme.strip()
    targets = re.findall(r"\]\(([^)#]+)", readme)
    assert "CHANGELOG.md" in targets
    for target in targets:
        assert target.startswith("https://") or (installed / name / target).is_file(), target


@pytest.mark.parametrize("name", PACKAGES)
def test_the_changelog_begins_with_the_version(installed: Path, name: str) -> None:
    text = (installed / name / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions[0] == CONTRACT.version
    assert versions == re.findall(r"^## (.+)$", (ROOT / "spec" / "CHANGELOG.md").read_text(), re.MULTILINE)


def test_the_npm_package_brings_licence_and_changelog() -> None:
    npm = GENERATED / "typescript"
    assert (npm / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    changelog = (GENERATED / "contextio_client" / "CHANGELOG.md").read_bytes()
    assert (npm / "CHANGELOG.md").read_bytes() == changelog
    stated = json.loads((npm / "package.json").read_bytes())
    assert stated["license"] == "MIT"
    assert stated["author"] == {"name": CONTRACT.bundle["info"]["contact"]["name"]}
    assert "CHANGELOG.md" in stated["files"]
    packed = f"{stated['name']}-{stated['version']}.tgz"  # as `npm pack` calls it
    assert f"npm install ./{packed}" in (npm / "README.md").read_text("utf-8")


def test_the_readme_of_the_models_reads_an_object(installed: Path, tmp_path: Path) -> None:
    readme = (installed / "contextio_models" / "README.md").read_text("utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    printed = subprocess.check_output([sys.executable, "-c", program], cwd=tmp_path, env=environment)
    assert json.loads(printed) == json.loads(program.split('"""')[1])


def test_a_package_says_what_its_description_says_of_it() -> None:
    document = shapes.document()
    bare = tomllib.loads(python_metadata(Contract(document)))
    assert bare.keys() == {"license", "license-files", "classifiers"}
    document["info"]["license"] = {"name": "Apache", "identifier": "Apache-2.0"}
    document["info"]["contact"] = {"name": 'Ada "A"', "email": "ada@example.com", "url": "https://a.example"}
    document["externalDocs"] = {"url": "https://docs.example"}
    project = tomllib.loads(python_metadata(Contract(document)))
    assert project["license"] == "MIT AND Apache-2.0"
    assert project["authors"] == [{"name": 'Ada "A"', "email": "ada@example.com"}]
    assert project["urls"] == {"Homepage": "https://a.example", "Documentation": "https://docs.example"}


def test_the_client_needs_three_libraries(installed: Path) -> None:
    needed = {
        requirement
        for distribution in metadata.distributions(path=[str(installed)])
        for requirement in (re.split(r"[^\w-]", each)[0] for each in distribution.requires or [])
    }
    assert needed - {"contextio-models", "typing-extensions"} == {"httpx", "oauthlib", "pydantic"}


def test_a_wheel_is_imported_from_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    code = "import contextio_client.api.accounts as a, contextio_models as m; print(a.__file__, m.__file__)"
    imported = subprocess.check_output(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        text=True,
    )
    assert all(Path(path).is_relative_to(installed) for path in imported.split())
