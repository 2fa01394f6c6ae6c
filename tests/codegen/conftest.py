"""Copies of the description and its outputs that a test may change, and the examples of the description."""

from __future__ import annotations

import fcntl
import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests import shapes
from tests.codegen.page_reader import Reader
from tests.codegen.script import NOW
from tests.description.conftest import library_in
from tests.program import PROGRAM

from contextio_contract import contract
from contextio_contract.cli import main
from contextio_contract.codegen import manifest
from contextio_contract.codegen.arguments import arguments
from contextio_contract.codegen.names import Names
from contextio_contract.codegen.targets import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
PACKAGES = ("contextio_models", "contextio_client")
CONTRACT = contract.Contract.load(ROOT / "generated" / "openapi.json")


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
        return [PROGRAM, *self.arguments(name, *arguments)]

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
        assert process.exitcode == (-end if end == signal.SIGKILL else 0)

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

    del datamodel_code_generator, openapi_python_client
    folder = tmp_path_factory.mktemp("generated-once")
    project = Project(folder / "spec", folder / "generated")
    shutil.copytree(ROOT / "spec", project.spec)
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", "dist", "typescript")
    shutil.copytree(ROOT / "generated", project.output, ignore=ignored)
    records = json.loads((project.output / manifest.NAME).read_bytes())
    records.pop("typescript", None)
    manifest.write(project.output / manifest.NAME, records, ALL)
    made = project.run("generate")
    assert made.returncode == 0, made.stdout + made.stderr
    return project


@pytest.fixture(scope="session")
def library_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Rules and reference of a small description, which is read much faster than ours."""

    def make(folder: Path) -> None:
        made = Project(library_in(folder), folder / "generated").run("generate", "rules", "docs")
        assert made.returncode == 0, made.stdout + made.stderr

    folder = made_once(tmp_path_factory, "library", make)
    return Project(folder / "spec", folder / "generated")


@pytest.fixture
def small(library_once: Project, tmp_path: Path) -> Project:
    """A project with rules and reference of a small description, both up to date."""
    for folder in ("spec", "generated"):
        shutil.copytree(library_once.spec.parent / folder, tmp_path / folder)
    return Project(tmp_path / "spec", tmp_path / "generated")


@pytest.fixture
def project(generated_once: Project, tmp_path: Path) -> Project:
    """A project that is up to date."""
    for folder in ("spec", "generated"):
        shutil.copytree(generated_once.spec.parent / folder, tmp_path / folder)
    return Project(tmp_path / "spec", tmp_path / "generated")


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first process of the test run fills; the others wait for it."""
    shared = factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    folder = shared / f"made-once-{name}"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            make(folder)
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheels and the source distributions of both packages."""

    def make(folder: Path) -> None:
        for name in PACKAGES:
            source = folder / "source" / name
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / "generated" / name, source, ignore=ignored)
            command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder / "dist")]
            subprocess.run(command, cwd=source, check=True, capture_output=True)

    return made_once(tmp_path_factory, "built", make) / "dist"


@pytest.fixture(scope="session")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the wheels of both packages are installed, far from this checkout."""
    return made_once(tmp_path_factory, "installed", lambda folder: install(folder, *built.glob("*.whl")))


def install(folder: Path, *distributions: Path) -> None:
    """Install distributions into a folder without network, by what builds them here."""
    options = ["--offline", "--no-deps", "--no-build-isolation", "--target", str(folder)]
    command = [sys.executable, "-m", "uv", "pip", "install", *options, *map(str, distributions)]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture(scope="session")
def shapes_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both packages of tests/shapes, called shapes_models and shapes_client."""
    from contextio_contract.codegen.python.client import write_client
    from contextio_contract.codegen.python.models import write_models

    def make(folder: Path) -> None:
        described, names = contract.Contract(shapes.document()), Names("shapes")
        write_models(described, folder / names.models, names)
        write_client(described, folder / names.client, names)

    return made_once(tmp_path_factory, "shapes", make)


@dataclass(frozen=True)
class Operation:
    """An operation with its examples."""

    described: contract.Operation

    @property
    def name(self) -> str:
        return self.described.id

    @property
    def page(self) -> str:
        return self.described.page

    @property
    def method(self) -> str:
        return self.described.method

    @property
    def path(self) -> str:
        return self.described.path.text

    @property
    def call(self) -> str:
        return self.described.name

    def arguments(self, location: str) -> dict[str, Any]:
        """Return the example of each parameter of a location."""
        parameters = [each for each in self.described.parameters if each.location == location]
        return {each.name: each.example for each in parameters if each.example is not None}

    def forms(self) -> list[dict[str, Any]]:
        """Return the examples of the form; one empty form for an operation without any."""
        form = self.described.body and self.described.body.form
        return [example.value for example in form.examples] if form and form.examples else [{}]

    def bodies(self) -> list[Any]:
        """Return the examples of the body; None for an operation without any."""
        body = self.described.body
        media = (body.form or body.multipart or body.json) if body else None
        return [example.value for example in media.examples] if media and media.examples else [None]

    def answers(self) -> Iterator[tuple[int, str, contract.MediaType, Any]]:
        """Yield status, name, media type and value of each example of an answer; 500 stands for `default`."""
        for status, response in self.described.responses.items():
            for media in response.content.values():
                for example in media.examples:
                    yield int(status) if status.isdecimal() else 500, example.name, media, example.value

    def switch(self, media: contract.MediaType, value: Any) -> dict[str, Any]:
        """Return the value of the parameter that asks for such an answer; nothing for the usual one."""
        for name, effects in self.described.switches.items():
            for effect in effects:
                row = CONTRACT.schemas.get(effect.elements or "")
                if effect.answers == media.name or (row and value and row.is_valid(value[0])):
                    return {name: effect.value}
        return {}


def named(operation: Operation, query: dict[str, Any], body: Any) -> dict[str, Any]:
    """Return the arguments of a method, from values by their names on the wire."""
    values: dict[str, dict[str, Any]] = {
        "path": operation.arguments("path"),
        "query": query,
        "header": operation.arguments("header"),
        "form": body or {},
    }
    found: dict[str, Any] = {}
    for argument in arguments(operation.described):
        if argument.location == "body":
            found[argument.name] = body
        else:
            held = values["form" if argument.location == "file" else argument.location]
            value: Any = held.get(argument.wire, held.get(argument.several or ""))
            found[argument.name] = value.encode() if argument.location == "file" else value
    return {name: value for name, value in found.items() if value is not None}


def operations() -> list[Operation]:
    return [Operation(described) for described in CONTRACT.operations.values()]


@pytest.fixture(scope="session")
def bundle() -> dict[str, Any]:
    return CONTRACT.bundle


def _slow_beyond_the_first(operation: Operation) -> list[pytest.MarkDecorator]:
    """Return the mark `slow`, but for the first operation of a page and those of an unusual kind."""
    described = operation.described
    page = next(page for page in CONTRACT.pages if page.name == described.page)
    is_plain = described.success.kind == "json" and not (described.body and not described.body.form)
    is_own = described.base_path != CONTRACT.base_path
    return [pytest.mark.slow] if page.operations[0] is not described and is_plain and not is_own else []


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for an operation, an example or another form with each one of the description."""
    if "operation" in metafunc.fixturenames:
        every = [
            pytest.param(operation, id=operation.name, marks=_slow_beyond_the_first(operation))
            for operation in operations()
        ]
        metafunc.parametrize("operation", every)
    if "example" in metafunc.fixturenames:
        examples = [
            pytest.param(
                (media.schema, value),
                id=f"{operation.name}-{status}-{name}",
                marks=_slow_beyond_the_first(operation),
            )
            for operation in operations()
            for status, name, media, value in operation.answers()
            if media.kind == "json"
        ]
        metafunc.parametrize("example", examples)
    if "other_form" in metafunc.fixturenames:
        forms = {
            f"{name}.{field}-{form}": (name, field, described, form)
            for name, schema in CONTRACT.schemas.items()
            for field, described in schema.properties.items()
            for form in described.get("x-also-reads", ())
        }
        metafunc.parametrize("other_form", forms.values(), ids=forms)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that clients have waited, which take no time here."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr("contextio_client.base_client.time.sleep", waited.append)
    monkeypatch.setattr("anyio.sleep", sleep)
    return waited


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock that dates are counted from; deadlines have another."""
    monkeypatch.setattr("time.time", lambda: float(NOW))


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The API reference."""
    return Reader((ROOT / "generated" / "docs" / "index.html").read_text("utf-8"))
