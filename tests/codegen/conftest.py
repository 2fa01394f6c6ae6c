"""The description and its outputs, as copies that a test may spoil; and what the bundle holds."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
BUNDLE: dict[str, Any] = json.loads((ROOT / "generated" / "openapi.json").read_bytes())


@dataclass(frozen=True)
class Project:
    """A copy of the description, and the folder that is generated from it."""

    spec: Path
    output: Path

    def command(self, name: str, *arguments: str) -> list[str]:
        program = str(Path(sys.executable).with_name("contextio-contract"))
        return [program, name, *arguments, "--spec", str(self.spec), "--output", str(self.output)]

    def run(self, name: str, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(name, *arguments),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, name: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(name), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def tree(self) -> str:
        """Return one hash over names and bytes of all outputs; the manifest is none."""
        digest = hashlib.sha256()
        for path in sorted(self.output.rglob("*")):
            digest.update(f"{path.relative_to(self.output)}\n".encode())
            if path.is_file() and path.name != "manifest.json":
                digest.update(path.read_bytes())
        return digest.hexdigest()

    def change(self, old: str, new: str, file: str = "openapi.yaml") -> None:
        path = self.spec / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def fresh(tmp_path: Path) -> Project:
    """A project of which nothing is generated yet."""
    shutil.copytree(ROOT / "spec", tmp_path / "fresh" / "spec")
    return Project(tmp_path / "fresh" / "spec", tmp_path / "fresh" / "generated")


@pytest.fixture(scope="session")
def generated_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("generated-once")
    shutil.copytree(ROOT / "spec", folder / "spec")
    project = Project(folder / "spec", folder / "generated")
    made = project.run("generate")
    assert made.returncode == 0, made.stdout + made.stderr
    return project


@pytest.fixture
def project(generated_once: Project, tmp_path: Path) -> Project:
    """A project that is up to date."""
    for folder in ("spec", "generated"):
        shutil.copytree(generated_once.spec.parent / folder, tmp_path / folder)
    return Project(tmp_path / "spec", tmp_path / "generated")


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        _, _, section, name = node["$ref"].split("/")
        node = BUNDLE["components"][section][name]
    return node


@dataclass(frozen=True)
class Operation:
    name: str
    page: str
    method: str
    path: str
    body: dict[str, Any]

    @property
    def call(self) -> str:
        return self.name.removeprefix(f"{self.page}_")

    def arguments(self, place: str) -> dict[str, Any]:
        """Return the example of each parameter in the path or the query."""
        parameters = [resolved(parameter) for parameter in self.body["parameters"]]
        return {each["name"]: each["example"] for each in parameters if each["in"] == place}

    def forms(self) -> list[dict[str, Any]]:
        """Return the examples of the form; one empty form where the operation takes none."""
        if "requestBody" not in self.body:
            return [{}]
        (content,) = resolved(self.body["requestBody"])["content"].values()
        return [resolved(example)["value"] for example in content["examples"].values()]

    def answers(self) -> Iterator[tuple[int, str, dict[str, Any], Any]]:
        """Yield status, name, schema and value of each example of an answer; 500 stands for `default`."""
        for status, response in self.body["responses"].items():
            content = resolved(response)["content"]["application/json"]
            for name, example in content["examples"].items():
                number = 500 if status == "default" else int(status)
                yield number, name, content["schema"], resolved(example)["value"]


def operations() -> list[Operation]:
    return [
        Operation(
            name=body["operationId"],
            page=body["tags"][0],
            method=method.upper(),
            path=path,
            body={**body, "parameters": [*item.get("parameters", []), *body.get("parameters", [])]},
        )
        for path, item in BUNDLE["paths"].items()
        for method, body in item.items()
        if isinstance(body, dict)
    ]


@pytest.fixture(scope="session")
def bundle() -> dict[str, Any]:
    return BUNDLE


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for an operation, an example or another form with each one of the bundle."""
    if "operation" in metafunc.fixturenames:
        metafunc.parametrize("operation", operations(), ids=lambda operation: operation.name)
    if "example" in metafunc.fixturenames:
        examples = {
            f"{operation.name}-{status}-{name}": (schema, value)
            for operation in operations()
            for status, name, schema, value in operation.answers()
        }
        metafunc.parametrize("example", examples.values(), ids=examples)
    if "other_form" in metafunc.fixturenames:
        forms = {
            f"{name}.{field}-{form}": (name, field, described, form)
            for name, schema in BUNDLE["components"]["schemas"].items()
            for part in (schema, *schema.get("allOf", []))
            for field, described in part.get("properties", {}).items()
            for form in described.get("x-also-reads", [])
        }
        metafunc.parametrize("other_form", forms.values(), ids=forms)
