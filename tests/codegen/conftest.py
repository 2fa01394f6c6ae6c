"""Copies of the description and its outputs that a test may change, and the examples of the description."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from contextio_contract.cli import main
from contextio_contract.codegen import manifest

if TYPE_CHECKING:
    import signal
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
BUNDLE: dict[str, Any] = json.loads((ROOT / "generated" / "openapi.json").read_bytes())


@dataclass(frozen=True)
class Finished:
    """A command that has ended."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Project:
    """A copy of the description, and the folder that is generated from it."""

    spec: Path
    output: Path

    def arguments(self, name: str, *arguments: str) -> list[str]:
        return [name, *arguments, "--spec", str(self.spec), "--output", str(self.output)]

    def command(self, name: str, *arguments: str) -> list[str]:
        program = str(Path(sys.executable).with_name("contextio-contract"))
        return [program, *self.arguments(name, *arguments)]

    def run(self, name: str, *arguments: str) -> Finished:
        """Run a command in this process, which has imported the generators already."""
        result = CliRunner().invoke(main, self.arguments(name, *arguments))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Finished(result.exit_code, result.stdout, result.stderr)

    def start(self, name: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(name),
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run_until(self, end: signal.Signals, event: str, count: int, *arguments: str) -> None:
        """Run a command in a fork that sends itself a signal at the nth audit event of a name."""

        def run() -> None:
            left = count

            def hook(name: str, _: object) -> None:
                nonlocal left
                left -= name == event and os.getpid() == process_id
                if not left and name == event:
                    os.kill(process_id, end)

            process_id = os.getpid()
            sys.addaudithook(hook)
            self.run(*arguments)

        process = multiprocessing.get_context("fork").Process(target=run)
        process.start()
        process.join()

    def tree(self) -> dict[str, str]:
        """Return a hash of each output; the manifest is none."""
        return {
            path.name: manifest.digest(path)
            for path in sorted(self.output.iterdir())
            if path.name != manifest.NAME
        }

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
    """The outputs of the checkout, brought up to date if they are not."""
    import datamodel_code_generator.parser.openapi
    import jinja2  # noqa: F401 - imported here once, and not by every process that is forked
    import markdown_it  # noqa: F401 - as above
    import openapi_python_client
    import pygments  # noqa: F401 - as above

    del datamodel_code_generator, openapi_python_client
    folder = tmp_path_factory.mktemp("generated-once")
    project = Project(folder / "spec", folder / "generated")
    shutil.copytree(ROOT / "spec", project.spec)
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "dist", "typescript")
    shutil.copytree(ROOT / "generated", project.output, ignore=ignored)
    records = json.loads((project.output / manifest.NAME).read_bytes())
    records.pop("typescript", None)
    manifest.write(project.output / manifest.NAME, records)
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
