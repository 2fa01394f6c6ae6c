"""Projects in which the TypeScript package is installed, with our tests of it."""

from __future__ import annotations

import html
import json
import re
import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final

from tests import kinds, shapes
from tests.codegen.conftest import Operation as Described
from tests.imap import running_imap
from tests.typescript.steps import BUILD, ROOT, TESTS, FailedError, deployment, run

from contextio_contract.codegen import samples
from contextio_contract.codegen.packing import pack
from contextio_contract.codegen.typescript.package import write_typescript
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from contextio_contract.contract import Operation

_NO_TESTS: Final = ("consumers", "kinds", "packaging", "pyright", "runtimes", "shapes")


def make_own(tools: Path, packaging: Path) -> tuple[Path, Path]:
    """Make the project with the client of our description.

    Args:
        tools: what `node.tools` installed to build with.
        packaging: what it installed of `packaging/`.

    Returns:
        The package as it is published, and the folder of the project.
    """
    package = build(tools, ROOT / "generated" / "typescript", "main")
    app = install(package, TESTS)
    modules = app / "node_modules"
    for name in ("@types", "esbuild", "undici"):
        (modules / name).symlink_to(packaging / "node_modules" / name)
    (modules / "typescript").symlink_to(tools / "node_modules" / "typescript")
    add_programs(app)
    return package, app


@contextmanager
def serving_own() -> Iterator[dict[str, str]]:
    """Run our server and a mail server, and yield the variables that the tests of our client need."""
    options = ("--database", ":memory:", "--allow-private")
    with ExitStack() as stack:
        yield {
            **stack.enter_context(deployment("main", "serve", *options)),
            "IMAP_PORT": str(stack.enter_context(running_imap(BUILD / "imap.log")).port),
            "BUNDLE": str(ROOT / "generated" / "openapi.json"),
        }


def documents() -> dict[str, dict[str, Any]]:
    """Return the descriptions with operations of every kind, by their names."""
    (BUILD / "spec").mkdir(parents=True)
    return {"shapes": shapes.document(), "kinds": kinds.document(BUILD / "spec", kinds.accepted())}


def make_described(tools: Path, name: str, document: dict[str, Any]) -> Path:
    """Make the project with the client of a description and the tests in a folder of its name; return it."""
    folder = BUILD / name
    folder.mkdir()
    bundle = folder / "openapi.json"
    bundle.write_text(json.dumps(document), encoding="utf-8")
    contract = Contract.load(bundle)
    calls = json.dumps(list(map(call, contract.operations.values())))
    (folder / "calls.json").write_text(calls, encoding="utf-8")
    write_typescript(contract, folder / "source")
    app = install(build(tools, folder / "source", name), TESTS / name)
    shutil.copytree(folder / "source" / "examples", app / "examples")
    shutil.copy(TESTS / "types" / "node.d.ts", app / "examples")
    return app


@contextmanager
def serving_described(name: str) -> Iterator[dict[str, str]]:
    """Run a mock of a description, and yield the variables that the tests of its client need."""
    with deployment(name, "mock", "--spec", str(BUILD / name / "openapi.json")) as environment:
        yield {**environment, "CALLS": str(BUILD / name / "calls.json")}


def call(operation: Operation) -> dict[str, Any]:
    """Return a call with everything that an operation takes, and the example of its answer."""
    described, media = Described(operation), operation.success.media
    body = described.bodies()[0]
    sent = {"form": body or {}} if operation.form else {"body": body}
    given = samples.Example("", described.arguments("path"), described.arguments("query"), **sent).arguments
    return {
        "name": operation.id,
        "page": samples.camel(operation.page),
        "method": samples.camel(operation.name),
        "path": [parameter.example for parameter in operation.path_parameters],
        "params": given | described.arguments("header") or None,
        **({"answer": media.examples[0].value} if media and media.examples else {}),
    }


def build(tools: Path, package: Path, name: str) -> Path:
    """Return the packed package, in a folder of this name."""
    folder = BUILD / name
    folder.mkdir(parents=True, exist_ok=True)
    pack(package, tools, folder)
    (packed,) = folder.glob("*.tgz")
    return packed


def install(package: Path, tests: Path) -> Path:
    """Return a user's project that has the package and our tests of it."""
    app = package.parent / "app"
    app.mkdir()
    (app / "package.json").write_text('{"private": true, "type": "module"}\n', encoding="utf-8")
    run("npm install", ["npm", "install", "--offline", "--no-audit", "--no-fund", str(package)], app)
    ignored = shutil.ignore_patterns("*.py", "__pycache__", *_NO_TESTS)
    shutil.copytree(tests, app / "tests", ignore=ignored)
    shutil.copy(TESTS / "support.mjs", app / "tests")
    shutil.copy(TESTS / "types" / "tsconfig.json", app)
    return app


def add_programs(app: Path) -> None:
    """Add the examples of the package and what it shows elsewhere."""
    shutil.copytree(ROOT / "generated" / "typescript" / "examples", app / "examples")
    for number, program in enumerate(printed_programs()):
        file = app / "examples" / f"printed-{number}.ts"
        if 'from "undici"' in program:
            file = app / "tests" / "fetches" / "readme.ts"
        file.write_text(program, encoding="utf-8")


def printed_programs() -> list[str]:
    """Return the programs that the package's README and the API reference show."""
    readme = (ROOT / "generated" / "typescript" / "README.md").read_text(encoding="utf-8")
    reference = (ROOT / "generated" / "docs" / "index.html").read_text(encoding="utf-8")
    blocks = re.findall(r"<pre[^>]*>(.*?)</pre>", reference, flags=re.DOTALL)
    texts = (html.unescape(re.sub(r"<[^>]+>", "", block)) for block in blocks)
    programs = [text for text in texts if 'from "contextio-client"' in text]
    if not programs:
        message = "the API reference shows no TypeScript"
        raise FailedError(message)
    return programs + re.findall(r"^```ts\n(.*?)^```$", readme, flags=re.MULTILINE | re.DOTALL)


def check_types(tools: Path, app: Path) -> None:
    """Compile the examples, what README and reference show, and the type tests as strictly as tsc can."""
    compiler = str(tools / "node_modules" / ".bin" / "tsc")
    for project in (".", "tests/fetches"):
        if (app / project / "tsconfig.json").exists():
            run(f"tsc --project {project}", [compiler, "--project", project], app)
